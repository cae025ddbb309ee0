import assert from 'node:assert/strict';
import { test } from 'node:test';
import { directoryHead, endOfZip, localHead } from './zip-records.ts';

const entry = { name: Buffer.from('a.xml'), crc: 0x12345678, packedBytes: 10, sizeBytes: 20, offset: 30 };
const HUGE = 5 * 2 ** 32 + 7;

test('an entry of usual size has no further fields', () => {
  assert.equal(localHead(entry).length, 30 + 5);
  assert.equal(directoryHead(entry).length, 46 + 5);
  assert.equal(localHead(entry).readUInt32LE(18), 10);
  assert.equal(directoryHead(entry).readUInt32LE(42), 30);
  assert.equal(endOfZip(3, 100, 200).length, 22);
});

for (const large of ['packedBytes', 'sizeBytes', 'offset'] as const)
  test(`what is too large for the heads of old stands in the further field: ${large}`, () => {
    const head = directoryHead({ ...entry, [large]: HUGE });
    assert.equal(head.readUInt16LE(6), 45);
    assert.equal(head.readUInt32LE(42), 0xffffffff);
    const extra = head.subarray(46 + 5);
    const sizes = [4, 12, 20].map((at) => Number(extra.readBigUInt64LE(at)));
    assert.deepEqual(sizes, [
      large === 'sizeBytes' ? HUGE : 20,
      large === 'packedBytes' ? HUGE : 10,
      large === 'offset' ? HUGE : 30,
    ]);
  });

test('a zip of more entries than 65,534, or that ends beyond 4 GB, has both ends', () => {
  for (const [entries, bytes, at] of [
    [65_535, 100, 200],
    [3, 100, HUGE],
  ] as const) {
    const end = endOfZip(entries, bytes, at);
    assert.equal(end.readUInt32LE(0), 0x06064b50);
    assert.equal(Number(end.readBigUInt64LE(32)), entries);
    assert.equal(Number(end.readBigUInt64LE(48)), at);
    assert.equal(end.readUInt32LE(56), 0x07064b50);
    assert.equal(Number(end.readBigUInt64LE(64)), at + bytes);
    assert.equal(end.readUInt32LE(76), 0x06054b50);
  }
});
