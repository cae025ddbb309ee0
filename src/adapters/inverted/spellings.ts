import {
  correctable,
  correctionOf,
  editsAllowed,
  RARE,
  type Correction,
} from '../../core/query/corrections.ts';
import type { QueryNode } from '../../core/query.ts';
import { LONGEST_TERM } from '../../core/tokens/tokenize.ts';
import { unitBytes } from './bytes.ts';
import { TermCursor } from './dictionary.ts';
import type { LiveSegment } from './live-segment.ts';
import { placeOf } from './postings.ts';
import { BEFORE_WORDS } from './term-space.ts';

/** Terms that one search for other spellings looks at in one segment at most. */
const MOST_STEPS = 400_000;

export function corrections(segments: readonly LiveSegment[], node: QueryNode): readonly Correction[] {
  return correctable(node).flatMap((word) => {
    const own = segments.reduce((sum, segment) => sum + documentsWith(segment, word), 0);
    if (own > RARE) return [];
    // The fewest edits decide: two are only looked for where one leads nowhere.
    for (let edits = 1; edits <= editsAllowed(word); edits++) {
      const found = correctionOf(word, own, near(segments, word, edits));
      if (found !== undefined) return [found];
    }
    return [];
  });
}

function documentsWith(segment: LiveSegment, word: string): number {
  const term = segment.segment.find(word);
  return term === undefined ? 0 : segment.countOf(term);
}

/** Terms at most so many edits from a word, with the documents that have each. */
function near(segments: readonly LiveSegment[], word: string, edits: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const segment of segments)
    for (const [term, documents] of new Walk(segment, word, edits).terms())
      found.set(term, (found.get(term) ?? 0) + documents);
  return found;
}

/** So many letters at most has a term that the index keeps, and one more. */
const MOST_LETTERS = LONGEST_TERM + 1;

/**
 * Walks the sorted dictionary with a state for each letter of the term it stands on. Where no continuation
 * can be near enough, it leaps over all terms that begin so.
 *
 * A state is, for each number of edits, a mask: bit j says that the first j letters of the word are spelled
 * by what was read with so many edits at most (insertion, deletion, replacement, swap of neighbours).
 * Source: Wu and Manber, "Fast text searching allowing errors", 1992; swaps as Hyyrö has them, 2003.
 */
class Walk {
  readonly #segment: LiveSegment;
  readonly #most: number;
  readonly #wholeWord: number;
  /** Where in the word a letter stands. */
  readonly #places = new Map<number, number>();
  /** Letters of the term walked last as far as it was, and the byte behind each. */
  readonly #units: number[] = [];
  readonly #ends: number[] = [];
  /** The states after none, one, two … of these letters. */
  readonly #states: Int32Array;
  #depth = 0;

  constructor(segment: LiveSegment, word: string, edits: number) {
    this.#segment = segment;
    this.#most = edits;
    this.#wholeWord = 1 << word.length;
    for (let at = 0; at < word.length; at++) {
      const unit = word.charCodeAt(at);
      this.#places.set(unit, (this.#places.get(unit) ?? 0) | (2 << at));
    }
    this.#states = new Int32Array((MOST_LETTERS + 1) * (edits + 1));
    for (let edit = 0; edit <= edits; edit++) this.#states[edit] = (2 << edit) - 1;
  }

  *terms(): Generator<readonly [string, number]> {
    const cursor = new TermCursor(this.#segment.segment.dictionary);
    if (!cursor.seek(unitBytes(BEFORE_WORDS))) return;
    for (let step = 0; step < MOST_STEPS; step++) {
      const isNear = this.#walk(cursor);
      if (isNear) {
        if (((this.#states[this.#depth * (this.#most + 1) + this.#most] ?? 0) & this.#wholeWord) !== 0)
          yield [cursor.term, this.#segment.countOf(placeOf(cursor))];
        if (!cursor.next()) return;
      } else if (!cursor.leap(this.#ends[this.#depth - 1] ?? 1)) return;
    }
  }

  /** Goes through a term letter by letter; false where it was given up at the letter that it stands on now. */
  #walk({ bytes, length }: TermCursor): boolean {
    let isOld = true;
    let depth = 0;
    for (let at = 0; at < length; depth++) {
      const first = bytes[at] ?? 0;
      const size = first < 0x80 ? 1 : first < 0xe0 ? 2 : 3;
      const unit = unitAt(bytes, at, size);
      at += size;
      if (isOld && depth < this.#depth && this.#units[depth] === unit) continue;
      isOld = false;
      this.#units[depth] = unit;
      this.#ends[depth] = at;
      if (depth === MOST_LETTERS || !this.#read(depth, unit)) {
        this.#depth = depth + 1;
        return false;
      }
    }
    this.#depth = depth;
    return true;
  }

  /** The state behind a letter at a place; whether anything near may still follow. */
  #read(at: number, letter: number): boolean {
    const states = this.#states;
    const width = this.#most + 1;
    const [before, now] = [at * width, (at + 1) * width];
    const places = this.#places.get(letter) ?? 0;
    const swapped = at === 0 ? 0 : (places << 1) & (this.#places.get(this.#units[at - 1] ?? 0) ?? 0);
    let fewer = ((states[before] ?? 0) << 1) & places;
    states[now] = fewer;
    for (let edit = 1; edit < width; edit++) {
      const one = states[before + edit - 1] ?? 0;
      const two = at === 0 ? 0 : (states[before - width + edit - 1] ?? 0);
      fewer =
        (((states[before + edit] ?? 0) << 1) & places) |
        one |
        (one << 1) |
        (fewer << 1) |
        ((two << 2) & swapped);
      states[now + edit] = fewer;
    }
    return (fewer & (this.#wholeWord * 2 - 1)) !== 0;
  }
}

function unitAt(bytes: Uint8Array, at: number, size: number): number {
  const first = bytes[at] ?? 0;
  if (size === 1) return first;
  const second = (bytes[at + 1] ?? 0) & 63;
  if (size === 2) return ((first & 31) << 6) | second;
  return ((first & 15) << 12) | (second << 6) | ((bytes[at + 2] ?? 0) & 63);
}
