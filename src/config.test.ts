import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { findArchive, loadSettings, printSettings, readSettings } from './config.ts';
import { temporaryFolder } from '../test/support/temp-archive.ts';

const read = (settings: unknown) => readSettings(JSON.stringify(settings), 'unsealed.json');

test('a name is enough; the rest has a value of its own', () => {
  const settings = read({ name: 'Papers' });
  assert.ok(settings.ok);
  assert.deepEqual(settings.value, {
    name: 'Papers',
    motto: '',
    address: 'http://127.0.0.1:4848',
    languages: ['en'],
    timeZone: 'UTC',
  });
});

test('what is printed reads back the same', () => {
  const settings = read({
    name: 'Papers',
    contact: 'a@b.example',
    notice: 'Invented.',
    languages: ['en', 'zh-Hant'],
    oldAddresses: false,
  });
  assert.ok(settings.ok);
  assert.deepEqual(readSettings(printSettings(settings.value), 'unsealed.json'), settings);
});

const wrong: readonly (readonly [says: string, settings: unknown, field: string])[] = [
  ['no name', {}, 'name'],
  ['a name of nothing but spaces', { name: '  ' }, 'name'],
  ['a setting that there is not', { name: 'A', colour: 'red' }, 'colour'],
  ['an address with a slash at its end', { name: 'A', address: 'https://a.example/' }, 'address'],
  ['an address that is none', { name: 'A', address: 'a.example' }, 'address'],
  ['an address that runs', { name: 'A', address: 'javascript:alert(1)' }, 'address'],
  ['a time zone that there is not', { name: 'A', timeZone: 'Europe/Atlantis' }, 'timeZone'],
  ['no language', { name: 'A', languages: [] }, 'languages'],
  ['a language that is none', { name: 'A', languages: ['en', 'english!'] }, 'languages.1'],
  ['a switch that is a word', { name: 'A', oldAddresses: 'no' }, 'oldAddresses'],
  ['a list', [], ''],
];
for (const [says, settings, field] of wrong)
  test(`refused: ${says}`, () => {
    const result = read(settings);
    assert.ok(!result.ok);
    assert.deepEqual(
      result.problem.map(({ code, where }) => [code, where.field]),
      [['setting-wrong', field]],
    );
  });

test('every fault is named at once', () => {
  const result = read({ name: '', timeZone: 'x', address: 'y' });
  assert.ok(!result.ok);
  assert.equal(result.problem.length, 3);
});

test('a file that is not JSON is said to be none', () => {
  const result = readSettings('{ name: ', 'unsealed.json');
  assert.ok(!result.ok);
  assert.equal(result.problem[0]?.code, 'json-broken');
});

test('the archive is --dir, else UNSEALED_DIR, else the current folder if it holds unsealed.json', async (t) => {
  const cwd = await temporaryFolder(t);
  const env = { UNSEALED_DIR: 'from-env' };
  assert.deepEqual(await findArchive({ dir: 'said', env, cwd }), { ok: true, value: join(cwd, 'said') });
  assert.deepEqual(await findArchive({ env, cwd }), { ok: true, value: join(cwd, 'from-env') });
  const none = await findArchive({ env: {}, cwd });
  assert.ok(!none.ok && none.problem.code === 'not-an-archive');
  await writeFile(join(cwd, 'unsealed.json'), '{}');
  assert.deepEqual(await findArchive({ env: {}, cwd }), { ok: true, value: cwd });
});

test('a folder that is not an archive is said to be none', async (t) => {
  const folder = await temporaryFolder(t);
  await mkdir(join(folder, 'unsealed.json'));
  for (const path of [folder, join(folder, 'not-there'), join(folder, 'unsealed.json')]) {
    const settings = await loadSettings(path);
    assert.ok(!settings.ok);
    assert.equal(settings.problem[0]?.code, 'not-an-archive');
  }
});
