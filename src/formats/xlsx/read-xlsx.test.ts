import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArchiveDocument } from '../../core/document.ts';
import { makeZip } from '../../../test/support/make-zip.ts';
import { dateOfNumber, shownBy } from './number-format.ts';
import { readXlsx } from './read-xlsx.ts';

const formats: readonly (readonly [code: string | number, shown: string | undefined])[] = [
  ['mmmm\\,\\ yyyy', 'month'],
  ['[$-409]mmmm\\ yyyy;@', 'month'],
  ['yyyy', 'year'],
  ['yyyy"年"m"月"d"日"', 'day'],
  ['d/m/yy', 'day'],
  ['d-mmm', 'day'],
  ['yyyy\\-mm\\-dd\\ hh:mm', 'time'],
  ['[h]:mm:ss', undefined],
  ['mm:ss', undefined],
  ['hh:mm', undefined],
  ['0.00', undefined],
  ['"day "0', undefined],
  ['General', undefined],
  ['#,##0 [Red]', undefined],
  ['@', undefined],
  [14, 'day'],
  [17, 'month'],
  [22, 'time'],
  [0, undefined],
  [9, undefined],
];
for (const [code, shown] of formats)
  test(`a cell formatted ${code} shows ${shown ?? 'no date'}`, () =>
    assert.equal(typeof code === 'number' ? shownBy(code, undefined) : shownBy(164, code), shown));

const dates: readonly (readonly [
  serial: number,
  shown: 'year' | 'month' | 'day' | 'time',
  is1904: boolean,
  date: string | undefined,
])[] = [
  [16_619, 'month', false, '1945-07'],
  [16_619, 'day', false, '1945-07-01'],
  [16_619, 'year', false, '1945'],
  [16_622.625, 'time', false, '1945-07-04T15:00'],
  [16_622, 'time', false, '1945-07-04'],
  [1, 'day', false, '1900-01-01'],
  [59, 'day', false, '1900-02-28'],
  [61, 'day', false, '1900-03-01'],
  [36_585, 'day', false, '2000-02-29'],
  [0, 'day', true, '1904-01-01'],
  [15_157, 'day', true, '1945-07-01'],
  [-1, 'day', false, undefined],
  [Number.NaN, 'day', false, undefined],
];
for (const [serial, shown, is1904, date] of dates)
  test(`${serial} shown to the ${shown}${is1904 ? ' from 1904' : ''} is ${date ?? 'no date'}`, () =>
    assert.equal(dateOfNumber(serial, shown, is1904), date));

const SHEET = (rows: string): string =>
  `<?xml version="1.0"?><worksheet xmlns="x"><sheetData>${rows}</sheetData></worksheet>`;
const workbook = (...sheets: readonly string[]): Buffer =>
  makeZip([
    { name: '[Content_Types].xml', bytes: '<Types/>' },
    {
      name: 'xl/workbook.xml',
      bytes: `<workbook xmlns:r="r"><workbookPr/><sheets>${sheets.map((_, at) => `<sheet name="S${at}" sheetId="${at + 1}" r:id="rId${at}"/>`).join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      bytes: `<Relationships>${sheets.map((_, at) => `<Relationship Id="rId${at}" Target="worksheets/sheet${at}.xml"/>`).join('')}</Relationships>`,
    },
    {
      name: 'xl/sharedStrings.xml',
      bytes:
        '<sst><si><t>title</t></si><si><r><t>Meet</t></r><r><t xml:space="preserve">ing </t></r><rPh><t>no</t></rPh></si><si><t>date</t></si></sst>',
    },
    {
      name: 'xl/styles.xml',
      bytes:
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="mmmm\\,\\ yyyy"/></numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    },
    ...sheets.map((bytes, at) => ({ name: `xl/worksheets/sheet${at}.xml`, bytes })),
  ]);

const HEADER =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>2</v></c><c r="D1" t="inlineStr"><is><t>record_id</t></is></c></row>';

async function documents(
  bytes: Uint8Array,
): Promise<{ documents: ArchiveDocument<string>[]; codes: string[] }> {
  const found: ArchiveDocument<string>[] = [];
  const codes: string[] = [];
  for await (const read of readXlsx({ name: 'a.xlsx', bytes }))
    if (read.kind === 'problem')
      codes.push(`${read.problem.code} ${read.problem.where.file} ${read.problem.where.line ?? ''}`.trim());
    else if (read.draft.record.kind === 'document') found.push(read.draft.record);
  return { documents: found, codes };
}

test('a date has the precision that its cell shows, and a number no noise', async () => {
  const rows = `${HEADER}<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" s="1"><v>16619</v></c><c r="D2"><v>1.12233E5</v></c></row>
    <row r="5"><c r="A5" t="inlineStr"><is><t>B</t></is></c><c r="B5" s="2"><v>16619</v></c></row>`;
  const read = await documents(workbook(SHEET(rows)));
  assert.deepEqual(read.codes, ['column-unmapped a.xlsx 1']);
  assert.deepEqual(
    read.documents.map((document) => [
      document.titles[0]?.text,
      document.dates[0]?.edtf,
      document.identifiers[0]?.value,
    ]),
    [
      ['Meeting', '1945-07', '112233'],
      ['B', '1945-07-01', undefined],
    ],
  );
});

test('each sheet is a table of its own, an empty one is passed over', async () => {
  const row = '<row r="2"><c r="A2" t="inlineStr"><is><t>A</t></is></c></row>';
  const read = await documents(
    workbook(SHEET(HEADER + row), SHEET(''), SHEET('<row r="1"><c r="A1"><v>7</v></c></row>')),
  );
  assert.equal(read.documents.length, 1);
  assert.deepEqual(read.codes, ['column-unmapped a.xlsx/S0 1', 'column-missing a.xlsx/S2 1']);
});

test('what is no workbook is said', async () => {
  assert.deepEqual((await documents(Buffer.from('PK nothing'))).codes, ['zip-broken a.xlsx']);
  assert.deepEqual((await documents(makeZip([{ name: 'xl/workbook.xml', bytes: '<workbook/>' }]))).codes, [
    'zip-broken a.xlsx',
  ]);
});

test('a workbook that would unpack without end is refused', async () => {
  const bomb = makeZip([{ name: 'xl/worksheets/sheet0.xml', bytes: 'x', claimsBytes: 2 ** 31 }]);
  assert.deepEqual((await documents(bomb)).codes, ['zip-bomb a.xlsx']);
});
