import { searchIndexContract } from '../../ports/search-index.contract.ts';
import { memorySearchIndex } from './search-index.ts';

searchIndexContract('memory', async () => memorySearchIndex());
