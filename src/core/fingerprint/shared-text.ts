import type { ArchiveDocument } from '../document.ts';
import { textsToCompare } from './prints.ts';
import { SHINGLE_WORDS, type Shingles } from './shingles.ts';

/** How much two documents have in common, counted in words that stand in a run of eight which both have. */
export interface SharedText {
  /** Words of the first that stand in the second. */
  readonly words: number;
  /** The part of the first that stands in the second, over 0 and at most 1. */
  readonly ofOne: number;
  readonly ofOther: number;
}

/** Less than this of both is a quotation, not the same text. */
export const LEAST_SHARE = 0.5;

/**
 * What two documents have in common, of whichever of their texts have most; undefined where they have
 * nothing. Headings, greetings and notes do not count (see `shinglesOf`), nor does a text of under 40 words.
 *
 *   a telegram, and its copy in another volume         -> { words: 512, ofOne: 1, ofOther: 0.99 }
 *   a letter, and a report that has it as its enclosure -> { words: 300, ofOne: 0.98, ofOther: 0.1 }
 */
export function sharedText(one: ArchiveDocument, other: ArchiveDocument): SharedText | undefined {
  return mostShared(textsToCompare(one), textsToCompare(other));
}

/** The same, of texts that were read before: for one document beside many. */
export function mostShared(ones: readonly Shingles[], others: readonly Shingles[]): SharedText | undefined {
  let best: SharedText | undefined;
  for (const one of ones)
    for (const other of others) {
      const shared = sharedBetween(one, other);
      if (shared !== undefined && (best === undefined || shareOf(shared) > shareOf(best))) best = shared;
    }
  return best;
}

/** The greater of the two parts: a text that lies whole in another is the same text, however long the other is. */
export const shareOf = ({ ofOne, ofOther }: SharedText): number => Math.max(ofOne, ofOther);

function sharedBetween(one: Shingles, other: Shingles): SharedText | undefined {
  const words = coveredBy(one, new Set(other.at));
  if (words === 0) return undefined;
  const back = coveredBy(other, new Set(one.at));
  return { words, ofOne: words / one.words, ofOther: back / other.words };
}

/** How many words of a text stand in a run that is among these. */
function coveredBy({ at, words }: Shingles, runs: ReadonlySet<number>): number {
  let covered = 0;
  let reach = 0;
  for (let word = 0; word < words; word++) {
    const run = at[word] ?? -1;
    if (run >= 0 && runs.has(run)) reach = word + SHINGLE_WORDS;
    if (word < reach) covered += 1;
  }
  return covered;
}
