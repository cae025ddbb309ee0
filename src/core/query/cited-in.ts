import { parseId, type RecordId } from '../id.ts';
import type { QueryNode } from '../query.ts';
import { readQuotedReference } from '../quotation/read-reference.ts';

/** What the words of a citation say besides: other documents that have them come after the one that is cited. */
const BESIDE = 0.2;
const TEI = 'tei:';

/**
 * A question as it was read, and the records that it names by id, address or citation, which have not the
 * words of these in them. A number of a printed volume in one piece asks for nothing else.
 *
 *   "dr4agfa7se"                                                      -> that record
 *   "https://history.state.gov/historicaldocuments/frus1958-60v08/d311" -> the document of that number
 *   "Foreign Relations, 1958–1960, vol. VIII, Document 311"           -> the same, then what has the words
 *   "treaty"                                                          -> as it was read
 */
export function withCited(query: string, node: QueryNode): QueryNode {
  if (query.includes('"')) return node;
  const isOnePiece = /^\S+$/u.test(query);
  const numbers = readQuotedReference(query)
    .identifiers.filter((one) => one.startsWith(TEI))
    .map((one): QueryNode => ({ kind: 'phrase', text: one.slice(TEI.length), slop: 0, field: 'number' }));
  const ids = isOnePiece ? idsIn(query) : [];
  const named: readonly QueryNode[] =
    ids.length === 0
      ? numbers
      : [...numbers, { kind: 'filter', filter: { field: 'id', condition: 'is', values: ids } }];
  if (named.length === 0) return node;
  const cited: QueryNode = { kind: 'or', nodes: named };
  if (isOnePiece && numbers.length > 0) return cited;
  // An id is a word too, which may stand in a text.
  return {
    kind: 'variants',
    nodes: [
      { node: cited, weight: 1 },
      { node, weight: BESIDE },
    ],
  };
}

/** The ids that stand alone or between the slashes of an address. */
const idsIn = (query: string): readonly RecordId[] =>
  query
    .split(/[/?#]/u, 20)
    .map((piece) => parseId(piece.toLowerCase()))
    .filter((id): id is RecordId => id !== undefined);
