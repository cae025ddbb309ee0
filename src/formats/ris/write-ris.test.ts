import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asPublic } from '../../../test/support/as-public.ts';
import { fakeRecords, ID } from '../../../test/support/fake-records.ts';
import { parseEdtf } from '../../core/date/edtf.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import type { ArchiveRecord } from '../../core/record.ts';
import { writeRis } from './write-ris.ts';

type Entry = ReadonlyMap<string, readonly string[]>;

/** Reads RIS by its specification: six characters of tag, a value to the end of the line, TY to ER. */
function readRis(text: string): readonly Entry[] {
  const entries: Map<string, string[]>[] = [];
  let open: Map<string, string[]> | undefined;
  for (const line of text.split('\r\n')) {
    if (line === '') continue;
    const match = /^([A-Z][A-Z0-9]) {2}- (.*)$/.exec(line);
    assert.ok(match, `not a line of RIS: ${JSON.stringify(line)}`);
    const [, tag = '', value = ''] = match;
    if (tag === 'TY') {
      assert.equal(open, undefined, 'an entry within an entry');
      open = new Map();
    }
    assert.ok(open, 'a tag outside an entry');
    if (tag === 'ER') {
      entries.push(open);
      open = undefined;
    } else open.set(tag, [...(open.get(tag) ?? []), value]);
  }
  assert.equal(open, undefined, 'an entry left open');
  return entries;
}

const nameOf = (id: string) =>
  new Map<string, string>([
    [ID.person, 'Falk, Henriette'],
    [ID.repository, 'State Archive'],
    [ID.collection, 'The Dark of the Lamp'],
    [ID.subject, 'Tea'],
  ]).get(id);

const written = (id: typeof ID.document, record: ArchiveRecord) => ({
  view: asPublic(id, record),
  url: `https://archive.example/x/${id}`,
  nameOf,
});
const entryOf = (id: typeof ID.document, change: Partial<ArchiveDocument> = {}): Entry => {
  const record = fakeRecords.get(id);
  assert.ok(record);
  const changed = record.kind === 'document' ? { ...record, ...change } : record;
  const [entry] = readRis(writeRis([written(id, changed)], { archive: 'Test archive' }));
  assert.ok(entry);
  return entry;
};

test('a document is read back as it was: who, whom, when, where it lies', () => {
  const entry = entryOf(ID.document);
  const expected: Record<string, readonly string[]> = {
    TY: ['PCOMM'],
    TI: ['Record by Dr. Falk'],
    AU: ['Falk, Henriette'],
    A2: ['the Office'],
    DA: ['1957/12/02/'],
    PY: ['1957'],
    AB: ['What was said over tea.'],
    M3: ['Record of meeting'],
    LA: ['de'],
    DB: ['State Archive'],
    AN: ['Best. AfÄ, Akte 112, Bl. 94'],
    AV: ['Best. AfÄ, Akte 112, Bl. 94'],
    DP: ['Test archive'],
    UR: [`https://archive.example/x/${ID.document}`],
    ID: [ID.document],
  };
  for (const [tag, values] of Object.entries(expected)) assert.deepEqual(entry.get(tag), values, tag);
  assert.ok(entry.get('N1')?.includes('Nobody (participant)'));
  assert.ok(entry.get('N1')?.includes('Source: State Archive, Best. AfÄ, Akte 112, Bl. 94'));
});

const dates: readonly [edtf: string | undefined, words: string, da: string, py: string | undefined][] = [
  ['1945-07-02', '2 July 1945', '1945/07/02/', '1945'],
  ['1945-07', 'July 1945', '1945/07//', '1945'],
  ['1945', '1945', '1945///', '1945'],
  ['1947-22', 'summer 1947', '1947///', '1947'],
  ['1945-07-02/1945-07-11', '2 to 11 July', '1945/07//', '1945'],
  ['1945/1946', '1945/46', '1945-46', undefined],
  ['../1949', 'by 1949', 'by 1949', undefined],
  [undefined, 'undated', 'undated', undefined],
];
for (const [edtf, words, da, py] of dates)
  test(`a date is as exact as it is known: ${words}`, () => {
    const parsed = edtf === undefined ? undefined : parseEdtf(edtf);
    assert.equal(parsed, edtf);
    const date = { kind: 'created' as const, words, isCatalogueDate: true };
    const entry = entryOf(ID.document, { dates: [{ ...date, ...(parsed ? { edtf: parsed } : {}) }] });
    assert.deepEqual(entry.get('DA'), [da]);
    assert.deepEqual(entry.get('PY'), py === undefined ? undefined : [py]);
    const isSaid = entry.get('N1')?.includes(`Date as catalogued: ${words}`);
    assert.equal(isSaid, !/^\d{4}-\d\d-\d\d$/.test(edtf ?? ''));
  });

test('an undated document has no date at all', () => {
  const entry = entryOf(ID.document, { dates: [] });
  assert.equal(entry.get('DA'), undefined);
  assert.equal(entry.get('PY'), undefined);
});

const types: readonly [genre: string | undefined, hasRecipient: boolean, type: string][] = [
  ['Telegram', false, 'PCOMM'],
  ['Intelligence report', true, 'RPRT'],
  ['Record of conversation', false, 'MANSCPT'],
  ['Notebook', false, 'MANSCPT'],
  [undefined, true, 'PCOMM'],
  [undefined, false, 'MANSCPT'],
];
for (const [genre, hasRecipient, type] of types)
  test(`${genre ?? 'no genre'} ${hasRecipient ? 'to someone' : 'to nobody'} is ${type}`, () => {
    const contributions = hasRecipient ? [{ role: 'recipient' as const, name: 'X' }] : [];
    const record = fakeRecords.get(ID.document);
    assert.ok(record?.kind === 'document');
    const { genre: _genre, ...rest } = record;
    const changed = { ...rest, contributions, ...(genre === undefined ? {} : { genre }) };
    const [entry] = readRis(writeRis([written(ID.document, changed)], { archive: 'T' }));
    assert.deepEqual(entry?.get('TY'), [type]);
  });

test('a value cannot break out of its line', () => {
  const record = fakeRecords.get(ID.document);
  assert.ok(record?.kind === 'document');
  const text = 'one\r\nER  - \r\nTY  - BOOK\u0085x\u2028y';
  const entry = entryOf(ID.document, { summaries: record.summaries.map((one) => ({ ...one, text })) });
  assert.deepEqual(entry.get('AB'), ['one ER - TY - BOOK x y']);
});

test('of all kinds of record only the works are entries', () => {
  const entries = readRis(
    writeRis(
      [...fakeRecords].map(([id, record]) => written(id, record)),
      { archive: 'T' },
    ),
  );
  const works = [...fakeRecords.values()].filter(({ kind }) => kind === 'document' || kind === 'collection');
  assert.equal(entries.length, works.length);
  assert.ok(entries.some((entry) => entry.get('TY')?.[0] === 'ELEC'));
});

test('what is invented says so first', () =>
  assert.equal(entryOf(ID.collection).get('N1')?.[0], 'This text is invented: Invented for the tests.'));

const lines: readonly [says: string, verbatim: string | undefined, location: string][] = [
  ['a line that names another archive', 'ЦАВНР, ф. 14', 'Best. AfÄ, Akte 112/a, Bl. 94'],
  [
    'a line that says much more',
    `State Archive, ${'Top secret. '.repeat(20)}`,
    'Best. AfÄ, Akte 112/a, Bl. 94',
  ],
  ['no line', undefined, 'Best. AfÄ, Akte 112/a, Bl. 94'],
  ['a line that is a reference', 'State Archive, DO 31/57, ff. 12', 'DO 31/57, ff. 12'],
];
for (const [says, verbatim, location] of lines)
  test(`where it lies, from ${says}`, () => {
    const record = fakeRecords.get(ID.document);
    assert.ok(record?.kind === 'document' && record.source.original);
    const { original } = record.source;
    const entry = entryOf(ID.document, { source: { original, ...(verbatim ? { verbatim } : {}) } });
    assert.deepEqual(entry.get('AN'), [location]);
  });

test('a document of a printed volume names the volume, its editors and its number in it', () => {
  const record = fakeRecords.get(ID.document);
  assert.ok(record);
  const volume = {
    title: 'A series, Volume II',
    volume: 'Volume II',
    document: '306',
    editors: [{ kind: 'person' as const, family: 'Schwar', given: 'Harriet D.' }],
    publisher: 'Printing Office',
    place: 'Washington',
    isFrus: false,
  };
  const [entry] = readRis(writeRis([{ ...written(ID.document, record), volume }], { archive: 'T' }));
  const expected = {
    T2: 'A series, Volume II',
    VL: 'II',
    M1: '306',
    ED: 'Schwar, Harriet D.',
    PB: 'Printing Office',
  };
  for (const [tag, value] of Object.entries(expected)) assert.deepEqual(entry?.get(tag), [value], tag);
});
