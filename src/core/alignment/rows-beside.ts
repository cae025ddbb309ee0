import type { Span } from '../difference/wording.ts';
import type { Stretch } from './stretches.ts';

/** Passages that stand in one row: of each text `[from, to)`, empty where it is silent. */
export type RowBeside = readonly Span[];

/**
 * Texts side by side: what answers to each other in one row, and what has no partner in a row of its own, in the
 * order of all. `beside[n]` sets the n-th of the other texts beside the first; each passage stands once.
 *
 *   first a b c   other 1 2   c-1   ->   a|  b|  c|1  |2
 */
export function rowsBeside(
  length: number,
  otherLengths: readonly number[],
  beside: readonly (readonly Stretch[])[],
): readonly RowBeside[] {
  const rows: RowBeside[] = [];
  const reached = [0, ...otherLengths.map(() => 0)];
  const alone = (text: number, to: number): void => {
    for (let at = reached[text] ?? 0; at < to; at++)
      rows.push(reached.map((end, n) => (n === text ? { from: at, to: at + 1 } : { from: end, to: end })));
    reached[text] = to;
  };
  for (const group of groupsOf(beside)) {
    alone(0, group.from);
    group.others.forEach((span, n) => {
      if (span !== undefined) alone(n + 1, span.from);
    });
    rows.push([
      { from: group.from, to: group.to },
      ...group.others.map((span, n) => span ?? { from: reached[n + 1] ?? 0, to: reached[n + 1] ?? 0 }),
    ]);
    reached[0] = group.to;
    group.others.forEach((span, n) => {
      if (span !== undefined) reached[n + 1] = span.to;
    });
  }
  [length, ...otherLengths].forEach((end, text) => alone(text, end));
  return rows;
}

interface Group {
  from: number;
  to: number;
  others: (Span | undefined)[];
}

/** Stretches of several texts that overlap in the first, as one. */
function groupsOf(beside: readonly (readonly Stretch[])[]): readonly Group[] {
  const groups: Group[] = [];
  const all = beside.flatMap((stretches, text) => stretches.map((stretch) => ({ text, stretch })));
  for (const { text, stretch } of all.toSorted((a, b) => a.stretch.from - b.stretch.from)) {
    let group = groups.at(-1);
    if (group === undefined || stretch.from >= group.to) {
      group = { from: stretch.from, to: stretch.to, others: beside.map(() => undefined) };
      groups.push(group);
    }
    group.to = Math.max(group.to, stretch.to);
    const known = group.others[text];
    group.others[text] = {
      from: Math.min(known?.from ?? Infinity, stretch.otherFrom),
      to: Math.max(known?.to ?? 0, stretch.otherTo),
    };
  }
  return groups;
}
