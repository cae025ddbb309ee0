import { hasBit } from './bits.ts';
import type { NewFile } from './index-files.ts';
import { rankOf } from './merge-ranks.ts';
import { GONE, type Reading, type Source } from './merge-source.ts';
import { mergeTerms } from './merge-terms.ts';
import { SectionWriter } from './sections.ts';
import type { Segment } from './segment.ts';
import { OPEN_AFTER, OPEN_BEFORE, RowsWriter, TermsWriter, writeDays, writeRanks } from './segment-writer.ts';
import { StoredPacker, StoredWriter } from './stored-passages.ts';

/**
 * Writes one segment that has the documents of several, in their order. It is done in steps: each tells how
 * many bytes it wrote. At the end it tells the new number of each document of each source.
 */
export function* mergeSegments(
  sources: readonly Source[],
  file: NewFile,
): Generator<number, readonly Uint32Array[]> {
  const sections = new SectionWriter(file);
  let documents = 0;
  const reading = sources.map((source): Reading => {
    const first = documents;
    const numbers = new Uint32Array(source.segment.documents);
    for (let at = 0; at < numbers.length; at++) numbers[at] = hasBit(source.live, at) ? documents++ : GONE;
    return {
      ...source,
      pages: source.segment.sequential(),
      numbers,
      first,
      isWhole: !numbers.includes(GONE),
    };
  });
  const counted = function* (step: Iterable<unknown>): Generator<number> {
    let before = sections.length;
    for (const _ of step) {
      yield sections.length - before;
      before = sections.length;
    }
  };
  yield* counted(copyStored(sections, reading));
  yield* counted(copyRows(sections, reading));
  const lengths = column(reading, documents, ({ lengths }) => lengths);
  yield* counted(mergeTerms(new TermsWriter(sections, lengths), reading));
  sections.numbers('lengths', lengths);
  sections.numbers('kinds', Uint8Array.from(column(reading, documents, ({ kinds }) => kinds)));
  writeDays(
    sections,
    days(reading, documents, ({ from }) => from),
    days(reading, documents, ({ to }) => to),
  );
  const date = rankOf(reading, documents, 'date', undefined);
  yield documents * 4;
  const title = rankOf(reading, documents, 'title', date);
  yield documents * 4;
  const opened = rankOf(reading, documents, 'opened', date);
  const ranks = { date, title, opened };
  writeRanks(sections, (order) => ranks[order]);
  sections.finish(documents);
  return reading.map(({ numbers }) => numbers);
}

function* copyStored(sections: SectionWriter, reading: readonly Reading[]): Generator<undefined> {
  const writer = new StoredWriter(sections);
  const packer = new StoredPacker((block) => writer.add(block));
  for (const { pages, live } of reading)
    for (const [block, first] of pages.stored.firsts.entries()) {
      const size = pages.stored.sizeOf(block);
      let kept = 0;
      for (let at = first; at < first + size; at++) if (hasBit(live, at)) kept++;
      if (kept === size) {
        packer.endBlock();
        writer.add({ compressed: pages.stored.compressed(block), documents: size });
      } else if (kept > 0)
        for (const [at, bytes] of pages.stored.open(block).entries())
          if (hasBit(live, first + at)) packer.add(bytes);
      yield undefined;
    }
  packer.endBlock();
  writer.finish();
}

function* copyRows(sections: SectionWriter, reading: readonly Reading[]): Generator<undefined> {
  const writer = new RowsWriter(sections);
  for (const { segment, pages, live } of reading)
    for (let document = 0; document < segment.documents; document++) {
      if (hasBit(live, document)) writer.add(pages.rowBytes(document));
      if ((document & 1023) === 1023) yield undefined;
    }
  writer.finish();
}

function column(
  reading: readonly Reading[],
  documents: number,
  of: (segment: Segment) => Uint32Array | Uint8Array,
): Uint32Array {
  const all = new Uint32Array(documents);
  for (const { segment, numbers } of reading) {
    const own = of(segment);
    for (let at = 0; at < numbers.length; at++)
      if (numbers[at] !== GONE) all[numbers[at] ?? 0] = own[at] ?? 0;
  }
  return all;
}

function days(
  reading: readonly Reading[],
  documents: number,
  of: (segment: Segment) => Int32Array | Float64Array,
): Float64Array {
  const all = new Float64Array(documents);
  for (const { segment, numbers } of reading) {
    const own = of(segment);
    const isNarrow = own instanceof Int32Array;
    for (let at = 0; at < numbers.length; at++) {
      if (numbers[at] === GONE) continue;
      const day = own[at] ?? 0;
      const isOpen = isNarrow && (day === OPEN_BEFORE || day === OPEN_AFTER);
      all[numbers[at] ?? 0] = isOpen ? day * Infinity : day;
    }
  }
  return all;
}
