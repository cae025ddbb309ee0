import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Lines, Turns } from './turns.ts';

const taken = (lines: Lines<string>, may?: (client: string) => boolean): readonly string[] => {
  const all: string[] = [];
  for (let next = lines.next(may); next !== undefined; next = lines.next(may)) all.push(next.one);
  return all;
};

test('lines are served in turn, each in its order', () => {
  const lines = new Lines<string>(10, () => 10);
  for (const one of ['a1', 'a2', 'a3', 'b1', 'b2', 'c1']) lines.add(one.slice(0, 1), one);
  assert.deepEqual(taken(lines), ['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
  assert.equal(lines.waiting, 0);
});

test('a line that may not go on lets the others pass', () => {
  const lines = new Lines<string>(10, () => 10);
  for (const one of ['a1', 'a2', 'b1']) lines.add(one.slice(0, 1), one);
  assert.deepEqual(
    taken(lines, (client) => client !== 'a'),
    ['b1'],
  );
  assert.deepEqual(taken(lines), ['a1', 'a2']);
});

test('a line is so long at most, and all together', () => {
  const lines = new Lines<string>(4, () => 2);
  const added = ['a1', 'a2', 'a3', 'b1', 'b2', 'c1'].map((one) => lines.add(one.slice(0, 1), one));
  assert.deepEqual(added, [true, true, false, true, true, false]);
});

test('who comes beside a crowd is second, not last', async () => {
  const turns = new Turns();
  const begun: string[] = [];
  const wait = async (client: string): Promise<void> => {
    assert.equal(await turns.take(client), 'now');
    begun.push(client);
  };
  const crowd = Array.from({ length: 50 }, () => wait('crowd'));
  await Promise.all([wait('reader'), ...crowd]);
  assert.deepEqual(begun.slice(0, 3), ['crowd', 'reader', 'crowd']);
});

test('between two that begin the thread does what else has come', async () => {
  const turns = new Turns();
  const done: string[] = [];
  const first = turns.take('a').then(() => {
    done.push('a');
    setImmediate(() => done.push('what came meanwhile'));
  });
  const second = turns
    .take('a')
    .then(() => turns.take('a'))
    .then(() => done.push('a again'));
  await Promise.all([first, second]);
  assert.deepEqual(done, ['a', 'what came meanwhile', 'a again']);
});

test('one who has too much waiting is sent away, and nobody else', async () => {
  const turns = new Turns(10, 2);
  const asked = ['a', 'a', 'a', 'b'].map((client) => turns.take(client));
  assert.deepEqual(await Promise.all(asked), ['now', 'now', 'full', 'now']);
});
