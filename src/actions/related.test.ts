import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importDrafts, memoryPorts, type MemoryPorts } from '../../test/support/memory-archive.ts';
import type { Agent } from '../core/agent.ts';
import { BLANK_DOCUMENT } from '../core/blank-document.ts';
import { parseEdtf } from '../core/date/edtf.ts';
import type { ArchiveDocument } from '../core/document.ts';
import { sourceKey, type Draft, type SourceKey } from '../core/draft.ts';
import type { RecordId } from '../core/id.ts';
import { parseLanguage, UNDETERMINED } from '../core/language.ts';
import { blockId, type Inline } from '../core/text.ts';
import type { ReadingRoom } from './archive.ts';
import { decideSameText } from './decide-same-text.ts';
import { followChanges } from './follow-changes.ts';
import { listSameText } from './list-same-text.ts';
import { restrict, withdraw } from './publish.ts';
import { openReadingRoom } from './reading-room.ts';

const en = parseLanguage('en') ?? UNDETERMINED;
const key = (name: string): SourceKey => sourceKey('test', name);
type Parts = Partial<ArchiveDocument<SourceKey>>;

const authority = { identifiers: [], notes: [], links: [], attestations: [] };
const person = (form: string): Draft => {
  const record: Agent = { ...authority, kind: 'agent', agentKind: 'person', names: [named(form)] };
  return { key: key(form), record, joins: 'whole' };
};
const named = (form: string): Agent['names'][number] => ({ form, kind: 'preferred', lang: en });
const paper = (name: string, more: Parts = {}): Draft => ({
  key: key(name),
  joins: 'whole',
  record: { ...BLANK_DOCUMENT, titles: [{ text: name, lang: en, titleKind: 'supplied' }], ...more },
});
const dated = (edtf: string): Parts => {
  const date = parseEdtf(edtf);
  assert.ok(date);
  return { dates: [{ kind: 'sent', words: edtf, edtf: date, isCatalogueDate: true }] };
};
const text = (content: readonly Inline[], note: readonly Inline[] = []): Parts => ({
  renditions: [
    {
      kind: 'transcription',
      key: 't-en',
      language: en,
      text: {
        blocks: [{ kind: 'paragraph', id: blockId(1), content }],
        notes: [
          {
            id: blockId(8),
            label: '1',
            noteKind: 'editorial',
            blocks: [{ kind: 'paragraph', id: blockId(9), content: note }],
          },
        ],
      },
    },
  ],
});
const cites = (number: string, from: string): Inline => ({
  kind: 'link',
  to: { kind: 'number', number, from },
  content: [`telegram ${number}`],
});
const numbered = (value: string, from: string, to: string): Parts => ({
  numbers: [{ numberKind: 'telegram', value, from, to }],
});
const by = (...names: readonly string[]): Parts => ({
  contributions: names.map((name) => ({ role: 'author', name, agent: key(name) })),
});
/** Words in an order of their own. */
const words = (name: string, count: number): string =>
  Array.from({ length: count }, (_, at) => `${name}${(at * 7919) % 10_007}`).join(' ');

interface Opened {
  readonly ports: MemoryPorts;
  readonly room: ReadingRoom;
  id(name: string): Promise<RecordId>;
  /** What stands beside a document: "reply-to: A, B | similar: C", the same text first. */
  beside(name: string): Promise<string>;
  follow(): Promise<void>;
}

async function opened(drafts: readonly Draft[], unpublished: readonly Draft[] = []): Promise<Opened> {
  const ports = memoryPorts();
  const { problems } = await importDrafts(ports, drafts, { isPublishing: true });
  assert.deepEqual(problems, []);
  await importDrafts(ports, unpublished);
  const room = openReadingRoom(ports);
  const follow = async (): Promise<void> => {
    for await (const _ of followChanges(ports)) continue;
  };
  await follow();
  const id = async (name: string): Promise<RecordId> => {
    const found = (await ports.records.find([`test:${name}`])).get(`test:${name}`);
    assert.ok(found, name);
    return found;
  };
  const beside = async (name: string): Promise<string> => {
    const { sameText, groups } = await room.related(await id(name));
    return [
      ...(sameText.length > 0 ? [`same-text: ${sameText.map(({ row }) => row.label.title).join(', ')}`] : []),
      ...groups.map(({ reason, rows }) => `${reason}: ${rows.map(({ row }) => row.label.title).join(', ')}`),
    ].join(' | ');
  };
  return { ports, room, id, beside, follow };
}

test('a telegram and what answers it lead to each other; its own office only speaks of it', async () => {
  const { beside } = await opened([
    paper('First', { ...numbered('243', 'Stavin', 'Foreign Office'), ...dated('1955-08-01') }),
    paper('Answer', {
      ...numbered('500', 'Foreign Office', 'Stavin'),
      ...dated('1955-08-03'),
      ...text(['With regard to ', cites('243', 'Stavin')]),
    }),
    paper('Second', {
      ...numbered('244', 'Stavin', 'Foreign Office'),
      ...dated('1955-08-04'),
      ...text(['Further to ', cites('243', 'Stavin')]),
    }),
    paper('Note', {
      ...numbered('501', 'Foreign Office', 'Stavin'),
      ...dated('1955-08-05'),
      ...text(['Nothing.'], ['See ', cites('243', 'Stavin')]),
    }),
    paper('Years later', {
      ...numbered('9', 'Foreign Office', 'Stavin'),
      ...dated('1958-08-03'),
      ...text(['Your ', cites('243', 'Stavin')]),
    }),
  ]);
  assert.equal(await beside('First'), 'replied-by: Answer | mentioned-by: Second, Note');
  assert.equal(await beside('Answer'), 'reply-to: First');
  assert.equal(await beside('Second'), 'mentions: First');
  assert.equal(await beside('Years later'), '');
});

test('what a record states is told from both sides', async () => {
  const states = (relation: ArchiveDocument['related'][number]['relation'], words?: string): Parts => ({
    related: [{ document: key('Letter'), relation, ...(words === undefined ? {} : { words }) }],
  });
  const { beside, room, id } = await opened([
    paper('Letter'),
    paper('Reply', states('reply-to')),
    paper('Enclosure', states('enclosed-in')),
    paper('Cover', states('encloses', 'two copies')),
    paper('Named', states('mentioned-in')),
    paper('Twin', states('same-text')),
  ]);
  assert.equal(
    await beside('Letter'),
    'same-text: Twin | replied-by: Reply | stated: Enclosure, Cover | mentions: Named',
  );
  assert.equal(await beside('Reply'), 'reply-to: Letter');
  assert.equal(await beside('Named'), 'mentioned-by: Letter');
  const { groups, sameText } = await room.related(await id('Letter'));
  const stated = groups.find(({ reason }) => reason === 'stated');
  assert.deepEqual(
    stated?.rows.map(({ relation }) => relation),
    ['encloses', 'enclosed-in'],
  );
  assert.deepEqual([sameText[0]?.isStated, sameText[0]?.share], [true, undefined]);
  const [cover] = (await room.related(await id('Cover'))).groups;
  assert.deepEqual([cover?.rows[0]?.relation, cover?.rows[0]?.words], ['encloses', 'two copies']);
});

test('what lies in the same file stands in order of nearness; a whole fonds is no file', async () => {
  const repository: Draft = {
    key: key('House'),
    joins: 'whole',
    record: { ...authority, kind: 'repository', names: [named('House of Records')] },
  };
  const inFile = (day: string, file: string, leaf: string): Parts => ({
    ...dated(day),
    source: {
      original: {
        repositoryName: 'House of Records',
        repository: key('House'),
        steps: [
          { level: 'fonds', code: '5' },
          ...(file === '' ? [] : [{ level: 'file', code: file } as const]),
          { level: 'leaf', code: leaf },
        ],
      },
    },
  });
  const { beside, room, id } = await opened([
    repository,
    ...[1, 2, 3, 4, 5, 6].map((day) => paper(`Leaf ${day}`, inFile(`1950-01-0${day}`, '7', String(day)))),
    paper('Other', inFile('1950-01-01', '8', '1')),
    paper('Loose', inFile('1950-01-01', '', '1')),
    paper('Looser', inFile('1950-01-01', '', '2')),
  ]);
  assert.equal(await beside('Leaf 4'), 'same-file: Leaf 3, Leaf 5, Leaf 2');
  const [group] = (await room.related(await id('Leaf 4'))).groups;
  assert.equal(group?.all?.total, 6);
  assert.equal(await beside('Other'), '');
  assert.equal(await beside('Loose'), '');
});

test('the same people and days: two who stand in both, or one who wrote both; uncertain days say so', async () => {
  const { beside, room, id } = await opened([
    ...['Falk', 'Reuter', 'Lind'].map(person),
    paper('Talk', { ...by('Falk', 'Reuter'), ...dated('1950-03-10') }),
    paper('Next', { ...by('Falk', 'Reuter'), ...dated('1950-03-12') }),
    paper('Before', { ...by('Reuter'), ...dated('1950-03-09') }),
    paper('Month', { ...by('Falk'), ...dated('1950-03') }),
    paper('Year', { ...by('Falk', 'Reuter'), ...dated('1950') }),
    paper('Week later', { ...by('Falk', 'Reuter'), ...dated('1950-03-17') }),
    paper('Others', { ...by('Lind'), ...dated('1950-03-10') }),
    paper('Translated', {
      ...dated('1950-03-10'),
      contributions: [{ role: 'translator', name: 'Falk', agent: key('Falk') }],
    }),
    paper('Undated', by('Falk', 'Reuter')),
  ]);
  assert.equal(await beside('Talk'), 'same-days: Next, Before, Month');
  const [group] = (await room.related(await id('Talk'))).groups;
  assert.deepEqual(
    group?.rows.map(({ daysLater }) => daysLater),
    [2, -1, undefined],
  );
  assert.deepEqual(
    group?.rows[0]?.people?.map(({ title }) => title),
    ['Falk', 'Reuter'],
  );
  assert.equal(await beside('Year'), '');
  assert.equal(await beside('Undated'), '');
});

const COPY = words('tide', 120);
const copies: readonly Draft[] = [
  paper('Here', text([COPY])),
  paper('There', text([COPY.replace('tide7919', 'tied7919')])),
  paper('Longer', text([words('other', 300), ' ', COPY])),
  paper('Elsewhere', text([words('foreign', 120)])),
  paper('Short', text([words('tide', 39)])),
];

test('the same text elsewhere is proposed with its share, and what is short is not', async () => {
  const { room, id } = await opened(copies);
  const { sameText } = await room.related(await id('Here'));
  assert.deepEqual(
    sameText.map(({ row, share, isStated }) => [row.label.title, share?.ofThis, isStated]),
    [
      ['Longer', 1, false],
      ['There', (120 - 2) / 120, false],
    ],
  );
  assert.equal(sameText[0]?.share?.ofOther, 120 / 420);
  assert.deepEqual((await room.related(await id('Short'))).sameText, []);
});

test('a twin that readers may not see stands beside nothing, at once', async () => {
  const drafts = [paper('Here', text([COPY])), paper('There', text([COPY])), paper('Part', text([COPY]))];
  const { ports, beside, id, follow, room } = await opened(drafts, [paper('Draft', text([COPY]))]);
  assert.match(await beside('Here'), /^same-text: (?:There, Part|Part, There)$/);
  await withdraw(ports, await id('There'), 'A mistake.', { by: 'test' });
  assert.equal(await beside('Here'), 'same-text: Part');
  await restrict(
    ports,
    await id('Part'),
    { scope: { kind: 'blocks', blocks: [blockId(1)] }, reason: 'living-person', words: 'Held back.' },
    { by: 'test' },
  );
  assert.equal(await beside('Here'), '');
  await follow();
  assert.equal(await beside('Here'), '');
  assert.deepEqual(await room.related(await id('Draft')), { sameText: [], groups: [] });
  assert.deepEqual(await room.related(await id('There')), { sameText: [], groups: [] });
});

test('pairs are listed once until somebody decides; a decision is a statement, and can be altered', async () => {
  const { ports, id, beside, follow, room } = await opened(copies);
  const listed = async (least = 0.5): Promise<string> => {
    const found: string[] = [];
    for await (const { one, other } of listSameText(ports, least))
      found.push([one.label, other.label].sort().join('+'));
    return found.sort().join(' ');
  };
  assert.equal(await listed(), 'Here+Longer Here+There Longer+There');
  assert.equal(await listed(0.99), 'Here+Longer');
  const [here, there, longer] = [await id('Here'), await id('There'), await id('Longer')];
  const decide = (
    pair: readonly [RecordId, RecordId],
    verdict: 'same-text' | 'not-same-text',
  ): ReturnType<typeof decideSameText> =>
    decideSameText(ports, pair, verdict, { by: 'test', why: 'compared' });
  assert.ok((await decide([there, here], 'same-text')).ok);
  assert.ok((await decide([here, longer], 'not-same-text')).ok);
  await follow();
  assert.equal(await listed(), 'Longer+There');
  assert.equal(await beside('Here'), 'same-text: There | similar: Longer');
  assert.equal((await room.related(here)).sameText[0]?.isStated, true);
  assert.equal(await beside('Longer'), 'same-text: There');
  const again = await decide([there, here], 'same-text');
  assert.equal(!again.ok && again.problem.code, 'already-so');
  assert.ok((await decide([there, here], 'not-same-text')).ok);
  await follow();
  assert.deepEqual((await room.related(here)).sameText, []);
  assert.equal((await ports.records.standings([there])).get(there)?.editions.length, 3);
  const reimported = await importDrafts(ports, copies, { isPublishing: true });
  assert.deepEqual([reimported.updated, reimported.unchanged, reimported.problems], [0, copies.length, []]);
});

test('a decision needs two documents, and lets out no draft', async () => {
  const { ports, id } = await opened([person('Falk'), ...copies], [paper('Draft', text([COPY]))]);
  const [here, falk] = [await id('Here'), await id('Falk')];
  const codeOf = async (pair: readonly [RecordId, RecordId]): Promise<string> => {
    const done = await decideSameText(ports, pair, 'same-text', { by: 'test' });
    return done.ok ? 'done' : done.problem.code;
  };
  assert.equal(await codeOf([here, here]), 'not-allowed');
  assert.equal(await codeOf([here, falk]), 'kind-mismatch');
  assert.equal(await codeOf([here, ports.world.newId('document')]), 'not-found');
  const draft = await id('Draft');
  assert.equal(await codeOf([draft, here]), 'done');
  assert.equal((await ports.records.standings([draft])).get(draft)?.editions.length, 0);
});
