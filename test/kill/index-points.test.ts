import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { IndexFiles } from '../../src/adapters/inverted/index-files.ts';
import { memoryFiles } from '../../src/adapters/inverted/memory-files.ts';
import { invertedIndex } from '../../src/adapters/inverted/search-index.ts';
import { makeId, type RecordId } from '../../src/core/id.ts';
import type { IndexBatch } from '../../src/ports/search-index.ts';
import { ask, documentOf, word } from '../../src/ports/search-index.corpus.ts';
import { faultyFiles, Stopped, type Point } from './faulty-files.ts';

const LIMITS = { deltaUnits: 900, mergeAtOnceBytes: 1 << 13, mostSegments: 5, manySegments: 3 };
const idOf = (n: number): RecordId => makeId('document', String(n).padStart(8, '0'));

/** Twenty-four changes: records come, come again with another text, and go. */
const BATCHES: readonly IndexBatch[] = Array.from({ length: 24 }, (_, at) => ({
  put: [at, at + 7, at % 5].map((n) =>
    documentOf({ title: `Paper ${n}`, text: [`Version ${at} of the harbour papers`] }, n),
  ),
  remove: at % 3 === 2 ? [idOf(at - 1), idOf(90)] : [],
  upTo: at + 1,
}));

/** What an index holds after so many changes: by title and text. */
function heldAfter(count: number): string {
  const held = new Map<string, string>();
  for (const { put, remove } of BATCHES.slice(0, count)) {
    for (const id of remove) held.delete(id);
    for (const { id, passages } of put) held.set(id, passages.map(({ text }) => text).join(': '));
  }
  return [...held.values()].sort().join('\n');
}

async function heldBy(files: IndexFiles): Promise<{ readonly covered: number; readonly held: string }> {
  const index = invertedIndex(files, { limits: LIMITS });
  const covered = await index.coveredTo();
  const found = await ask(index, { node: word('paper'), passages: 1 });
  const other = await ask(index, { node: word('harbour'), passages: 1 });
  assert.equal(found.total, other.total);
  const textOf = new Map(other.hits.map(({ id, passages }) => [id, passages[0]?.text]));
  const held = found.hits.map(({ id, passages }) => `${passages[0]?.text ?? ''}: ${textOf.get(id) ?? ''}`);
  assert.equal((await ask(index, {})).total, found.total);
  return { covered, held: held.sort().join('\n') };
}

/** Runs until the step of this number is reached; how many changes were acknowledged, and which step it was. */
async function runUntil(
  files: IndexFiles,
  last: number,
): Promise<{ readonly acknowledged: number; readonly point: Point | undefined }> {
  let step = 0;
  let point: Point | undefined;
  const faulty = faultyFiles(files, (here) => {
    if (++step < last) return false;
    point ??= here;
    return true;
  });
  let acknowledged = 0;
  try {
    const index = invertedIndex(faulty, { limits: LIMITS });
    for (const batch of BATCHES) {
      await index.update(batch);
      acknowledged = batch.upTo;
      if (batch.upTo % 4 === 0) await ask(index, { node: word('harbour') });
    }
    await index.close();
  } catch (reason) {
    if (!(reason instanceof Stopped) && point === undefined) throw reason;
  }
  return { acknowledged, point };
}

test('stopped at any of its steps, an index has what it acknowledged when it is opened, and goes on', async () => {
  const stopped = new Map<Point, number>();
  for (let last = 1; ; last++) {
    const files = memoryFiles();
    const { acknowledged, point } = await runUntil(files, last);
    if (point === undefined) break;
    stopped.set(point, (stopped.get(point) ?? 0) + 1);
    const { covered, held } = await heldBy(files);
    assert.ok(covered >= acknowledged && covered <= acknowledged + 1, `${point}, step ${last}`);
    assert.equal(held, heldAfter(covered), `${point}, step ${last}`);
    const again = invertedIndex(files, { limits: LIMITS });
    for (const batch of BATCHES.slice(covered)) await again.update(batch);
    await again.close();
    assert.equal((await heldBy(files)).held, heldAfter(BATCHES.length), `${point}, step ${last}, gone on`);
    if (covered < BATCHES.length)
      assert.deepEqual(
        files.names().filter((name) => name.endsWith('.new')),
        [],
      );
  }
  const points: readonly Point[] = [
    'log append',
    'log begun',
    'segment write',
    'segment end',
    'merge write',
    'merge end',
    'delete write',
    'manifest replace',
    'cleanup',
    'opening',
  ];
  for (const point of points)
    assert.ok((stopped.get(point) ?? 0) >= 5, `${point}: ${stopped.get(point) ?? 0}`);
});
