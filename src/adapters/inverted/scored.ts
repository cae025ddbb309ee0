import { soughtBy, wordsAsNode, type Sought } from '../../core/query/sought.ts';
import type { Filter, QueryNode } from '../../core/query.ts';

/** What adds to a document's score. `isSure`: every document that is scored has it, so that none is asked again. */
export type Scored =
  | { readonly kind: 'words'; readonly sought: Sought; readonly isSure: boolean }
  | { readonly kind: 'sum'; readonly parts: readonly Scored[] }
  | {
      readonly kind: 'best';
      readonly parts: readonly { readonly part: Scored; readonly weight: number; readonly node: QueryNode }[];
    };

/** What a query and the rows beside it want of words; undefined if nothing is scored. */
export function scoredBy(query: {
  readonly node: QueryNode;
  readonly filters: readonly Filter[];
}): Scored | undefined {
  const rows = query.filters.map((filter): QueryNode => ({ kind: 'filter', filter }));
  const parts = [query.node, ...rows].flatMap((node) => partsOf(node, true));
  return parts.length === 0 ? undefined : { kind: 'sum', parts };
}

function partsOf(node: QueryNode, isSure: boolean): readonly Scored[] {
  switch (node.kind) {
    case 'word':
    case 'prefix':
    case 'phrase':
    case 'wildcard': {
      const sought = soughtBy(node);
      return sought === undefined ? [] : [{ kind: 'words', sought, isSure }];
    }
    case 'and':
      return node.nodes.flatMap((child) => partsOf(child, isSure));
    case 'or':
      return node.nodes.flatMap((child) => partsOf(child, false));
    case 'variants':
      return [
        {
          kind: 'best',
          parts: node.nodes.map((one) => ({
            part: { kind: 'sum', parts: partsOf(one.node, false) },
            weight: one.weight,
            node: one.node,
          })),
        },
      ];
    case 'filter':
      return node.filter.condition === 'contains'
        ? partsOf(wordsAsNode(node.filter.words, node.filter.field), isSure)
        : [];
    case 'not':
    case 'everything':
      return [];
  }
}

/** All words that are scored, each once. */
export function wordsOf(scored: Scored): readonly Sought[] {
  if (scored.kind === 'words') return [scored.sought];
  return scored.kind === 'sum'
    ? scored.parts.flatMap(wordsOf)
    : scored.parts.flatMap(({ part }) => wordsOf(part));
}

const K1 = 1.2;
const B = 0.75;

/** How often words stand in all segments together. */
export interface Statistics {
  readonly documents: number;
  readonly averageLength: number;
  /** By the word as asked: in how many documents one of its terms stands, or a little more. */
  readonly bearers: ReadonlyMap<string, number>;
}

/** What a rare word is worth more than a common one. */
export function rarity({ documents, bearers }: Statistics, key: string): number {
  const known = Math.min(documents, bearers.get(key) ?? 0);
  return Math.log(1 + (documents - known + 0.5) / (known + 0.5));
}

/** BM25F: how much a word adds, that stands with this weight in a document whose length counts for so much. */
export const worth = (rare: number, weight: number, size: number): number =>
  (rare * weight * (K1 + 1)) / (weight + size);

/** What a document's length counts for; `perWord`: see {@link sizePerWord}. */
export const sizeOf = (length: number, perWord: number): number => LEAST_SIZE + length * perWord;
const LEAST_SIZE = K1 * (1 - B);
/** What each word of a length counts for, beside the length that documents have on average. */
export const sizePerWord = (averageLength: number): number => (K1 * B) / averageLength;
