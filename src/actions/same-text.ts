import type { ArchiveDocument } from '../core/document.ts';
import { textsToCompare } from '../core/fingerprint/prints.ts';
import { LEAST_SHARE, mostShared, shareOf, type SharedText } from '../core/fingerprint/shared-text.ts';
import type { RecordId } from '../core/id.ts';
import type { PublicRecord } from '../core/public-record.ts';
import type { SearchIndex } from '../ports/search-index.ts';
import type { PublicViews } from './public-views.ts';
import type { FoundSameText } from './related-documents.ts';

interface Deps {
  readonly index: Pick<SearchIndex, 'sharingPrints'>;
  readonly views: PublicViews;
}

/** Documents with the same prints that are read and compared, those that share most. */
const MOST_COMPARED = 8;

export interface ComparedText {
  readonly view: PublicRecord<ArchiveDocument>;
  readonly shared: SharedText;
}

/**
 * Where the text of a document stands elsewhere, the greatest part first. The index proposes by
 * fingerprints; what readers may see of both is read and compared word for word.
 */
export async function sameTextElsewhere(
  deps: Deps,
  view: PublicRecord<ArchiveDocument>,
  most = MOST_COMPARED,
): Promise<readonly ComparedText[]> {
  const proposed = await deps.index.sharingPrints(view.id, most);
  if (proposed.length === 0) return [];
  return (
    await compared(
      deps,
      view,
      proposed.map(({ id }) => id),
    )
  ).filter(({ shared }) => shareOf(shared) >= LEAST_SHARE);
}

async function compared(
  { views }: Deps,
  { record }: PublicRecord<ArchiveDocument>,
  ids: readonly RecordId[],
): Promise<readonly ComparedText[]> {
  const own = textsToCompare(record);
  const found: ComparedText[] = [];
  for (const other of (await views.views(ids, 'whole')).values()) {
    if (other.kind !== 'public' || other.view.record.kind !== 'document') continue;
    const view = { ...other.view, record: other.view.record };
    const shared = mostShared(own, textsToCompare(view.record));
    if (shared !== undefined) found.push({ view, shared });
  }
  return found.sort((a, b) => shareOf(b.shared) - shareOf(a.shared) || (a.view.id < b.view.id ? -1 : 1));
}

/** What a person called the same first, then what is proposed; what a person called another text is not among them. */
export async function sameTextOf(
  deps: Deps,
  view: PublicRecord<ArchiveDocument>,
  said: { readonly same: ReadonlySet<RecordId>; readonly notSame: ReadonlySet<RecordId> },
): Promise<readonly FoundSameText[]> {
  const proposed = await sameTextElsewhere(deps, view);
  const measured = new Map(proposed.map(({ view: other, shared }) => [other.id, shared] as const));
  const missing = [...said.same].filter((id) => !measured.has(id)).slice(0, MOST_COMPARED);
  for (const { view: other, shared } of missing.length > 0 ? await compared(deps, view, missing) : [])
    measured.set(other.id, shared);
  const shareIn = (id: RecordId): Pick<FoundSameText, 'share'> => {
    const shared = measured.get(id);
    return shared === undefined ? {} : { share: { ofThis: shared.ofOne, ofOther: shared.ofOther } };
  };
  const stated = [...said.same].filter((id) => id !== view.id);
  return [
    ...stated.map((id) => ({ id, isStated: true, ...shareIn(id) })),
    ...proposed
      .filter(({ view: { id } }) => !said.same.has(id) && !said.notSame.has(id))
      .map(({ view: { id } }) => ({ id, isStated: false, ...shareIn(id) })),
  ];
}
