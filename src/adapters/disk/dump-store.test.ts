import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { Failure } from '../../core/failure.ts';
import { PublicDatabase } from '../sqlite/public-database.ts';
import { textsInZip } from '../../../test/support/dump-files.ts';
import { openDumpStore } from './dump-store.ts';

const DATE = '2026-06-01';
const folders: string[] = [];
after(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function temporary(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'unsealed-dumps-'));
  folders.push(folder);
  return folder;
}

const storeIn = (folder: string, clock?: () => number): ReturnType<typeof openDumpStore> =>
  openDumpStore(folder, {
    makeDatabase: (path, plan) => new PublicDatabase(path, plan),
    ...(clock === undefined ? {} : { clock }),
  });

/** A dump of one text, whole. */
async function make(folder: string, words: string, at?: string): Promise<string> {
  const making = await storeIn(folder).begin(DATE, at);
  const file = await making.text('manifest.json');
  await file.write(words);
  await file.end();
  return making.finish('{}');
}

const codeOf = (error: unknown): string => (error instanceof Failure ? error.problem.code : String(error));

test('a dump is there once it is finished, and not before', async () => {
  const folder = await temporary();
  const store = storeIn(folder);
  const making = await store.begin(DATE);
  const file = await making.text('manifest.json');
  await file.write('one');
  await file.end();
  assert.deepEqual(await store.list(), []);
  await making.finish('standing');
  const [kept, ...others] = await store.list();
  assert.deepEqual(others, []);
  assert.equal(kept?.manifest, 'one');
  assert.equal(kept.standing, 'standing');
  assert.deepEqual([...kept.sizes], [['manifest.json', 3]]);
});

test('one that is abandoned leaves nothing behind, whatever was begun', async () => {
  const folder = await temporary();
  const making = await storeIn(folder).begin(DATE);
  await (await making.text('a.txt')).write('a');
  await (await making.text('b.gz', 'gzip')).write('b'.repeat(1_000_000));
  const zip = await making.zip('c.zip');
  await zip.add('x', 'x');
  await (await zip.grow('y')).write('y');
  (
    await making.database('d.gz', {
      before: ['CREATE TABLE t (a)'],
      tables: [{ name: 't', columns: 1 }],
      after: [],
    })
  ).put('t', [['a']]);
  await making.abandon();
  assert.deepEqual(await readdir(folder), []);
});

test('a second dump of a day takes the place of the first', async () => {
  const folder = await temporary();
  await make(folder, 'first');
  await make(folder, 'second');
  assert.deepEqual(await readdir(folder), [DATE]);
  assert.equal((await storeIn(folder).list())[0]?.manifest, 'second');
});

test('what was cut off is taken away after an hour, and what is at work is not', async () => {
  const folder = await temporary();
  const old = join(folder, 'unfinished-old');
  await mkdir(old);
  await writeFile(join(old, 'records.jsonl.gz'), 'half');
  await mkdir(join(folder, 'unfinished-new'));
  const hoursAgo = Date.now() / 1000 - 7200;
  await utimes(join(old, 'records.jsonl.gz'), hoursAgo, hoursAgo);
  await utimes(old, hoursAgo, hoursAgo);
  await make(folder, 'one');
  assert.deepEqual((await readdir(folder)).sort(), [DATE, 'unfinished-new']);
});

test('stretches of a file are given, and nothing that is no file of a dump', async () => {
  const folder = await temporary();
  await make(folder, '0123456789');
  const store = storeIn(folder);
  const read = async (
    date: string,
    name: string,
    range?: { from: number; to: number },
  ): Promise<string | undefined> => {
    const bytes = await store.open(date, name, range);
    return bytes && Buffer.concat(await Array.fromAsync(bytes)).toString();
  };
  assert.equal(await read(DATE, 'manifest.json'), '0123456789');
  assert.equal(await read(DATE, 'manifest.json', { from: 2, to: 5 }), '234');
  assert.equal(await read(DATE, 'manifest.json', { from: 5, to: 5 }), '');
  for (const name of ['.standing.json', '../secret', 'none', '', '.', 'manifest.json/'])
    assert.equal(await read(DATE, name), undefined, name);
  for (const date of ['..', '.', '2026', `${DATE}/..`, 'latest'])
    assert.equal(await read(date, 'manifest.json'), undefined, date);
});

test('elsewhere it goes into a folder that is absent or empty, and into no other', async () => {
  const [folder, elsewhere] = [await temporary(), await temporary()];
  for (const at of [join(elsewhere, 'a/b'), join(elsewhere, 'empty')]) {
    if (at.endsWith('empty')) await mkdir(at);
    assert.equal(await make(folder, 'one', at), at);
    assert.deepEqual(await readdir(at), ['manifest.json']);
  }
  await assert.rejects(make(folder, 'one', elsewhere), (error) => codeOf(error) === 'folder-not-empty');
  await writeFile(join(elsewhere, 'file'), '');
  await assert.rejects(
    make(folder, 'one', join(elsewhere, 'file')),
    (error) => codeOf(error) === 'not-writable',
  );
  await assert.rejects(
    make(folder, 'one', join(elsewhere, 'file/in')),
    (error) => codeOf(error) === 'not-writable',
  );
});

test('packed texts and zips are the same bytes each time, and others read them', async () => {
  const made: Buffer[][] = [];
  for (const folder of [await temporary(), await temporary()]) {
    const making = await storeIn(folder).begin(DATE);
    const lines = await making.text('lines.gz', 'gzip');
    const zip = await making.zip('texts.zip');
    const first = await zip.grow('first.csv');
    const second = await zip.grow('second.csv');
    for (let n = 0; n < 3000; n++) {
      await lines.write(`line ${n} ж\n`);
      await (n % 2 === 0 ? first : second).write(`${n}\r\n`);
      if (n % 10 === 0) await zip.add(`tei/${n}.xml`, `<text>${'ж'.repeat(n)}</text>`);
    }
    await second.end();
    await first.end();
    await lines.end();
    await zip.end();
    await making.finish('{}');
    const path = (name: string): string => join(folder, DATE, name);
    made.push([await readFile(path('lines.gz')), await readFile(path('texts.zip'))]);
  }
  const [[lines = Buffer.alloc(0), zip = Buffer.alloc(0)] = [], again = []] = made;
  assert.ok(again[0]?.equals(lines));
  assert.ok(again[1]?.equals(zip));
  assert.equal(gunzipSync(lines).toString().split('\n').length, 3001);
  const texts = await textsInZip(zip);
  assert.equal(texts.size, 302);
  assert.deepEqual([...texts.keys()].slice(-2), ['second.csv', 'first.csv']);
  assert.equal(texts.get('tei/20.xml'), `<text>${'ж'.repeat(20)}</text>`);
  assert.equal(texts.get('second.csv')?.split('\r\n').length, 1501);
});

test(
  'a full disk is told as one, and nothing half made stays',
  { skip: process.platform === 'win32' },
  async () => {
    const folder = await temporary();
    const program = `
    import { openDumpStore } from ${JSON.stringify(import.meta.resolve('./dump-store.ts'))};
    import { PublicDatabase } from ${JSON.stringify(import.meta.resolve('../sqlite/public-database.ts'))};
    const store = openDumpStore(${JSON.stringify(folder)}, { makeDatabase: (path, plan) => new PublicDatabase(path, plan) });
    for (const form of ['text', 'gzip', 'zip', 'database']) {
      const making = await store.begin('${DATE}');
      try {
        const noise = () => Array.from({ length: 5000 }, () => Math.random()).join();
        if (form === 'database') {
          const database = await making.database('d.gz', { before: ['CREATE TABLE t (a)'], tables: [{ name: 't', columns: 1 }], after: [] });
          for (let n = 0; n < 400; n++) database.put('t', [[noise()]]);
          await database.end();
        } else if (form === 'zip') {
          const zip = await making.zip('z.zip');
          for (let n = 0; n < 200; n++) await zip.add('e' + n, noise());
          await zip.end();
        } else {
          const text = await making.text('x', form === 'gzip' ? 'gzip' : undefined);
          for (let n = 0; n < 100; n++) await text.write(noise());
          await text.end();
        }
        console.log(form, 'written');
      } catch (error) {
        console.log(form, error.problem?.code ?? error);
      } finally {
        await making.abandon();
      }
    }`;
    const script = join(folder, 'fill.mjs');
    await writeFile(script, program);
    // A limit on the size of files, in blocks of 1,024 bytes, fails as a full disk does.
    const line = `ulimit -f 1024 && exec "${process.execPath}" --disable-warning=ExperimentalWarning "${script}"`;
    const { stdout } = await promisify(execFile)('bash', ['-c', line]);
    assert.deepEqual(
      stdout.trim().split('\n'),
      ['text', 'gzip', 'zip', 'database'].map((form) => `${form} disk-full`),
    );
    assert.deepEqual(await readdir(folder), ['fill.mjs']);
  },
);
