import { dayNumber, tallyStretches, tallyYears, type Span } from '../../core/query/span.ts';
import type { Stretch, StretchCount, YearCount } from '../../ports/search-index.ts';
import type { Counted } from './facet-counts.ts';
import { FURTHEST_YEAR } from './segment.ts';
import { OPEN_AFTER, OPEN_BEFORE } from './segment-writer.ts';

/** A table of years, with an open end on each side. */
const FURTHEST = FURTHEST_YEAR;
const WIDTH = FURTHEST * 2 + 3;

/** When documents may have happened; those of which nothing is known are left out. */
function* spansOf(counted: readonly Counted[]): Generator<Span> {
  for (const { segment, documents } of counted)
    for (const document of documents) {
      const [from, to] = [segment.from[document] ?? 0, segment.to[document] ?? 0];
      if (from > to) continue;
      const isWide = segment.from instanceof Float64Array;
      yield {
        from: from === OPEN_BEFORE && !isWide ? -Infinity : from,
        to: to === OPEN_AFTER && !(segment.to instanceof Float64Array) ? Infinity : to,
      };
    }
}

/** As `tallyYears` of all the spans, which it does not make. */
export function countYears(counted: readonly Counted[]): readonly YearCount[] {
  if (!counted.every(({ segment }) => segment.years().isOrdinary)) return tallyYears(spansOf(counted));
  const certain = new Float64Array(WIDTH);
  const uncertain = new Map<number, number>();
  for (const one of counted) {
    const { spans } = one.segment.years();
    const counts = countOrdinals(one);
    for (const [ordinal, { first, last }] of spans.entries()) {
      const count = counts[ordinal] ?? 0;
      if (first > last || count === 0) continue;
      const from = first + FURTHEST + 1;
      if (first === last) certain[from] = (certain[from] ?? 0) + count;
      else {
        const key = from * WIDTH + last + FURTHEST + 1;
        uncertain.set(key, (uncertain.get(key) ?? 0) + count);
      }
    }
  }
  return spread(certain, uncertain);
}

/** How many documents have each span of years. */
function countOrdinals(counted: Counted): Uint32Array {
  const { ordinals, counts: all } = counted.segment.years();
  const list = counted.areMost ? counted.others : counted.documents;
  const counts = new Uint32Array(all.length);
  for (let at = 0; at < list.length; at++) {
    const ordinal = ordinals[list[at] ?? 0] ?? 0;
    counts[ordinal] = (counts[ordinal] ?? 0) + 1;
  }
  return counted.areMost ? all.map((count, ordinal) => count - (counts[ordinal] ?? 0)) : counts;
}

/** Places of the table are years, but the first and the last, which are open ends. */
function spread(certain: Float64Array, uncertain: ReadonlyMap<number, number>): readonly YearCount[] {
  let [low, high] = [Infinity, -Infinity];
  const reach = (place: number): void => {
    if (place === 0 || place === WIDTH - 1) return;
    low = Math.min(low, place);
    high = Math.max(high, place);
  };
  for (let place = 0; place < WIDTH; place++) if ((certain[place] ?? 0) > 0) reach(place);
  for (const key of uncertain.keys()) {
    reach(Math.floor(key / WIDTH));
    reach(key % WIDTH);
  }
  const steps = new Float64Array(WIDTH + 1);
  for (const [key, count] of uncertain) {
    const from = Math.max(low, Math.floor(key / WIDTH));
    const behind = Math.min(high, key % WIDTH) + 1;
    steps[from] = (steps[from] ?? 0) + count;
    steps[behind] = (steps[behind] ?? 0) - count;
  }
  const years: YearCount[] = [];
  let possible = 0;
  for (let place = low; place <= high; place++) {
    possible += steps[place] ?? 0;
    const sure = certain[place] ?? 0;
    if (sure > 0 || possible > 0) years.push({ year: place - FURTHEST - 1, certain: sure, possible });
  }
  return years;
}

/** As `tallyStretches` of all the spans; stretches that follow on each other are counted in one walk. */
export function countStretches(
  counted: readonly Counted[],
  stretches: readonly Stretch[],
): readonly StretchCount[] {
  const bounds = stretches.map(({ from, to }) => [dayNumber(from), dayNumber(to)] as const);
  const follow = bounds.every(
    ([from, to], at) =>
      from !== undefined && to !== undefined && from <= to && from > (bounds[at - 1]?.[1] ?? -Infinity),
  );
  if (!follow) return tallyStretches([...spansOf(counted)], stretches);
  const starts = Float64Array.from(bounds, ([from]) => from ?? 0);
  const ends = Float64Array.from(bounds, ([, to]) => to ?? 0);
  const certain = new Float64Array(stretches.length);
  const steps = new Float64Array(stretches.length + 1);
  for (const { segment, documents } of counted)
    for (const document of documents) {
      const [from, to] = [segment.from[document] ?? 0, segment.to[document] ?? 0];
      if (from > to) continue;
      // The first stretch that ends on or after its first day, and the first that begins after its last.
      const first = firstNotBelow(ends, from);
      const behind = firstNotBelow(starts, to + 0.5);
      if (first >= behind) continue;
      if (from >= (starts[first] ?? 0) && to <= (ends[first] ?? 0))
        certain[first] = (certain[first] ?? 0) + 1;
      else {
        steps[first] = (steps[first] ?? 0) + 1;
        steps[behind] = (steps[behind] ?? 0) - 1;
      }
    }
  let possible = 0;
  return stretches.map((_, at) => {
    possible += steps[at] ?? 0;
    return { certain: certain[at] ?? 0, possible };
  });
}

/** The first place of a rising list that has at least this value; its length if none has. */
function firstNotBelow(list: Float64Array, value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
