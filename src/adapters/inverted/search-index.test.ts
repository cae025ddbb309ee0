import { searchIndexContract } from '../../ports/search-index.contract.ts';
import { memoryFiles } from './memory-files.ts';
import { invertedIndex } from './search-index.ts';

searchIndexContract('inverted', async () => invertedIndex(memoryFiles()));
