import assert from 'node:assert/strict';
import { cpSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { OpenArchive } from '../../src/compose.ts';
import type { RecordId } from '../../src/core/id.ts';
import { samplePerson, sampleDocument, sampleId, sampleText } from '../../src/core/record.samples.ts';
import { UNDETERMINED } from '../../src/core/language.ts';
import { dumpInto } from '../support/dump-archive.ts';
import { emptyArchive, importLines, suiteCleanup } from '../support/temp-archive.ts';

const cleanup = suiteCleanup(after);
const ACT = { by: 'test' };
const [LETTER, CABLE, LATER] = [1, 2, 3].map((n) => sampleId('document', n)) as [
  RecordId,
  RecordId,
  RecordId,
];
const [AUTHOR, SAME] = [1, 2].map((n) => sampleId('agent', n)) as [RecordId, RecordId];

const document = (id: RecordId, title: string, ...paragraphs: readonly string[]): object => ({
  id,
  record: sampleDocument(title, {
    contributions: [{ role: 'author', name: 'A. Author', agent: AUTHOR }],
    renditions: [
      { kind: 'transcription', key: 't', language: UNDETERMINED, text: sampleText(...paragraphs) },
    ],
  }),
});

type Opened = Awaited<ReturnType<typeof emptyArchive>>;

/** An archive of two letters and two names, of which there is a dump. */
async function dumped(): Promise<Opened & { readonly file: string }> {
  const opened = await emptyArchive(cleanup);
  const people = [AUTHOR, SAME].map((id, at) => ({ id, record: samplePerson(`Author ${at}`) }));
  await importLines(opened, people, true);
  await importLines(opened, [document(LETTER, 'A letter', 'open', 'held back later')], true);
  await importLines(opened, [document(CABLE, 'A cable', 'open')], true);
  await opened.archive.restrict(
    CABLE,
    { scope: { kind: 'field', field: 'summary' }, reason: 'other', words: 'Held back.' },
    ACT,
  );
  const { dump } = await dumpInto(opened.archive);
  return { ...opened, file: `/data/${dump.date}/records.jsonl.gz` };
}

const statusOf = async (archive: OpenArchive, address: string): Promise<number> =>
  (await archive.app.request(address)).status;

const held = (scope: Parameters<OpenArchive['restrict']>[1]['scope'], until?: string) => ({
  scope,
  reason: 'living-person' as const,
  words: 'Held back.',
  ...(until === undefined ? {} : { until }),
});

const takenBack: readonly (readonly [says: string, deed: (archive: OpenArchive) => Promise<unknown>])[] = [
  ['withdrawn', (archive) => archive.withdraw(LETTER, 'A mistake.', ACT)],
  ['put under embargo', (archive) => archive.embargo(LETTER, '9999-01-01', ACT)],
  ['held back whole', (archive) => archive.restrict(LETTER, held({ kind: 'whole' }), ACT)],
  ['held back in part', (archive) => archive.restrict(LETTER, held({ kind: 'blocks', blocks: ['b1'] }), ACT)],
  [
    'held back in another part, where a part was before',
    (archive) => archive.restrict(CABLE, held({ kind: 'field', field: 'contributions' }), ACT),
  ],
  [
    'held back under the key of what was lifted',
    async (archive) => {
      await archive.liftRestriction(CABLE, 'x1', ACT);
      return archive.restrict(CABLE, held({ kind: 'field', field: 'summary' }), ACT);
    },
  ],
  [
    'merged into what is withdrawn',
    async (archive) => {
      await archive.merge(SAME, AUTHOR, 'The same.', ACT);
      return archive.withdraw(SAME, 'A mistake.', ACT);
    },
  ],
];

for (const [says, deed] of takenBack)
  test(`once something in it is ${says}, a dump can no longer be had`, async () => {
    const { archive, file } = await dumped();
    assert.equal(await statusOf(archive, file), 200);
    await deed(archive);
    const answer = await archive.app.request(file);
    assert.equal(answer.status, 410);
    assert.match(answer.headers.get('content-type') ?? '', /problem\+json/);
    assert.match(await answer.text(), /withdrawn or held back since/);
    assert.equal(await statusOf(archive, file.replace(/[^/]+$/, 'SHA256SUMS')), 410);
    for (const never of ['nonsense', 'records.jsonl', '.standing.json', 'constructor'])
      assert.equal(await statusOf(archive, file.replace(/[^/]+$/, never)), 404, never);
    assert.equal(await statusOf(archive, file.replace(/\d{4}-\d\d-\d\d/, 'latest')), 404);
    const page = await (await archive.app.request('/data')).text();
    assert.match(page, /can no longer be had/);
    assert.doesNotMatch(page, /No dump of this archive has been made yet/);
    assert.doesNotMatch(page, /records\.jsonl\.gz"/);
    assert.doesNotMatch(await (await archive.app.request('/data.json')).text(), /records\.jsonl/);
  });

const harmless: readonly (readonly [says: string, deed: (opened: Opened) => Promise<unknown>])[] = [
  [
    'renamed',
    ({ ...opened }) => importLines(opened, [{ id: AUTHOR, record: samplePerson('Renamed') }], true),
  ],
  ['merged into what is public', ({ archive }) => archive.merge(SAME, AUTHOR, 'The same.', ACT)],
  ['opened', ({ archive }) => archive.liftRestriction(CABLE, 'x1', ACT)],
  ['edited', (opened) => importLines(opened, [document(LETTER, 'A letter', 'open')], true)],
  [
    'added, and withdrawn again',
    async (opened) => {
      await importLines(opened, [document(LATER, 'A later one', 'open')], true);
      return opened.archive.withdraw(LATER, 'A mistake.', ACT);
    },
  ],
  [
    'held back until a day that has come',
    ({ archive }) => archive.restrict(LETTER, held({ kind: 'whole' }, '1999-01-01'), ACT),
  ],
];
for (const [says, deed] of harmless)
  test(`something is ${says}: a dump stays as it was`, async () => {
    const { file, ...opened } = await dumped();
    const before = await (await opened.archive.app.request(file)).arrayBuffer();
    await deed(opened);
    const answer = await opened.archive.app.request(file);
    assert.equal(answer.status, 200);
    assert.deepEqual(await answer.arrayBuffer(), before);
    assert.match(await (await opened.archive.app.request('/data')).text(), /Something has changed since/);
  });

test('what was held back is had again once that is lifted', async () => {
  const { archive, file } = await dumped();
  await archive.restrict(LETTER, held({ kind: 'whole' }), ACT);
  assert.equal(await statusOf(archive, file), 410);
  await archive.liftRestriction(LETTER, 'x1', ACT);
  assert.equal(await statusOf(archive, file), 200);
});

test('the next dump has the rest, and takes the place of one of the same day', async () => {
  const { folder, archive, file } = await dumped();
  await archive.withdraw(LETTER, 'A mistake.', ACT);
  const { dump } = await dumpInto(archive);
  assert.equal(await statusOf(archive, file), 200);
  assert.equal(dump.counts['document'], 1);
  assert.deepEqual(readdirSync(join(folder, 'derived/data')), [dump.date]);
});

test('a dump whose note of what was held back is gone or broken is not given out', async () => {
  for (const note of ['what?', '{"d": 1}', undefined]) {
    const { folder, archive, file } = await dumped();
    const [date = ''] = readdirSync(join(folder, 'derived/data'));
    const path = join(folder, 'derived/data', date, '.standing.json');
    if (note === undefined) rmSync(path);
    else writeFileSync(path, note);
    assert.equal(await statusOf(archive, file), 404);
  }
});

test('nor one that was made of another archive, nor a file that is not as long as it was', async () => {
  const [one, other] = [await dumped(), await dumped()];
  const [date = ''] = readdirSync(join(one.folder, 'derived/data'));
  cpSync(join(one.folder, 'derived/data', date), join(other.folder, 'derived/data', date), {
    recursive: true,
  });
  assert.equal(await statusOf(other.archive, one.file), 410);
  truncateSync(join(one.folder, 'derived/data', date, 'tables.csv.zip'), 100);
  assert.equal(await statusOf(one.archive, one.file), 404);
});

test('so many of the newest are kept', async () => {
  const { folder, archive } = await dumped();
  for (const date of ['2026-01-01', '2026-02-01', '2026-03-01']) {
    const making = archive.makeDump({ forms: ['jsonl'], date });
    while ((await making.next()).done !== true) continue;
  }
  await archive.keepDumps(2);
  const left = readdirSync(join(folder, 'derived/data'));
  assert.equal(left.length, 2);
  assert.ok(left.includes('2026-03-01'));
});
