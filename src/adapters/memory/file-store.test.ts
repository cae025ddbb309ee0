import { fileStoreContract } from '../../ports/file-store.contract.ts';
import { memoryFileStore } from './file-store.ts';

fileStoreContract('memory', async () => memoryFileStore());
