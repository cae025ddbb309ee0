import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { recordStoreContract } from '../../ports/record-store.contract.ts';
import { openRecordStore } from './record-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'unsealed-sqlite-'));
after(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
recordStoreContract('SQLite', async (nameKeysOf) => {
  const path = join(folder, `${++made}.sqlite`);
  const opened = await openRecordStore(path, { nameKeysOf, ifAbsent: 'make' });
  return opened.ok ? opened.value : assert.fail(opened.problem.code);
});
