import { reachOf, type Sought } from '../../core/query/sought.ts';
import { PASSAGE_FIELDS, passageFields } from '../../core/query.ts';
import { anyBit, eachBit, Numbering, setBit, type Bits } from './bits.ts';
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
  const numbering = new Numbering(candidates.documents);
  const starts = new Starts(numbering);
  for (let low = 0; low < segment.documents; low += STRETCH) {
    const high = Math.min(segment.documents, low + STRETCH);
    if (!anyBit(candidates.documents, low, high - 1)) continue;
    if (isNear) near(segment, candidates, numbering, low, high, out);
    else inARow(segment, candidates, starts, low, high, out);
  }
  return out;
}

/** From which position up to which those of the fields lie in which words are looked for. */
function fieldPlaces({ field }: Sought): readonly [number, number] {
  const fields = passageFields(field).map((one) => PASSAGE_FIELDS.indexOf(one));
  return [Math.min(...fields) * PLACES, (Math.max(...fields) + 1) * PLACES];
}

/** The first positions of runs that may still be whole, by document of a stretch. */
class Starts {
  readonly #numbering: Numbering;
  readonly begins = new Numbers(256);
  readonly places = new Numbers(1024);
  #first = 0;

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  /** Forgets all, and begins with the documents of another stretch. */
  clear(low: number): void {
    this.begins.clear();
    this.places.clear();
    this.#first = this.#numbering.numberOf(low);
  }
  numberOf(document: number): number {
    return this.#numbering.numberOf(document) - this.#first;
  }
}

/** Begins with the rarest word, and keeps of its positions those beside which each other word stands. */
function inARow(
  segment: Segment,
  { sought, groups, documents }: Candidates,
  starts: Starts,
  low: number,
  high: number,
  out: Bits,
): void {
  const [from, to] = fieldPlaces(sought);
  const sizes = groups.map((group) => group.reduce((sum, term) => sum + term.documents, 0));
  const single = groups.map((group, at) => (group.length === 1 ? (sizes[at] ?? 0) : Infinity));
  const rarest = single.indexOf(Math.min(...single));
  const [head] = groups[rarest] ?? [];
  if (head === undefined) return;
  starts.clear(low);
  // Each of the documents has the word, so that all of them are told.
  segment.postings(head).eachPositions(documents, low, high, (_, list, count) => {
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
  let number = 0;
  eachBit(documents, low, high, (document) => {
    const end = starts.begins.at(number + 1);
    for (let place = starts.begins.at(number); place < end; place++)
      if (kept[place] === 1) {
        setBit(out, document);
        break;
      }
    number++;
  });
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
  numbering: Numbering,
  low: number,
  high: number,
  out: Bits,
): void {
  const [from, to] = fieldPlaces(sought);
  const first = numbering.numberOf(low);
  const size = (high < segment.documents ? numbering.numberOf(high) : numbering.size) - first;
  const met = new Numbers(1024);
  const places = new Numbers(1024);
  const words = new Numbers(1024);
  const begins = new Uint32Array(size + 1);
  const postings = segment.postings();
  for (const [which, group] of groups.entries())
    for (const term of group) {
      postings.set(term);
      postings.eachPositions(documents, low, high, (document, list, count) => {
        const number = numbering.numberOf(document) - first;
        for (let at = 0; at < count; at++) {
          const place = list[at] ?? 0;
          if (place < from || place >= to) continue;
          met.add(number);
          places.add(place);
          words.add(which);
          begins[number + 1] = (begins[number + 1] ?? 0) + 1;
        }
      });
    }
  for (let at = 1; at <= size; at++) begins[at] = (begins[at] ?? 0) + (begins[at - 1] ?? 0);
  // Place and word in one number, so that sorting numbers sorts both.
  const sorted = new Float64Array(met.length);
  const next = begins.slice();
  for (let at = 0; at < met.length; at++) {
    const number = met.at(at);
    const to = next[number] ?? 0;
    next[number] = to + 1;
    sorted[to] = places.at(at) * groups.length + words.at(at);
  }
  const reach = reachOf(sought) + 1;
  const last = new Float64Array(groups.length);
  let number = 0;
  eachBit(documents, low, high, (document) => {
    const [start, end] = [begins[number] ?? 0, begins[number + 1] ?? 0];
    number++;
    if (start === end) return;
    sort(sorted, start, end);
    if (isWithin(sorted, start, end, last, reach)) setBit(out, document);
  });
}

/** So few numbers are put in order one by one. */
const FEW = 32;

function sort(numbers: Float64Array, start: number, end: number): void {
  if (end - start > FEW) {
    numbers.subarray(start, end).sort();
    return;
  }
  for (let next = start + 1; next < end; next++) {
    const number = numbers[next] ?? 0;
    let at = next;
    for (; at > start && (numbers[at - 1] ?? 0) > number; at--) numbers[at] = numbers[at - 1] ?? 0;
    numbers[at] = number;
  }
}

/** Whether all words stand within reach of one of them. `last`: room for where each stood last. */
function isWithin(
  sorted: Float64Array,
  start: number,
  end: number,
  last: Float64Array,
  reach: number,
): boolean {
  const words = last.length;
  last.fill(-Infinity);
  for (let at = start; at < end; at++) {
    const both = sorted[at] ?? 0;
    const place = Math.floor(both / words);
    last[both - place * words] = place;
    let least = place;
    for (let word = 0; word < words; word++) least = Math.min(least, last[word] ?? 0);
    if (least >= place - reach) return true;
  }
  return false;
}
