import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importDrafts, memoryPorts } from '../../test/support/memory-archive.ts';
import { BLANK_DOCUMENT } from '../core/blank-document.ts';
import { sourceKey } from '../core/draft.ts';
import { followChanges } from './follow-changes.ts';
import { KeptCounts } from './kept-counts.ts';
import { PublicViews } from './public-views.ts';

function opened() {
  const ports = memoryPorts();
  const views = new PublicViews(ports);
  let counted = 0;
  const kept = new KeptCounts<number>({ views, index: ports.index });
  const ask = (key: string): Promise<number> => kept.get(key, async () => ++counted);
  const change = async (name: string): Promise<void> => {
    const draft = { key: sourceKey('test', name), joins: 'whole', record: BLANK_DOCUMENT } as const;
    await importDrafts(ports, [draft], { isPublishing: true });
  };
  return { ports, views, kept, ask, change };
}

test('counted once for a key', async () => {
  const { views, ask } = opened();
  await views.refresh();
  assert.deepEqual([await ask('a'), await ask('a'), await ask('b'), await ask('a')], [1, 1, 2, 1]);
});

test('counted anew when anything public changes, again when the index has it, and on another day', async () => {
  const { ports, views, ask, change } = opened();
  await views.refresh();
  assert.equal(await ask('a'), 1);
  await change('one');
  await views.refresh();
  assert.equal(await ask('a'), 2);
  for await (const _ of followChanges(ports)) continue;
  assert.equal(await ask('a'), 3);
  assert.equal(await ask('a'), 3);
  ports.world.goTo('2026-06-02');
  await views.refresh();
  assert.equal(await ask('a'), 4);
});

test('what was begun before a change is not kept after it', async () => {
  const { views, kept, change } = opened();
  await views.refresh();
  const stale = await kept.get('a', async () => {
    await change('one');
    await views.refresh();
    return 1;
  });
  assert.equal(stale, 1);
  assert.equal(await kept.get('a', async () => 2), 2);
});

test('only so many values are kept together: the oldest go', async () => {
  const { ports, views } = opened();
  await views.refresh();
  const kept = new KeptCounts<number>({ views, index: ports.index }, (count) => count);
  await kept.get('a', async () => 150_000);
  await kept.get('b', async () => 50_000);
  assert.equal(await kept.get('a', async () => 1), 150_000);
  await kept.get('c', async () => 1);
  assert.equal(await kept.get('b', async () => 1), 50_000);
  assert.equal(await kept.get('a', async () => 2), 2);
});

test('only so many are kept: the oldest goes', async () => {
  const { views, ask } = opened();
  await views.refresh();
  for (let at = 0; at < 501; at++) await ask(String(at));
  assert.equal(await ask('500'), 501);
  assert.equal(await ask('0'), 502);
});
