import type { RecordKind } from '../../core/id.ts';
import { terms } from '../../core/tokens/tokenize.ts';
import type { SuggestQuery, Suggestion } from '../../ports/search-index.ts';
import { hasBit } from './bits.ts';
import { unitBytes } from './bytes.ts';
import type { LiveSegment } from './live-segment.ts';
import { placeOf } from './postings.ts';
import { COMPARE, type Row } from './rows.ts';
import { idOfRow } from './segment.ts';
import { BEGINNINGS } from './term-space.ts';

/** Beginnings of one rank in one segment that are looked at before the best are chosen. */
const LOOKED_AT = 256;

interface Candidate {
  readonly row: Row;
  readonly kind: RecordKind;
}

/** Records whose titles or names have a word that begins so: whole names first, then by title. */
export function suggest(segments: readonly LiveSegment[], query: SuggestQuery): readonly Suggestion[] {
  const letters = terms(query.letters).join(' ');
  if (letters === '') return [];
  const found = new Map<string, Candidate>();
  for (const rank of BEGINNINGS) {
    if (found.size >= query.limit) break;
    const here = segments.flatMap((segment) => candidatesIn(segment, rank + letters, query));
    here.sort((a, b) => COMPARE.title(a.row, b.row));
    for (const candidate of here)
      if (found.size < query.limit && !found.has(candidate.row.id)) found.set(candidate.row.id, candidate);
  }
  return [...found.values()].map(({ row, kind }) => ({ id: idOfRow(row), kind, label: row.label }));
}

function candidatesIn(
  { segment, live }: LiveSegment,
  beginning: string,
  { kinds, limit }: SuggestQuery,
): readonly Candidate[] {
  const documents = new Set<number>();
  const postings = segment.postings();
  let looked = 0;
  const enough = limit * 2;
  for (const cursor of segment.beginning(beginning, unitBytes(beginning))) {
    postings.set(placeOf(cursor));
    const count = Math.min(postings.read(0), LOOKED_AT);
    for (let at = 0; at < count; at++) {
      const document = postings.docs[at] ?? 0;
      if (!hasBit(live, document)) continue;
      if (kinds === undefined || kinds.includes(segment.kindOf(document))) documents.add(document);
    }
    if (documents.size >= enough || ++looked >= LOOKED_AT * (kinds === undefined ? 1 : 16)) break;
  }
  return [...documents].map((document) => ({
    row: segment.row(document),
    kind: segment.kindOf(document),
  }));
}
