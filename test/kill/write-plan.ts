import { argv } from 'node:process';
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { openFileStore } from '../../src/adapters/disk/file-store.ts';
import { openRecordStore } from '../../src/adapters/sqlite/record-store.ts';
import { commitAt, idIn, originalOf } from './plan.ts';

/** The process that is killed: goes on with the plan where it stands, and says each commit it was acknowledged. */
const [, , folder = '.', commits = '0'] = argv;
const opened = await openRecordStore(join(folder, 'archive.sqlite'), {
  nameKeysOf: () => [],
  ifAbsent: 'make',
});
if (!opened.ok) throw new Error(opened.problem.code);
const records = opened.value;
const files = await openFileStore(join(folder, 'files'));
for (let n = 0; n < Number(commits); n++) {
  if ((await records.standings([idIn(n, 0)])).size === 1) continue;
  const bytes = originalOf(n);
  const { digest } = await files.put(
    (async function* () {
      for (let at = 0; at < bytes.length; at += 10_000) yield bytes.subarray(at, at + 10_000);
    })(),
  );
  const done = await records.commit(commitAt(n, digest));
  if (!done.ok) throw new Error(`commit ${n} met a conflict over ${done.problem.id}`);
  writeSync(1, `${n}\n`);
}
await records.close();
