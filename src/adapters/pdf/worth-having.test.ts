import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PageText } from '../../core/facsimile/page-text.ts';
import { isWorthHaving } from './worth-having.ts';

/** Words in lines of five, from a height on the page. */
function page(text: string, top = 300): PageText {
  const words = text.split(' ').filter((word) => word !== '');
  const lines = Array.from({ length: Math.ceil(words.length / 5) }, (_, line) => ({
    isBlockStart: line === 0,
    words: words
      .slice(line * 5, line * 5 + 5)
      .map((word, at) => ({ text: word, x: 50 + at * 100, y: top + line * 30, w: 80, h: 20 })),
  }));
  return { widthPx: 1000, heightPx: 1400, lines };
}

const PROSE = 'Record of a conversation between the envoy and the minister, 2 July 1945, at noon.';

const CASES: readonly [says: string, text: string, isScan: boolean, isWorth: boolean][] = [
  ['prose', PROSE, false, true],
  ['prose over a scan', PROSE, true, true],
  ['a title alone on a drawn page', 'Annex', false, true],
  ['a title alone over a scan', 'TOP SECRET', true, false],
  ['Chinese over a scan', '会议记录一九五〇年七月二日毛泽东同志与大使的谈话', true, true],
  ['Russian', 'Запись беседы посланника с министром 2 июля 1945 года', true, true],
  ['a table of figures', '1945 12 3,400 17% 1946 13 3,500 18% 1947 14', false, true],
  ['nothing', '', false, false],
  ['signs of a font without a table', '\uE012\uE044\uE051 \uE013\uE041 \uE012\uE044', false, false],
  ['the sign for unknown', '\uFFFD\uFFFD\uFFFD \uFFFD\uFFFD ab', false, false],
  ['dots and dashes', '..... ----- ,,,,, a ..... ..... -----', false, false],
  ['letters that fell apart', [...'recordofaconversationbetweentheenvoy'].join(' '), false, false],
];
for (const [says, text, isScan, isWorth] of CASES)
  test(`${says} ${isWorth ? 'is' : 'is not'} worth having`, () =>
    assert.equal(isWorthHaving(page(text), isScan), isWorth));

test('a stamp at the head of a scan is not worth having', () => {
  const stamp = page('Approved for release on 1 April 2003 by the invented archive', 20);
  assert.equal(isWorthHaving(stamp, true), false);
  assert.equal(isWorthHaving(stamp, false), true);
});

test('words that stand beside the page are not worth having', () => {
  const { lines, ...size } = page(PROSE);
  const aside = lines.map((line) => ({ ...line, words: line.words.map((word) => ({ ...word, w: 0 })) }));
  assert.equal(isWorthHaving({ ...size, lines: aside }, false), false);
});
