import type { Span } from '../difference/wording.ts';

/** What stands in one row: of each text its passages, none of a text that is silent. */
export type Group = readonly (Span | undefined)[];

/**
 * Groups in an order that is that of each text. Those that share a passage are one, and so are those of which
 * one text has the first before the second and another the second before the first.
 */
export function groupsInOrder(texts: number, groups: readonly Group[]): readonly Group[] {
  let left = groups;
  for (;;) {
    const found = inOrder(texts, left);
    if (found.together === undefined) return found.order;
    const together = new Set(found.together);
    left = [joined(texts, found.together), ...left.filter((group) => !together.has(group))];
  }
}

const joined = (texts: number, groups: readonly Group[]): Group =>
  Array.from({ length: texts }, (_, text) => {
    const spans = groups.flatMap((group) => group[text] ?? []);
    if (spans.length === 0) return undefined;
    return {
      from: Math.min(...spans.map(({ from }) => from)),
      to: Math.max(...spans.map(({ to }) => to)),
    };
  });

type Ordered =
  | { readonly together: readonly Group[] }
  | { readonly together?: undefined; readonly order: readonly Group[] };

function inOrder(texts: number, groups: readonly Group[]): Ordered {
  const before = new Map<Group, Set<Group>>(groups.map((group) => [group, new Set()]));
  for (let text = 0; text < texts; text++) {
    const from = (group: Group): number => group[text]?.from ?? 0;
    const row = groups.filter((group) => group[text] !== undefined).toSorted((a, b) => from(a) - from(b));
    for (const [at, group] of row.entries()) {
      const last = row[at - 1];
      if (last === undefined) continue;
      if (from(group) < (last[text]?.to ?? 0)) return { together: [last, group] };
      before.get(group)?.add(last);
    }
  }
  return sorted(texts, before);
}

/** One after another, each once all that stand before it are told. */
function sorted(texts: number, before: Map<Group, Set<Group>>): Ordered {
  const behind = new Map<Group, Group[]>();
  for (const [group, all] of before)
    for (const one of all) behind.set(one, [...(behind.get(one) ?? []), group]);
  const ready = [...before].filter(([, all]) => all.size === 0).map(([group]) => group);
  const order: Group[] = [];
  while (ready.length > 0) {
    ready.sort((a, b) => compare(texts, a, b));
    const [next] = ready.splice(0, 1);
    if (next === undefined) break;
    order.push(next);
    before.delete(next);
    for (const group of behind.get(next) ?? []) {
      const all = before.get(group);
      all?.delete(next);
      if (all?.size === 0) ready.push(group);
    }
  }
  return before.size === 0 ? { order } : { together: circleIn(before) };
}

/** By the first text that both have; what the first text has not is told as early as it can be. */
function compare(texts: number, a: Group, b: Group): number {
  for (let text = 0; text < texts; text++) {
    const [one, other] = [a[text], b[text]];
    if (one !== undefined && other !== undefined) return one.from - other.from;
    if (one !== undefined) return 1;
    if (other !== undefined) return -1;
  }
  return 0;
}

/** Groups of which each waits for the next, and the last for the first. */
function circleIn(before: ReadonlyMap<Group, ReadonlySet<Group>>): readonly Group[] {
  const walked: Group[] = [];
  let [group] = before.keys();
  while (group !== undefined && !walked.includes(group)) {
    walked.push(group);
    [group] = before.get(group) ?? [];
  }
  return group === undefined ? walked : walked.slice(walked.indexOf(group));
}
