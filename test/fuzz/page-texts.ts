import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readGivenPages, readStructure } from '../../src/actions/offered-scans.ts';
import { PROBLEM_CODES } from '../../src/core/problem.ts';
import { onImage, type GivenPage } from '../../src/formats/page-text/given-pages.ts';
import { readPageText, writePageText } from '../../src/formats/page-text/page-text-json.ts';
import { ROOT } from '../support/source-files.ts';
import { mutated } from './mutations.ts';
import { found, inPieces, type Fuzzed } from './property.ts';

const KINDS = ['alto', 'page-xml', 'hocr'] as const;

function seedsOf(format: string): readonly Uint8Array[] {
  const folder = join(ROOT, 'test/golden', format, 'input');
  return readdirSync(folder).map((name) => readFileSync(join(folder, name)));
}

/** Words of pages, whichever of the three their file is taken for. */
export const pageTexts: Fuzzed = {
  says: 'words of pages: whatever the bytes, each lies within its page, on any image, and is kept as it was read',
  check: (options) =>
    found(
      fc.asyncProperty(
        fc.tuple(mutated(KINDS.flatMap(seedsOf)), fc.constantFrom(...KINDS)),
        async ([bytes, kind]) => {
          const { pages, problems } = await readGivenPages(inPieces(bytes), { name: 'p', kind });
          for (const { code } of problems) assert.ok(code in PROBLEM_CODES);
          for (const page of pages) liesWithin(page);
        },
      ),
      options,
    ),
  runs: 60,
};

/** METS: whatever the bytes, reading ends in a whole document or none. */
export const structures: Fuzzed = {
  says: 'METS: whatever the bytes, reading ends, and each page has a label',
  check: (options) =>
    found(
      fc.asyncProperty(mutated(seedsOf('mets')), async (bytes) => {
        const { document, problems } = await readStructure(inPieces(bytes), 'mets.xml');
        for (const { code } of problems) assert.ok(code in PROBLEM_CODES);
        for (const { label } of document?.pages ?? []) assert.ok(label.length > 0 && label.length <= 100);
      }),
      options,
    ),
  runs: 30,
};

function liesWithin({ text }: GivenPage): void {
  for (const on of [text, onImage(text, 700, 900)]) {
    for (const { words } of on.lines)
      for (const { x, y, w, h } of words) {
        assert.ok(x >= 0 && y >= 0 && w >= 0 && h >= 0, JSON.stringify({ x, y, w, h }));
        assert.ok(x + w <= on.widthPx && y + h <= on.heightPx, JSON.stringify({ x, y, w, h }));
      }
    const kept = readPageText(writePageText(on), 'p');
    assert.deepEqual(kept.ok && kept.value, JSON.parse(JSON.stringify(on)));
  }
}
