import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleId } from '../../core/record.samples.ts';
import { IdFilter } from './id-filter.ts';
import { memoryFiles, openBytes } from './memory-files.ts';
import { PageCache } from './paged-bytes.ts';
import { SegmentBuilder } from './segment-builder.ts';
import { Segment } from './segment.ts';

function segmentOf(numbers: readonly number[]): Segment {
  const held = new Map<string, Uint8Array>();
  const documents = numbers.map((n) => ({
    id: sampleId('document', n),
    kind: 'document' as const,
    passages: [{ field: 'title' as const, text: `Letter ${n}` }],
    facets: {},
    dateKey: String(n),
    titleKey: String(n),
    openedAt: '2026-01-01T00:00:00Z',
  }));
  const builder = new SegmentBuilder();
  for (const document of documents) builder.add(document);
  builder.write(memoryFiles(held).create(''));
  return new Segment(openBytes(held.get('') ?? new Uint8Array(0)), new PageCache());
}
const even = Array.from({ length: 400 }, (_, n) => n * 2);

test('what is there may be there, and hardly anything else', () => {
  const segment = segmentOf(even);
  const filter = new IdFilter(segment.dictionary, segment.documents);
  for (const n of even) assert.ok(filter.mayHave(sampleId('document', n)), String(n));
  const mistaken = even.filter((n) => filter.mayHave(sampleId('document', n + 1)));
  assert.ok(mistaken.length < 20, `${mistaken.length} of 400`);
});

test('a segment that is asked for many ids still has each of its own, and no other', () => {
  const segment = segmentOf(even);
  for (let round = 0; round < 2; round++)
    for (const n of even) {
      assert.notEqual(segment.documentOf(sampleId('document', n)), undefined);
      assert.equal(segment.documentOf(sampleId('document', n + 1)), undefined);
    }
});
