import type { Span } from '../difference/wording.ts';
import { groupsInOrder, type Group } from './groups-in-order.ts';
import type { Stretch } from './stretches.ts';

/** Passages that stand in one row: of each text `[from, to)`, empty where it is silent. */
export type RowBeside = readonly Span[];

/** What of one text answers to what of another: the texts by their places, the earlier first. */
export interface Beside {
  readonly texts: readonly [one: number, other: number];
  readonly stretches: readonly Stretch[];
}

/**
 * Texts side by side: what answers to each other in one row, and what has no partner in a row of its own, in the
 * order of all; each passage stands once. `lengths`: how many passages each text has.
 *
 *   first a b c   other 1 2   c-1   ->   a|  b|  c|1  |2
 */
export function rowsBeside(lengths: readonly number[], beside: readonly Beside[]): readonly RowBeside[] {
  const rows: RowBeside[] = [];
  const reached = lengths.map(() => 0);
  const alone = (text: number, to: number): void => {
    for (let at = reached[text] ?? 0; at < to; at++)
      rows.push(reached.map((end, n) => (n === text ? { from: at, to: at + 1 } : { from: end, to: end })));
    reached[text] = to;
  };
  for (const group of groupsInOrder(
    lengths.length,
    beside.flatMap((one) => groupsOf(one, lengths.length)),
  )) {
    group.forEach((span, text) => {
      if (span !== undefined) alone(text, span.from);
    });
    rows.push(group.map((span, text) => span ?? { from: reached[text] ?? 0, to: reached[text] ?? 0 }));
    group.forEach((span, text) => {
      if (span !== undefined) reached[text] = span.to;
    });
  }
  lengths.forEach((end, text) => alone(text, end));
  return rows;
}

const groupsOf = ({ texts: [one, other], stretches }: Beside, texts: number): readonly Group[] =>
  stretches.map(({ from, to, otherFrom, otherTo }) =>
    Array.from({ length: texts }, (_, text) =>
      text === one ? { from, to } : text === other ? { from: otherFrom, to: otherTo } : undefined,
    ),
  );
