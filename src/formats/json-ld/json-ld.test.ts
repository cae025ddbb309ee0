import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { anyRecord } from '../../../test/support/any-record.ts';
import { describedRecord } from '../../../test/support/described-record.ts';
import { fakeId, fakeRecords, ID } from '../../../test/support/fake-records.ts';
import type { CataloguedDate } from '../../core/date/catalogued-date.ts';
import { parseEdtf } from '../../core/date/edtf.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import { jsonLdOf } from './json-ld.ts';
import { DATES, PROPERTIES, STRETCHES } from './schema-org.samples.ts';
import { breadcrumbLd, datasetLd, siteLd } from './site-ld.ts';

const ARCHIVE = { name: 'Test archive', url: 'https://archive.example' };
const DAY = String.raw`\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?`;
const DATE = new RegExp(`^${DAY}(?:T\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z)?$`);
const STRETCH = new RegExp(`^(?:${DAY}|(?:${DAY}|\\.\\.)/(?:${DAY}|\\.\\.))$`);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** Everything in a text of JSON-LD that schema.org does not know, is empty, or is no date where one should be. */
function faultsOf(value: unknown, at = ''): readonly string[] {
  if (!isObject(value)) return value === '' || value === null ? [`${at}: empty`] : [];
  const types = listOf(value['@type'] ?? []).map(String);
  const known = new Set(types.flatMap((type) => (PROPERTIES[type] ?? '').split(' ')));
  const isPlain = types.length === 0;
  return [
    ...types.filter((type) => PROPERTIES[type] === undefined).map((type) => `${at}: ${type} is no type`),
    ...Object.entries(value).flatMap(([key, held]) => {
      if (key.startsWith('@'))
        return key === '@graph' ? listOf(held).flatMap((one) => faultsOf(one, key)) : [];
      const path = `${at}/${key}`;
      if (Array.isArray(held) && held.length === 0) return [`${path}: empty`];
      return [
        ...(isPlain || known.has(key) ? [] : [`${path}: no property of ${types.join(', ')}`]),
        ...listOf(held).flatMap((one) => [
          ...faultsOf(one, path),
          ...(DATES.has(key) && !DATE.test(String(one)) ? [`${path}: no date: ${String(one)}`] : []),
          ...(STRETCHES.has(key) && !STRETCH.test(String(one))
            ? [`${path}: no stretch: ${String(one)}`]
            : []),
        ]),
      ];
    }),
  ];
}

const document = fakeRecords.get(ID.document);
if (document?.kind !== 'document') throw new Error('the fake document is one');
const ldOf = (record: ArchiveDocument): Readonly<Record<string, unknown>> =>
  jsonLdOf(describedRecord(fakeId('document', 1), record));

describe('public records as linked data', () => {
  for (const [id, record] of fakeRecords)
    test(`${record.kind} ${id}: types and properties of schema.org, no empty value, dates that are dates`, () => {
      const ld: unknown = JSON.parse(JSON.stringify(jsonLdOf(describedRecord(id, record))));
      assert.deepEqual(faultsOf(ld), []);
    });

  test('so is any record', () =>
    fc.assert(
      fc.property(anyRecord, (record) => {
        const [id] = [...fakeRecords].find(([, one]) => one.kind === record.kind) ?? [];
        if (id === undefined) return;
        assert.deepEqual(faultsOf(jsonLdOf(describedRecord(id, record))), []);
      }),
      { numRuns: 150, seed: 8 },
    ));

  test('a document says who, when, where, in which archive and under which licence', () => {
    const ld = ldOf(document);
    assert.deepEqual(ld['@type'], ['ArchiveComponent', 'Message']);
    assert.equal(ld['@id'], `https://archive.example/document/${ID.document}`);
    assert.equal(ld['dateCreated'], '1957-12-02');
    assert.equal(ld['itemLocation'], 'Best. AfÄ, Akte 112/a, Bl. 94');
    assert.equal(ld['license'], 'https://creativecommons.org/publicdomain/mark/1.0/');
    assert.equal(ld['disambiguatingDescription'], 'Invented for the tests.');
    assert.match(JSON.stringify(ld['author']), /"Person".*"Falk, Henriette"/);
    assert.match(JSON.stringify(ld['recipient']), /"Organization".*"The Office"/);
    assert.match(JSON.stringify(ld['holdingArchive']), /"ArchiveOrganization".*"State Archive"/);
    assert.match(JSON.stringify(ld['workTranslation']), /"inLanguage":"en","translator":"a translator"/);
  });

  test('what is not held says on what terms it is known', () => {
    const ld = jsonLdOf(
      describedRecord(ID.withheld, {
        ...document,
        holding: { kind: 'not-held', reason: 'closed', words: 'Closed until 2040.' },
      }),
    );
    assert.equal(ld['conditionsOfAccess'], 'Closed until 2040.');
    assert.equal('isAccessibleForFree' in ld, false);
  });

  test('what is held back says so and nothing more', () => {
    const ld = jsonLdOf(
      describedRecord(ID.document, document, {
        restrictions: [
          {
            key: 'k',
            scope: { kind: 'field', field: 'contributions' },
            reason: 'court-order',
            words: 'Names are held back.',
            at: '2026-01-01T00:00:00Z',
            by: 'test',
          },
        ],
      }),
    );
    assert.equal(ld['conditionsOfAccess'], 'Names are held back.');
    assert.doesNotMatch(JSON.stringify(ld), /Falk, Henriette/);
  });

  test('the name that is kept for good comes first', () => {
    const ld = jsonLdOf(describedRecord(ID.document, document, { naan: '12345' }));
    assert.match(
      JSON.stringify(ld['identifier']),
      /^\[\{"@type":"PropertyValue","propertyID":"ARK","value":"ark:\/12345\//,
    );
  });
});

const dated = (words: string, edtf?: string): CataloguedDate => {
  const parsed = edtf === undefined ? undefined : parseEdtf(edtf);
  return { kind: 'created', words, isCatalogueDate: true, ...(parsed === undefined ? {} : { edtf: parsed }) };
};

describe('a date says no more than is known', () => {
  const cases: readonly (readonly [
    CataloguedDate,
    created: string | undefined,
    temporal: string | undefined,
  ])[] = [
    [dated('2 July 1945', '1945-07-02'), '1945-07-02', undefined],
    [dated('July 1945', '1945-07'), '1945-07', undefined],
    [dated('1945', '1945'), '1945', undefined],
    [dated('some day in July 1945', '1945-07-XX'), '1945-07', undefined],
    [dated('2 to 11 July 1945', '1945-07-02/1945-07-11'), undefined, '1945-07-02/1945-07-11'],
    [dated('about 1953', '1953~'), undefined, 'about 1953'],
    [dated('the 1960s', '196X'), undefined, 'the 1960s'],
    [dated('before 1979', '../1979'), undefined, 'before 1979'],
    [dated('undated'), undefined, 'undated'],
  ];
  for (const [date, created, temporal] of cases)
    test(date.words, () => {
      const ld = ldOf({ ...document, dates: [date] });
      assert.deepEqual([ld['dateCreated'], ld['temporal']], [created, temporal]);
    });
});

test('the site, a way to a page and a set of data are schema.org’s too', () => {
  const nodes = [
    siteLd(ARCHIVE, {
      about: 'Tests',
      languages: ['en', 'ru'],
      search: 'https://archive.example/search?q={q}',
    }),
    siteLd(ARCHIVE, { languages: ['en'] }),
    breadcrumbLd([
      { name: 'Home', url: 'https://archive.example/' },
      { name: 'Here', url: 'https://archive.example/here' },
    ]),
    datasetLd(ARCHIVE, {
      name: 'All of it',
      description: 'Everything public.',
      url: 'https://archive.example/data',
      license: 'https://creativecommons.org/publicdomain/zero/1.0/',
      terms: 'https://archive.example/data#terms',
      modified: '2026-11-23',
      files: [
        {
          name: 'records.jsonl',
          url: 'https://archive.example/data/records.jsonl',
          mediaType: 'application/jsonl',
          sizeBytes: 12,
          sha256: 'ab',
        },
        { name: 'readme', url: 'https://archive.example/data/readme', mediaType: 'text/plain' },
      ],
    }),
  ];
  assert.deepEqual(
    nodes.flatMap((node) => faultsOf(node)),
    [],
  );
});
