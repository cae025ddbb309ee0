import type { ReadingRoom } from '../../actions/archive.ts';
import type { CollectionRow } from '../../actions/pages.ts';
import type { RecordId } from '../../core/id.ts';

/** A public collection with those within it, and how many documents all of them hold. */
interface Counted {
  readonly id: RecordId;
  readonly slug: string;
  readonly documents: number;
  readonly children: readonly CollectionRow[];
}

/** Every public collection once, those that hold others before these. */
export async function collectionsOf(room: ReadingRoom): Promise<ReadonlyMap<RecordId, Counted>> {
  const all = new Map<RecordId, Counted>();
  const open = [...(await room.collections())];
  // What is pushed while it is gone through is gone through too.
  for (const row of open) {
    const { id, slug } = row.row.label;
    if (all.has(id)) continue;
    all.set(id, { id, slug, documents: row.row.documents ?? 0, children: row.children });
    open.push(...row.children);
  }
  return all;
}

export const countOf = async (room: ReadingRoom, id: RecordId): Promise<number> =>
  (await collectionsOf(room)).get(id)?.documents ?? 0;

/** The collections right within one. */
export async function withinOf(
  room: ReadingRoom,
  id: RecordId,
): Promise<readonly { readonly id: RecordId; readonly documents: number }[]> {
  const children = (await collectionsOf(room)).get(id)?.children ?? [];
  return children.map(({ row }) => ({ id: row.label.id, documents: row.documents ?? 0 }));
}

/** Collections that hold others: what stands here for the themes of before. */
export async function themesOf(room: ReadingRoom): Promise<readonly RecordId[]> {
  return [...(await collectionsOf(room)).values()].flatMap(({ id, children }) =>
    children.length > 0 ? [id] : [],
  );
}

export async function themeOfSlug(room: ReadingRoom, slug: string): Promise<RecordId | undefined> {
  const all = [...(await collectionsOf(room)).values()];
  return all.find((one) => one.slug === slug && one.children.length > 0)?.id;
}
