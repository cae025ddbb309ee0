import type { RecordId } from '../core/id.ts';
import type { IndexAnswer, IndexQuery, SearchIndex } from '../ports/search-index.ts';

/** Where somebody left a list: how many of it they had, and the last few of these, the very last first. */
export interface PlaceInList {
  readonly offset: number;
  readonly last: readonly RecordId[];
}

/** So many of the last ones tell a place: any of them may be gone when the list goes on. */
export const TELLING = 3;

/** A part of a list, from where somebody left it, or from its beginning. */
export interface StretchAsked {
  readonly after?: PlaceInList;
  readonly limit: number;
}

/** The hits after a place, and the place after these; no `next`: that was all. */
export interface FoundStretch {
  readonly answer: IndexAnswer;
  readonly next?: PlaceInList;
}

/** How far a list may have moved, while records came and went, for its place to be found again. */
const MOVED = 500;

/**
 * A stretch of what an index finds. A list goes on after the last record that was had of it, also where others
 * came or went before that, or that one itself went; undefined where neither it nor those before it are near their
 * place any more, so that nobody can say what was had already.
 */
export async function findStretch(
  index: SearchIndex,
  query: Omit<IndexQuery, 'offset' | 'limit'>,
  { after, limit }: StretchAsked,
): Promise<FoundStretch | undefined> {
  if (after === undefined) return placed(await index.search({ ...query, offset: 0, limit }), 0);
  // The last one that was had is asked for again: if it stands where it stood, the list goes on behind it.
  const same = await index.search({ ...query, offset: after.offset - 1, limit: limit + 1 });
  if (same.hits[0]?.id === after.last[0])
    return placed({ ...same, hits: same.hits.slice(1) }, after.offset, after.last);
  const at = await placeOf(index, query, after);
  return at === undefined
    ? undefined
    : placed(await index.search({ ...query, offset: at, limit }), at, after.last);
}

function placed(answer: IndexAnswer, offset: number, before: readonly RecordId[] = []): FoundStretch {
  const end = offset + answer.hits.length;
  if (answer.hits.length === 0 || end >= answer.total) return { answer };
  const had = answer.hits.slice(-TELLING).map(({ id }) => id);
  return { answer, next: { offset: end, last: [...had.reverse(), ...before].slice(0, TELLING) } };
}

/** Behind which hit a list goes on whose place has moved. */
async function placeOf(
  index: SearchIndex,
  query: Omit<IndexQuery, 'offset' | 'limit'>,
  { offset, last }: PlaceInList,
): Promise<number | undefined> {
  const from = Math.max(0, offset - 1 - MOVED);
  const { hits } = await index.search({
    node: query.node,
    filters: query.filters,
    sort: query.sort,
    offset: from,
    limit: 2 * MOVED,
    facets: [],
    passages: 0,
  });
  for (const one of last) {
    const at = hits.findIndex(({ id }) => id === one);
    if (at !== -1) return from + at + 1;
  }
  return undefined;
}
