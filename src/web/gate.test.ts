import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeReadingRoom } from '../../test/support/fake-reading-room.ts';
import { createApp } from './app.ts';
import { Gate } from './gate.ts';

/** Work that ends when told. */
function held() {
  const ends: (() => void)[] = [];
  const begun: number[] = [];
  const work = (which: number) => async (): Promise<number> => {
    begun.push(which);
    await new Promise<void>((resolve) => ends.push(resolve));
    return which;
  };
  const turn = async (): Promise<void> => {
    for (let turns = 0; turns < 3; turns++) await new Promise((resolve) => setImmediate(resolve));
  };
  return { work, begun, turn, endOne: () => ends.shift()?.() };
}

test('so much is let in at once, the next when one has ended, in order; what is too much is not begun', async () => {
  const gate = new Gate({ atOnce: 2, waiting: 3 });
  const { work, begun, turn, endOne } = held();
  const asked = Array.from({ length: 7 }, (_, at) => gate.pass(work(at)));
  await turn();
  assert.deepEqual(begun, [0, 1]);
  assert.deepEqual(await Promise.all(asked.slice(5)), ['full', 'full']);
  for (const expected of [
    [0, 1, 2],
    [0, 1, 2, 3],
    [0, 1, 2, 3, 4],
  ]) {
    endOne();
    await turn();
    assert.deepEqual(begun, expected);
  }
  endOne();
  endOne();
  assert.deepEqual(await Promise.all(asked.slice(0, 5)), [0, 1, 2, 3, 4]);
});

test('work that fails gives its place to the next', async () => {
  const gate = new Gate({ atOnce: 1, waiting: 5 });
  const failing = gate.pass(() => Promise.reject(new Error('the disk')));
  const next = gate.pass(() => Promise.resolve('done'));
  await assert.rejects(failing, /the disk/);
  assert.equal(await next, 'done');
  assert.equal(await gate.pass(() => Promise.resolve('and again')), 'and again');
});

test('200 searches at once are answered or told to wait, and nothing else is held up', async () => {
  const { work, turn, endOne } = held();
  const room = fakeReadingRoom();
  const answer = room.search;
  let at = 0;
  const slow = {
    ...room,
    search: async (request: Parameters<typeof answer>[0]) => {
      await work(at++)();
      return answer(request);
    },
  };
  const app = createApp(slow, { mode: 'live', gate: { atOnce: 4, waiting: 100 } });
  const asked = Array.from({ length: 200 }, (_, n) =>
    app.request(n === 199 ? `/search.json?q=n${n}` : `/search?q=n${n}`),
  );
  assert.equal((await app.request('/')).status, 200);
  const refused = await Promise.all(asked.slice(104));
  for (const response of refused) {
    assert.equal(response.status, 503);
    assert.equal(response.headers.get('retry-after'), '5');
  }
  const page = await refused[0]?.text();
  assert.match(page ?? '', /Many are searching/);
  assert.match(page ?? '', /href="\/search\?q=n104"/);
  assert.match((await refused.at(-1)?.text()) ?? '', /"detail": "Too many searches at once/);
  for (let ended = 0; ended < 104; ended++) {
    endOne();
    await turn();
  }
  const answered = await Promise.all(asked.slice(0, 104));
  assert.deepEqual([...new Set(answered.map(({ status }) => status))], [200]);
});

test('one of many never has the last place, and others go before what it has waiting', async () => {
  const gate = new Gate({ atOnce: 3, waiting: 10 });
  const { work, begun, turn, endOne } = held();
  const crowd = Array.from({ length: 9 }, (_, at) => gate.pass(work(at), 'crowd'));
  await turn();
  assert.deepEqual(begun, [0, 1]);
  assert.deepEqual(await Promise.all(crowd.slice(7)), ['full', 'full']);
  const readers = ['b', 'c'].map((client, at) => gate.pass(work(100 + at), client));
  await turn();
  assert.deepEqual(begun, [0, 1, 100]);
  endOne();
  await turn();
  assert.deepEqual(begun, [0, 1, 100, 2]);
  endOne();
  await turn();
  assert.deepEqual(begun, [0, 1, 100, 2, 101]);
  for (let ended = 0; ended < 9; ended++) {
    endOne();
    await turn();
  }
  assert.deepEqual(await Promise.all(readers), [100, 101]);
  assert.deepEqual(await Promise.all(crowd.slice(0, 7)), [0, 1, 2, 3, 4, 5, 6]);
});
