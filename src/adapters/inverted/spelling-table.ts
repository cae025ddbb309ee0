import { LONGEST_DOUBTED } from '../../core/query/corrections.ts';
import { UNSPACED } from '../../core/tokens/fold.ts';
import { bitsIn } from './bits.ts';
import type { Dictionary } from './dictionary.ts';
import { BEFORE_WORDS } from './term-space.ts';

/** No correction is longer than the longest word that is doubted, and two letters more. */
const LONGEST = LONGEST_DOUBTED + 2;

/** Words of one length: the letters of each, one word behind the other, and which letters it has. */
interface Words {
  readonly units: Uint8Array | Uint16Array;
  readonly signatures: Uint32Array;
}

/**
 * The words of a segment that a mistyped one may have been meant to be, by their length. Read once somebody
 * mistypes, and then held in memory: 4 bytes a word and 1 a letter, or 2 in a word of other than Latin letters.
 *
 * Of each word it is known which letters it has, in 32 bits. An edit changes two of them at most, so that
 * most words are passed over by one comparison of bits, and only the rest is spelled out.
 */
export class SpellingTable {
  readonly #words: readonly Words[];

  constructor(dictionary: Dictionary) {
    this.#words = readWords(dictionary);
  }

  /** Words so many edits or fewer from one that was spelled, in no order. */
  near(spelled: Spelled, edits: number): readonly string[] {
    const found: string[] = [];
    const { length: letters } = spelled;
    for (let length = Math.max(1, letters - edits); length <= letters + edits; length++) {
      for (const words of this.#words.slice(placeOf(length, false), placeOf(length, true) + 1))
        eachNear(words, length, spelled, edits, (word) => found.push(word));
    }
    return found;
  }
}

function eachNear(
  { signatures, units }: Words,
  length: number,
  spelled: Spelled,
  edits: number,
  tell: (word: string) => void,
): void {
  for (let at = 0; at < signatures.length; at++) {
    if (bitsIn((signatures[at] ?? 0) ^ spelled.signature) > edits * 2) continue;
    const start = at * length;
    if (spelled.editsTo(units, start, start + length) <= edits)
      tell(String.fromCharCode(...units.subarray(start, start + length)));
  }
}

/** Where words of one length stand, those of Latin letters alone before the others. */
const placeOf = (length: number, isWide: boolean): number => length * 2 + (isWide ? 1 : 0);

function isWide(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) > 0xff) return true;
  return false;
}

/** A word of at most 29 letters, to be held against others. */
export class Spelled {
  readonly length: number;
  readonly signature: number;
  /** Where in the word a letter stands. */
  readonly #places = new Int32Array(0x1_0000);

  constructor(word: string) {
    this.length = word.length;
    this.signature = signatureOf(word);
    for (let at = 0; at < word.length; at++) {
      const unit = word.charCodeAt(at);
      this.#places[unit] = (this.#places[unit] ?? 0) | (1 << at);
    }
  }

  /**
   * Insertions, deletions, replacements and swaps of neighbours (optimal string alignment) between it and
   * the letters from `start` up to `end`.
   *
   * Source: Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", 2003.
   */
  editsTo(units: Uint8Array | Uint16Array, start: number, end: number): number {
    const last = 1 << (this.length - 1);
    let [more, less, diagonal, before, edits] = [-1, 0, 0, 0, this.length];
    for (let at = start; at < end; at++) {
      const places = this.#places[units[at] ?? 0] ?? 0;
      const swapped = ((~diagonal & places) << 1) & before;
      diagonal = (((places & more) + more) ^ more) | places | less | swapped;
      const rise = less | ~(diagonal | more);
      const fall = diagonal & more;
      if ((rise & last) !== 0) edits++;
      else if ((fall & last) !== 0) edits--;
      const risen = (rise << 1) | 1;
      more = (fall << 1) | ~(diagonal | risen);
      less = risen & diagonal;
      before = places;
    }
    return edits;
  }
}

function readWords(dictionary: Dictionary): readonly Words[] {
  const counts = new Uint32Array(placeOf(LONGEST, true) + 1);
  eachWord(dictionary, (word, place) => {
    counts[place] = (counts[place] ?? 0) + 1;
  });
  const words = Array.from(counts, (count, place): Words => {
    const letters = count * (place >>> 1);
    return {
      units: place % 2 === 0 ? new Uint8Array(letters) : new Uint16Array(letters),
      signatures: new Uint32Array(count),
    };
  });
  const filled = new Uint32Array(counts.length);
  eachWord(dictionary, (word, place) => {
    const of = words[place];
    if (of === undefined) return;
    const number = filled[place] ?? 0;
    filled[place] = number + 1;
    of.signatures[number] = signatureOf(word);
    for (let at = 0; at < word.length; at++) of.units[number * word.length + at] = word.charCodeAt(at);
  });
  return words;
}

function eachWord(dictionary: Dictionary, tell: (word: string, place: number) => void): void {
  const cursor = dictionary.from(BEFORE_WORDS);
  if (cursor === undefined) return;
  do {
    const { term } = cursor;
    if (term.length <= LONGEST && isSpelled(term)) tell(term, placeOf(term.length, isWide(term)));
  } while (cursor.next());
}

/** A word with a digit, or of a script without spaces, is no correction. */
function isSpelled(term: string): boolean {
  for (let at = 0; at < term.length; at++) {
    const unit = term.charCodeAt(at);
    if ((unit >= 0x30 && unit <= 0x39) || UNSPACED[unit] === 1) return false;
  }
  return true;
}

/** Which letters stand in a word: of 32 kinds, so that those of one alphabet are mostly of different ones. */
function signatureOf(word: string): number {
  let signature = 0;
  for (let at = 0; at < word.length; at++) signature |= 1 << (word.charCodeAt(at) & 31);
  return signature;
}
