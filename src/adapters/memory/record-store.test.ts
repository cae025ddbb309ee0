import { recordStoreContract } from '../../ports/record-store.contract.ts';
import { memoryRecordStore } from './record-store.ts';

recordStoreContract('memory', async (nameKeysOf) => memoryRecordStore({ nameKeysOf }));
