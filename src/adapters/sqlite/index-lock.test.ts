import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { after, test } from 'node:test';
import { holdIndexLock } from './index-lock.ts';

const root = mkdtempSync(join(tmpdir(), 'unsealed-lock-'));
after(() => rmSync(root, { recursive: true, force: true }));

test('one has the lock at a time, and the next when it is given back', async () => {
  const folder = join(root, 'one', 'index');
  const release = await holdIndexLock(folder);
  assert.ok(release);
  assert.equal(await holdIndexLock(folder), undefined);
  release();
  release();
  const next = await holdIndexLock(folder);
  assert.ok(next);
  next();
});

test('locks of different archives do not meet', async () => {
  const locks = [await holdIndexLock(join(root, 'a')), await holdIndexLock(join(root, 'b'))];
  for (const release of locks) (release ?? assert.fail())();
});

test('the lock of a process that was killed is free again', async () => {
  const folder = join(root, 'killed');
  const module = JSON.stringify(new URL('./index-lock.ts', import.meta.url).href);
  const script = `
    const { holdIndexLock } = await import(${module});
    globalThis.lock = await holdIndexLock(${JSON.stringify(folder)});
    console.log(globalThis.lock !== undefined);
    setInterval(() => globalThis.lock, 1000);`;
  const child = spawn(execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await once(child.stdout, 'data');
  assert.equal(String(said), 'true\n');
  assert.equal(await holdIndexLock(folder), undefined);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const release = await holdIndexLock(folder);
  assert.ok(release);
  release();
});
