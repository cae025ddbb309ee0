import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importDrafts, memoryPorts } from '../../test/support/memory-archive.ts';
import type { Agent } from '../core/agent.ts';
import { BLANK_DOCUMENT } from '../core/blank-document.ts';
import type { Contribution } from '../core/contribution.ts';
import { sourceKey, type Draft, type SourceKey } from '../core/draft.ts';
import { parseLanguage, UNDETERMINED } from '../core/language.ts';
import { bindRepositories } from '../core/source-line/repository-stub.ts';
import { readSourceLine } from '../core/source-line/read-source-line.ts';
import { followChanges } from './follow-changes.ts';
import type { SearchPage, SearchRequest } from './search-page.ts';
import { openReadingRoom } from './reading-room.ts';

const en = parseLanguage('en') ?? UNDETERMINED;
const ru = parseLanguage('ru') ?? UNDETERMINED;

const person = (...forms: readonly [string, ...string[]]): Draft => {
  const record: Agent = {
    kind: 'agent',
    agentKind: 'person',
    identifiers: [],
    names: forms.map((form, at) => ({ form, kind: at === 0 ? 'preferred' : 'variant', lang: en })),
    notes: [],
    links: [],
    attestations: [],
  };
  return { key: sourceKey('test', forms[0]), record, joins: 'whole' };
};

interface Paper {
  readonly title: string;
  readonly source?: string;
  readonly summary?: string;
  readonly by?: readonly [role: Contribution['role'], name: string];
  readonly genre?: string;
  readonly language?: typeof en;
}

function paper({ title, source, summary, by, genre, language }: Paper): readonly Draft[] {
  const bound = source === undefined ? undefined : bindRepositories(readSourceLine(source).source);
  const [role, name] = by ?? [];
  const contributions: readonly Contribution<SourceKey>[] =
    role === undefined || name === undefined ? [] : [{ role, name, agent: sourceKey('test', name) }];
  const draft: Draft = {
    key: sourceKey('test', title),
    joins: 'whole',
    record: {
      ...BLANK_DOCUMENT,
      titles: [{ text: title, lang: en, titleKind: 'supplied' }],
      summaries: summary === undefined ? [] : [{ text: summary, lang: en }],
      contributions,
      languages: language === undefined ? [] : [language],
      ...(genre === undefined ? {} : { genre }),
      ...(bound === undefined ? {} : { source: bound.note }),
    },
  };
  return [draft, ...(bound?.stubs ?? [])];
}

const DRAFTS: readonly Draft[] = [
  person('Falk, Henriette', 'Henriette Falk'),
  person('Falk, Otto'),
  person('Reuter, Jonas', 'Harbourmaster'),
  person('Soong, Tse-vung (T.V.)'),
  person('Anna Ebb'),
  person('Ann Tide (Anna Ebb)'),
  ...paper({
    title: 'A',
    source: 'RGASPI, f. 558, op. 11, d. 97, ll. 67-70.',
    by: ['author', 'Falk, Henriette'],
    genre: 'Telegram',
    language: ru,
  }),
  ...paper({
    title: 'B',
    source: 'АВПРФ, ф. 100, оп. 40, п. 248, д. 5.',
    by: ['recipient', 'Falk, Otto'],
    genre: 'Record of conversation',
  }),
  ...paper({
    title: 'C',
    source: 'Department of State, Central Files, 611.93/7–2255. Secret.',
    by: ['author', 'Reuter, Jonas'],
    language: en,
  }),
  ...paper({ title: 'D', source: 'The National Archives, FO 371/127456.' }),
  ...paper({ title: 'E', summary: 'Cited as f. 558, op. 11, d. 97, and as box 12, by Falk.' }),
  ...paper({
    title: 'F',
    source: 'RGASPI, f. 97, op. 558, d. 11.',
    by: ['sender', 'Soong, Tse-vung (T.V.)'],
  }),
  ...paper({ title: 'G', source: 'GARF, f. 558, op. 11, d. 970.' }),
  ...paper({ title: 'H', source: 'Truman Library, Papers of the Harbour, box 12, folder Tides.' }),
];

async function opened(): Promise<(q: string, more?: Partial<SearchRequest>) => Promise<SearchPage>> {
  const ports = memoryPorts();
  await importDrafts(ports, DRAFTS, { isPublishing: true });
  for await (const _ of followChanges(ports)) continue;
  const room = openReadingRoom(ports);
  return (q, more) =>
    room.search({ q, scope: 'documents', filters: [], sort: 'relevance', page: 1, ...more });
}

/** Titles found, and how the question was read. */
function said({ rows, readings, problems, offers }: SearchPage): string {
  const read = readings.map((one) => {
    if (one.kind === 'reference') return `${one.words} in ${one.files}`;
    if (one.kind === 'value') return `no ${one.field} ${one.words}`;
    return `${one.words}: ${one.bearers.map(({ title }) => title).join('; ') || 'nobody'}`;
  });
  const parts = [
    rows.map(({ label }) => label.title).join(' '),
    ...read,
    ...problems.map(({ code }) => code),
    ...offers.map(({ instead }) => instead),
  ];
  return parts.join(' | ');
}

const ASKED: readonly (readonly [q: string, said: string])[] = [
  // references: the file, however it is written, then those that name it in words
  ['RGASPI, f. 558, op. 11, d. 97, ll. 67-70', 'A | RGASPI, f. 558, op. 11, d. 97, ll. 67-70 in 1'],
  ['f. 558, op. 11, d. 97', 'A E | f. 558, op. 11, d. 97 in 1'],
  ['ф.558 оп.11 д.97', 'A E | ф.558 оп.11 д.97 in 1'],
  ['rgaspi f. 558 op. 11', 'A | rgaspi f. 558 op. 11 in 1'],
  ['f. 558, op. 11', 'G A E | f. 558, op. 11 in 2'],
  ['AVPRF f. 100 op. 40 p. 248', 'B | AVPRF f. 100 op. 40 p. 248 in 1'],
  ['611.93/7-2255', 'C | 611.93/7-2255 in 1'],
  ['RG 59 611.93/7-2255', 'C | RG 59 611.93/7-2255 in 1'],
  ['FO 371/127456', 'D | FO 371/127456 in 1'],
  ['box 12 tides', 'H | box 12 in 1'],
  ['box 12', 'H E | box 12 in 1'],
  ['-box 12 Papers', ' | box 12 in 1'],
  ['f. 9, op. 9', ' | f. 9, op. 9 in 0'],
  ['"f. 558"', 'E G A'],
  // names: whose they are
  ['person:"Henriette Falk"', 'A'],
  ['author:Falk', 'A | Falk: Falk, Henriette; Falk, Otto'],
  ['to:Falk', 'B | Falk: Falk, Henriette; Falk, Otto'],
  ['person:harbourmaster', 'C | harbourmaster: Reuter, Jonas'],
  ['person:"Anna Ebb"', ' | Anna Ebb: Anna Ebb; Ann Tide (Anna Ebb)'],
  ['person:"T. V. Soong"', 'F | T. V. Soong: Soong, Tse-vung (T.V.)'],
  ['person:"Otto Falk" OR person:Zeppelin', 'B | Zeppelin: nobody'],
  ['person:Tides', 'H | Tides: nobody'],
  ['-person:Falk source:RGASPI', 'F | Falk: Falk, Henriette; Falk, Otto'],
  ['archive:RGASPI', 'A F | RGASPI: Russian State Archive of Socio-Political History'],
  ['archive:РГАСПИ genre:telegram', 'A | РГАСПИ: Russian State Archive of Socio-Political History'],
  // values as they are written here
  ['type:"record of Conversation"', 'B'],
  ['language:Russian', 'A'],
  ['language:русский', 'A'],
  ['language:Chinese', ''],
  ['type:harbour', 'H | no type harbour'],
  ['held:Not-Held', ''],
  // what may be a date is offered
  ['tides 1945', 'H | tides date:1945'],
  ['date:31 Feb 1945', ' | day-impossible'],
];

test('what a question names is looked up in the archive', async (t) => {
  const ask = await opened();
  for (const [q, expected] of ASKED) await t.test(q, async () => assert.equal(said(await ask(q)), expected));
});

test('names and values of filter rows are looked up too; what nothing has finds nothing', async () => {
  const ask = await opened();
  const rows = (field: 'person' | 'type', value: string) =>
    ask('', { filters: [{ field, condition: 'is', values: [value] }] });
  assert.equal(said(await rows('person', 'Otto Falk')), 'B');
  assert.equal(said(await rows('type', 'telegram')), 'A');
  assert.equal(said(await rows('type', 'harbour')), '');
});

test('however much is named, no more than a few things are looked up', async () => {
  const ports = memoryPorts();
  let searches = 0;
  const index = {
    ...ports.index,
    search: (query: Parameters<typeof ports.index.search>[0]) => {
      searches++;
      return ports.index.search(query);
    },
  };
  const room = openReadingRoom({ ...ports, index });
  const q = Array.from({ length: 60 }, (_, at) => `place:p${at}`).join(' OR ');
  await room.take({ q, scope: 'everything', filters: [], sort: 'relevance', page: 1 }, { pageSize: 10 });
  assert.ok(searches > 10 && searches <= 30, `${searches}`);
});
