import type { Shared, Sign, Signs } from './signs.ts';

/** Passages that more share than this tell nothing of where they belong. */
const MOST_PLACES = 40;

/** How much each passage of one text has in common with each of another. */
export interface Evidence {
  /** Of each passage of one, by passages of the other, the weight of what both have; absent where that is nothing. */
  readonly shared: readonly ReadonlyMap<number, number>[];
  /** How much each sign tells. */
  readonly weights: ReadonlyMap<string, number>;
  /** The weight of all by which a passage is known. */
  readonly ofOne: Float64Array;
  readonly ofOther: Float64Array;
  /** The mean of those weights. */
  readonly usual: number;
}

/** A sign tells the more the fewer passages have it. */
export function weighed(one: readonly Signs[], other: readonly Signs[]): ReadonlyMap<string, number> {
  const counts = new Map<string, { count: number; weight: number }>();
  for (const signs of [...one, ...other])
    for (const [key, { weight }] of signs) {
      const known = counts.get(key);
      if (known === undefined) counts.set(key, { count: 1, weight });
      else known.count += 1;
    }
  const all = one.length + other.length;
  return new Map([...counts].map(([key, { count, weight }]) => [key, weight * Math.log((all + 1) / count)]));
}

export function evidenceOf(one: readonly Signs[], other: readonly Signs[]): Evidence {
  const weights = weighed(one, other);
  const places = placesOf(other);
  const found = one.map((signs) => {
    const row = new Map<number, number>();
    for (const key of signs.keys()) {
      const at = places.get(key);
      if (at === undefined || at.length > MOST_PLACES) continue;
      const weight = weights.get(key) ?? 0;
      for (const place of at) row.set(place, (row.get(place) ?? 0) + weight);
    }
    return row;
  });
  const isCounted = comparable(one, other);
  const sum = (signs: Signs): number => {
    let total = 0;
    for (const [key, sign] of signs) if (isCounted(key, sign)) total += weights.get(key) ?? 0;
    return total;
  };
  const [ofOne, ofOther] = [Float64Array.from(one, sum), Float64Array.from(other, sum)];
  let all = 0;
  for (const weight of [...ofOne, ...ofOther]) all += weight;
  const usual = all / Math.max(1, one.length + other.length);
  return { shared: found, weights, ofOne, ofOther, usual };
}

/** Texts of one language have at least this part of their words in common. */
const ONE_LANGUAGE = 0.15;

/** In texts of two languages a word that only one of them has says nothing against their passages. */
function comparable(one: readonly Signs[], other: readonly Signs[]): (key: string, sign: Sign) => boolean {
  const [mine, theirs] = [wordsIn(one), wordsIn(other)];
  let both = 0;
  for (const key of mine) if (theirs.has(key)) both += 1;
  if (both >= ONE_LANGUAGE * Math.min(mine.size, theirs.size)) return () => true;
  return (key, { shared }) => shared.kind !== 'words' || (mine.has(key) && theirs.has(key));
}

const wordsIn = (all: readonly Signs[]): ReadonlySet<string> =>
  new Set(
    all.flatMap((signs) => [...signs].flatMap(([key, { shared }]) => (shared.kind === 'words' ? [key] : []))),
  );

function placesOf(all: readonly Signs[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  all.forEach((signs, at) => {
    for (const key of signs.keys()) {
      const list = places.get(key);
      if (list === undefined) places.set(key, [at]);
      else list.push(at);
    }
  });
  return places;
}

const MOST_SHOWN = 4;
const ORDER: Readonly<Record<Shared['kind'], number>> = { name: 0, day: 1, number: 2, words: 3 };

/**
 * What two groups of passages share, what tells most first: names, days and numbers before words. A month alone,
 * the numbers of a day that is said, and words that many passages have are left out.
 */
export function sharedBetween(
  one: readonly Signs[],
  other: readonly Signs[],
  weights: ReadonlyMap<string, number>,
): readonly Shared[] {
  const there = new Set(other.flatMap((signs) => [...signs.keys()]));
  const found = new Map<string, { readonly weight: number; readonly shared: Shared }>();
  for (const signs of one)
    for (const [key, { shared }] of signs)
      if (there.has(key)) found.set(key, { weight: weights.get(key) ?? 0, shared });
  const days = [...found.values()].flatMap(({ shared }) => (shared.kind === 'day' ? shared.edtf : []));
  const inDays = new Set(days.flatMap((edtf) => edtf.split('-').map(Number)));
  const sorted = [...found.values()]
    .filter(({ shared, weight }) => isTelling(shared, weight, inDays))
    .toSorted((a, b) => ORDER[a.shared.kind] - ORDER[b.shared.kind] || b.weight - a.weight);
  const telling = sorted.filter(({ shared }) => shared.kind !== 'words');
  return (telling.length > 0 ? telling : sorted).slice(0, MOST_SHOWN).map(({ shared }) => shared);
}

/** Words that say little stand in many passages, and weigh little. */
const LEAST_WORD = 1.6;

function isTelling(shared: Shared, weight: number, inDays: ReadonlySet<number>): boolean {
  switch (shared.kind) {
    case 'name':
      return true;
    case 'day':
      return !shared.edtf.startsWith('XXXX');
    case 'number':
      return !inDays.has(Number(shared.words));
    case 'words':
      return weight >= LEAST_WORD;
  }
}
