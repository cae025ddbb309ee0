import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinAsSpaced, joinMarks, readTsv } from './read-tsv.ts';

const row = (line: number, word: number, text: string, confidence = '93.4'): string =>
  ['5', '1', '1', '1', line, word, 100 * word, 50 * line, 80, 30, confidence, text].join('\t');

test('rows of words become words in lines; other rows are passed over', () => {
  const head =
    'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext';
  const lines = readTsv(
    [
      head,
      '4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t',
      row(1, 1, 'Compte'),
      row(1, 2, 'rendu'),
      row(2, 1, 'du'),
    ].join('\n'),
  );
  assert.deepEqual(
    lines.map((words) => words.map(({ text }) => text)),
    [['Compte', 'rendu'], ['du']],
  );
  assert.deepEqual(lines[0]?.[1], { text: 'rendu', x: 200, y: 50, w: 80, h: 30, confidence: 0.93 });
});

test('a confidence that is none is not said; spaces, torn rows and nonsense are no words', () => {
  assert.equal(readTsv(row(1, 1, 'a', '-1'))[0]?.[0]?.confidence, undefined);
  assert.deepEqual(
    readTsv([row(1, 1, '  '), '5\t1\t1', '5\ta\tb\tc\td\te\tx\ty\tz\tw\tc\ttext'].join('\n')),
    [],
  );
});

const KOREAN = readTsv(
  ['구', '성', '원', '의', '천', '부'].map((text, at) => row(1, at + 1, text)).join('\n'),
);

test('Korean words are parted as the running text parts them', () => {
  const [line] = joinAsSpaced(KOREAN, '구성원의 천부\n\f');
  assert.deepEqual(
    line?.map(({ text }) => text),
    ['구성원의', '천부'],
  );
  assert.deepEqual(line?.[1], { text: '천부', x: 500, y: 50, w: 180, h: 30, confidence: 0.93 });
});

test('where the running text is another, the table stands', () =>
  assert.deepEqual(joinAsSpaced(KOREAN, '구성원의 전부'), KOREAN));

test('a mark belongs to the Chinese sign before it, and to no other', () => {
  const [chinese, latin] = [
    readTsv([row(1, 1, '承认'), row(1, 2, ',')].join('\n')),
    readTsv([row(1, 1, 'a'), row(1, 2, ',')].join('\n')),
  ];
  assert.deepEqual(
    joinMarks(chinese[0] ?? []).map(({ text }) => text),
    ['承认,'],
  );
  assert.deepEqual(
    joinMarks(latin[0] ?? []).map(({ text }) => text),
    ['a', ','],
  );
});
