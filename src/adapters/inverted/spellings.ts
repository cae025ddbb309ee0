import {
  correctable,
  correctionOf,
  editsAllowed,
  RARE,
  type Correction,
} from '../../core/query/corrections.ts';
import type { QueryNode } from '../../core/query.ts';
import type { LiveSegment } from './live-segment.ts';
import { Spelled } from './spelling-table.ts';

/** Words of a query that hardly any document has, each with the likeliest spelling that some do have. */
export function corrections(segments: readonly LiveSegment[], node: QueryNode): readonly Correction[] {
  return correctable(node).flatMap((word) => {
    const own = sum(segments, word);
    if (own > RARE) return [];
    const spelled = new Spelled(word);
    // The fewest edits decide: two are only looked for where one leads nowhere.
    for (let edits = 1; edits <= editsAllowed(word); edits++) {
      const found = correctionOf(word, own, near(segments, spelled, edits));
      if (found !== undefined) return [found];
    }
    return [];
  });
}

function documentsWith(segment: LiveSegment, word: string): number {
  const term = segment.segment.find(word);
  return term === undefined ? 0 : segment.countOf(term);
}

/** In how many documents of all segments together each word stands; those in none are left out. */
export function documentsWithEach(
  segments: readonly LiveSegment[],
  words: readonly string[],
): ReadonlyMap<string, number> {
  const counted = words.map((word) => [word, sum(segments, word)] as const);
  return new Map(counted.filter(([, documents]) => documents > 0));
}

const sum = (segments: readonly LiveSegment[], word: string): number =>
  segments.reduce((all, segment) => all + documentsWith(segment, word), 0);

/** Words at most so many edits from one, with the documents that have each. */
function near(
  segments: readonly LiveSegment[],
  spelled: Spelled,
  edits: number,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const segment of segments)
    for (const word of segment.segment.spellings().near(spelled, edits))
      found.set(word, (found.get(word) ?? 0) + documentsWith(segment, word));
  return found;
}
