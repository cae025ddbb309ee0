import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { jobsContract } from '../../ports/jobs.contract.ts';
import { openArchiveFile } from './archive-file.ts';
import { openJobs } from './jobs.ts';

const folder = mkdtempSync(join(tmpdir(), 'unsealed-jobs-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const image = { digest: 'sha256:1', mediaType: 'image/png', widthPx: 10, heightPx: 20 };
const task = { kind: 'derive', document: 'd1', image } as const;

let made = 0;
function newArchive(): string {
  const path = join(folder, `${++made}.sqlite`);
  const opened = openArchiveFile(path, 'make');
  if (!opened.ok) assert.fail(opened.problem.code);
  opened.value.close();
  return path;
}
function jobsAt(path: string) {
  const opened = openJobs(path);
  return opened.ok ? opened.value : assert.fail(opened.problem.code);
}

jobsContract('SQLite', async () => jobsAt(newArchive()));

test('jobs outlive the process that asked for them', async () => {
  const path = newArchive();
  const jobs = jobsAt(path);
  await jobs.add([{ key: 'derive 1', task, priority: 1, pages: 1 }]);
  await jobs.close();
  const again = jobsAt(path);
  assert.deepEqual((await again.take('w', '2026-06-01T12:00:00.000Z'))?.task, task);
  await again.close();
});

test('two workers never have the same job', async () => {
  const path = newArchive();
  const [one, other] = [jobsAt(path), jobsAt(path)];
  await one.add(Array.from({ length: 20 }, (_, n) => ({ key: `${n}`, task, priority: 1, pages: 1 })));
  const keys: string[] = [];
  const work = async (jobs: typeof one, worker: string): Promise<void> => {
    for (;;) {
      const job = await jobs.take(worker, '2026-06-01T12:00:00.000Z');
      if (!job) return;
      keys.push(job.key);
    }
  };
  await Promise.all([work(one, 'one'), work(other, 'other')]);
  assert.equal(keys.length, 20);
  assert.equal(new Set(keys).size, 20);
  await one.close();
  await other.close();
});
