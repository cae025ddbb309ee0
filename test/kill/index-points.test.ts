import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { IndexFiles } from '../../src/adapters/inverted/index-files.ts';
import { memoryFiles } from '../../src/adapters/inverted/memory-files.ts';
import { invertedIndex } from '../../src/adapters/inverted/search-index.ts';
import type { SearchIndex } from '../../src/ports/search-index.ts';
import { ask, word } from '../../src/ports/search-index.corpus.ts';
import { faultyFiles, Stopped, type Point } from './faulty-files.ts';
import { batchAt, heldAfter, heldBy, LIMITS } from './index-plan.ts';

/** So many changes: records come, come again with another text, and go. */
const BATCHES = Array.from({ length: 24 }, (_, at) => batchAt(at));

/** Makes few files of many, as after an import. */
async function settled(index: SearchIndex): Promise<void> {
  while (await index.settle()) continue;
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
      if (batch.upTo % 6 === 0) await settled(index);
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
    const { covered, held } = await heldBy(invertedIndex(files, { limits: LIMITS }));
    assert.ok(covered >= acknowledged && covered <= acknowledged + 1, `${point}, step ${last}`);
    assert.equal(held, heldAfter(covered), `${point}, step ${last}`);
    const again = invertedIndex(files, { limits: LIMITS });
    for (const batch of BATCHES.slice(covered)) await again.update(batch);
    await again.close();
    assert.equal(
      (await heldBy(invertedIndex(files, { limits: LIMITS }))).held,
      heldAfter(BATCHES.length),
      `${point}, step ${last}, gone on`,
    );
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
