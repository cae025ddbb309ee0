import { inOrder } from '../in-order.ts';
import type { BlockId } from '../text.ts';
import { guessLinks, type GuessedLink, type Passage } from './guess-links.ts';
import { stretchesOf } from './stretches.ts';

type Links = readonly { readonly from: readonly BlockId[]; readonly to: readonly BlockId[] }[];

/** Passages that bear the same id in two states of one text, those left out that have changed places. */
export function linksById(one: readonly Passage[], other: readonly Passage[]): Links {
  const places = new Map(other.map(({ id }, at) => [id, at]));
  const pairs = one.flatMap(({ id }, at) => {
    const place = places.get(id);
    return place === undefined ? [] : [[at, place] as const];
  });
  return inOrder(pairs).flatMap(([at]) => one.slice(at, at + 1).map(({ id }) => ({ from: [id], to: [id] })));
}

/**
 * What answers to each other in two states of one text, beside what is known: by words that both have; and where
 * as many passages are left between two that are set, the first with the first. What was held back has no words.
 */
export function guessRevision(
  one: readonly Passage[],
  other: readonly Passage[],
  known: Links,
): readonly GuessedLink[] {
  const given = known.map((link) => ({ ...link, basis: 'given' as const }));
  const guessed = guessLinks(one, other, 'account', given);
  const ids = (passages: readonly Passage[]): readonly string[] => passages.map(({ id }) => id);
  const set = stretchesOf(ids(one), ids(other), [...known, ...guessed]);
  const filled: GuessedLink[] = [...guessed];
  let [from, otherFrom] = [0, 0];
  const end = { from: one.length, to: one.length, otherFrom: other.length, otherTo: other.length };
  for (const stretch of [...set, end]) {
    if (stretch.from - from === stretch.otherFrom - otherFrom)
      for (let n = 0; n < stretch.from - from; n++) {
        const [mine, theirs] = [one[from + n], other[otherFrom + n]];
        if (mine !== undefined && theirs !== undefined)
          filled.push({ from: [mine.id], to: [theirs.id], basis: 'guessed', shared: [] });
      }
    [from, otherFrom] = [stretch.to, stretch.otherTo];
  }
  return filled;
}
