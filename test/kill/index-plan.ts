import assert from 'node:assert/strict';
import { makeId, type RecordId } from '../../src/core/id.ts';
import type { IndexBatch, SearchIndex } from '../../src/ports/search-index.ts';
import { ask, documentOf, word } from '../../src/ports/search-index.corpus.ts';

/** So small that an index writes, merges and removes files with nearly every change. */
export const LIMITS = {
  deltaUnits: 900,
  behindUnits: 900,
  mergeAtOnceBytes: 1 << 13,
  mostSegments: 5,
  manySegments: 3,
  manyBehind: 3,
};

const idOf = (n: number): RecordId => makeId('document', String(n).padStart(8, '0'));

/** A change of the plan: records come, come again with another text, and go. */
export const batchAt = (at: number): IndexBatch => ({
  put: [at, at + 7, at % 5].map((n) =>
    documentOf({ title: `Paper ${n}`, text: [`Version ${at} of the harbour papers`] }, n),
  ),
  remove: at % 3 === 2 ? [idOf(at - 1), idOf(9_000)] : [],
  upTo: at + 1,
});

/** What an index holds after so many changes: by title and text. */
export function heldAfter(count: number): string {
  const held = new Map<string, string>();
  for (let at = 0; at < count; at++) {
    const { put, remove } = batchAt(at);
    for (const id of remove) held.delete(id);
    for (const { id, passages } of put) held.set(id, passages.map(({ text }) => text).join(': '));
  }
  return [...held.values()].sort().join('\n');
}

/** What it covers, and what is found in it, which every way of asking agrees about. */
export async function heldBy(
  index: SearchIndex,
): Promise<{ readonly covered: number; readonly held: string }> {
  const covered = await index.coveredTo();
  const asked = { passages: 1, limit: 10_000 };
  const found = await ask(index, { ...asked, node: word('paper') });
  const other = await ask(index, { ...asked, node: word('harbour') });
  const textOf = new Map(other.hits.map(({ id, passages }) => [id, passages[0]?.text]));
  const held = found.hits.map(({ id, passages }) => `${passages[0]?.text ?? ''}: ${textOf.get(id) ?? ''}`);
  assert.equal(found.total, other.total);
  assert.equal((await ask(index, {})).total, found.total);
  return { covered, held: held.sort().join('\n') };
}
