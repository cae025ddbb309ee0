import { likenessOf, tellingTerms, termsToAsk } from '../../core/fingerprint/telling-terms.ts';
import type { RecordId } from '../../core/id.ts';
import { COMMON_PRINT, type PrintsShared, type SimilarDocument } from '../../ports/search-index.ts';
import { hasBit } from './bits.ts';
import type { LiveSegment } from './live-segment.ts';
import { idOfRow } from './segment.ts';
import { readPassages, readPrints } from './stored-passages.ts';
import { citeTerm, printTerm } from './term-space.ts';

/** Identifiers that are asked for together: a record has few names of its own. */
const MOST_IDENTIFIERS = 200;
/** So many that cite one thing are looked at: past them it is something that all cite. */
const MOST_CITING = 1_000;

interface Place {
  readonly at: LiveSegment;
  readonly document: number;
}

const byId = (a: { readonly id: RecordId }, b: { readonly id: RecordId }): number => (a.id < b.id ? -1 : 1);
const idAt = ({ at, document }: Place): RecordId => idOfRow(at.segment.row(document));

function find(segments: readonly LiveSegment[], id: RecordId): Place | undefined {
  for (const at of segments) {
    const document = at.documentOf(id);
    if (document !== undefined) return { at, document };
  }
  return undefined;
}

/** The documents that have a term; no more than a few beyond `most`. */
function bearers(segments: readonly LiveSegment[], text: string, most: number): readonly Place[] {
  const found: Place[] = [];
  for (const at of segments) {
    const term = at.segment.find(text);
    if (term === undefined) continue;
    const postings = at.segment.postings(term);
    for (let block = 0; block < postings.blocks && found.length <= most; block++) {
      const count = postings.read(block);
      for (let place = 0; place < count; place++) {
        const document = postings.docs[place] ?? 0;
        if (hasBit(at.live, document)) found.push({ at, document });
      }
    }
  }
  return found;
}

export function sharingPrints(
  segments: readonly LiveSegment[],
  id: RecordId,
  limit: number,
): readonly PrintsShared[] {
  const own = find(segments, id);
  if (own === undefined) return [];
  const counts = new Map<RecordId, number>();
  for (const print of readPrints(own.at.segment.stored.read(own.document))) {
    const having = bearers(segments, printTerm(print), COMMON_PRINT);
    if (having.length > COMMON_PRINT) continue;
    for (const other of having) {
      const found = idAt(other);
      if (found !== id) counts.set(found, (counts.get(found) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([found, shared]) => ({ id: found, shared }))
    .sort((a, b) => b.shared - a.shared || byId(a, b))
    .slice(0, limit);
}

export function citing(
  segments: readonly LiveSegment[],
  identifiers: readonly string[],
  limit: number,
): readonly RecordId[] {
  const found = new Set<RecordId>();
  for (const identifier of new Set(identifiers.slice(0, MOST_IDENTIFIERS)))
    for (const place of bearers(segments, citeTerm(identifier), MOST_CITING)) found.add(idAt(place));
  return [...found].sort().slice(0, limit);
}

export function similar(
  segments: readonly LiveSegment[],
  id: RecordId,
  limit: number,
): readonly SimilarDocument[] {
  const own = find(segments, id);
  if (own === undefined) return [];
  const passages = readPassages(own.at.segment.stored.read(own.document)).map((one) => one.read());
  const documentsWith = (text: string): number =>
    segments.reduce((sum, at) => {
      const term = at.segment.find(text);
      return sum + (term === undefined ? 0 : at.countOf(term));
    }, 0);
  const all = segments.reduce((sum, { count }) => sum + count, 0);
  const telling = tellingTerms(termsToAsk(passages), documentsWith, all);
  const found: SimilarDocument[] = [];
  for (const [at, met] of metIn(segments, telling))
    for (const [document, terms] of met) {
      if (at.segment.kindOf(document) !== 'document') continue;
      if (at === own.at && document === own.document) continue;
      const likeness = likenessOf(telling, (term) => (terms & (1 << term)) !== 0);
      if (likeness !== undefined) found.push({ id: idAt({ at, document }), likeness });
    }
  return found.sort((a, b) => b.likeness - a.likeness || byId(a, b)).slice(0, limit);
}

/** By document, which of the terms it has: one bit each. */
function metIn(
  segments: readonly LiveSegment[],
  telling: readonly { readonly term: string }[],
): ReadonlyMap<LiveSegment, ReadonlyMap<number, number>> {
  const met = new Map(segments.map((at) => [at, new Map<number, number>()]));
  for (const [bit, { term }] of telling.entries())
    for (const { at, document } of bearers(segments, term, Infinity)) {
      const documents = met.get(at);
      documents?.set(document, (documents.get(document) ?? 0) | (1 << bit));
    }
  return met;
}
