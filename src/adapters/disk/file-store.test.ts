import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  chmodSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath, platform } from 'node:process';
import { after, test } from 'node:test';
import { fileStoreContract, inParts, readAll } from '../../ports/file-store.contract.ts';
import { openFileStore } from './file-store.ts';

const root = mkdtempSync(join(tmpdir(), 'unsealed-files-'));
after(() => rmSync(root, { recursive: true, force: true }));

let made = 0;
const newFolder = () => join(root, `${++made}`, 'files');

fileStoreContract('disk', () => openFileStore(newFolder()));

const SHELF = 'ba';
const NAME = '7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

test('a file lies under the hexadecimal of its digest, for nobody to write to', async () => {
  const folder = newFolder();
  await (await openFileStore(folder)).put(inParts('abc'));
  assert.deepEqual(readdirSync(join(folder, SHELF)), [NAME]);
  assert.equal(statSync(join(folder, SHELF, NAME)).mode & 0o222, 0);
  assert.deepEqual(readdirSync(join(folder, 'unfinished')), []);
});

test('what was kept is there after opening again, and strangers’ files are not listed', async () => {
  const folder = newFolder();
  const { digest } = await (await openFileStore(folder)).put(inParts('abc'));
  writeFileSync(join(folder, SHELF, '.DS_Store'), 'x');
  writeFileSync(join(folder, 'README'), 'x');
  mkdirSync(join(folder, 'zz'));
  const again = await openFileStore(folder);
  assert.deepEqual(await readAll(await again.open(digest)), new TextEncoder().encode('abc'));
  const listed = await Array.fromAsync(again.list());
  assert.deepEqual(listed, [{ digest, sizeBytes: 3 }]);
});

const opened = (): number => readdirSync('/proc/self/fd').length;

test('a file whose reading ends early is shut', { skip: platform !== 'linux' }, async () => {
  const store = await openFileStore(newFolder());
  const part = new Uint8Array(300_000);
  const { digest } = await store.put(inParts(part, part));
  const before = opened();
  for (let n = 0; n < 20; n++) {
    await store.open(digest);
    for await (const _ of (await store.open(digest)) ?? []) break;
  }
  assert.equal(opened(), before);
});

test('a file cut short on the disk is made whole by its bytes coming again', async () => {
  const folder = newFolder();
  const store = await openFileStore(folder);
  const { digest } = await store.put(inParts('abc'));
  chmodSync(join(folder, SHELF, NAME), 0o644);
  truncateSync(join(folder, SHELF, NAME), 1);
  await store.put(inParts('abc'));
  assert.deepEqual(await readAll(await store.open(digest)), new TextEncoder().encode('abc'));
});

test('on opening, what a put left an hour ago is cleared, and what one may still write to stays', async () => {
  const folder = newFolder();
  await openFileStore(folder);
  for (const name of ['abandoned', 'going on']) writeFileSync(join(folder, 'unfinished', name), 'x');
  utimesSync(join(folder, 'unfinished', 'abandoned'), 1000, 1000);
  utimesSync(join(folder, 'unfinished', 'going on'), 4000, 4000);
  await openFileStore(folder, { clock: () => 5_000_000 });
  assert.deepEqual(readdirSync(join(folder, 'unfinished')), ['going on']);
});

const PUT_A_MEGABYTE = `
  const { openFileStore } = await import(${JSON.stringify(new URL('./file-store.ts', import.meta.url).href)});
  const store = await openFileStore(process.argv[1]);
  try {
    await store.put((async function* () { yield new Uint8Array(2 ** 20); })());
  } catch (error) {
    console.log(error.problem.code, error.cause.code);
  }`;

test('a disk without room says so and keeps no half file', { skip: platform === 'win32' }, () => {
  const folder = newFolder();
  const script = `ulimit -f 64; exec "$0" --input-type=module -e "$1" "$2"`;
  const ran = spawnSync('sh', ['-c', script, execPath, PUT_A_MEGABYTE, folder], { encoding: 'utf8' });
  assert.equal(ran.stdout, 'disk-full EFBIG\n', ran.stderr);
  assert.deepEqual(readdirSync(folder), ['unfinished']);
  assert.deepEqual(readdirSync(join(folder, 'unfinished')), []);
});
