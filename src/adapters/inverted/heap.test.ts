import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Heap } from './heap.ts';

test('what is put in comes out in order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (numbers) => {
      const heap = new Heap<number>((a, b) => a < b);
      for (const number of numbers) heap.put(number);
      const taken: number[] = [];
      for (let first = heap.take(); first !== undefined; first = heap.take()) taken.push(first);
      assert.deepEqual(
        taken,
        numbers.toSorted((a, b) => a - b),
      );
    }),
  );
});

test('lists in order are made one by asking which of their firsts comes first', () => {
  const lists = fc.array(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1 }), { maxLength: 12 });
  fc.assert(
    fc.property(lists, (unsorted) => {
      const sorted = unsorted.map((list) => ({ list: list.toSorted((a, b) => a - b), at: 0 }));
      const first = ({ list, at }: (typeof sorted)[number]): number => list[at] ?? Infinity;
      const heap = new Heap<(typeof sorted)[number]>((a, b) => first(a) < first(b));
      for (const one of sorted) heap.put(one);
      const all: number[] = [];
      for (let one = heap.first; one !== undefined; one = heap.first) {
        all.push(first(one));
        if (++one.at < one.list.length) heap.moved();
        else heap.take();
      }
      assert.deepEqual(
        all,
        unsorted.flat().sort((a, b) => a - b),
      );
    }),
  );
});
