import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { z } from 'zod';
import { makeSampleArchive } from '../../src/cli/sample-archive.ts';
import { run } from '../../src/cli/run.ts';
import { suiteCleanup, temporaryFolder } from '../support/temp-archive.ts';
import { testTerminal } from '../support/test-terminal.ts';

const told = z.object({
  date: z.string(),
  folder: z.string(),
  counts: z.record(z.string(), z.number()),
  files: z.array(z.object({ name: z.string(), sha256: z.string() }).loose()),
  removed: z.array(z.string()),
});

describe('unsealed export --data', () => {
  const cleanup = suiteCleanup(after);
  let folder = '';
  let archive = '';
  before(async () => {
    folder = await temporaryFolder(cleanup);
    archive = join(folder, 'archive');
    await makeSampleArchive(archive);
  });
  const say = async (
    ...words: readonly string[]
  ): Promise<{ readonly code: number; readonly out: string; readonly err: string }> => {
    const terminal = testTerminal({ cwd: folder });
    const code = await run([...words, '--dir', archive], terminal);
    return { code, out: terminal.outText(), err: terminal.errText() };
  };
  const dumps = (): readonly string[] => readdirSync(join(archive, 'derived/data'));

  test('killed while it is made, it leaves nothing that is offered, and is made again', async () => {
    const script = join(folder, 'killed.mjs');
    await writeFile(
      script,
      `import { openFolder } from ${JSON.stringify(import.meta.resolve('../../src/cli/opened.ts'))};
       const archive = await openFolder(${JSON.stringify(archive)});
       await archive.makeDump({ forms: ['jsonl', 'csv', 'tei', 'sqlite'] }).next();
       process.kill(process.pid, 'SIGKILL');
       await new Promise(() => setInterval(() => undefined, 1000));`,
    );
    const killed = promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', script]);
    await assert.rejects(killed, /SIGKILL|killed/i);
    assert.ok(dumps().every((name) => name.startsWith('unfinished-')));
    assert.match((await say('get', '/data')).out, /No dump of this archive has been made yet/);
    const made = await say('export', '--data');
    assert.equal(made.code, 0, made.err);
    assert.match(made.out, /records, \d+ of them documents, are in .*\d{4}-\d\d-\d\d:/);
    assert.match((await say('get', '/data')).out, /database\.sqlite\.gz/);
  });

  test('for programs it says what was made, and what was taken away', async () => {
    const first = told.parse(
      JSON.parse((await say('export', '--data', '--date', '2020-01-01', '--json')).out),
    );
    assert.equal(first.date, '2020-01-01');
    assert.ok((first.counts['document'] ?? 0) > 10);
    const next = told.parse(JSON.parse((await say('export', '--data', '--keep', '1', '--json')).out));
    assert.deepEqual(next.removed, ['2020-01-01']);
  });

  const refusals: readonly (readonly [says: string, line: readonly string[], expected: RegExp])[] = [
    ['a folder that holds something', ['--data', '--out', '.'], /holds something already/],
    ['a folder under a file', ['--data', '--out', 'killed.mjs/in'], /Nothing can be written here/],
    [
      'a form that is none',
      ['--data', '--forms', 'csv,pdf'],
      /cannot be “pdf”; it is one of: jsonl, csv, tei, sqlite/,
    ],
    ['a day that is none', ['--data', '--date', '2026-02-30'], /to be a day/],
    ['a day beyond the calendar of folders', ['--data', '--date', '+12026-02-03'], /to be a day/],
    ['no dump to be kept', ['--data', '--keep', '0'], /whole number from 1/],
    ['--public with --data', ['--data', '--public'], /cannot both be given/],
    ['what only a dump has', ['--keep', '3'], /--data/],
  ];
  for (const [says, line, expected] of refusals)
    test(`refused: ${says}`, async () => {
      const { code, out, err } = await say('export', ...line);
      assert.equal(code, 2, out);
      assert.match(err, expected);
    });

  test('of an archive of which nothing is public, nothing is made', async () => {
    const empty = join(folder, 'empty');
    const terminal = testTerminal({ cwd: folder });
    assert.equal(await run(['init', empty], terminal), 0, terminal.errText());
    assert.equal(await run(['export', '--data', '--dir', empty], terminal), 2);
    assert.match(terminal.errText(), /Nothing of this archive is public yet/);
    await mkdir(join(empty, 'derived/data'), { recursive: true });
    assert.deepEqual(readdirSync(join(empty, 'derived/data')), []);
  });
});
