import { parse } from 'csv-parse/sync';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeRecords, ID } from '../../../test/support/fake-records.ts';
import { asPublic } from '../../../test/support/as-public.ts';
import { RECORD_COLUMNS, writeRecordTable } from './record-columns.ts';
import { unguarded, writeTable } from './write-table.ts';

const read = (text: string): string[][] => parse(text, { bom: true, relax_column_count: false });

const harmful = [
  '=1+1',
  '+49 30 1234',
  '-44',
  '@SUM(A1)',
  '\t=1',
  '\rx',
  ' =HYPERLINK("http://x")',
  '＝1',
  "'=1",
  "''@x",
];
const harmless = ['', 'plain', "O'Neill", "'quoted'", '1-2', 'a=b', '..-44', '宋子文'];

for (const value of harmful)
  test(`a spreadsheet does not run ${JSON.stringify(value)}, and it is got back`, () => {
    const [[cell = ''] = []] = read(writeTable([[value]]));
    assert.equal(cell, `'${value}`);
    assert.equal(unguarded(cell), value);
  });

for (const value of harmless)
  test(`${JSON.stringify(value)} is written as it is`, () => {
    const [, [, cell] = []] = read(
      writeTable([
        ['a', 'b'],
        ['x', value],
      ]),
    );
    assert.equal(cell, value);
    assert.equal(unguarded(value), value);
  });

test('commas, quotation marks, lines and spaces at the ends are kept', () => {
  const lines = [
    ['a,b', 'say "no"', 'two\nlines', 'two\r\nlines'],
    [' before', 'after ', ';', '|'],
  ];
  const text = writeTable(lines);
  assert.deepEqual(read(text), lines);
  assert.ok(text.startsWith('\ufeff'));
  assert.ok(text.endsWith('\r\n'));
});

const nameOf = (id: string) =>
  new Map<string, string>([
    [ID.person, 'Falk, Henriette'],
    [ID.collection, 'A | B'],
    [ID.repository, 'State Archive'],
  ]).get(id);

const written = (id: typeof ID.document) => {
  const record = fakeRecords.get(id);
  assert.ok(record);
  return { view: asPublic(id, record), url: `https://archive.example/document/${id}`, nameOf };
};

function rowOf(id: typeof ID.document): ReadonlyMap<string, string> {
  const [head = [], cells = []] = read(writeRecordTable([written(id)]));
  return new Map(head.map((name, at) => [name, cells[at] ?? '']));
}

test('a document as a line: its words, what they mean, who had which part', () => {
  const row = rowOf(ID.document);
  const expected: Record<string, string> = {
    id: ID.document,
    kind: 'document',
    title: 'Record by Dr. Falk',
    title_language: 'en',
    other_titles: 'Aufzeichnung',
    date: '2 December 1957',
    edtf: '1957-12-02',
    genre: 'Record of meeting',
    people: 'Falk, Henriette (author) | the Office (recipient) | Nobody (participant) | a translator (translator)',
    places: 'Brandsee',
    collections: 'A / B',
    languages: 'de',
    repository: 'State Archive',
    source: 'State Archive, Best. AfÄ, Akte 112, Bl. 94',
    held: 'held',
    url: `https://archive.example/document/${ID.document}`,
  };
  for (const [name, value] of Object.entries(expected)) assert.equal(row.get(name), value, name);
});

test('a person as a line: the listed name, the others, the years', () => {
  const row = rowOf(ID.person);
  assert.equal(row.get('kind'), 'agent');
  assert.equal(row.get('title'), 'Falk, Henriette');
  assert.equal(row.get('other_titles'), 'Фальк');
  assert.equal(row.get('edtf'), '1901/1977');
  assert.equal(row.get('people'), '');
});

test('every kind of record is a line of as many cells as there are columns', () => {
  const lines = read(
    writeRecordTable(
      [...fakeRecords].map(([id, record]) => ({ view: asPublic(id, record), url: '/', nameOf })),
    ),
  );
  assert.equal(lines.length, fakeRecords.size + 1);
  for (const line of lines) assert.equal(line.length, RECORD_COLUMNS.length);
});

test('what is invented says so in every line', () => {
  const row = rowOf(ID.collection);
  assert.equal(row.get('invented'), 'Invented for the tests.');
});
