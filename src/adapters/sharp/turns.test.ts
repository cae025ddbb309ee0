import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Turns } from './turns.ts';

/** Work that ends when it is told to. */
function slow(): { readonly work: () => Promise<string>; readonly end: () => void } {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { work: () => ended.then(() => 'done'), end: () => end() };
}

test('as much waits as weighs so much together; the rest is not begun', async () => {
  const turns = new Turns(1, 4);
  const first = slow();
  const working = turns.take(first.work, 100);
  const waiting = [turns.take(async () => 'light'), turns.take(async () => 'heavy', 3)];
  assert.equal(await turns.take(async () => 'too much'), undefined);
  first.end();
  assert.deepEqual(await Promise.all([working, ...waiting]), ['done', 'light', 'heavy']);
  assert.equal(await turns.take(async () => 'again'), 'again');
});

test('what is heavier than all that may wait has its turn where nothing else waits', async () => {
  const turns = new Turns(1, 4);
  const first = slow();
  const working = turns.take(first.work);
  const heavy = turns.take(async () => 'heavy', 20);
  assert.equal(await turns.take(async () => 'light'), undefined);
  first.end();
  assert.deepEqual(await Promise.all([working, heavy]), ['done', 'heavy']);
});

test('work that fails gives its turn on', async () => {
  const turns = new Turns(1, 4);
  const failing = turns.take(async () => {
    throw new RangeError('no');
  });
  const next = turns.take(async () => 'next');
  await assert.rejects(failing, RangeError);
  assert.equal(await next, 'next');
});
