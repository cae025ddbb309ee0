import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execPath, platform } from 'node:process';
import { after, before, describe, test } from 'node:test';
import { run } from '../../src/cli/run.ts';
import { checkArchive } from '../kill/check-archive.ts';
import { makeZip } from '../support/make-zip.ts';
import { documentLine, testId, transcription } from '../support/record-lines.ts';
import { ROOT } from '../support/source-files.ts';
import { suiteCleanup, temporaryFolder } from '../support/temp-archive.ts';
import { testTerminal } from '../support/test-terminal.ts';

const golden = (path: string): Promise<Buffer> => readFile(join(ROOT, 'test/golden', path));
const line = (n: number, title: string, more: object = {}): string =>
  `${JSON.stringify(documentLine(testId('document', n), title, more))}\n`;
/** No file by itself, and refused within a zip only if it is unpacked. */
const BOMB = Buffer.alloc(8_000_000, 32);
const LONG = 100_000_000;

interface Case {
  readonly says: string;
  /** Makes the file that is imported, and answers its name. */
  readonly make: (folder: string) => Promise<string>;
  readonly code: 0 | 1 | 2;
  /** Problems that must be listed, each with the file they are of. */
  readonly problems: readonly string[];
  /** What goes in all the same: words that public pages hold. */
  readonly holds: readonly string[];
}

const file =
  (name: string, bytes: () => Promise<Uint8Array | string> | Uint8Array | string) =>
  async (folder: string): Promise<string> => {
    await writeFile(join(folder, name), await bytes());
    return name;
  };

const CASES: readonly Case[] = [
  {
    says: 'XML broken in the middle of a volume: what stands before and after goes in',
    make: file('broken.xml', () => golden('tei/input/broken-in-the-middle.xml')),
    code: 1,
    problems: ['xml-broken'],
    holds: ['whole', 'no end of its division', 'the rest goes in', 'and this'],
  },
  {
    says: 'a bomb of entities, and one that reads a file: nothing is expanded, nothing opened',
    make: file('bomb.xml', () => golden('tei/input/entity-bomb.xml')),
    code: 1,
    problems: ['xml-entity-refused'],
    holds: ['and é'],
  },
  {
    says: 'a zip with a way out of it and a bomb in it: the rest goes in',
    make: file('letters.zip', () =>
      makeZip([
        { name: '../outside.jsonl', bytes: line(1, 'Escaped') },
        { name: 'bomb.jsonl', bytes: BOMB },
        { name: 'good.jsonl', bytes: line(2, 'The one that is in order') },
      ]),
    ),
    code: 1,
    problems: ['zip-path-refused', 'zip-bomb'],
    holds: ['The one that is in order'],
  },
  {
    says: 'a table with a quote left open: its other rows go in',
    make: file('table.csv', () => golden('csv/input/quote-left-open.csv')),
    code: 1,
    problems: ['csv-quote-open'],
    holds: ['Closed', 'Plain'],
  },
  {
    says: 'a line of 100 MB: the lines beside it go in',
    make: file('long.jsonl', () =>
      Buffer.concat([
        Buffer.from(line(3, 'Before the long line')),
        Buffer.from('{"key":"a:b","record":"'),
        Buffer.alloc(LONG, 97),
        Buffer.from(`"}\n${line(4, 'After the long line')}`),
      ]),
    ),
    code: 1,
    problems: ['line-too-long'],
    holds: ['Before the long line', 'After the long line'],
  },
  {
    says: 'a table of another encoding is read by it, and that is said',
    make: file('cyrillic.csv', () =>
      Buffer.concat([
        Buffer.from('title\n'),
        Buffer.from([0xcf, 0xe8, 0xf1, 0xfc, 0xec, 0xee, 0x20, 0xe8, 0xe7, 0x20, 0xcc]),
        Buffer.from([0xee, 0xf1, 0xea, 0xe2, 0xfb, 10]),
      ]),
    ),
    code: 0,
    problems: ['encoding-guessed'],
    holds: ['Письмо из Москвы'],
  },
  {
    says: 'damage in the middle of UTF-8 is named, and the rest is read',
    make: file('damaged.jsonl', () =>
      Buffer.concat([
        Buffer.from(line(5, 'Before the dämage')),
        Buffer.from(line(6, 'The damaged Q')).map((byte) => (byte === 0x51 ? 0xff : byte)),
        Buffer.from(line(7, 'After the dämage')),
      ]),
    ),
    code: 1,
    problems: ['encoding-wrong'],
    holds: ['Before the dämage', 'The damaged \ufffd', 'After the dämage'],
  },
  {
    says: 'an id used twice: the first stands, the second is named',
    make: file('twice.xml', () => golden('tei/input/id-used-twice.xml')),
    code: 1,
    problems: ['id-twice'],
    holds: [],
  },
  {
    says: 'an image that is none is kept apart, and said so',
    make: file('scan.jpg', () => Buffer.from([0, 1, 2, 3, 250, 251, 252, 253])),
    code: 2,
    problems: ['not-an-image'],
    holds: [],
  },
];

describe('whatever comes in, it is said, the rest goes in, and the archive stays whole', () => {
  let folder = '';
  const cleanup = suiteCleanup(after);
  const say = async (...words: readonly string[]) => {
    const terminal = testTerminal({ cwd: folder });
    const code = await run(words, terminal);
    return { code, out: terminal.outText(), err: terminal.errText() };
  };
  before(async () => {
    folder = await temporaryFolder(cleanup);
  });

  for (const [at, { says, make, code, problems, holds }] of CASES.entries())
    test(says, async () => {
      const archive = `archive-${at}`;
      await say('init', archive);
      const name = await make(folder);
      const report = join(folder, `report-${at}.jsonl`);
      const done = await say('import', name, '--publish', '--dir', archive, '--report', report);
      assert.equal(done.code, code, done.err);
      const listed = (await readFile(report, 'utf8'))
        .split('\n')
        .filter(Boolean)
        .map((one) => JSON.parse(one));
      for (const wanted of problems) {
        const found = listed.find((one) => one.code === wanted);
        assert.ok(found, `${wanted} is among ${listed.map((one) => one.code).join(', ')}`);
        assert.ok(found.where.file?.startsWith(name), JSON.stringify(found.where));
        assert.ok(found.sentence && found.wayOut);
      }
      await say('export', '--public', '--out', `out-${at}.jsonl`, '--dir', archive);
      const out = await readFile(join(folder, `out-${at}.jsonl`), 'utf8');
      for (const words of holds) assert.ok(out.includes(words), words);
      assert.doesNotMatch(out, /Escaped|hahahaha/);
      await checkArchive(join(folder, archive));
    });

  test('a folder that is no archive is not made one, and what lies in it stays as it is', async () => {
    await mkdir(join(folder, 'papers'));
    await writeFile(join(folder, 'papers', 'unsealed.json'), '{"name": ');
    const settings = await say('status', '--dir', 'papers');
    assert.equal(settings.code, 2);
    await writeFile(join(folder, 'papers', 'archive.sqlite'), 'not a database, but papers of mine');
    await cp(join(folder, 'archive-0', 'unsealed.json'), join(folder, 'papers', 'unsealed.json'));
    const database = await say('status', '--dir', 'papers');
    assert.equal(database.code, 2);
    assert.match(database.err, /archive/);
    assert.equal(
      await readFile(join(folder, 'papers', 'archive.sqlite'), 'utf8'),
      'not a database, but papers of mine',
    );
  });

  const ODD: readonly (readonly [says: string, address: string, status: number])[] = [
    ['an address of nothing', '/document/dk4m7q2zxh', 404],
    ['bytes that are no text', '/document/%ff%fe', 400],
    ['a null byte', '/collection/%00', 400],
    ['half a pair of surrogates', '/search?q=%ED%A0%80', 200],
    ['a line that turns round', '/people/%E2%80%AE', 404],
    ['ways up', '/assets/..%2f..%2funsealed.json/x', 404],
    ['ten thousand characters', `/${'a'.repeat(10_000)}`, 400],
  ];
  for (const [says, address, status] of ODD)
    test(`asked for ${says}, the site answers ${status}`, async () => {
      const got = await say('get', address, '--json', '--dir', 'archive-0');
      assert.equal(JSON.parse(got.out).status, status, got.out.slice(0, 300));
    });
});

/** A command under a limit of file sizes: what a disk or a quota without room is to a program. */
function underLimit(kilobytes: number, ...words: readonly string[]) {
  const command = join(ROOT, 'src/cli/main.ts');
  const blocks = kilobytes * 2;
  const script = `ulimit -f ${blocks}; exec "$0" "$@"`;
  return spawnSync('sh', ['-c', script, execPath, command, ...words], { encoding: 'utf8' });
}

test(
  'a disk that fills while importing: it is said, nothing is there in part, and with room the import goes on',
  { skip: platform === 'win32' },
  async (t) => {
    const folder = await temporaryFolder(t);
    const archive = join(folder, 'archive');
    const many = join(folder, 'many.jsonl');
    const say = async (...words: readonly string[]) => {
      const terminal = testTerminal({ cwd: folder });
      return { code: await run(words, terminal), out: terminal.outText(), err: terminal.errText() };
    };
    const words = 'All that was said of the harbour and its lamps. '.repeat(8);
    await writeFile(
      many,
      Array.from({ length: 1500 }, (_, n) =>
        line(n, `Paper ${n}`, { renditions: [transcription(`${n} ${words}`)] }),
      ).join(''),
    );
    await say('init', archive);
    const full = underLimit(3_000, 'import', many, '--publish', '--dir', archive);
    assert.equal(full.status, 2, full.stdout + full.stderr);
    assert.match(full.stderr, /no room|full/i);
    assert.doesNotMatch(full.stderr, /\n\s+at /, 'no trace of the program');
    const { records } = await checkArchive(archive);
    assert.ok(records < 1500, `${records}`);
    assert.equal((await say('import', many, '--publish', '--dir', archive)).code, 0);
    assert.equal(JSON.parse((await say('status', '--json', '--dir', archive)).out).documents, 1500);
    assert.equal((await checkArchive(archive)).records, 1500);
  },
);
