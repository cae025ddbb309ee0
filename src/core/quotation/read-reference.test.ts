import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleId } from '../record.samples.ts';
import { readQuotedReference } from './read-reference.ts';

const ID = sampleId('document', 41);
const PERSON = sampleId('agent', 41);

const cases: readonly (readonly [
  pasted: string,
  expected: Partial<ReturnType<typeof readQuotedReference>>,
])[] = [
  [`https://archive.example/document/${ID}/a-slug`, { ids: [ID] }],
  [`https://archive.example/document/${ID}/v/3#b5`, { ids: [ID], edition: 3, place: 'b5' }],
  [
    `… ${ID}, edition 2 … /v/2#b5 [b5 3F9A0C71E2].`,
    { ids: [ID], edition: 2, place: 'b5', digest: '3f9a0c71e2' },
  ],
  [`/document/${ID}/check/b5-b9/3f9a0c71e2`, { ids: [ID], place: 'b5-b9', digest: '3f9a0c71e2' }],
  [`ark:/12345/${ID.slice(0, 4)}-${ID.slice(4)}.v3`, { ids: [ID], edition: 3 }],
  [`/person/${PERSON}`, { ids: [] }],
  [`${ID.slice(0, -1)}0`, { ids: [] }],
  ['history.state.gov/historicaldocuments/frus1955-57v02/d306', { identifiers: ['tei:frus1955-57v02#d306'] }],
  [
    'Foreign Relations of the United States, 1969–1976, Volume XIX, Part 1, Korea, 1969–1972, eds. Daniel J. Lawler and Erin R. Mahan (Washington: Government Printing Office, 2010), Document 75.',
    { identifiers: ['tei:frus1969-76v19p1#d75'] },
  ],
  ['FRUS, 1955–57, vol. II, doc. 306', { identifiers: ['tei:frus1955-57v02#d306'] }],
  ['FRUS 1949, Vol. VII, Part 1, no. 12', { identifiers: ['tei:frus1949v07p1#d12'] }],
  ['FRUS, 1969–1976, Volume E–13, Document 4', { identifiers: ['tei:frus1969-76ve13#d4'] }],
  ['https://archive.example/document/4711/a-slug', { identifiers: ['former:4711'] }],
  ['vol. II, doc. 306', { identifiers: [] }],
  ['RGASPI, f. 558,\n op. 11', { words: 'RGASPI, f. 558, op. 11', ids: [], identifiers: [] }],
];
for (const [pasted, expected] of cases)
  test(`read: ${pasted}`, () => {
    const read: Readonly<Record<string, unknown>> = { ...readQuotedReference(pasted) };
    for (const [name, value] of Object.entries(expected)) assert.deepEqual(read[name], value, name);
  });

test('whatever is pasted is read within bounds', () => {
  for (const odd of ['FRUS 1955 vol II '.repeat(5000), '['.repeat(10_000), `${ID} `.repeat(2000)])
    assert.ok(readQuotedReference(odd).words.length <= 2000);
});
