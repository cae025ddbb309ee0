import { correctable, correctionOf, type Correction } from '../../core/query/corrections.ts';
import type { QueryNode } from '../../core/query.ts';
import type { SearchDocument } from '../../core/search-document.ts';
import { terms } from '../../core/tokens/tokenize.ts';
import type { SearchIndex, SuggestQuery, Suggestion } from '../../ports/search-index.ts';
import type { Kept } from './search-index.ts';
import { compare, tally } from './tally.ts';

/** Words and beginnings of titles and names, asked of all that are kept at the moment. */
export const wordsIn = (
  all: () => readonly Kept[],
): Pick<SearchIndex, 'corrections' | 'documentsWith' | 'suggest'> => ({
  corrections: async ({ node }) => correctionsFrom(all(), node),
  documentsWith: async (asked) => {
    const counted = new Set(asked);
    return new Map([...documentsByTerm(all())].filter(([term]) => counted.has(term)));
  },
  suggest: async (query) => suggestFrom(all(), query),
});

const documentsByTerm = (kept: readonly Kept[]): ReadonlyMap<string, number> =>
  tally(kept.flatMap((one) => [...new Set([...one.terms.values()].flat())]));

function correctionsFrom(kept: readonly Kept[], node: QueryNode): readonly Correction[] {
  const documents = documentsByTerm(kept);
  return correctable(node).flatMap((word) => correctionOf(word, documents.get(word) ?? 0, documents) ?? []);
}

function suggestFrom(kept: readonly Kept[], { letters, kinds, limit }: SuggestQuery): readonly Suggestion[] {
  const asked = terms(letters).join(' ');
  if (asked === '') return [];
  return kept
    .filter(({ document }) => kinds === undefined || kinds.includes(document.kind))
    .flatMap(({ document }) => {
      const at = beginningAt(document, asked);
      return at === undefined ? [] : [{ document, rank: (document.kind === 'document' ? 2 : 0) + at }];
    })
    .sort((a, b) => a.rank - b.rank || compare(a.document.titleKey, b.document.titleKey))
    .slice(0, limit)
    .map(({ document }) => ({ id: document.id, kind: document.kind, label: labelIn(document) }));
}

const labelIn = (document: SearchDocument): string =>
  document.passages.find(({ field }) => field === 'title')?.text ?? document.id;

/** What of a record is suggested: its titles; of an authority its other names too. */
function suggestible(document: SearchDocument): readonly string[] {
  const hasNames = !['document', 'collection', 'unit'].includes(document.kind);
  return document.passages
    .filter(({ field }) => field === 'title' || (hasNames && field === 'name'))
    .map(({ text }) => text);
}

/** 0 if a whole name begins so, 1 if a later word of a name does; of documents only whole titles count. */
function beginningAt(document: SearchDocument, asked: string): 0 | 1 | undefined {
  const cut = suggestible(document).map((text) => terms(text).join(' '));
  if (cut.some((name) => name.startsWith(asked))) return 0;
  const isNamed = !['document', 'collection', 'unit'].includes(document.kind);
  return isNamed && cut.some((name) => name.includes(` ${asked}`)) ? 1 : undefined;
}
