import type { ArchiveDocument } from '../core/document.ts';
import { passagesOf } from '../core/text.ts';
import type { Listing, Row } from './pages.ts';
import type { PublicViews } from './public-views.ts';

/** The passages found in a document, in the order in which it has them; those of its description come first. */
export async function inOrder(views: PublicViews, listing: Listing): Promise<Listing> {
  const rows: Row[] = [];
  for (const row of listing.rows) {
    const view = await views.view(row.label.id, 'whole');
    const document =
      view.kind === 'public' && view.view.record.kind === 'document' ? view.view.record : undefined;
    const places = document === undefined ? new Map<string, number>() : placesIn(document);
    const placeOf = ({ rendition, block }: Row['passages'][number]): number =>
      places.get(`${rendition ?? ''} ${block ?? ''}`) ?? -1;
    rows.push({ ...row, passages: [...row.passages].sort((a, b) => placeOf(a) - placeOf(b)) });
  }
  return { ...listing, rows };
}

/** Which of all blocks and notes each is, counted through every rendition. */
function placesIn({ renditions }: ArchiveDocument): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const put = (rendition: string, id: string): unknown => places.set(`${rendition} ${id}`, places.size);
  for (const rendition of renditions) {
    put(rendition.key, '');
    if (rendition.kind === 'facsimile') continue;
    for (const { block } of passagesOf(rendition.text.blocks)) put(rendition.key, block.id);
    for (const note of rendition.text.notes) put(rendition.key, note.id);
  }
  return places;
}
