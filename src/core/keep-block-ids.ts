import { placesOf, renameBlocks, type Place } from './block-ids.ts';
import type { ArchiveDocument } from './document.ts';
import { blockId, type BlockId } from './text.ts';

/** How much of its words a passage must share with what stood in its place to be the same passage, corrected. */
const ALIKE = 0.7;

/**
 * A document read anew, with the ids of its passages as they were: matched by the source's own id, then by
 * equal words, then by like words between the same neighbours. What is new gets an id that was never used;
 * what is gone is remembered with the last version that had it, so that no citation leads nowhere.
 *
 *   before  b1 "Present: …"  b2 "Stalin says …"  b3 "The talk ended."
 *   after   "Stalin says …"  "The talk ended at nine."  "Recorded by P."
 *   ->      b2               b3                         b4              vanished: b1 (version 1)
 */
export function keepBlockIds(
  before: ArchiveDocument,
  beforeVersion: number,
  after: ArchiveDocument,
): ArchiveDocument {
  const renamed = new Map<BlockId, BlockId>();
  for (const rendition of after.renditions) {
    const old = before.renditions.find(({ key, kind }) => key === rendition.key && kind === rendition.kind);
    if (rendition.kind === 'facsimile' || old === undefined || old.kind === 'facsimile') continue;
    for (const [id, was] of matched(placesOf(old.text), placesOf(rendition.text))) renamed.set(id, was);
  }
  const used = [...idsOf(before), ...(before.vanished ?? []).map(({ block }) => block)];
  let next = Math.max(0, ...used.map(numberOf)) + 1;
  for (const id of idsOf(after)) if (!renamed.has(id)) renamed.set(id, blockId(next++));
  return rememberVanished(
    before,
    beforeVersion,
    renameBlocks(after, (id) => renamed.get(id) ?? id),
  );
}

/** A document whose passages bear the ids they are meant to, with what is gone since the version before. */
export function rememberVanished(
  before: ArchiveDocument,
  beforeVersion: number,
  after: ArchiveDocument,
): ArchiveDocument {
  const here = new Set(idsOf(after));
  const { vanished: _, ...rest } = after;
  const gone = idsOf(before).map((block) => ({ block, version: beforeVersion }));
  const vanished = [...(before.vanished ?? []), ...gone].filter(({ block }) => !here.has(block));
  return vanished.length > 0 ? { ...rest, vanished } : rest;
}

const idsOf = (document: ArchiveDocument): readonly BlockId[] =>
  document.renditions.flatMap((one) =>
    one.kind === 'facsimile' ? [] : placesOf(one.text).map(({ id }) => id),
  );

/** The number that an id was minted from; ids of another make count as none, and are never minted again. */
const numberOf = (id: BlockId): number => {
  const number = Number.parseInt(id.slice(1), 36);
  return Number.isSafeInteger(number) ? number : 0;
};

/** Each place of the new text that stood in the old one, under its old id. */
function matched(old: readonly Place[], now: readonly Place[]): ReadonlyMap<BlockId, BlockId> {
  const found = new Map<BlockId, BlockId>();
  const taken = new Set<BlockId>();
  const take = (place: Place, was: Place): void => {
    found.set(place.id, was.id);
    taken.add(was.id);
  };
  pair(
    old,
    now,
    ({ sourceId }) => sourceId,
    take,
    () => false,
  );
  const isDone = (place: Place): boolean => found.has(place.id) || taken.has(place.id);
  pair(
    old.filter((place) => !taken.has(place.id)),
    now.filter((place) => !found.has(place.id)),
    ({ kind, words }) => (words === '' ? undefined : `${kind} ${words}`),
    take,
    isDone,
  );
  pairBetween(old, now, found, taken, take);
  return found;
}

/** Pairs places of the same key, the first with the first. */
function pair(
  old: readonly Place[],
  now: readonly Place[],
  keyOf: (place: Place) => string | undefined,
  take: (place: Place, was: Place) => void,
  isDone: (place: Place) => boolean,
): void {
  const waiting = new Map<string, Place[]>();
  for (const place of old) {
    const key = keyOf(place);
    if (key !== undefined) waiting.set(key, [...(waiting.get(key) ?? []), place]);
  }
  for (const place of now) {
    const key = keyOf(place);
    const was = key === undefined || isDone(place) ? undefined : waiting.get(key)?.shift();
    if (was) take(place, was);
  }
}

/** What follows the same neighbour and has like words is the same passage, corrected. */
function pairBetween(
  old: readonly Place[],
  now: readonly Place[],
  found: ReadonlyMap<BlockId, BlockId>,
  taken: ReadonlySet<BlockId>,
  take: (place: Place, was: Place) => void,
): void {
  const oldAt = new Map(old.map((place, at) => [place.id, at]));
  let next = 0;
  for (const place of now) {
    const was = found.get(place.id);
    if (was !== undefined) {
      next = (oldAt.get(was) ?? next) + 1;
      continue;
    }
    const candidate = old[next];
    if (
      !candidate ||
      taken.has(candidate.id) ||
      candidate.kind !== place.kind ||
      likeness(candidate.words, place.words) < ALIKE
    )
      continue;
    take(place, candidate);
    next++;
  }
}

/** The share of words that two texts have in common, of the longer one. */
function likeness(a: string, b: string): number {
  const [mine, theirs] = [a.split(' '), b.split(' ')];
  const left = new Map<string, number>();
  for (const word of mine) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of theirs) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    shared++;
  }
  return shared / Math.max(mine.length, theirs.length, 1);
}
