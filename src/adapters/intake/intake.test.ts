import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { Failure } from '../../core/failure.ts';
import type { IntakeLimits } from '../../ports/intake.ts';
import { makeZip } from '../../../test/support/make-zip.ts';
import type { ZipPart } from '../../../test/support/make-zip.ts';
import { diskIntake } from './intake.ts';

const isZip = (head: Uint8Array, name: string): boolean =>
  Buffer.from(head.subarray(0, 2)).toString() === 'PK' && !name.endsWith('.xlsx');

async function folder(context: TestContext): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'unsealed-intake-'));
  context.after(() => rm(path, { recursive: true }));
  return path;
}

/** What is offered, a line each: a name with its content, or a problem's code with its file and value. */
async function offered(path: string, limits: Partial<IntakeLimits> = {}): Promise<string[]> {
  const lines: string[] = [];
  for await (const one of diskIntake({ isZip, limits }).offer([path]))
    if (one.kind === 'problem')
      lines.push(
        [one.problem.code, one.problem.where.file, one.problem.value]
          .filter((part) => part !== undefined)
          .join(' '),
      );
    else {
      const bytes = Buffer.concat(await Array.fromAsync(one.item.openBytes()));
      assert.equal(bytes.length, one.item.sizeBytes);
      lines.push(`${one.item.name} = ${bytes.toString().slice(0, 20)}`);
    }
  return lines;
}

async function offeredOfZip(
  context: TestContext,
  bytes: Uint8Array,
  limits: Partial<IntakeLimits> = {},
): Promise<string[]> {
  const path = join(await folder(context), 'a.zip');
  await writeFile(path, bytes);
  return offered(path, limits);
}

test('a folder is walked in order of name, folders in it too, and the system’s files are passed over', async (context) => {
  const path = join(await folder(context), 'letters');
  await mkdir(join(path, 'b'), { recursive: true });
  for (const name of ['c.xml', 'a.xml', 'b/x.xml', '.DS_Store', 'Thumbs.db'])
    await writeFile(join(path, name), name);
  assert.deepEqual(await offered(path), [
    'letters/a.xml = a.xml',
    'letters/b/x.xml = b/x.xml',
    'letters/c.xml = c.xml',
  ]);
});

test('a link that leads out of the folder is said, not followed; one within it is read', async (context) => {
  const outside = await folder(context);
  await writeFile(join(outside, 'secret'), 'secret');
  const path = join(await folder(context), 'in');
  await mkdir(path);
  await writeFile(join(path, 'real'), 'real');
  await symlink(join(outside, 'secret'), join(path, 'out'));
  await symlink(outside, join(path, 'out-folder'));
  await symlink(path, join(path, 'round'));
  await symlink('real', join(path, 'within'));
  await symlink('nothing', join(path, 'zz-broken'));
  assert.deepEqual(await offered(path), [
    'file-unreadable in/out a link that leads out of the folder',
    'file-unreadable in/out-folder a link to a folder, which is not followed',
    'in/real = real',
    'file-unreadable in/round a link to a folder, which is not followed',
    'in/within = real',
    'file-unreadable in/zz-broken ENOENT: no such file or directory',
  ]);
});

test('a path that is not there is a problem, and the next goes on', async (context) => {
  const path = await folder(context);
  await writeFile(join(path, 'a'), 'a');
  const found = await Array.fromAsync(diskIntake({ isZip }).offer([join(path, 'none'), join(path, 'a')]));
  assert.deepEqual(
    found.map((one) => one.kind),
    ['problem', 'item'],
  );
});

test('a zip is read in order of name, and a zip in it too, but no zip in that', async (context) => {
  const innermost = makeZip([{ name: 'deep.xml', bytes: 'deep' }]);
  const inner = makeZip([
    { name: 'x.xml', bytes: 'x' },
    { name: 'y.zip', bytes: innermost },
  ]);
  const zip = makeZip([
    { name: 'c.xml', bytes: 'c' },
    { name: 'Папка/', bytes: '' },
    { name: 'Папка/а.xml', bytes: 'Сталин' },
    { name: '__MACOSX/._c.xml', bytes: 'x' },
    { name: 'b.zip', bytes: inner },
    { name: 'book.xlsx', bytes: inner },
  ]);
  assert.deepEqual(
    (await offeredOfZip(context, zip)).map((line) => line.replace(/PK.*/s, 'PK')),
    [
      'a.zip/b.zip/x.xml = x',
      'zip-bomb a.zip/b.zip/y.zip',
      'a.zip/book.xlsx = PK',
      'a.zip/c.xml = c',
      'a.zip/Папка/а.xml = Сталин',
    ],
  );
});

const GOOD: ZipPart = { name: 'good.xml', bytes: 'good' };
const ZEROS = new Uint8Array(5 * 2 ** 20);
const refusals: readonly (readonly [name: string, part: ZipPart, line: string])[] = [
  ['leads out with ../', { name: '../../etc/passwd', bytes: 'x' }, 'zip-path-refused a.zip ../../etc/passwd'],
  ['leads out within', { name: 'a/../../b', bytes: 'x' }, 'zip-path-refused a.zip a/../../b'],
  ['begins at the root', { name: '/etc/passwd', bytes: 'x' }, 'zip-path-refused a.zip /etc/passwd'],
  ['names a drive', { name: 'C:\\windows\\x', bytes: 'x' }, 'zip-path-refused a.zip C:/windows/x'],
  ['leads out with ..\\', { name: '..\\x', bytes: 'x' }, 'zip-path-refused a.zip ../x'],
  ['is encrypted', { name: 'a.xml', bytes: 'x', isEncrypted: true }, 'zip-encrypted a.zip a.xml'],
  ['is packed a thousandfold', { name: 'a.xml', bytes: ZEROS }, 'zip-bomb a.zip a.xml'],
  [
    'is longer than it claims',
    { name: 'a.xml', bytes: 'x'.repeat(900), claimsBytes: 70 },
    'zip-broken a.zip/a.xml',
  ],
  ['has another checksum', { name: 'a.xml', bytes: 'x', claimsCrc: 1 }, 'zip-broken a.zip/a.xml checksum'],
];
for (const [name, part, line] of refusals)
  test(`an entry that ${name} is refused by itself`, async (context) => {
    const [first = '', second] = await offeredOfZip(context, makeZip([part, GOOD]));
    assert.ok(first.startsWith(line), first);
    assert.equal(second, 'a.zip/good.xml = good');
  });

const wholes: readonly (readonly [
  name: string,
  parts: readonly ZipPart[],
  limits: Partial<IntakeLimits>,
  code: string,
])[] = [
  [
    'unpacks to more than the limit',
    [GOOD, { name: 'b', bytes: 'x'.repeat(2000) }],
    { zipTotalBytes: 1000 },
    'zip-bomb',
  ],
  [
    'has too many entries',
    [GOOD, { name: 'b', bytes: 'b' }, { name: 'c', bytes: 'c' }],
    { zipEntries: 2 },
    'zip-too-many',
  ],
  [
    'has entries that share their data',
    [
      { name: 'a', bytes: 'one two three' },
      ...Array.from({ length: 400 }, (_, at) => ({
        name: `b${at}`,
        bytes: Buffer.from(Array.from({ length: 300 }, (_, n) => (n * 7919 * (at + 3)) % 251)),
        sameDataAs: 0,
      })),
    ],
    {},
    'zip-bomb',
  ],
];
for (const [name, parts, limits, code] of wholes)
  test(`a zip that ${name} is refused whole, with the limit named`, async (context) => {
    const path = join(await folder(context), 'a.zip');
    await writeFile(path, makeZip(parts));
    const found = await Array.fromAsync(diskIntake({ isZip, limits }).offer([path]));
    const [one] = found;
    assert.equal(found.length, 1);
    assert.ok(one?.kind === 'problem');
    assert.equal(one.problem.code, code);
    assert.ok(one.problem.facts?.limit);
  });

test('a zip that is cut off is broken, and said so', async (context) => {
  const zip = makeZip([GOOD]);
  assert.match((await offeredOfZip(context, zip.subarray(0, zip.length - 30))).join(), /^zip-broken a\.zip/);
});

test('a file that goes away while it is read fails with its name', async (context) => {
  const path = join(await folder(context), 'a.xml');
  await writeFile(path, 'a');
  for await (const one of diskIntake({ isZip }).offer([path])) {
    await rm(path);
    assert.ok(one.kind === 'item');
    const { item } = one;
    await assert.rejects(
      () => Array.fromAsync(item.openBytes()),
      (error) =>
        error instanceof Failure &&
        error.problem.code === 'file-unreadable' &&
        error.problem.where.file === 'a.xml',
    );
  }
});
