import { LONGEST_DOUBTED } from '../../core/query/corrections.ts';
import { UNSPACED } from '../../core/tokens/fold.ts';
import { bitsIn } from './bits.ts';
import type { Dictionary } from './dictionary.ts';
import { BEFORE_WORDS } from './term-space.ts';

/** No correction is longer than the longest word that is doubted, and two letters more. */
const LONGEST = LONGEST_DOUBTED + 2;

/** Words of one length: the letters of each, one word behind the other, and which letters it has. */
interface Words {
  readonly units: Uint16Array;
  readonly signatures: Uint32Array;
}

/**
 * The words of a segment that a mistyped one may have been meant to be, by their length. Read once somebody
 * mistypes, and then held in memory: 4 bytes a word and 2 a letter.
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
    const { length: letters, signature } = spelled;
    for (let length = Math.max(1, letters - edits); length <= letters + edits; length++) {
      const words = this.#words[length];
      if (words === undefined) continue;
      const { signatures, units } = words;
      for (let at = 0; at < signatures.length; at++) {
        if (bitsIn((signatures[at] ?? 0) ^ signature) > edits * 2) continue;
        const start = at * length;
        if (spelled.editsTo(units, start, start + length) <= edits)
          found.push(String.fromCharCode(...units.subarray(start, start + length)));
      }
    }
    return found;
  }
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
  editsTo(units: Uint16Array, start: number, end: number): number {
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
  const counts = new Uint32Array(LONGEST + 1);
  eachWord(dictionary, ({ length }) => {
    counts[length] = (counts[length] ?? 0) + 1;
  });
  const words = Array.from(counts, (count, length) => ({
    units: new Uint16Array(count * length),
    signatures: new Uint32Array(count),
  }));
  const filled = new Uint32Array(LONGEST + 1);
  eachWord(dictionary, (term) => {
    const of = words[term.length];
    if (of === undefined) return;
    const number = filled[term.length] ?? 0;
    filled[term.length] = number + 1;
    of.signatures[number] = signatureOf(term);
    for (let at = 0; at < term.length; at++) of.units[number * term.length + at] = term.charCodeAt(at);
  });
  return words;
}

function eachWord(dictionary: Dictionary, tell: (term: string) => void): void {
  const cursor = dictionary.from(BEFORE_WORDS);
  if (cursor === undefined) return;
  do {
    const { term } = cursor;
    if (term.length <= LONGEST && isSpelled(term)) tell(term);
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
