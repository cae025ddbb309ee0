import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SearchDocument } from '../../core/search-document.ts';
import { documentOf } from '../../ports/search-index.corpus.ts';
import { allBits, clearBit } from './bits.ts';
import { TermCursor } from './dictionary.ts';
import type { NewFile } from './index-files.ts';
import { memoryFiles, openBytes } from './memory-files.ts';
import type { Source } from './merge-source.ts';
import { PageCache } from './paged-bytes.ts';
import { placeOf } from './postings.ts';
import { SegmentBuilder } from './segment-builder.ts';
import { mergeSegments } from './segment-merger.ts';
import { Segment } from './segment.ts';

function written(write: (file: NewFile) => void): Segment {
  const held = new Map<string, Uint8Array>();
  write(memoryFiles(held).create(''));
  return new Segment(openBytes(held.get('') ?? new Uint8Array(0)), new PageCache());
}
const built = (documents: readonly SearchDocument[]): Segment =>
  written((file) => {
    const builder = new SegmentBuilder();
    for (const document of documents) builder.add(document);
    builder.write(file);
  });
const merged = (sources: readonly Source[]): Segment =>
  written((file) => {
    for (const _ of mergeSegments(sources, file)) continue;
  });

/** Words that nearly all have, that many have, and that one has; in one field and in several; values alone, together, none. */
const paper = (n: number): SearchDocument =>
  documentOf(
    {
      title: n % 9 === 0 ? `The harbour ${n}` : `Paper ${n}`,
      text: [
        `the ${n % 3 === 0 ? 'pilot and the ' : ''}harbour${' of the town'.repeat(n % 4)}`,
        `word${n} ${n % 50 === 0 ? 'seldom ' : ''}${'again '.repeat(n % 40 === 0 ? 300 : 0)}`,
      ],
      ...(n % 7 === 0 ? { note: 'the note' } : {}),
      dates: [`19${10 + (n % 80)}-01-01`, undefined],
      facets: {
        type: n % 5 === 0 ? [] : [`t${n % 3}`],
        subject: [`s${n % 4}`, `s${4 + (n % 6)}`, 's9'].slice(0, n % 4),
        unit: [`u${n}`, `u${n % 11}`],
      },
    },
    n,
  );
const papers = (from: number, count: number): readonly SearchDocument[] =>
  Array.from({ length: count }, (_, at) => paper(from + at));

/** Each term with its documents, their weights, fields and positions. */
function toldBy(segment: Segment): ReadonlyMap<string, string> {
  const told = new Map<string, string>();
  const cursor = new TermCursor(segment.dictionary);
  for (let isMore = cursor.first(); isMore; isMore = cursor.next()) {
    const postings = segment.postings(placeOf(cursor));
    const documents: string[] = [];
    for (let block = 0; block < postings.blocks; block++) {
      const count = postings.read(block);
      postings.readWeights(block);
      const docs = postings.docs.slice(0, count);
      const weights = postings.weights.slice(0, count);
      for (const [at, document] of docs.entries())
        documents.push(`${document} ${weights[at]} ${postings.masks[at]}`);
      assert.equal(postings.highestWeight(block), Math.max(...weights));
      const lengths = Array.from(docs, (document) => segment.lengths[document] ?? 0);
      assert.equal(postings.shortest(block, segment.lengths), Math.min(...lengths));
      assert.ok(
        docs.every((document) => document >= postings.first(block) && document <= postings.last(block)),
      );
    }
    if (cursor.positionsBytes > 0)
      postings.eachPositions(allBits(segment.documents), 0, segment.documents, (document, list, count) =>
        documents.push(`${document}: ${list.subarray(0, count).join()}`),
      );
    told.set(cursor.term, documents.join('\n'));
  }
  return told;
}
const FIELDS = ['type', 'subject', 'unit', 'kind'] as const;
function valuesOf(segment: Segment): readonly string[] {
  return Array.from({ length: segment.documents }, (_, document) =>
    FIELDS.map((field) => {
      const column = segment.facet(field);
      if (column === undefined) return '-';
      const entry = column.sets?.[document] ?? document;
      const [from, to] = [column.begins?.[entry] ?? entry, column.begins?.[entry + 1] ?? entry + 1];
      return column.ordinals.subarray(from, to).join();
    }).join(' | '),
  );
}

function assertAlike(one: Segment, other: Segment): void {
  assert.equal(one.documents, other.documents);
  assert.deepEqual(toldBy(one), toldBy(other));
  assert.deepEqual(valuesOf(one), valuesOf(other));
  for (const order of ['date', 'title', 'opened'] as const)
    assert.deepEqual(one.rank(order), other.rank(order));
  assert.deepEqual(one.lengths, other.lengths);
  assert.deepEqual([one.from, one.to], [other.from, other.to]);
  for (let document = 0; document < one.documents; document++) {
    assert.deepEqual(one.row(document), other.row(document));
    assert.deepEqual(one.stored.read(document), other.stored.read(document));
  }
}

test('segments made one are as if their documents had come at once', () => {
  const parts = [1_300, 40, 1_100, 1, 700];
  let from = 0;
  const sources = parts.map((count): Source => {
    const segment = built(papers(from, count));
    from += count;
    return { segment, live: allBits(count) };
  });
  const first = merged(sources.slice(0, 3));
  const rest = merged(sources.slice(3));
  const again = merged([
    { segment: first, live: allBits(first.documents) },
    { segment: rest, live: allBits(rest.documents) },
  ]);
  assertAlike(again, built(papers(0, from)));
});

test('what is gone is in no part of what is made of them', () => {
  const isGone = (n: number): boolean => n % 3 === 1 && n < 1_500;
  const sources = [0, 1_200].map((from): Source => {
    const live = allBits(1_200);
    for (let at = 0; at < 1_200; at++) if (isGone(from + at)) clearBit(live, at);
    return { segment: built(papers(from, 1_200)), live };
  });
  const left = papers(0, 2_400).filter((_, n) => !isGone(n));
  assertAlike(merged(sources), built(left));
});
