import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockId, type BlockId } from '../../core/text.ts';
import { besideMain, commonBeginnings } from './alignment.ts';

const ids = (from: number, count: number): BlockId[] =>
  Array.from({ length: count }, (_, n) => blockId(from + n));
const main = ids(1, 5);
const other = ids(100, 5);
type Pair = readonly [readonly number[], readonly number[]];
const links = (pairs: readonly Pair[]) =>
  pairs.map(([from, to]) => ({
    from: from.map((n) => main[n] ?? blockId(900)),
    to: to.map((n) => other[n] ?? blockId(901)),
    basis: 'given' as const,
  }));

test('links become rows that keep the order of both texts', () => {
  const cases: readonly [string, readonly Pair[], Record<number, readonly [number, number]>][] = [
    [
      'one to one',
      [0, 1, 2, 3, 4].map((n): Pair => [[n], [n]]),
      { 0: [0, 1], 1: [1, 2], 2: [2, 3], 3: [3, 4], 4: [4, 5] },
    ],
    [
      'one answers to two',
      [
        [[0], [0, 1]],
        [[1], [2]],
      ],
      { 0: [0, 2], 1: [2, 3], 2: [3, 4], 3: [4, 5] },
    ],
    [
      'two answer to one',
      [
        [[0, 1], [0]],
        [[2], [1]],
      ],
      { 0: [0, 1], 2: [1, 2], 3: [2, 3], 4: [3, 5] },
    ],
    [
      'what crosses falls into one row',
      [
        [[0], [1]],
        [[1], [0]],
        [[2], [2]],
      ],
      { 0: [0, 2], 2: [2, 3], 3: [3, 4], 4: [4, 5] },
    ],
    [
      'what no link names stands between those that one does',
      [
        [[1], [2]],
        [[3], [4]],
      ],
      { 0: [0, 2], 1: [2, 3], 2: [3, 4], 3: [4, 5] },
    ],
    [
      'a link to a block that has gone is silent',
      [
        [[0], [77]],
        [[1], [1]],
      ],
      { 0: [0, 1], 1: [1, 2], 2: [2, 3], 3: [3, 4], 4: [4, 5] },
    ],
    [
      'links in any order',
      [
        [[3], [3]],
        [[0], [0]],
      ],
      { 0: [0, 1], 1: [1, 2], 2: [2, 3], 3: [3, 4], 4: [4, 5] },
    ],
    [
      'what is left over between two stands with what is before it',
      [
        [[0], [0]],
        [[1], [3]],
      ],
      { 0: [0, 3], 1: [3, 4], 2: [4, 5] },
    ],
    [
      'what goes before the first link and has nothing beside it stands with that',
      [[[0], [2]]],
      { 0: [0, 3], 1: [3, 4], 2: [4, 5] },
    ],
    ['no links, no rows', [], {}],
  ];
  for (const [says, pairs, expected] of cases)
    assert.deepEqual(Object.fromEntries(besideMain(main, other, links(pairs), false).rows), expected, says);
});

test('a link can be read from its other end', () => {
  const turned = links([[[1], [0]]]).map(({ from, to, basis }) => ({ from: to, to: from, basis }));
  assert.deepEqual(
    [...besideMain(main, other, turned, true).rows],
    [
      [1, [0, 1]],
      [2, [1, 2]],
      [3, [2, 3]],
      [4, [3, 5]],
    ],
  );
});

test('with several texts a row begins where all of them begin one', () => {
  const one = besideMain(
    main,
    other,
    links([
      [[0, 1], [0]],
      [[2], [1]],
    ]),
    false,
  );
  const two = besideMain(
    main,
    other,
    links([
      [[0], [0]],
      [[2, 3], [1]],
    ]),
    false,
  );
  assert.deepEqual(commonBeginnings(5, [one, two]), [0, 2, 4]);
});
