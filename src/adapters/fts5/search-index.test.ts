import { searchIndexContract } from '../../ports/search-index.contract.ts';
import { openFts5Index } from './search-index.ts';

searchIndexContract('fts5', async () => openFts5Index(':memory:'));
