import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openPdfReader, type PdfReader } from '../../src/adapters/pdf/pdf-reader.ts';
import { PROBLEM_CODES, type Problem } from '../../src/core/problem.ts';
import type { Result } from '../../src/core/result.ts';
import { sayProblem } from '../../src/words/problems.ts';
import { heldFiles, makePdf } from '../support/make-pdf.ts';
import { mutated } from './mutations.ts';
import { found, type Fuzzed } from './property.ts';

const seeds = (): Promise<readonly Uint8Array[]> =>
  Promise.all(
    [true, false].map((compress) =>
      makePdf(
        (pen) => {
          pen.font('Helvetica').fontSize(10).text('An invented letter of two lines,', 10, 20);
          pen.text('to an invented minister.', 10, 40).rect(10, 60, 100, 30).fill('#357');
          pen.addPage({ size: [150, 100], margin: 0 }).text('Its second page', 10, 20);
        },
        { size: [150, 100], compress },
      ),
    ),
  );

/** Whatever the bytes, each question about them ends in a known problem, or in pages with words on them. */
async function isAnswered(reader: PdfReader, digest: string): Promise<void> {
  const pages = told(await reader.inspect(digest));
  for (const [at, page] of (pages ?? []).slice(0, 2).entries()) {
    assert.ok(page.widthPx >= 1 && page.heightPx >= 1 && page.widthPx * page.heightPx <= 25_000_000);
    const picture = told(await reader.picture(digest, at + 1));
    if (picture) assert.deepEqual([picture.widthPx, picture.heightPx], [page.widthPx, page.heightPx]);
    const words = told(await reader.words(digest, at + 1));
    for (const { x, y, w, h, text } of words?.lines.flatMap((line) => line.words) ?? []) {
      assert.ok(x >= 0 && y >= 0 && x + w <= page.widthPx && y + h <= page.heightPx);
      assert.ok(text !== '' && text.isWellFormed());
    }
  }
}

function told<T>(result: Result<T, Problem>): T | undefined {
  if (result.ok) return result.value;
  assert.ok(result.problem.code in PROBLEM_CODES);
  assert.ok(sayProblem(result.problem).sentence.length > 8);
  return undefined;
}

export const pdfs: Fuzzed = {
  says: 'pdf: whatever the bytes, the process that reads them answers or is replaced, and names the problem',
  check: async (options) => {
    const files = heldFiles();
    const reader = openPdfReader(files, { timeoutMs: 20_000 });
    const property = fc.asyncProperty(fc.tuple(mutated([...(await seeds())])), ([bytes]) =>
      isAnswered(reader, files.hold(bytes)),
    );
    try {
      return await found(property, options);
    } finally {
      await reader.close();
    }
  },
  runs: 40,
};
