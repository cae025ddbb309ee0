import {
  correctable,
  correctionOf,
  editsAllowed,
  RARE,
  type Correction,
} from '../../core/query/corrections.ts';
import type { QueryNode } from '../../core/query.ts';
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

/**
 * Walks the sorted dictionary with one row of edit distances for each letter of the term it stands on.
 * Where no continuation can be near enough, it leaps over all terms that begin so.
 */
class Walk {
  readonly #segment: LiveSegment;
  readonly #word: readonly number[];
  readonly #most: number;
  /** Letters of the term walked last as far as it was, the byte behind each, and the row of each. */
  readonly #units: number[] = [];
  readonly #ends: number[] = [];
  readonly #rows: number[][];
  #depth = 0;

  constructor(segment: LiveSegment, word: string, edits: number) {
    this.#segment = segment;
    this.#word = Array.from(word, (_, at) => word.charCodeAt(at));
    this.#most = edits;
    this.#rows = [Array.from({ length: this.#word.length + 1 }, (_, at) => at)];
  }

  *terms(): Generator<readonly [string, number]> {
    const cursor = new TermCursor(this.#segment.segment.dictionary);
    if (!cursor.seek(unitBytes(BEFORE_WORDS))) return;
    for (let step = 0; step < MOST_STEPS; step++) {
      const isNear = this.#walk(cursor);
      if (isNear) {
        if ((this.#rows[this.#depth]?.[this.#word.length] ?? Infinity) <= this.#most)
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
      if (this.#fill(depth, unit) > this.#most) {
        this.#depth = depth + 1;
        return false;
      }
    }
    this.#depth = depth;
    return true;
  }

  /** The row for a letter at a place; the least of it. */
  #fill(at: number, letter: number): number {
    const word = this.#word;
    const above = this.#rows[at] ?? [];
    const before = this.#rows[at - 1];
    const row = (this.#rows[at + 1] ??= []);
    row[0] = at + 1;
    let least = at + 1;
    for (let j = 1; j <= word.length; j++) {
      const cost = word[j - 1] === letter ? 0 : 1;
      let edits = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + cost);
      if (before && j > 1 && word[j - 2] === letter && word[j - 1] === this.#units[at - 1])
        edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
      row[j] = edits;
      least = Math.min(least, edits);
    }
    return least;
  }
}

function unitAt(bytes: Uint8Array, at: number, size: number): number {
  const first = bytes[at] ?? 0;
  if (size === 1) return first;
  const second = (bytes[at + 1] ?? 0) & 63;
  if (size === 2) return ((first & 31) << 6) | second;
  return ((first & 15) << 12) | (second << 6) | ((bytes[at + 2] ?? 0) & 63);
}
