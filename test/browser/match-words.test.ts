import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { boxesOfWords, linesOfPassage, placesOfWords } from '../../src/web/browser/match-words.ts';
import { wordsIn, type PageWord } from '../../src/web/browser/page-words.ts';

/** A page of lines of words: each word 10 a letter wide, each line 20 high. */
const pageOf = (...lines: readonly string[]): readonly PageWord[] =>
  lines.flatMap((line, row) => {
    let x = 0;
    return line.split(' ').map((text) => {
      const word = { text, x, y: row * 30, w: text.length * 10, h: 20 };
      x += (text.length + 1) * 10;
      return word;
    });
  });

const PAGE = pageOf(
  'Protokoll über die Lampe',
  'Die Lampe brannte elf Stunden',
  'und der Wärter schwieg lange',
  'Am Abend des neunten Tages',
  'kam Nebel auf und das Horn',
);

const rowsOf = (boxes: readonly { readonly y: number }[]): readonly number[] => boxes.map(({ y }) => y / 30);

describe('a passage on its page', () => {
  const cases: readonly (readonly [says: string, passage: string, rows: readonly number[]])[] = [
    ['is a box a line', 'Die Lampe brannte elf Stunden und der Wärter schwieg lange', [1, 2]],
    ['is found in another case and without accents', 'DIE LAMPE BRANNTE ELF STUNDEN UND DER WARTER', [1, 2]],
    ['is found though some words were misread', 'Am Abend des neunzehnten Jages kam Nebel', [3, 4]],
    ['is not found where too few of its words stand', 'Abend wird es wieder über Wald und Feld', []],
    ['is not found on a page that has none of it', 'Something else altogether', []],
    ['is nothing where it has no words', '…', []],
  ];
  for (const [says, passage, rows] of cases)
    test(says, () => assert.deepEqual(rowsOf(linesOfPassage(passage, PAGE)), rows));

  test('a line is as long as its words', () => {
    assert.deepEqual(linesOfPassage('Die Lampe brannte elf Stunden', PAGE), [{ x: 0, y: 30, w: 290, h: 20 }]);
  });

  test('a page without words shows nothing', () => assert.deepEqual(linesOfPassage('Die Lampe', []), []));

  test('Chinese is matched sign by sign', () => {
    const page: readonly PageWord[] = [{ text: '海登號抵達港口', x: 0, y: 0, w: 70, h: 10 }];
    assert.equal(linesOfPassage('海登號抵達', page).length, 1);
  });
});

test('words that were found are marked wherever they stand', () => {
  assert.deepEqual(rowsOf(boxesOfWords(['Lampe'], PAGE)), [0, 1]);
});

test('of a line without spaces as much is marked as was found', () => {
  const line: PageWord = { text: '海登號抵達港口', x: 100, y: 0, w: 70, h: 10 };
  assert.deepEqual(boxesOfWords(['抵達'], [line]), [{ x: 130, y: 0, w: 20, h: 10 }]);
});

describe('words in a text', () => {
  const cases: readonly (readonly [says: string, words: readonly string[], text: string, found: string])[] = [
    ['are whole', ['he'], 'Then he saw the lamp', 'he'],
    ['stand in another case and with accents', ['reunion'], 'La Réunion, die REUNION', 'Réunion|REUNION'],
    ['with accents written apart', ['Réunion'], 'La Re\u0301union', 'Re\u0301union'],
    ['follow each other where they were found together', ['oil lamp'], 'oil, an oil lamp', 'oil lamp'],
    ['need no spaces around them in Chinese', ['世界'], '人人有權享世界和平', '世界'],
    ['nor in Korean, where endings are joined to them', ['항구'], '그는 항구에서 돌아왔다', '항구'],
    ['are told from Chinese that touches them', ['UN'], 'UN大會 通過', 'UN'],
    ['are told from each other, the longest first', ['lamp', 'lamp oil'], 'lamp oil, lamp', 'lamp oil|lamp'],
    ['are none where there are none', ['', '…'], 'a … b', ''],
  ];
  for (const [says, words, text, found] of cases)
    test(says, () =>
      assert.equal(
        placesOfWords(words, text)
          .map(({ from, to }) => text.slice(from, to))
          .join('|'),
        found,
      ),
    );
});

describe('an annotation page', () => {
  const line = (body: unknown, target: unknown): object => ({ items: [{ body, target }] });
  test('gives each word of a line its share of it', () => {
    const words = wordsIn(
      line({ type: 'TextualBody', value: 'ab cdef' }, 'https://x/canvas#xywh=10,20,70,30'),
    );
    assert.deepEqual(words, [
      { text: 'ab', x: 10, y: 20, w: 20, h: 30 },
      { text: 'cdef', x: 40, y: 20, w: 40, h: 30 },
    ]);
  });
  test('may say its place by a selector', () => {
    const target = {
      source: 'https://x/canvas',
      selector: { type: 'FragmentSelector', value: 'xywh=1,2,3,4' },
    };
    assert.equal(wordsIn(line([{ value: 'word' }], target)).length, 1);
  });
  for (const odd of [
    undefined,
    null,
    7,
    'x',
    [],
    {},
    { items: 'x' },
    { items: [null, 7] },
    line(undefined, '#xywh=1,1,1,1'),
    line({ value: 7 }, '#xywh=1,1,1,1'),
    line({ value: 'x' }, 'no place'),
  ])
    test(`has no words: ${JSON.stringify(odd)}`, () => assert.deepEqual(wordsIn(odd), []));
});
