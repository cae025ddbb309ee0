import assert from 'node:assert/strict';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { run } from '../../src/cli/run.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { documentLine, personLine, testId, transcription } from '../support/record-lines.ts';
import { suiteCleanup, temporaryFolder } from '../support/temp-archive.ts';
import { testTerminal } from '../support/test-terminal.ts';

/** Gives one line to the command, in a folder, and answers with all that came of it. */
async function say(cwd: string, line: readonly string[], env: Record<string, string> = {}) {
  const terminal = testTerminal({ cwd, env });
  const code = await run(line, terminal);
  return { code, out: terminal.outText(), err: terminal.errText() };
}

const [ONE, TWO, THREE] = [testId('document', 1), testId('document', 2), testId('document', 3)];
const [KEPT, OTHER] = [testId('agent', 1), testId('agent', 2)];

describe('an archive, from the command line', () => {
  let folder = '';
  let archive = '';
  const unsealed = (...line: readonly string[]) => say(folder, [...line, '--dir', archive]);
  const statusOf = async (address: string) =>
    JSON.parse((await unsealed('get', address, '--json')).out).status;

  const cleanup = suiteCleanup(after);
  before(async () => {
    folder = await temporaryFolder(cleanup);
    archive = join(folder, 'archive');
    await say(folder, ['init', 'archive', '--name', 'Papers of the Harbour']);
    const lines = [
      documentLine(ONE, 'A letter on lamps', { renditions: [transcription('The lamp is out.')] }),
      documentLine(TWO, 'A reply'),
      documentLine(THREE, 'A draft'),
      personLine(KEPT, 'Reuter, Jonas'),
      personLine(OTHER, 'Reuter, J.'),
    ];
    await writeFile(join(folder, 'papers.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  });

  test('made once, it is not made twice', async () => {
    const again = await say(folder, ['init', 'archive']);
    assert.equal(again.code, 2);
    assert.match(again.err, /already/);
  });

  test('where no folder is named, it is made in that of the environment', async () => {
    const elsewhere = join(folder, 'elsewhere');
    const made = await say(folder, ['init'], { UNSEALED_DIR: elsewhere });
    assert.equal(made.code, 0, made.err);
    assert.match(await readFile(join(elsewhere, 'unsealed.json'), 'utf8'), /"elsewhere"/);
  });

  test('tried first, nothing is written', async () => {
    const tried = await unsealed('import', 'papers.jsonl', '--dry-run');
    assert.equal(tried.code, 0, tried.err);
    assert.match(tried.out, /^Nothing was written\. There would be 5 new records/);
    assert.equal(JSON.parse((await unsealed('status', '--json')).out).drafts, 0);
  });

  test('what is imported is a draft until it is published', async () => {
    const imported = await unsealed('import', 'papers.jsonl');
    assert.equal(imported.code, 0, imported.err);
    const drafts = JSON.parse((await unsealed('status', '--json')).out);
    assert.deepEqual([drafts.documents, drafts.drafts], [0, 3]);
    assert.equal(await statusOf(`/document/${ONE}`), 404);
    const published = await unsealed('publish', ONE, TWO, KEPT, OTHER);
    assert.equal(published.code, 0, published.err);
    const status = JSON.parse((await unsealed('status', '--json')).out);
    assert.deepEqual([status.documents, status.drafts, status.people], [2, 1, 2]);
    assert.equal(await statusOf(`/document/${ONE}`), 200);
  });

  test('imported again, it changes nothing', async () => {
    const again = JSON.parse((await unsealed('import', 'papers.jsonl', '--json')).out);
    assert.deepEqual([again.created, again.updated, again.unchanged], [0, 0, 5]);
  });

  test('a record is printed as readers get it, and a draft is none of theirs', async () => {
    const record = await unsealed('get', ONE);
    assert.equal(record.code, 0);
    assert.equal(JSON.parse(record.out).id, ONE);
    const draft = await unsealed('get', THREE);
    assert.equal(draft.code, 2);
    assert.equal(draft.out, '');
    assert.equal((await unsealed('get', THREE, '--draft')).code, 0);
  });

  test('edited by two hands at once, the second is told and loses nothing', async () => {
    const draft = JSON.parse((await unsealed('get', ONE, '--draft')).out);
    const titled = (text: string) => ({
      ...draft,
      record: { ...draft.record, titles: [{ ...draft.record.titles[0], text }] },
    });
    await writeFile(join(folder, 'one.json'), JSON.stringify(titled('A letter on two lamps'), null, 2));
    await writeFile(join(folder, 'other.json'), JSON.stringify(titled('A letter on three lamps'), null, 2));
    assert.equal((await unsealed('import', 'one.json', '--publish')).code, 0);
    const second = await unsealed('import', 'other.json', '--publish');
    assert.equal(second.code, 2);
    assert.match(second.err, /changed this record in the meantime/);
    const now = JSON.parse((await unsealed('get', ONE, '--draft')).out);
    assert.equal(now.record.titles[0].text, 'A letter on two lamps');
  });

  test('restricted, lifted, embargoed, withdrawn: each has the answer that was promised', async () => {
    const words = ['--reason', 'living-person', '--words', 'Somebody lives.'];
    assert.equal((await unsealed('restrict', TWO, ...words)).code, 0);
    assert.equal(await statusOf(`/document/${TWO}`), 410);
    assert.equal((await unsealed('restrict', TWO, '--lift', 'x1')).code, 0);
    assert.equal(await statusOf(`/document/${TWO}`), 200);
    assert.equal((await unsealed('embargo', TWO, '--until', '9999-01-01')).code, 0);
    assert.equal(await statusOf(`/document/${TWO}`), 410);
    assert.equal((await unsealed('withdraw', TWO, '--reason', 'A mistake.', '--replaced-by', ONE)).code, 0);
    assert.equal(await statusOf(`/document/${TWO}`), 410);
    const refused = await unsealed('publish', TWO);
    assert.equal(refused.code, 2);
    assert.match(refused.err, /withdrawn/);
  });

  test('an agency’s decision is recorded, shown and searched; the same again is refused', async () => {
    const decision = ['--date', '1998-11-11', '--authority', 'Board', '--exemption', 'b1, (b)(3)'];
    const done = await unsealed('release', ONE, ...decision);
    assert.equal(done.code, 0, done.err);
    assert.match(done.out, /recorded/);
    assert.match((await unsealed('get', `/document/${ONE}`)).out, /interest of national defence/);
    assert.match((await unsealed('get', '/search.json?q=exemption:b3')).out, /"total":1/);
    assert.equal((await unsealed('release', ONE, ...decision)).code, 0);
    const draft = JSON.parse((await unsealed('get', ONE, '--draft')).out);
    assert.deepEqual(draft.record.releases, [
      {
        key: 'r1',
        date: '1998-11-11',
        authority: 'Board',
        outcome: 'part',
        exemptions: ['(b)(1)', '(b)(3)'],
      },
    ]);
    for (const wrong of ['11 November', '1998-13', ''])
      assert.equal((await unsealed('release', ONE, '--authority', 'Board', '--date', wrong)).code, 2, wrong);
    assert.equal((await unsealed('release', OTHER, '--authority', 'Board')).code, 2);
    assert.equal((await unsealed('release', ONE)).code, 2);
  });

  test('what answers to what is set by hand in the draft, and stands so', async () => {
    const draft = JSON.parse((await unsealed('get', ONE, '--draft')).out);
    const text = (key: string, kind: string, language: string, ...blocks: readonly string[]) => ({
      kind,
      key,
      language,
      text: {
        blocks: blocks.map((id) => ({ kind: 'paragraph', id, content: [`${language} ${id}`] })),
        notes: [],
      },
    });
    const links = [{ from: ['b1'], to: ['bb', 'bc'], basis: 'by-hand' }];
    const record = {
      ...draft.record,
      renditions: [text('t-de', 'transcription', 'de', 'b1'), text('t-en', 'translation', 'en', 'bb', 'bc')],
      alignments: [{ from: 't-de', to: 't-en', links }],
    };
    await writeFile(join(folder, 'aligned.json'), JSON.stringify({ ...draft, record }, null, 2));
    const done = await unsealed('import', 'aligned.json', '--publish');
    assert.equal(done.code, 0, done.err);
    const now = JSON.parse((await unsealed('get', ONE, '--draft')).out);
    assert.equal(now.record.alignments[0].links[0].basis, 'by-hand');
    const page = await unsealed('get', `/document/${ONE}/compare/t-en`);
    assert.match(page.out, /set by hand/);
    assert.doesNotMatch(page.out, /guessed/);
  });

  test('merged, one leads to the other; unmerged, each stands again', async () => {
    assert.equal((await unsealed('merge', OTHER, '--into', KEPT, '--reason', 'one hand')).code, 0);
    assert.equal(await statusOf(`/person/${OTHER}`), 301);
    assert.equal((await unsealed('unmerge', OTHER)).code, 0);
    assert.equal(await statusOf(`/person/${OTHER}`), 200);
  });

  test('exported and imported elsewhere, it is the same', async () => {
    assert.equal((await unsealed('export', '--out', 'all.jsonl')).code, 0);
    await say(folder, ['init', 'copy']);
    const copied = await say(folder, ['import', 'all.jsonl', '--dir', 'copy']);
    assert.equal(copied.code, 0, copied.err);
    await say(folder, ['export', '--out', 'again.jsonl', '--dir', 'copy']);
    assert.equal(
      await readFile(join(folder, 'again.jsonl'), 'utf8'),
      await readFile(join(folder, 'all.jsonl'), 'utf8'),
    );
  });

  test('the index may be thrown away at any time', async () => {
    await rm(join(archive, 'derived'), { recursive: true });
    assert.match((await unsealed('get', '/search.json?q=lamps')).out, /"total":1/);
    assert.equal((await unsealed('reindex')).code, 0);
    assert.match((await unsealed('get', '/search.json?q=lamps')).out, /"total":1/);
  });

  test('copies are listed until somebody says whether they are the same', async () => {
    const copies = [testId('document', 61), testId('document', 62)] as const;
    const text = Array.from({ length: 60 }, (_, at) => `lamp${(at * 37) % 101}`).join(' ');
    const lines = copies.map((id, at) =>
      JSON.stringify(documentLine(id, `Copy ${at + 1}`, { renditions: [transcription(text)] })),
    );
    await writeFile(join(folder, 'copies.jsonl'), `${lines.join('\n')}\n`);
    assert.equal((await unsealed('import', 'copies.jsonl', '--publish')).code, 0);
    const listed = await unsealed('documents', 'same-text');
    assert.match(listed.out, /60 words: 100% of the first, 100% of the second/);
    assert.ok(listed.out.includes(`unsealed documents same ${copies[0]} ${copies[1]}`));
    const [pair] = (await unsealed('documents', 'same-text', '--json')).out.trim().split('\n');
    assert.deepEqual(JSON.parse(pair ?? '').other, { id: copies[1], label: 'Copy 2' });
    const alone = await unsealed('documents', 'same', copies[0]);
    assert.equal(alone.code, 2);
    assert.match(alone.err, /OTHER is missing/);
    assert.equal((await unsealed('documents', 'same-text', '--least', '20')).code, 2);
    const decided = await unsealed('documents', 'different', ...copies, '--reason', 'two drafts');
    assert.deepEqual([decided.code, decided.out], [0, `decided ${copies[0]}\n`]);
    assert.equal((await unsealed('documents', 'same-text')).err, 'No two documents are in doubt.\n');
  });

  test('an original that has changed is named', async () => {
    assert.equal((await unsealed('verify')).code, 0);
    const files = join(archive, 'files');
    const stored = JSON.parse((await unsealed('verify', '--json')).out);
    assert.ok(stored.intact >= 2);
    await alterOneFile(files);
    const wrong = await unsealed('verify');
    assert.equal(wrong.code, 1);
    assert.match(wrong.err, /not the ones that were kept/);
  });

  test('every problem is listed: here with its way out, and in the report', async () => {
    await writeFile(join(folder, 'broken.jsonl'), '{"key":"a:b","record":{"kind":"term"}}\n{"key":\n');
    const broken = await unsealed('import', 'broken.jsonl', '--report', 'report.jsonl');
    assert.equal(broken.code, 2);
    const report = (await readFile(join(folder, 'report.jsonl'), 'utf8')).trimEnd().split('\n');
    const problems = report.map((line) => JSON.parse(line));
    assert.ok(problems.length >= 2);
    for (const { code, sentence, wayOut, where } of problems) {
      assert.ok(code && sentence && wayOut && where.file && where.line);
      assert.ok(broken.err.includes(sentence) && broken.out.includes(code));
    }
  });

  test('a folder, a file that is not there, a folder that is no archive: said, and nothing done', async () => {
    assert.equal((await unsealed('import', 'nowhere.xml')).code, 2);
    await mkdir(join(folder, 'plain'), { recursive: true });
    const none = await say(folder, ['status', '--dir', 'plain']);
    assert.equal(none.code, 2);
    assert.match(none.err, /unsealed init/);
  });

  test('the port in use is said to be', async () => {
    const first = testTerminal({ cwd: folder });
    const serving = run(['serve', '--port', '0', '--json', '--dir', archive], first);
    try {
      const { address, port } = JSON.parse(await first.firstOut());
      assert.match(address, /^http:\/\/127\.0\.0\.1:\d+$/);
      assert.match(await (await fetch(`${address}/document/${ONE}.json`)).text(), /two lamps/);
      const second = await unsealed('serve', '--port', String(port));
      assert.equal(second.code, 2);
      assert.match(second.err, /taken by another process[\s\S]*--port 4849/);
    } finally {
      first.stop();
    }
    assert.equal(await serving, 0);
  });
});

async function alterOneFile(folder: string): Promise<void> {
  const { readdir, chmod } = await import('node:fs/promises');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const file = entries.find((entry) => entry.isFile());
  const path = join(file?.parentPath ?? folder, file?.name ?? '');
  await chmod(path, 0o644);
  await writeFile(path, 'altered');
}

describe('the command line itself', () => {
  const cases: readonly (readonly [says: string, line: string[], code: number, says: RegExp])[] = [
    ['nothing said: what there is', [], 0, /^unsealed COMMAND/],
    ['help', ['help'], 0, /Exit codes/],
    ['help on a command', ['help', 'import'], 0, /^unsealed import PATH…/],
    ['help on a command that there is not', ['help', 'improt'], 2, /Did you mean "import"/],
    ['a command that there is not', ['frobnicate'], 2, /There is no command “frobnicate”\.\n/],
    ['a slip', ['pubish', 'x'], 2, /Did you mean "publish"/],
    ['an option that there is not', ['status', '--colour'], 2, /There is no option --colour/],
    ['a day that is none', ['embargo', 'x', '--until', '2031-02-30'], 2, /such as 2031-04-01/],
    ['a port that is none', ['serve', '--port', '99999', '--dir', '.'], 2, /unsealed\.json/],
  ];
  for (const [says, line, code, words] of cases)
    test(says, async (t) => {
      const said = await say(await temporaryFolder(t), line);
      assert.equal(said.code, code);
      assert.match(said.out + said.err, words);
    });

  test('a program that asks gets JSON for an error, too', async (t) => {
    const { code, out } = await say(await temporaryFolder(t), ['status', '--json']);
    assert.equal(code, 2);
    assert.equal(JSON.parse(out).problems[0].code, 'not-an-archive');
  });

  for (const { name } of COMMANDS)
    test(`${name} --help shows usage and examples`, async () => {
      const { code, out } = await say('.', [name, '--help']);
      assert.equal(code, 0);
      assert.match(out, new RegExp(`^unsealed ${name}`));
      assert.match(out, /\nExamples\n {2}unsealed /);
    });
});
