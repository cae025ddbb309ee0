import type { Alignment } from '../rendition.ts';
import type { Block, BlockId } from '../text.ts';
import { evidenceOf, sharedBetween, weighed, type Evidence } from './evidence.ts';
import { bestPath, type Bead, type Scores } from './best-path.ts';
import type { Shared, Signs } from './signs.ts';
import { stretchesOf, type Stretch } from './stretches.ts';

/** A passage that can stand beside another. */
export interface Passage {
  readonly id: BlockId;
  readonly kind: Block['kind'];
  /** In characters. */
  readonly length: number;
  readonly signs: Signs;
}

export interface GuessedLink {
  readonly from: readonly BlockId[];
  readonly to: readonly BlockId[];
  readonly basis: 'guessed';
  /** What made the link: for a translation that is placed by length and order alone, nothing. */
  readonly shared: readonly Shared[];
}

/** `translation`: all of one stands in the other, in order. `account`: they tell of the same, each its own. */
export type Manner = 'translation' | 'account';

/** Longer texts are not guessed at. */
export const MOST_PASSAGES = 4000;

/**
 * Which passages of two texts probably answer to each other, by names, days, numbers, words, length and order:
 * the best way through both, many to many, never crossing. What is known already is kept to, and only what
 * lies between is guessed; texts of more than 4,000 passages are not.
 *
 *   de "Am 2. Dezember schwieg Reuter." "Der Oberst aß sieben Stück."   ru "…" "2 декабря Рейтер молчал."
 *   -> de 1 - ru 2 (2, December, Reuter)
 */
export function guessLinks(
  one: readonly Passage[],
  other: readonly Passage[],
  manner: Manner,
  known: Alignment['links'] = [],
): readonly GuessedLink[] {
  if (one.length > MOST_PASSAGES || other.length > MOST_PASSAGES) return [];
  const [signs, otherSigns] = [one.map((passage) => passage.signs), other.map((passage) => passage.signs)];
  const evidence = evidenceOf(signs, otherSigns);
  const weights = weighed(signs, otherSigns);
  const links: GuessedLink[] = [];
  for (const gap of gapsOf(one, other, known)) {
    const scores = scoresOf(one, other, evidence, manner, gap);
    for (const bead of bestPath(gap.to - gap.from, gap.otherTo - gap.otherFrom, scores)) {
      if (bead.ones === 0 || bead.others === 0) continue;
      const [at, otherAt] = [gap.from + bead.one, gap.otherFrom + bead.other];
      links.push({
        from: one.slice(at, at + bead.ones).map(({ id }) => id),
        to: other.slice(otherAt, otherAt + bead.others).map(({ id }) => id),
        basis: 'guessed',
        shared: sharedBetween(
          signs.slice(at, at + bead.ones),
          otherSigns.slice(otherAt, otherAt + bead.others),
          weights,
        ),
      });
    }
  }
  return links;
}

/** What lies between the links that are known. */
function gapsOf(
  one: readonly Passage[],
  other: readonly Passage[],
  known: Alignment['links'],
): readonly Stretch[] {
  const ids = (passages: readonly Passage[]): readonly BlockId[] => passages.map(({ id }) => id);
  const gaps: Stretch[] = [];
  let [from, otherFrom] = [0, 0];
  const end = { from: one.length, to: one.length, otherFrom: other.length, otherTo: other.length };
  for (const stretch of [...stretchesOf(ids(one), ids(other), known), end]) {
    gaps.push({ from, to: stretch.from, otherFrom, otherTo: stretch.otherFrom });
    [from, otherFrom] = [stretch.to, stretch.otherTo];
  }
  return gaps.filter((gap) => gap.to > gap.from && gap.otherTo > gap.otherFrom);
}

function scoresOf(
  one: readonly Passage[],
  other: readonly Passage[],
  evidence: Evidence,
  manner: Manner,
  gap: Stretch,
): Scores {
  const ones = one.slice(gap.from, gap.to);
  const others = other.slice(gap.otherFrom, gap.otherTo);
  const common = (bead: Bead): number => commonOf(bead, evidence, gap);
  if (manner === 'account')
    return {
      bead: (bead) =>
        common(bead) * ACCOUNT.scale -
        ACCOUNT.least -
        more(bead) * ACCOUNT.more +
        shapeScore(ones[bead.one], others[bead.other]),
      gapOne: () => 0,
      gapOther: () => 0,
    };
  const total = (passages: readonly Passage[]): number =>
    passages.reduce((sum, { length }) => sum + length, 0);
  const ratio = ratioOf(one, other, total(ones), total(others));
  const lengths = ones.map(({ length }) => length * ratio);
  const otherLengths = others.map(({ length }) => length);
  return {
    bead: (bead) =>
      prior(bead) +
      lengthScore(sumOf(lengths, bead.one, bead.ones), sumOf(otherLengths, bead.other, bead.others)) +
      kindScore(ones[bead.one], others[bead.other], bead) +
      common(bead) * TRANSLATION.scale -
      strangers(bead, evidence, gap) * TRANSLATION.stranger,
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
const TRANSLATION = { scale: 8, gap: -4, stranger: 3 } as const;

const more = ({ ones, others }: Bead): number => ones + others - 2;

/** What the passages of a bead share, of all that they could: 0 to about 1. A line that is little but a name tells little. */
function commonOf(bead: Bead, evidence: Evidence, gap: Stretch): number {
  let shared = 0;
  let [mine, theirs] = [0, 0];
  for (let n = 0; n < bead.ones; n++) mine += evidence.ofOne[gap.from + bead.one + n] ?? 0;
  for (let n = 0; n < bead.others; n++) theirs += evidence.ofOther[gap.otherFrom + bead.other + n] ?? 0;
  for (let n = 0; n < bead.ones; n++)
    for (let m = 0; m < bead.others; m++)
      shared += evidence.between(gap.from + bead.one + n, gap.otherFrom + bead.other + m);
  const least = evidence.usual / 3;
  return shared === 0 ? 0 : shared / Math.sqrt(Math.max(mine, least) * Math.max(theirs, least));
}

/** Of several passages that are to stand beside others, those that share nothing while one of them does. */
function strangers(bead: Bead, evidence: Evidence, gap: Stretch): number {
  if (more(bead) === 0) return 0;
  const share = (n: number, m: number): number =>
    evidence.between(gap.from + bead.one + n, gap.otherFrom + bead.other + m);
  const ones = range(bead.ones).filter((n) => range(bead.others).every((m) => share(n, m) === 0)).length;
  const others = range(bead.others).filter((m) => range(bead.ones).every((n) => share(n, m) === 0)).length;
  return ones === bead.ones ? 0 : ones + others;
}

const RANGES: readonly (readonly number[])[] = [[], [0], [0, 1], [0, 1, 2]];
const range = (count: number): readonly number[] => RANGES[count] ?? [];

/** How often passages of translations answer so to each other. Gale and Church, Computational Linguistics 19 (1993), table 5. */
function prior({ ones, others }: Bead): number {
  if (ones === 1 && others === 1) return Math.log(0.89);
  if (ones + others === 3) return Math.log(0.0445);
  return Math.log(0.011) - (ones + others - 4);
}

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
function kindScore(one: Passage | undefined, other: Passage | undefined, bead: Bead): number {
  if (one === undefined || other === undefined) return 0;
  if (one.kind === other.kind) return one.kind === 'heading' && more(bead) > 0 ? -3 : 0;
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

const sumOf = (values: readonly number[], from: number, count: number): number => {
  let sum = 0;
  for (let n = 0; n < count; n++) sum += values[from + n] ?? 0;
  return sum;
};
