import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindOf, parseId } from '../../core/id.ts';
import { systemWorld } from './world.ts';

const at = (instant: string, timeZone: string) => systemWorld({ timeZone, clock: () => new Date(instant) });

for (const [instant, timeZone, day] of [
  ['2026-03-01T00:30:00Z', 'UTC', '2026-03-01'],
  ['2026-03-01T00:30:00Z', 'America/New_York', '2026-02-28'],
  ['2026-12-31T15:00:00Z', 'Asia/Seoul', '2027-01-01'],
  ['2026-12-31T14:59:59Z', 'Asia/Seoul', '2026-12-31'],
  ['2026-03-29T00:59:59Z', 'Europe/Berlin', '2026-03-29'],
  ['2026-10-24T22:00:00Z', 'Europe/Berlin', '2026-10-25'],
  ['2026-06-30T18:15:00Z', 'Asia/Kathmandu', '2026-07-01'],
] as const)
  test(`when it is ${instant}, it is ${day} in ${timeZone}`, () => {
    assert.equal(at(instant, timeZone).today(), day);
    assert.equal(at(instant, timeZone).now(), new Date(instant).toISOString());
  });

test('a time zone that is none is refused at once', () =>
  assert.throws(() => systemWorld({ timeZone: 'Mars/Olympus' }), RangeError));

test('an id is made of what chance gave, each character as likely', () => {
  const counts = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) {
    const world = systemWorld({ timeZone: 'UTC', chance: (count) => new Uint8Array(count).fill(byte) });
    const id = world.newId('event');
    assert.equal(parseId(id), id);
    assert.equal(kindOf(id), 'event');
    const character = id.charAt(1);
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  assert.deepEqual([...new Set(counts.values())], [8]);
  assert.equal(counts.size, 32);
});

test('the machine’s own ids differ', () => {
  const world = systemWorld({ timeZone: 'UTC' });
  assert.equal(new Set(Array.from({ length: 1000 }, () => world.newId('document'))).size, 1000);
});

test('a text’s digest is of its UTF-8', () =>
  assert.equal(
    at('2026-01-01T00:00:00Z', 'UTC').digestOf('abc'),
    'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  ));
