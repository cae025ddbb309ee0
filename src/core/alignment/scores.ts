import type { Block } from '../text.ts';
import type { Band, Scores } from './best-path.ts';
import type { Evidence } from './evidence.ts';
import type { Manner, Passage } from './guess-links.ts';
import type { Stretch } from './stretches.ts';

/** How good it is to set passages of a stretch beside each other, for a translation or for another account. */
export function scoresOf(
  one: readonly Passage[],
  other: readonly Passage[],
  evidence: Evidence,
  manner: Manner,
  gap: Stretch,
  band: Band,
): Scores {
  const ones = one.slice(gap.from, gap.to);
  const others = other.slice(gap.otherFrom, gap.otherTo);
  const common = commonIn(evidence, gap, band);
  if (manner === 'account')
    return {
      bead: (at, otherAt, count, otherCount) =>
        common(at, otherAt, count, otherCount) * ACCOUNT.scale -
        ACCOUNT.least -
        (count + otherCount - 2) * ACCOUNT.more +
        shapeScore(ones[at], others[otherAt]),
      gapOne: () => 0,
      gapOther: () => 0,
    };
  const total = (passages: readonly Passage[]): number =>
    passages.reduce((sum, { length }) => sum + length, 0);
  const ratio = ratioOf(one, other, total(ones), total(others));
  const lengths = Float64Array.from(ones, ({ length }) => length * ratio);
  const otherLengths = Float64Array.from(others, ({ length }) => length);
  return {
    bead: (at, otherAt, count, otherCount) =>
      prior(count, otherCount) +
      lengthScore(sumOf(lengths, at, count), sumOf(otherLengths, otherAt, otherCount)) +
      kindScore(ones[at], others[otherAt], count + otherCount > 2) +
      common(at, otherAt, count, otherCount) * TRANSLATION.scale,
    gapOne: (at) => TRANSLATION.gap - Math.log1p((lengths[at] ?? 0) / 20),
    gapOther: (at) => TRANSLATION.gap - Math.log1p((otherLengths[at] ?? 0) / 20),
  };
}

/** How long a translation is beside its original: of one that may lack parts the totals tell it only roughly. */
function ratioOf(
  one: readonly Passage[],
  other: readonly Passage[],
  length: number,
  otherLength: number,
): number {
  const usual = (isDense(other) ? DENSE : 1) / (isDense(one) ? DENSE : 1);
  const found = Math.max(1, otherLength) / Math.max(1, length);
  return Math.min(usual * 2, Math.max(usual / 2, found));
}

/** A character of Chinese or Japanese says as much as so many letters: one to about 0.4 of what is written in letters. */
const DENSE = 0.4;
const isDense = (passages: readonly Passage[]): boolean => {
  let [dense, all] = [0, 0];
  for (const { signs } of passages.slice(0, 50))
    for (const key of signs.keys()) {
      if (!key.startsWith('w:')) continue;
      all += 1;
      if (/^w:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(key)) dense += 1;
    }
  return dense > all / 2;
};

const ACCOUNT = { scale: 10, least: 1.1, more: 0.5 } as const;
const TRANSLATION = { scale: 8, gap: -4 } as const;
/** Taken off for a passage that is to stand with others and shares nothing while they do. */
const STRANGER = 3 / TRANSLATION.scale;

type Common = (at: number, otherAt: number, count: number, otherCount: number) => number;

/**
 * What passages share, of all that they could: 0 to about 1, less where one of several shares nothing. A line that
 * is little but a name tells little.
 */
function commonIn(evidence: Evidence, gap: Stretch, band: Band): Common {
  const table = new Float64Array(band.size);
  for (let at = gap.from; at < gap.to; at++)
    for (const [place, weight] of evidence.shared[at] ?? []) {
      if (place < gap.otherFrom || place >= gap.otherTo) continue;
      const cell = band.cell(at - gap.from, place - gap.otherFrom);
      if (cell >= 0) table[cell] = weight;
    }
  const mine = evidence.ofOne.subarray(gap.from, gap.to);
  const theirs = evidence.ofOther.subarray(gap.otherFrom, gap.otherTo);
  const least = Math.max(1e-9, evidence.usual / 3);
  const share = (at: number, otherAt: number): number => table[band.cell(at, otherAt)] ?? 0;
  return (at, otherAt, count, otherCount) => {
    if (count === 1 && otherCount === 1) {
      const shared = share(at, otherAt);
      if (shared === 0) return 0;
      return shared / Math.sqrt(Math.max(mine[at] ?? 0, least) * Math.max(theirs[otherAt] ?? 0, least));
    }
    let [shared, strangers] = [0, 0];
    for (let n = 0; n < count; n++) {
      const before = shared;
      for (let m = 0; m < otherCount; m++) shared += share(at + n, otherAt + m);
      if (shared === before) strangers += 1;
    }
    if (shared === 0) return 0;
    for (let m = 0; m < otherCount; m++) {
      let own = 0;
      for (let n = 0; n < count; n++) own += share(at + n, otherAt + m);
      if (own === 0) strangers += 1;
    }
    const [a, b] = [sumOf(mine, at, count), sumOf(theirs, otherAt, otherCount)];
    return shared / Math.sqrt(Math.max(a, least) * Math.max(b, least)) - strangers * STRANGER;
  };
}

/** How often passages of translations answer so to each other. Gale and Church, Computational Linguistics 19 (1993), table 5. */
const PRIORS = [0, 0, Math.log(0.89), Math.log(0.0445), Math.log(0.011)];
const prior = (ones: number, others: number): number => PRIORS[ones + others] ?? 0;

/** Variance of the length of a translation, a character (the same, section 3). */
const VARIANCE = 6.8;

/** How probable two lengths are as those of a passage and its translation, as a logarithm; -8 at least. */
function lengthScore(expected: number, found: number): number {
  const mean = (expected + found) / 2;
  if (mean === 0) return 0;
  const off = Math.abs(found - expected) / Math.sqrt(mean * VARIANCE);
  return Math.max(-8, Math.log(2 * (1 - normal(off)) + 1e-12));
}

/** The normal distribution's integral, within 1e-7: Abramowitz and Stegun, 26.2.17. */
function normal(x: number): number {
  const t = 1 / (1 + 0.2316419 * x);
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 1 - 0.3989422804 * Math.exp((-x * x) / 2) * series;
}

/** A heading answers to a heading, and what opens or closes to its like. */
function kindScore(one: Passage | undefined, other: Passage | undefined, isMore: boolean): number {
  if (one === undefined || other === undefined) return 0;
  if (one.kind === other.kind) return one.kind === 'heading' && isMore ? -3 : 0;
  if (one.kind === 'heading' || other.kind === 'heading') return -4;
  return -1;
}

/** A list of those present names everybody, and so is like everything; what opens or closes is little but names. */
const CLASS: Readonly<Partial<Record<Block['kind'], string>>> = {
  list: 'listed',
  table: 'listed',
  heading: 'edge',
  opener: 'edge',
  closer: 'edge',
};
const shapeScore = (one: Passage | undefined, other: Passage | undefined): number =>
  one !== undefined && other !== undefined && CLASS[one.kind] !== CLASS[other.kind] ? -1 : 0;

function sumOf(values: Float64Array, from: number, count: number): number {
  let sum = 0;
  for (let n = 0; n < count; n++) sum += values[from + n] ?? 0;
  return sum;
}
