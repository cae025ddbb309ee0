import type { RecordId } from '../../core/id.ts';
import { likenessOf, tellingTerms, termsToAsk } from '../../core/fingerprint/telling-terms.ts';
import {
  COMMON_PRINT,
  type PrintsShared,
  type SearchIndex,
  type SimilarDocument,
} from '../../ports/search-index.ts';
import type { Kept } from './search-index.ts';

const byId = (a: { readonly id: RecordId }, b: { readonly id: RecordId }): number => (a.id < b.id ? -1 : 1);

/** What binds documents to each other, asked of all that are kept at the moment. */
export const relationsIn = (
  kept: () => readonly Kept[],
): Pick<SearchIndex, 'sharingPrints' | 'citing' | 'similar'> => ({
  sharingPrints: async (id, limit) => sharingPrints(kept(), id, limit),
  citing: async (identifiers, limit) => citing(kept(), identifiers, limit),
  similar: async (id, limit) => similarTo(kept(), id, limit),
});

function sharingPrints(kept: readonly Kept[], id: RecordId, limit: number): readonly PrintsShared[] {
  const own = kept.find(({ document }) => document.id === id)?.document.prints ?? [];
  const telling = own.filter(
    (print) => kept.filter(({ document }) => document.prints?.includes(print)).length <= COMMON_PRINT,
  );
  return kept
    .filter(({ document }) => document.id !== id)
    .map(({ document }) => ({
      id: document.id,
      shared: telling.filter((print) => document.prints?.includes(print)).length,
    }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || byId(a, b))
    .slice(0, limit);
}

function citing(kept: readonly Kept[], identifiers: readonly string[], limit: number): readonly RecordId[] {
  return kept
    .map(({ document }) => document)
    .filter(({ cites }) => cites?.some((one) => identifiers.includes(one)))
    .sort(byId)
    .slice(0, limit)
    .map(({ id }) => id);
}

function similarTo(kept: readonly Kept[], id: RecordId, limit: number): readonly SimilarDocument[] {
  const own = kept.find(({ document }) => document.id === id);
  if (own === undefined) return [];
  const has = (one: Kept, term: string): boolean =>
    [...one.terms.values()].some((terms) => terms.includes(term));
  const telling = tellingTerms(
    termsToAsk(own.document.passages),
    (term) => kept.filter((one) => has(one, term)).length,
    kept.length,
  );
  return kept
    .filter((one) => one !== own && one.document.kind === 'document')
    .flatMap((one) => {
      const likeness = likenessOf(telling, (at) => has(one, telling[at]?.term ?? ''));
      return likeness === undefined ? [] : [{ id: one.document.id, likeness }];
    })
    .sort((a, b) => b.likeness - a.likeness || byId(a, b))
    .slice(0, limit);
}
