import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { anyText } from '../../../test/support/any-text.ts';
import { blockId, type Block } from '../text.ts';
import { differenceBetween, type Run } from './difference.ts';
import { editsBetween } from './edits.ts';
import { joined, wordingOf, type Wording } from './wording.ts';

const plain = (text: string): Wording => ({ text, held: [] });
/** "seven [name] pastries": what is in brackets was held back. */
function wording(text: string): Wording {
  const held = [...text.matchAll(/\[[^\]]*\]/g)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  return { text, held };
}

/** "kept|-removed-|+added+", as one reads it. */
const said = (one: Wording, other: Wording): string =>
  differenceBetween(one, other)
    .map((run) => {
      const [mine, theirs] = [
        one.text.slice(run.one.from, run.one.to),
        other.text.slice(run.other.from, run.other.to),
      ];
      if (run.kind === 'kept') return mine;
      return (mine === '' ? '' : `{-${mine}-}`) + (theirs === '' ? '' : `{+${theirs}+}`);
    })
    .join('');

const CASES: readonly (readonly [name: string, one: string, other: string, expected: string])[] = [
  ['the same', 'He ate.', 'He ate.', 'He ate.'],
  ['nothing and nothing', '', '', ''],
  ['nothing and something', '', 'He ate.', '{+He ate.+}'],
  [
    'a word for a word',
    'He ate seven pastries.',
    'He ate three pastries.',
    'He ate {-seven-}{+three+} pastries.',
  ],
  ['words that came', 'He ate.', 'He ate, as agreed.', 'He ate{+, as agreed+}.'],
  ['words that went', 'He ate, as agreed.', 'He ate.', 'He ate{-, as agreed-}.'],
  ['a space between two changes is no ground to stand on', 'a b c d e', 'a x y d e', 'a {-b c-}{+x y+} d e'],
  ['letters count as they stand', 'Reuter said', 'reuter said', '{-Reuter-}{+reuter+} said'],
  ['Chinese by the character', '他吃了七块点心', '他吃了三块点心', '他吃了{-七-}{+三+}块点心'],
  ['Russian', 'Он съел семь штук', 'Он съел три штуки', 'Он съел {-семь штук-}{+три штуки+}'],
  [
    'what was held back is one word, and what stands in its place is open now',
    '[1½ lines not released] on the Rock',
    'N IV has had a source on the Rock',
    '{-[1½ lines not released]-}{+N IV has had a source+} on the Rock',
  ],
  ['still held back, in the same words', 'by [name], who', 'by [name], who', 'by [name], who'],
  ['held back by less', 'by [2 lines].', 'by a man [name].', 'by {-[2 lines]-}{+a man [name]+}.'],
];

describe('the difference between two texts', () => {
  for (const [name, one, other, expected] of CASES)
    test(name, () => assert.equal(said(wording(one), wording(other)), expected));

  test('says on which side something is held back', () => {
    const [run] = differenceBetween(wording('[2 lines]'), wording('open now'));
    assert.equal(run?.kind, 'replaced');
    assert.equal(run.held, 'one');
  });

  test('its runs cover both from end to end, and make the second text', () => {
    const someWords = fc.array(fc.constantFrom('light', 'rock', 'the', ' ', ', ', '七', '\n', 'Дом'), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(someWords, someWords, (a, b) => {
        const [one, other] = [plain(a.join('')), plain(b.join(''))];
        const runs = differenceBetween(one, other);
        assert.equal(runs.map((run) => one.text.slice(run.one.from, run.one.to)).join(''), one.text);
        assert.equal(runs.map((run) => other.text.slice(run.other.from, run.other.to)).join(''), other.text);
        for (const run of runs.filter(({ kind }) => kind === 'kept'))
          assert.equal(words(one, run, 'one'), words(other, run, 'other'));
      }),
      { seed: 4, numRuns: 400 },
    );
  });

  test('of any texts, turned round it says the same lengths of what both have', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const [one, other] = [a, b].map(({ blocks }) => joined(blocks.map(wordingOf)));
        assert.ok(one !== undefined && other !== undefined);
        const runs = differenceBetween(one, other);
        assert.equal(runs.at(-1)?.one.to ?? 0, one.text.length);
        assert.equal(runs.at(-1)?.other.to ?? 0, other.text.length);
      }),
      { seed: 4, numRuns: 100 },
    );
  });
});

const words = (of: Wording, run: Run, side: 'one' | 'other'): string =>
  of.text.slice(run[side].from, run[side].to).replace(/\s+/g, ' ');

describe('what two lists have in common', () => {
  const numbers = (from: number, count: number, step = 1): Int32Array =>
    Int32Array.from({ length: count }, (_, at) => from + at * step);

  test('is in order in both, and equal', () => {
    const some = fc.array(fc.nat(12), { maxLength: 80 });
    fc.assert(
      fc.property(some, some, (a, b) => {
        const [one, other] = [Int32Array.from(a), Int32Array.from(b)];
        let [at, otherAt] = [0, 0];
        for (const run of editsBetween(one, other)) {
          assert.ok(run.one >= at && run.other >= otherAt && run.length > 0);
          for (let n = 0; n < run.length; n++) assert.equal(one[run.one + n], other[run.other + n]);
          [at, otherAt] = [run.one + run.length, run.other + run.length];
        }
        assert.ok(at <= one.length && otherAt <= other.length);
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  test('is the most there is, while the differences are few', () => {
    const some = fc.array(fc.nat(4), { maxLength: 14 });
    fc.assert(
      fc.property(some, some, (a, b) => {
        const common = editsBetween(Int32Array.from(a), Int32Array.from(b));
        assert.equal(
          common.reduce((sum, { length }) => sum + length, 0),
          longest(a, b),
        );
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  test('of lists too unlike for the search is found where a number stands once in both', () => {
    const one = [...numbers(0, 3000), 77_777, ...numbers(20_000, 3000)];
    const other = [...numbers(40_000, 3000), 77_777, ...numbers(60_000, 3000)];
    assert.deepEqual(editsBetween(Int32Array.from(one), Int32Array.from(other)), [
      { one: 3000, other: 3000, length: 1 },
    ]);
  });

  test('of long lists with nothing in common is nothing', () =>
    assert.deepEqual(editsBetween(numbers(0, 50_000), numbers(100_000, 50_000)), []));
});

function longest(a: readonly number[], b: readonly number[]): number {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const [above, left, corner] = [
        table[i - 1]?.[j] ?? 0,
        table[i]?.[j - 1] ?? 0,
        table[i - 1]?.[j - 1] ?? 0,
      ];
      const row = table[i];
      if (row) row[j] = a[i - 1] === b[j - 1] ? corner + 1 : Math.max(above, left);
    }
  return table[a.length]?.[b.length] ?? 0;
}

test('the wording of a block has what is held back in it as one', () => {
  const block: Block = {
    kind: 'paragraph',
    id: blockId(1),
    content: [
      'By ',
      { kind: 'redaction', redaction: { words: 'name' } },
      { kind: 'line-break' },
      'who was not sober.',
    ],
  };
  assert.deepEqual(wordingOf(block), {
    text: 'By name who was not sober.',
    held: [{ from: 3, to: 7 }],
    named: [],
  });
  assert.deepEqual(joined([plain('a'), wordingOf(block)]).held, [{ from: 5, to: 9 }]);
});
