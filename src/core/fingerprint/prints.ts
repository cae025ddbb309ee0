import type { ArchiveDocument } from '../document.ts';
import type { Rendition } from '../rendition.ts';
import { shinglesOf, type Shingles } from './shingles.ts';

/** A text of fewer words is no evidence: too much of it is forms of politeness. */
export const FEWEST_WORDS = 40;
/** One shingle in so many is kept: which ones, hangs on nothing but the words themselves. */
const ONE_IN = 32;
/** Of a short text so many at least, that a copy of it is found; of a very long one no more than so many. */
const FEWEST_PRINTS = 12;
const MOST_PRINTS = 1_024;
/** Renditions of one document that are looked at. */
const MOST_TEXTS = 8;

const LIMIT = Math.floor(0x1_0000_0000 / ONE_IN);
/** The lower 32 bits. */
const low = (shingle: number): number => shingle >>> 0;

/** The texts of a document, each for itself: transcriptions and translations that are long enough to be known again. */
export function textsToCompare(document: ArchiveDocument<string>): readonly Shingles[] {
  return document.renditions
    .filter((one): one is Exclude<Rendition, { kind: 'facsimile' }> => one.kind !== 'facsimile')
    .slice(0, MOST_TEXTS)
    .map(({ text }) => shinglesOf(text.blocks))
    .filter(({ words }) => words >= FEWEST_WORDS);
}

/**
 * The fingerprint of a document: of all runs of eight words in its texts those that the same words would
 * leave wherever they stand, about one in 32. Two documents that share a passage share the prints of it,
 * whatever stands around it; a few altered words alter only the prints of their neighbourhood.
 *
 *   a text of 700 words  -> about 22 whole numbers under 2^48, each once, in order
 *   a text of 80 words   -> 12
 *   a text of 30 words   -> none
 */
export function printsOf(document: ArchiveDocument<string>): readonly number[] {
  const found = new Set<number>();
  for (const text of textsToCompare(document)) for (const print of printsOfText(text)) found.add(print);
  return [...found].sort((a, b) => a - b);
}

function printsOfText({ at }: Shingles): readonly number[] {
  const kept = new Set<number>();
  for (let word = 0; word < at.length; word++) {
    const shingle = at[word] ?? -1;
    if (shingle >= 0 && low(shingle) < LIMIT) kept.add(shingle);
  }
  if (kept.size >= FEWEST_PRINTS) return kept.size <= MOST_PRINTS ? [...kept] : least(kept, MOST_PRINTS);
  return least(new Set(at.filter((shingle) => shingle >= 0)), FEWEST_PRINTS);
}

/** Those whose lower halves are the least; few are wanted of many, so that they are not all put in order. */
function least(prints: ReadonlySet<number>, most: number): readonly number[] {
  let best: number[] = [];
  let limit = Infinity;
  for (const print of prints) {
    if (low(print) >= limit) continue;
    best.push(print);
    if (best.length < most * 2) continue;
    best = best.sort((a, b) => low(a) - low(b)).slice(0, most);
    limit = low(best.at(-1) ?? 0);
  }
  return best.sort((a, b) => low(a) - low(b)).slice(0, most);
}
