import { foldPassage, passageAt, shortDigest, type PlaceAsked } from '../core/citation/passage.ts';
import type { RecordId } from '../core/id.ts';
import { viewFor, type PublicRecord } from '../core/public-record.ts';
import type { ArchiveDocument } from '../core/document.ts';
import type { Ports } from './archive.ts';

/** Whether a passage still has the words that a citation of it was made from. */
export type PassageCheck =
  /** So in the newest edition. */
  | { readonly kind: 'stands'; readonly edition: number }
  /** So in an earlier edition; the newest has other words there, or no such passage. */
  | {
      readonly kind: 'stood';
      readonly edition: number;
      readonly newest: number;
      readonly isThereStill: boolean;
    }
  /** In none of so many editions. */
  | { readonly kind: 'not-found'; readonly looked: number };

/** Of a document with more editions than this, the newest are looked through, and the one that is named. */
const MOST_EDITIONS = 40;

type Deps = Pick<Ports, 'records' | 'world'>;

/** The digest that a citation bears of these words. */
export const passageDigest = ({ world }: Pick<Ports, 'world'>, text: string): string =>
  shortDigest(world.digestOf(foldPassage(text)));

/**
 * Looks for the words of a digest at a place of a document, the newest edition first. What is withheld today is
 * looked for in no edition. Undefined where the document is not public.
 */
export async function checkPassage(
  deps: Deps,
  id: RecordId,
  place: PlaceAsked,
  digest: string,
): Promise<PassageCheck | undefined> {
  let newest: PublicRecord<ArchiveDocument> | undefined;
  let looked = 0;
  for await (const view of editionsOf(deps, id)) {
    newest ??= view;
    looked += 1;
    const passage = passageAt(view.record, place);
    if (passage === undefined || passageDigest(deps, passage.text) !== digest) continue;
    const { number } = view.edition;
    if (view === newest) return { kind: 'stands', edition: number };
    const isThereStill = passageAt(newest.record, place) !== undefined;
    return { kind: 'stood', edition: number, newest: newest.edition.number, isThereStill };
  }
  return newest === undefined ? undefined : { kind: 'not-found', looked };
}

/** The editions of a document as readers may see them today, the newest first. Nothing where it is not public. */
export async function* editionsOf(
  { records, world }: Deps,
  id: RecordId,
): AsyncGenerator<PublicRecord<ArchiveDocument>> {
  const standing = (await records.standings([id])).get(id);
  const editions = [...(standing?.editions ?? [])].reverse().slice(0, MOST_EDITIONS);
  for (const edition of editions) {
    if (standing === undefined) return;
    const view = viewFor(standing, await records.version(id, edition.version), edition, world.today());
    if (view.kind !== 'public') return;
    if (isDocument(view.view)) yield view.view;
  }
}

const isDocument = (view: PublicRecord): view is PublicRecord<ArchiveDocument> =>
  view.record.kind === 'document';
