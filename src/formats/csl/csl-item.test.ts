import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { asPublic } from '../../../test/support/as-public.ts';
import { fakeRecords, ID } from '../../../test/support/fake-records.ts';
import { citationOf } from '../../core/citation/citation.ts';
import { CSL_TYPES } from '../../core/citation/csl-item.ts';
import type { CataloguedDate } from '../../core/date/catalogued-date.ts';
import { parseEdtf } from '../../core/date/edtf.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import { labelOf } from '../../core/label.ts';
import { cslDateOf } from './csl-date.ts';
import { cslItemOf } from './csl-item.ts';
import { writeCslJson } from './write-csl-json.ts';

/** CSL-JSON as its schema (csl-data.json, CSL 1.0.2) has it, for the fields that we write: no other may stand there. */
const name = z.union([
  z.strictObject({ family: z.string().min(1), given: z.string().optional(), suffix: z.string().optional() }),
  z.strictObject({ literal: z.string().min(1) }),
]);
const number = z.number().int();
const date = z.union([
  z.strictObject({
    'date-parts': z.array(z.array(number).min(1).max(3)).min(1).max(2),
    circa: z.boolean().optional(),
    season: number.min(1).max(4).optional(),
  }),
  z.strictObject({ literal: z.string().min(1) }),
]);
const text = z.string().min(1);
const TEXTS = [
  'title',
  'title-short',
  'original-title',
  'container-title',
  'collection-title',
  'volume',
  'number',
  'genre',
  'archive',
  'archive_location',
  'archive-place',
  'publisher',
  'publisher-place',
  'source',
  'URL',
  'language',
  'abstract',
  'note',
  'version',
] as const;
const NAMES = ['author', 'recipient', 'interviewer', 'translator', 'editor', 'contributor'] as const;
const DATES = ['issued', 'original-date', 'accessed'] as const;
const each = <T extends z.ZodType>(names: readonly string[], of: T) =>
  Object.fromEntries(names.map((one) => [one, of.optional()]));
const schema = z.array(
  z.strictObject({
    id: text,
    type: z.enum(CSL_TYPES),
    ...each(TEXTS, text),
    ...each(NAMES, z.array(name).min(1)),
    ...each(DATES, date),
  }),
);

const labels = new Map([...fakeRecords].map(([id, record]) => [id, labelOf(asPublic(id, record))] as const));
const document = fakeRecords.get(ID.document);
const itemOf = (change: Partial<ArchiveDocument> = {}) => {
  assert.ok(document?.kind === 'document');
  const view = asPublic(ID.document, { ...document, ...change });
  const address = `https://archive.example/document/${view.id}`;
  return cslItemOf(citationOf(view, { labels, archive: 'Test archive', address, language: 'en' }));
};

test('what is written is CSL-JSON by its schema', () => {
  const items = [itemOf(), itemOf({ titles: [], dates: [], contributions: [], source: {} })];
  assert.deepEqual(schema.parse(JSON.parse(writeCslJson(items))), items);
});

test('each part stands in its field', () => {
  const item = itemOf();
  assert.equal(item.type, 'manuscript');
  assert.equal(item.title, 'Record by Dr. Falk');
  assert.equal(item['original-title'], 'Aufzeichnung');
  assert.deepEqual(item.author, [{ family: 'Falk', given: 'Henriette' }]);
  assert.deepEqual(item.recipient, [{ literal: 'The Office' }]);
  assert.deepEqual(item.translator, [{ literal: 'a translator' }]);
  assert.equal(item.archive, 'State Archive');
  assert.equal(item.archive_location, 'Best. AfÄ, Akte 112/a, Bl. 94');
  assert.equal(item['collection-title'], 'The Dark of the Lamp');
  assert.deepEqual(item.issued, { 'date-parts': [[1957, 12, 2]] });
  assert.match(
    item.note ?? '',
    /^Invented: .*\nEdition: 1, 2026-11-23\nCopy: A library, box 12\nText from: A volume$/,
  );
});

const WITHHELD = { scope: 'field', reason: 'living-person', words: 'A person is alive.' } as const;

test('that a document is not held, or held back in part, is said', () => {
  assert.ok(document?.kind === 'document');
  const holding = { kind: 'not-held', reason: 'destroyed', words: 'Burnt in 1945.' } as const;
  const view = { ...asPublic(ID.document, { ...document, holding }), withheld: [WITHHELD, WITHHELD] };
  const address = `https://archive.example/document/${view.id}`;
  const item = cslItemOf(citationOf(view, { labels, archive: 'Test archive', address, language: 'en' }));
  assert.match(
    item.note ?? '',
    /\nKnown but not held: Burnt in 1945\.\nWithheld: A person is alive\.\nEdition/,
  );
});

const dates: readonly (readonly [edtf: string | undefined, words: string, expected: unknown])[] = [
  ['1945-07-02', '2 July 1945', { 'date-parts': [[1945, 7, 2]] }],
  ['1945-07', 'July 1945', { 'date-parts': [[1945, 7]] }],
  ['1945', '1945', { 'date-parts': [[1945]] }],
  ['1953~', 'about 1953', { 'date-parts': [[1953]], circa: true }],
  ['1953?', '1953?', { 'date-parts': [[1953]], circa: true }],
  ['1947-22', 'summer 1947', { 'date-parts': [[1947]], season: 2 }],
  [
    '1945-07-02/1945-07-11',
    '2 to 11 July',
    {
      'date-parts': [
        [1945, 7, 2],
        [1945, 7, 11],
      ],
    },
  ],
  ['1945-XX', 'some month of 1945', { 'date-parts': [[1945]] }],
  ['196X', '1960s', { literal: '1960s' }],
  ['../1979', 'before 1979', { literal: 'before 1979' }],
  ['[1946,1948]', '1946 or 1948', { literal: '1946 or 1948' }],
  [undefined, 'on a Tuesday', { literal: 'on a Tuesday' }],
  [undefined, 'undated', undefined],
];
for (const [edtf, words, expected] of dates)
  test(`a date is as exact as it is known: ${words}`, () => {
    const parsed = edtf === undefined ? undefined : parseEdtf(edtf);
    const one: CataloguedDate = { kind: 'created', words, ...(parsed === undefined ? {} : { edtf: parsed }) };
    assert.deepEqual(cslDateOf(one), expected);
  });

test('a document of a volume is a chapter of it, with its editors and its number', () => {
  assert.ok(document?.kind === 'document');
  const view = asPublic(ID.document, {
    ...document,
    identifiers: [{ scheme: 'tei', value: 'frus1955-57v02#d306' }],
  });
  const item = cslItemOf(
    citationOf(view, {
      labels,
      archive: 'Test archive',
      address: 'https://archive.example/document/d1',
      language: 'en',
      volume: {
        title: 'Foreign Relations of the United States, 1955–1957, China, Volume II',
        published: {
          series: 'Foreign Relations of the United States',
          subseries: '1955–1957',
          volume: 'Volume II',
          title: 'China',
          editors: ['Harriet D. Schwar'],
          publisher: 'United States Government Printing Office',
          place: 'Washington',
          year: '1986',
        },
      },
    }),
  );
  assert.equal(item.type, 'chapter');
  assert.equal(item['container-title'], 'China');
  assert.equal(item['collection-title'], 'Foreign Relations of the United States, 1955–1957');
  assert.equal(item.volume, 'II');
  assert.equal(item.number, '306');
  assert.deepEqual(item.editor, [{ family: 'Schwar', given: 'Harriet D.' }]);
  assert.deepEqual(item.issued, { 'date-parts': [[1986]] });
  assert.deepEqual(item['original-date'], { 'date-parts': [[1957, 12, 2]] });
});
