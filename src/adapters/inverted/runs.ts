import { reachOf, type Sought } from '../../core/query/sought.ts';
import { PASSAGE_FIELDS, passageFields } from '../../core/query.ts';
import { setBit, type Bits } from './bits.ts';
import { Numbers } from './bytes.ts';
import type { TermPlace } from './postings.ts';
import type { Segment } from './segment.ts';
import { PLACES } from './term-space.ts';

/** Documents looked at together, so that what is held of their positions is bounded. */
const STRETCH = 1 << 15;

/** The terms of each word that is sought, and the documents that have all of them. */
export interface Candidates {
  readonly sought: Sought;
  readonly groups: readonly (readonly TermPlace[])[];
  readonly documents: Bits;
}

/** Of documents that have all the words of a phrase, or of words near each other, those that have them so. */
export function standingSo(segment: Segment, candidates: Candidates, out: Bits): Bits {
  const { sought } = candidates;
  const isNear = sought.slop > 0;
  for (let low = 0; low < segment.documents; low += STRETCH) {
    const high = Math.min(segment.documents, low + STRETCH);
    const isEmpty = candidates.documents.subarray(low >>> 5, (high + 31) >>> 5).every((word) => word === 0);
    if (isEmpty) continue;
    if (isNear) near(segment, candidates, low, high, out);
    else inARow(segment, candidates, low, high, out);
  }
  return out;
}

/** From which position up to which those of the fields lie in which words are looked for. */
function fieldPlaces({ field }: Sought): readonly [number, number] {
  const fields = passageFields(field).map((one) => PASSAGE_FIELDS.indexOf(one));
  return [Math.min(...fields) * PLACES, (Math.max(...fields) + 1) * PLACES];
}

/** The first positions of runs that may still be whole, by document. */
class Starts {
  readonly documents = new Numbers(256);
  readonly begins = new Numbers(256);
  readonly places = new Numbers(1024);
  #last = 0;

  /** The number of a document in `documents`, which are asked for in order, term by term; -1 if it is not among them. */
  numberOf(document: number): number {
    const { documents } = this;
    let [from, to] = [this.#last, documents.length];
    if (from >= to || documents.at(from) > document) from = 0;
    for (let step = 1; from + step < to; step *= 2)
      if (documents.at(from + step) > document) {
        to = from + step;
        break;
      }
    while (from + 1 < to) {
      const middle = (from + to) >>> 1;
      if (documents.at(middle) <= document) from = middle;
      else to = middle;
    }
    this.#last = from;
    return documents.length > 0 && documents.at(from) === document ? from : -1;
  }
}

/** Begins with the rarest word, and keeps of its positions those beside which each other word stands. */
function inARow(
  segment: Segment,
  { sought, groups, documents }: Candidates,
  low: number,
  high: number,
  out: Bits,
): void {
  const [from, to] = fieldPlaces(sought);
  const sizes = groups.map((group) => group.reduce((sum, term) => sum + term.documents, 0));
  const single = groups.map((group, at) => (group.length === 1 ? (sizes[at] ?? 0) : Infinity));
  const rarest = single.indexOf(Math.min(...single));
  const starts = new Starts();
  const [head] = groups[rarest] ?? [];
  if (head === undefined) return;
  segment.postings(head).eachPositions(documents, low, high, (document, list, count) => {
    starts.documents.add(document);
    starts.begins.add(starts.places.length);
    let [first, behind] = [0, count];
    while (first < behind && (list[first] ?? 0) < from + rarest) first++;
    while (behind > first && (list[behind - 1] ?? 0) >= to) behind--;
    starts.places.addLess(first === 0 ? list : list.subarray(first), behind - first, rarest);
  });
  starts.begins.add(starts.places.length);
  let kept = new Uint8Array(starts.places.length).fill(1);
  for (const [offset, group] of groups.entries()) {
    if (offset === rarest) continue;
    const found = new Uint8Array(kept.length);
    const postings = segment.postings();
    for (const term of group) {
      postings.set(term);
      postings.eachPositions(documents, low, high, (document, list, count) =>
        mark(starts, starts.numberOf(document), offset, list, count, kept, found),
      );
    }
    kept = found;
  }
  for (let at = 0; at < starts.documents.length; at++)
    for (let place = starts.begins.at(at); place < starts.begins.at(at + 1); place++)
      if (kept[place] === 1) {
        setBit(out, starts.documents.at(at));
        break;
      }
}

/** Marks each start that has one of these positions so many places behind it. Both lists are in order. */
function mark(
  starts: Starts,
  number: number,
  offset: number,
  list: Uint32Array,
  count: number,
  kept: Uint8Array,
  found: Uint8Array,
): void {
  if (number < 0) return;
  const end = starts.begins.at(number + 1);
  let at = 0;
  for (let start = starts.begins.at(number); start < end; start++) {
    if (kept[start] !== 1) continue;
    const wanted = starts.places.at(start) + offset;
    while (at < count && (list[at] ?? 0) < wanted) at++;
    if (at < count && list[at] === wanted) found[start] = 1;
  }
}

/** Each document's positions of every word, in order; then one walk that remembers where each word stood last. */
function near(
  segment: Segment,
  { sought, groups, documents }: Candidates,
  low: number,
  high: number,
  out: Bits,
): void {
  const [from, to] = fieldPlaces(sought);
  const size = high - low;
  const met = new Numbers(1024);
  const places = new Numbers(1024);
  const words = new Numbers(1024);
  const begins = new Uint32Array(size + 1);
  const postings = segment.postings();
  for (const [which, group] of groups.entries())
    for (const term of group) {
      postings.set(term);
      postings.eachPositions(documents, low, high, (document, list, count) => {
        for (let at = 0; at < count; at++) {
          const place = list[at] ?? 0;
          if (place < from || place >= to) continue;
          met.add(document - low);
          places.add(place);
          words.add(which);
          begins[document - low + 1] = (begins[document - low + 1] ?? 0) + 1;
        }
      });
    }
  for (let at = 1; at <= size; at++) begins[at] = (begins[at] ?? 0) + (begins[at - 1] ?? 0);
  // Place and word in one number, so that sorting numbers sorts both.
  const sorted = new Float64Array(met.length);
  const next = begins.slice();
  for (let at = 0; at < met.length; at++) {
    const document = met.at(at);
    const to = next[document] ?? 0;
    next[document] = to + 1;
    sorted[to] = places.at(at) * groups.length + words.at(at);
  }
  const reach = reachOf(sought) + 1;
  for (let document = 0; document < size; document++) {
    const [start, end] = [begins[document] ?? 0, begins[document + 1] ?? 0];
    if (start < end && isWithin(sorted.subarray(start, end).sort(), groups.length, reach))
      setBit(out, low + document);
  }
}

function isWithin(sorted: Float64Array, words: number, reach: number): boolean {
  const last = Array.from({ length: words }, () => -Infinity);
  for (const both of sorted) {
    const place = Math.floor(both / words);
    last[both % words] = place;
    if (last.every((before) => before >= place - reach)) return true;
  }
  return false;
}
