import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { diskIntake } from '../../src/adapters/intake/intake.ts';
import { memoryRecordStore } from '../../src/adapters/memory/record-store.ts';
import { memoryFileStore } from '../../src/adapters/memory/file-store.ts';
import { readFiles } from '../../src/actions/read-files.ts';
import { boundsOf } from '../../src/core/date/bounds.ts';
import { parseEdtf } from '../../src/core/date/edtf.ts';
import { readDateWords } from '../../src/core/date/read-date-words.ts';
import { Failure } from '../../src/core/failure.ts';
import { readSourceLine } from '../../src/core/source-line/read-source-line.ts';
import { FORMATS, type FormatName } from '../../src/formats/format.ts';
import { makeZip } from '../support/make-zip.ts';
import { ROOT } from '../support/source-files.ts';
import { addresses } from './addresses.ts';
import { mutated, tokenText } from './mutations.ts';
import { found, inPieces, isWhole, type Fuzzed } from './property.ts';
import { pageTexts, structures } from './page-texts.ts';
import { pdfs } from './pdf-reader.ts';
import { queries, questions } from './queries.ts';
import { indexFiles } from './index-reader.ts';
import { mappings, sheets, encodings, markup } from './readers.ts';
import { realFragments } from './real-fragments.ts';

/** The golden inputs of a format: right, or wrong in ways that were thought of. */
function seedsOf(format: string): readonly Uint8Array[] {
  const folder = join(ROOT, 'test/golden', format, 'input');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && statSync(path).size < 200_000)
    .map((path) => readFileSync(path));
}

const GOLDEN: Partial<Readonly<Record<FormatName, string>>> = {
  tei: 'tei',
  ead: 'ead',
  csv: 'csv',
  markdown: 'markdown',
  json: 'json',
};

/** Everything that reads what strangers wrote. */
export const fuzzed = (folder: string, corpora?: string): readonly Fuzzed[] => [
  ...FORMATS.flatMap((format): readonly Fuzzed[] => {
    const golden = GOLDEN[format];
    return golden === undefined ? [] : [reader(format, seedsOf(golden))];
  }),
  reader('auto', Object.values(GOLDEN).flatMap(seedsOf)),
  ...fragments(corpora),
  indexFiles,
  mappings,
  sheets,
  encodings,
  markup,
  pageTexts,
  structures,
  zips(folder),
  pdfs,
  texts,
  questions,
  queries,
  addresses(folder),
];

/** Pieces of real volumes, where they are there and asked for. */
function fragments(corpora: string | undefined): readonly Fuzzed[] {
  const seeds = realFragments(corpora);
  return seeds.length === 0
    ? []
    : [{ ...reader('tei', seeds), says: `tei: ${seeds.length} real documents, changed` }];
}

const reader = (format: FormatName | 'auto', seeds: readonly Uint8Array[]): Fuzzed => ({
  says: `${format}: whatever the bytes, reading ends; all that comes of it is whole records and known problems`,
  check: (options) =>
    found(
      fc.asyncProperty(mutated(seeds), (bytes) => readsWhole(bytes, format)),
      options,
    ),
  runs: 60,
});

async function readsWhole(bytes: Uint8Array, format: FormatName | 'auto'): Promise<void> {
  const item = { name: `letters/a.${format}`, sizeBytes: bytes.length, openBytes: () => inPieces(bytes) };
  const intake = {
    async *offer() {
      yield { kind: 'item' as const, item };
    },
  };
  const deps = { files: memoryFileStore(), records: memoryRecordStore({ nameKeysOf: () => [] }), intake };
  for await (const file of readFiles(deps, ['letters'], { format, isDryRun: true }))
    for await (const read of file.reads) await isWhole(read);
}

const ZIP = makeZip([
  { name: 'letters/a.txt', bytes: 'A letter.' },
  { name: 'letters/b.txt', bytes: 'B'.repeat(2000) },
  { name: 'inner.zip', bytes: makeZip([{ name: 'c.txt', bytes: 'C' }]) },
]);

function zips(folder: string): Fuzzed {
  const path = join(folder, 'fuzzed.zip');
  return {
    says: 'zip: whatever the bytes, the walk ends, and no name leads out of it',
    check: (options) =>
      found(
        fc.asyncProperty(mutated([ZIP]), async (bytes) => {
          await writeFile(path, bytes);
          for await (const offered of diskIntake({ isZip: (_, name) => name.endsWith('.zip') }).offer([
            path,
          ])) {
            if (offered.kind === 'problem') continue;
            assert.doesNotMatch(offered.item.name, /(?:^|\/)\.\.(?:\/|$)|^\//);
            await readToEnd(offered.item.openBytes());
          }
        }),
        options,
      ),
    runs: 60,
  };
}

async function readToEnd(bytes: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    let size = 0;
    for await (const chunk of bytes) size += chunk.length;
    assert.ok(size < 10_000_000);
  } catch (reason) {
    if (!(reason instanceof Failure)) throw reason;
  }
}

const texts: Fuzzed = {
  says: 'dates and sources: whatever the words, they are read or left as they are',
  check: (options) =>
    found(
      fc.asyncProperty(tokenText, async (words) => {
        const reading = readDateWords(words);
        if (reading !== undefined && 'edtf' in reading && reading.edtf !== undefined) boundsOf(reading.edtf);
        const edtf = parseEdtf(words);
        if (edtf !== undefined) boundsOf(edtf);
        readSourceLine(words);
      }),
      options,
    ),
  runs: 300,
};
