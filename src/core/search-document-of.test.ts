import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Agent, Name } from './agent.ts';
import { parseEdtf, type Edtf } from './date/edtf.ts';
import type { ArchiveDocument } from './document.ts';
import { makeId, type RecordId } from './id.ts';
import { parseLanguage, UNDETERMINED, type LanguageTag } from './language.ts';
import { viewFor } from './public-record.ts';
import type { ArchiveRecord } from './record.ts';
import type { Restriction } from './redaction.ts';
import { searchDocumentOf } from './search-document-of.ts';
import type { SearchDocument } from './search-document.ts';
import type { Related } from './search-document/related.ts';
import { blockId } from './text.ts';

const lang = (tag: string): LanguageTag => parseLanguage(tag) ?? UNDETERMINED;
const day = (text: string): Edtf => {
  const edtf = parseEdtf(text);
  assert.ok(edtf);
  return edtf;
};
const id = {
  document: makeId('document', 'k4m7q2zx'),
  stalin: makeId('agent', '00000001'),
  kuznetsov: makeId('agent', '00000002'),
  draft: makeId('agent', '00000003'),
  moscow: makeId('place', '00000001'),
  rgaspi: makeId('repository', '00000001'),
  child: makeId('collection', '00000001'),
  parent: makeId('collection', '00000002'),
  event: makeId('event', '00000001'),
};

const document: ArchiveDocument = {
  kind: 'document',
  identifiers: [{ scheme: 'former', value: '110505' }],
  titles: [
    { text: 'Телеграмма', lang: lang('ru'), titleKind: 'original' },
    { text: 'The Telegram', lang: lang('en'), titleKind: 'translated' },
  ],
  summaries: [{ text: 'On a treaty.', lang: lang('en') }],
  dates: [{ kind: 'created', words: 'July, 1945', edtf: day('1945-07'), isCatalogueDate: true }],
  genre: 'Telegram',
  contributions: [
    { role: 'sender', name: 'тов. Филиппов', agent: id.kuznetsov },
    { role: 'recipient', name: 'Somebody', agent: id.draft },
    { role: 'translator', name: 'A. Translator' },
  ],
  subjects: [],
  places: [{ place: id.moscow, role: 'sent-from', name: 'Москва' }],
  languages: [lang('ru')],
  marking: { classification: 'Top Secret', handling: ['Priority'] },
  numbers: [{ numberKind: 'telegram', value: '243' }],
  source: {
    verbatim: 'RGASPI, f. 558, op. 11/1, d. 97, l. 3',
    original: {
      repositoryName: 'RGASPI',
      repository: id.rgaspi,
      steps: [
        { level: 'fonds', code: '558', label: 'f.' },
        { level: 'inventory', code: '11/1', label: 'op.' },
        { level: 'file', code: '97', label: 'd.' },
        { level: 'leaf', code: '3', label: 'l.' },
      ],
    },
  },
  rights: {},
  funders: [],
  releases: [{ key: 'r1', authority: 'An agency', outcome: 'part', exemptions: [] }],
  renditions: [
    {
      kind: 'transcription',
      key: 't-ru',
      language: lang('ru'),
      madeBy: { engine: 'some ocr' },
      text: {
        blocks: [
          {
            kind: 'paragraph',
            id: blockId(1),
            content: ['Первый ', { kind: 'name', of: 'agent', content: ['абзац'] }],
          },
          { kind: 'paragraph', id: blockId(2), lang: lang('en'), content: ['second'] },
        ],
        notes: [
          {
            id: blockId(3),
            label: '1',
            noteKind: 'footnote',
            blocks: [{ kind: 'paragraph', id: blockId(4), content: ['a note'] }],
          },
        ],
      },
    },
  ],
  alignments: [],
  related: [],
  collections: [{ collection: id.child, sequence: 7 }],
  mentions: [{ key: 'p1', to: id.stalin }],
  holding: { kind: 'not-held', reason: 'closed', words: 'closed' },
  attestations: [{ field: 'places.0', by: 'rule', from: 'the dateline' }],
};

const stalinNames: readonly Name[] = [
  { form: 'Stalin, I. V.', lang: lang('en'), kind: 'preferred' },
  { form: 'Kuznetsov', kind: 'cover' },
];
const related: Related = {
  names: new Map([
    [id.stalin, stalinNames],
    [id.moscow, [{ form: 'Moscow', kind: 'preferred' }]],
  ]),
  canonical: new Map<RecordId, RecordId>([
    [id.stalin, id.stalin],
    [id.kuznetsov, id.stalin],
    [id.moscow, id.moscow],
    [id.rgaspi, id.rgaspi],
  ]),
  ancestors: [id.child, id.parent],
  events: [],
};

function indexed(record: ArchiveRecord, restrictions: readonly Restriction[] = []): SearchDocument {
  const edition = { number: 1, version: 1, at: '2020-05-01T00:00:00Z', by: 'someone' };
  const kind = record.kind;
  const standing = {
    id: kind === 'document' ? id.document : id.stalin,
    kind,
    head: 1,
    editions: [edition, { ...edition, number: 2, at: '2021-01-01T00:00:00Z' }],
    state: { kind: 'published' as const },
    restrictions,
    revision: 1,
  };
  const version = { number: 1, at: edition.at, by: 'someone', record };
  const view = viewFor(standing, version, edition, '2024-01-01');
  assert.ok(view.kind === 'public');
  return searchDocumentOf(view.view, related);
}

const found = indexed(document);

test('a document is filtered by all that is public of it and of others', () => {
  assert.deepEqual(found.facets, {
    collection: [id.child, id.parent],
    person: [id.stalin],
    from: [id.stalin],
    mentioned: [id.stalin],
    place: [id.moscow],
    'place-from': [id.moscow],
    type: ['Telegram'],
    language: ['ru'],
    archive: [id.rgaspi],
    unit: [`${id.rgaspi}/558`, `${id.rgaspi}/558/11~1`, `${id.rgaspi}/558/11~1/97`],
    has: ['transcription', 'summary'],
    held: ['not-held', 'closed'],
    marking: ['Top Secret', 'Priority'],
    'said-by': ['rule', 'machine'],
    release: ['part'],
  });
});

test('a document is found by every passage, each with its block and language', () => {
  const said = found.passages.map(({ field, text, block, rendition, lang: language }) =>
    [field, text, block, rendition, language].map((part) => part ?? '-').join(' | '),
  );
  assert.deepEqual(said, [
    'title | Телеграмма | - | - | ru',
    'title | The Telegram | - | - | en',
    'summary | On a treaty. | - | - | en',
    'text | Первый абзац | b1 | t-ru | ru',
    'text | second | b2 | t-ru | en',
    'note | a note | b3 | t-ru | ru',
    'name | тов. Филиппов | - | - | -',
    'name | Somebody | - | - | -',
    'name | A. Translator | - | - | -',
    'name | Москва | - | - | -',
    'number | 243 | - | - | -',
    'number | 110505 | - | - | -',
    'source | RGASPI, f. 558, op. 11/1, d. 97, l. 3 | - | - | -',
    'variant | Stalin, I. V. | - | - | en',
    'variant | Kuznetsov | - | - | -',
    'variant | Moscow | - | - | -',
  ]);
});

test('a document stands under its days, its title, and the day on which it was first opened', () => {
  const { earliest, latest, titleKey, openedAt, dateKey } = found;
  assert.deepEqual([earliest, latest], ['1945-07-01', '1945-07-31']);
  assert.deepEqual([titleKey, openedAt], ['телеграмма', '2020-05-01T00:00:00Z']);
  assert.ok(dateKey.endsWith('7'));
});

test('a document without a date that is understood matches no day', () => {
  const undated = indexed({ ...document, dates: [{ kind: 'created', words: 'undated' }] });
  assert.ok(!('earliest' in undated) && !('latest' in undated));
  assert.ok(undated.dateKey > found.dateKey);
});

test('what is withheld is not in it', () => {
  const restriction = {
    key: 'x',
    reason: 'other',
    words: 'held back',
    at: '2020-01-01',
    by: 'someone',
  } as const;
  const withheld = indexed(document, [
    { ...restriction, scope: { kind: 'blocks', blocks: ['b1'] } },
    { ...restriction, scope: { kind: 'field', field: 'contributions' } },
    { ...restriction, scope: { kind: 'field', field: 'source' } },
  ]);
  const all = JSON.stringify(withheld);
  for (const secret of ['абзац', 'Филиппов', 'Somebody', 'RGASPI', id.rgaspi])
    assert.ok(!all.includes(secret), secret);
  assert.ok(all.includes('second'));
});

test('an agent is found by each of its names and listed by letter', () => {
  const agent: Agent = {
    kind: 'agent',
    agentKind: 'person',
    identifiers: [],
    names: stalinNames,
    notes: [{ text: 'General secretary.', lang: lang('en') }],
    links: [],
    attestations: [],
  };
  const entry = indexed(agent);
  assert.deepEqual(
    entry.passages.map(({ field, text }) => `${field} ${text}`),
    ['title Stalin, I. V.', 'name Kuznetsov', 'summary General secretary.'],
  );
  assert.deepEqual(entry.facets, { 'agent-kind': ['person'], letter: ['S'] });
  assert.equal(entry.titleKey, 'stalin i v');
});
