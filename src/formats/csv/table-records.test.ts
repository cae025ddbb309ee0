import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chunksOf } from '../encoding/lines.ts';
import type { Delimiter } from '../sniff/delimiter.ts';
import { recordsOf } from './table-records.ts';

/** Rows as "line: a|b", problems as "line! code value". */
async function read(text: string, delimiter: Delimiter = ','): Promise<string[]> {
  const found = await Array.fromAsync(recordsOf(chunksOf(text), delimiter, 'a.csv'));
  return found.map((one) =>
    'code' in one
      ? `${one.where.line}! ${one.code} ${one.value ?? ''}`
      : `${one.line}: ${one.cells.join('|')}`,
  );
}

const cases: readonly (readonly [
  name: string,
  text: string,
  rows: readonly string[],
  delimiter?: Delimiter,
])[] = [
  ['plain cells', 'a,b\r\nc,d\r\n', ['1: a|b', '2: c|d']],
  [
    'quoted cells with delimiters, quotes and lines',
    'a,"b, ""c""\nd",e\nf,g,h',
    ['1: a|b, "c"\nd|e', '3: f|g|h'],
  ],
  ['empty cells and empty lines', 'a,,\n\n,b,\n', ['1: a||', '3: |b|']],
  ['a quote in the middle of a cell', 'a 5" disc,b\nc,d', ['1: a 5" disc|b', '2: c|d']],
  ['semicolons', 'a;"b;c"\n', ['1: a|b;c'], ';'],
  ['tabs', 'a\tb\n', ['1: a|b'], '\t'],
  [
    'a quote left open before a row with quotes',
    'id,title\n1,"Open, here\n2,"Closed"\n3,x\n',
    ['1: id|title', '2! csv-quote-open "Open, here', '2: 1|"Open| here', '3: 2|Closed', '4: 3|x'],
  ],
  [
    'a quote left open to the end',
    'id,title\n1,"Open\n2,x\n3,y',
    ['1: id|title', '2! csv-quote-open "Open', '2: 1|"Open', '3: 2|x', '4: 3|y'],
  ],
  [
    'a quote left open after quoted cells',
    '"a, b","c\n"d","e"\n',
    ['1! csv-quote-open "c', '1: a, b|"c', '2: d|e'],
  ],
  [
    'two quotes left open',
    '"a\nb,"c\nd',
    ['1! csv-quote-open "a', '1: "a', '2! csv-quote-open "c', '2: b|"c', '3: d'],
  ],
  ['words after a closing quote', '"a" b,c\nd,e\n', ['1: "a" b|c', '2: d|e']],
];
for (const [name, text, rows, delimiter] of cases)
  test(`reads ${name}`, async () => assert.deepEqual(await read(text, delimiter), rows));

test('any cells, quoted as they must be, are read as they were', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'б', ',', '"', '\n', ' ', ';'), maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { maxLength: 6 }),
      async (rows) => {
        const text = rows
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
          .join('\n');
        const found = await Array.fromAsync(recordsOf(chunksOf(text), ',', 'a'));
        assert.deepEqual(
          found.map((one) => ('code' in one ? one.code : one.cells)),
          rows,
        );
      },
    ),
    { numRuns: 300, seed: 5 },
  );
});

test('no letter of any table is lost, however its quotes stand', async () => {
  const piece = fc.constantFrom('x', ',', '"', '\n', '""', 'x', ' ');
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
      const text = pieces.join('');
      const found = await Array.fromAsync(recordsOf(chunksOf(text), ',', 'a'));
      const letters = found
        .map((one) => ('code' in one ? '' : one.cells.join('')))
        .join('')
        .replace(/[^x]/g, '');
      assert.equal(letters.length, text.replace(/[^x]/g, '').length);
    }),
    { numRuns: 1500, seed: 5 },
  );
});
