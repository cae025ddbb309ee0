import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assembleLines, type PdfChar } from './assemble-words.ts';

/** Characters of ten by twenty pixels, one after the other; "\n" begins the next line, "\b" steps far aside. */
function* typed(text: string, lineStep = 30): Generator<PdfChar> {
  let [x, y] = [100, 100];
  for (const letter of text) {
    if (letter === '\b') {
      x += 300;
      continue;
    }
    const code = letter.codePointAt(0) ?? 0;
    yield { code, region: { x, y, w: 10, h: 20 }, isImplied: false };
    [x, y] = letter === '\n' ? [100, y + lineStep] : [x + 10, y];
  }
}

const CASES: readonly [says: string, text: string, lines: readonly string[][]][] = [
  ['spaces part words', 'so it was', [['so', 'it', 'was']]],
  ['several spaces are as one', '  so   it ', [['so', 'it']]],
  ['line ends part lines, and empty ones are none', 'so\n\nit', [['so'], ['it']]],
  ['a ligature is its letters', 'ﬁle oﬃce', [['file', 'office']]],
  ['an Arabic form is its letter', 'ﻣﻦ', [['من']]],
  ['a soft hyphen within a word goes', 'con\u00ADference', [['conference']]],
  ['one at the end of a line was printed', 'con\u00AD\nference', [['con-'], ['ference']]],
  ['and so was what stands for a hyphen there', 'con\u0002\nference', [['con-'], ['ference']]],
  ['marks join their letter', 'e\u0301te\u0301', [['été']]],
  ['what the font does not say is unknown', 'a\u0001b', [['a\uFFFDb']]],
  ['half a surrogate is unknown', 'a\uD83D', [['a\uFFFD']]],
  ['a jump aside parts words', 'left\bright', [['left', 'right']]],
  ['Chinese stays whole', '会议记录', [['会议记录']]],
];
for (const [says, text, lines] of CASES)
  test(says, () =>
    assert.deepEqual(
      assembleLines(typed(text)).map(({ words }) => words.map((word) => word.text)),
      lines,
    ),
  );

test('the two letters of an Arabic ligature are in their order, and the article is as it was', () => {
  // As PDFium tells "الثلاثاء" from a file: leftwards, but within the ligature rightwards.
  const seen: readonly (readonly [letter: string, x: number, w: number])[] = [
    ['ا', 394, 1],
    ['ل', 389, 3],
    ['ث', 386, 3],
    ['ا', 379, 3.4],
    ['ل', 382.4, 3.4],
    ['ث', 375, 3],
    ['ا', 373, 2],
    ['ء', 367, 4],
  ];
  const chars = seen.map(([letter, x, w]) => ({
    code: letter.codePointAt(0) ?? 0,
    region: { x, y: 10, w, h: 9 },
    isImplied: false,
  }));
  assert.deepEqual(
    assembleLines(chars).map(({ words }) => words.map(({ text }) => text)),
    [['الثلاثاء']],
  );
});

test('a word has the region of its letters', () => {
  const [line] = assembleLines(typed('so was'));
  assert.deepEqual(line?.words[1], { text: 'was', x: 130, y: 100, w: 30, h: 20 });
});

test('a line that stands away from the one before begins a block, and so does the head of a column', () => {
  const near = [...typed('a\nb\nc')];
  const far = [...typed('d')].map((char) => ({ ...char, region: { ...char.region, y: 220 } }));
  const column = [...typed('e')].map((char) => ({ ...char, region: { ...char.region, x: 600 } }));
  const end = { code: 10, region: { x: 0, y: 0, w: 0, h: 0 }, isImplied: true };
  const lines = assembleLines([...near, end, ...far, end, ...column]);
  assert.deepEqual(
    lines.map(({ isBlockStart, words }) => [words[0]?.text, isBlockStart]),
    [
      ['a', true],
      ['b', false],
      ['c', false],
      ['d', true],
      ['e', true],
    ],
  );
});
