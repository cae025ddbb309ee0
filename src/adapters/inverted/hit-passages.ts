import { bestPassages, passageScore, type MarkedPassage } from '../../core/query/passages.ts';
import { reachOf, type Sought } from '../../core/query/sought.ts';
import { PASSAGE_FIELDS, passageFields } from '../../core/query.ts';
import { noBits, setBit, type Bits } from './bits.ts';
import { termsFor } from './expand.ts';
import type { Segment } from './segment.ts';
import { readPassages, type StoredPassage } from './stored-passages.ts';
import { PLACES } from './term-space.ts';

/** By document, the positions of each word that is sought, in order. */
type Positions = ReadonlyMap<number, readonly (readonly number[])[]>;

/**
 * The best passages of some documents, as `bestPassages` gives them of all passages; but which these are
 * is known from the positions, so that no other passage is read or cut.
 */
export function passagesOf(
  segment: Segment,
  documents: readonly number[],
  sought: readonly Sought[],
  limit: number,
): ReadonlyMap<number, readonly MarkedPassage[]> {
  if (limit <= 0 || sought.length === 0) return new Map();
  const set = noBits(segment.documents);
  for (const document of documents) setBit(set, document);
  const positions = sought.map((one) => positionsOf(segment, one, set));
  return new Map(
    documents.map((document) => {
      const passages = readPassages(segment.stored.read(document));
      const tally = new Tally(passages);
      for (const [which, one] of sought.entries()) tally.add(one, positions[which]?.get(document) ?? []);
      return [
        document,
        bestPassages(
          tally.best(limit).map((at) => at.read()),
          sought,
          limit,
        ),
      ];
    }),
  );
}

function positionsOf(segment: Segment, { terms }: Sought, set: Bits): Positions {
  const found = new Map<number, number[][]>();
  const postings = segment.postings();
  for (const [word, term] of terms.entries()) {
    const places = termsFor(segment, term);
    for (const place of places) {
      postings.set(place);
      postings.eachPositions(set, 0, segment.documents, (document, list, count) => {
        const words = found.get(document) ?? terms.map(() => []);
        found.set(document, words);
        for (let at = 0; at < count; at++) words[word]?.push(list[at] ?? 0);
      });
    }
    if (places.length > 1) for (const words of found.values()) words[word]?.sort((a, b) => a - b);
  }
  return found;
}

/** Counts, passage by passage, what stands in it. */
class Tally {
  readonly #passages: readonly StoredPassage[];
  /** By field, the first position and the number of each of its passages. */
  readonly #starts = PASSAGE_FIELDS.map((): { readonly place: number; readonly passage: number }[] => []);
  readonly #marks = new Map<number, { kinds: number; marks: number }>();

  constructor(passages: readonly StoredPassage[]) {
    this.#passages = passages;
    const next = PASSAGE_FIELDS.map((_, at) => at * PLACES);
    for (const [passage, { field, tokens }] of passages.entries()) {
      const at = PASSAGE_FIELDS.indexOf(field);
      const place = next[at] ?? 0;
      this.#starts[at]?.push({ place, passage });
      next[at] = place + tokens + 1;
    }
  }

  add(sought: Sought, words: readonly (readonly number[])[]): void {
    const counts = new Map<number, number>();
    const count = (place: number): void => {
      const passage = this.#passageAt(place);
      if (passage === undefined) return;
      const field = this.#passages[passage]?.field;
      if (field === undefined || !passageFields(sought.field).includes(field)) return;
      counts.set(passage, (counts.get(passage) ?? 0) + 1);
    };
    if (sought.slop > 0 && words.length > 1) this.#near(sought, words, count);
    else {
      const others = words.slice(1).map((places) => new Set(places));
      for (const place of words[0] ?? [])
        if (others.every((places, at) => places.has(place + at + 1))) count(place);
    }
    for (const [passage, marks] of counts) {
      const all = this.#marks.get(passage) ?? { kinds: 0, marks: 0 };
      all.kinds += 1;
      all.marks += marks;
      this.#marks.set(passage, all);
    }
  }

  /** Each place in a window, within one passage, that has all the words. */
  #near(sought: Sought, words: readonly (readonly number[])[], count: (place: number) => void): void {
    const reach = reachOf(sought) + 1;
    const all = words
      .flatMap((places, which) => places.map((place) => ({ place, which })))
      .sort((a, b) => a.place - b.place);
    const kept = new Set<number>();
    const last = words.map(() => -Infinity);
    let [passage, first]: [number | undefined, number] = [undefined, 0];
    for (const [at, { place, which }] of all.entries()) {
      const here = this.#passageAt(place);
      if (here !== passage) {
        last.fill(-Infinity);
        first = at;
      }
      passage = here;
      last[which] = place;
      if (!last.every((before) => before >= place - reach)) continue;
      while ((all[first]?.place ?? Infinity) < place - reach) first++;
      for (let inside = first; inside <= at; inside++) kept.add(all[inside]?.place ?? 0);
    }
    for (const place of kept) count(place);
  }

  #passageAt(place: number): number | undefined {
    const starts = this.#starts[Math.floor(place / PLACES)] ?? [];
    let low = 0;
    let high = starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >>> 1;
      if ((starts[middle]?.place ?? 0) <= place) low = middle;
      else high = middle;
    }
    return starts[low]?.passage;
  }

  /** The best passages, in the order in which they stand in the document. */
  best(limit: number): readonly StoredPassage[] {
    const scored = [...this.#marks].flatMap(([at, { kinds, marks }]) => {
      const passage = this.#passages[at];
      return passage === undefined ? [] : [{ at, passage, score: passageScore(passage.field, kinds, marks) }];
    });
    scored.sort((a, b) => b.score - a.score || a.at - b.at);
    const first = scored.slice(0, limit).sort((a, b) => a.at - b.at);
    return first.map(({ passage }) => passage);
  }
}
