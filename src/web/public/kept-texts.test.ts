import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trusted } from '../html.ts';
import { KeptTexts, type WrittenTexts } from './kept-texts.ts';
import type { Portion } from './portions.ts';

const portion = (): Portion => ({ rows: [], pages: [], hasNote: () => true });

/** Writes a text of so many characters, and counts how often. */
function writer(length: number): { readonly write: () => WrittenTexts; readonly times: () => number } {
  let times = 0;
  return {
    times: () => times,
    write: () => {
      times += 1;
      return { texts: trusted('x'.repeat(length)), used: new Set() };
    },
  };
}

test('a text is written once as long as it leads to the same, and anew when it does not', () => {
  const kept = new KeptTexts(800);
  const [one, { write, times }] = [portion(), writer(100)];
  const first = kept.of(one, '/person/a1', write);
  assert.equal(kept.of(one, '/person/a1', write), first);
  assert.equal(times(), 1);
  assert.notEqual(kept.of(one, '', write), first, 'the person was withdrawn');
  assert.notEqual(kept.of(one, '/person/a1', write), first, 'and is back');
  assert.equal(times(), 3);
});

test('the one longest unused goes first, and one that is too long is not kept', () => {
  const kept = new KeptTexts(800);
  const { write, times } = writer(100);
  const portions = Array.from({ length: 8 }, portion);
  for (const one of portions) kept.of(one, '', write);
  const [oldest = portion(), second = portion()] = portions;
  kept.of(oldest, '', write);
  assert.equal(times(), 8, 'all are kept');
  kept.of(portion(), '', write);
  kept.of(oldest, '', write);
  assert.equal(times(), 9, 'what was used lately stays');
  kept.of(second, '', write);
  assert.equal(times(), 10, 'what was not is gone');
  const long = writer(101);
  const own = portion();
  kept.of(own, '', long.write);
  kept.of(own, '', long.write);
  assert.equal(long.times(), 2);
});
