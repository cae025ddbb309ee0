import type { Alignment } from '../rendition.ts';
import type { Block, BlockId } from '../text.ts';
import { bandOf, bestPath } from './best-path.ts';
import { evidenceOf, sharedBetween } from './evidence.ts';
import { scoresOf } from './scores.ts';
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
  const { weights } = evidence;
  const links: GuessedLink[] = [];
  for (const gap of gapsOf(one, other, known)) {
    const [ones, others] = [gap.to - gap.from, gap.otherTo - gap.otherFrom];
    const band = bandOf(ones, others);
    const scores = scoresOf(one, other, evidence, manner, gap, band);
    for (const bead of bestPath(ones, others, scores, band)) {
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
