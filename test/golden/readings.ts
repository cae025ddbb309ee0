import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Read } from '../../src/core/draft.ts';
import { readCsv } from '../../src/formats/csv/read-table.ts';
import { readEad } from '../../src/formats/ead/read-ead.ts';
import { decodeText } from '../../src/formats/encoding/decode.ts';
import type { FormatReader, TextSource } from '../../src/formats/format.ts';
import { readJsonLines } from '../../src/formats/json/json-lines.ts';
import { readMarkdown } from '../../src/formats/markdown/read-markdown.ts';
import { parseMappingFile } from '../../src/formats/xml-mapping/mapping.ts';
import { readManyByMapping } from '../../src/formats/xml-mapping/read-xml-by-mapping.ts';

const READERS = {
  csv: readCsv,
  ead: readEad,
  json: readJsonLines,
  markdown: readMarkdown,
} as const satisfies Readonly<Record<string, FormatReader>>;
export const GOLDEN_FORMATS = ['csv', 'ead', 'json', 'markdown', 'xml-mapping'] as const;
export type GoldenFormat = (typeof GOLDEN_FORMATS)[number];

const folderOf = (format: GoldenFormat, side: 'input' | 'expected'): string =>
  join(import.meta.dirname, format, side);

/** The cases of a format: an input file, or for XML by a mapping a folder; a mapping beside a file is no case. */
export const inputsOf = (format: GoldenFormat): readonly string[] =>
  readdirSync(folderOf(format, 'input'))
    .filter((name) => !name.endsWith('.yaml'))
    .sort();

export const expectedNamesOf = (format: GoldenFormat): readonly string[] =>
  readdirSync(folderOf(format, 'expected')).sort();

export const expectedPath = (format: GoldenFormat, input: string): string =>
  join(folderOf(format, 'expected'), expectedName(input));

export const expectedName = (input: string): string => `${input}.jsonl`;

/** What was read, a line of JSON each, the bytes cut into pieces of this size. */
export async function readingOf(format: GoldenFormat, input: string, pieceBytes: number): Promise<string> {
  const path = join(folderOf(format, 'input'), input);
  const lines: string[] = [];
  for await (const read of readsOf(format, path, pieceBytes)) lines.push(JSON.stringify(read));
  return `${lines.join('\n')}\n`;
}

async function* readsOf(format: GoldenFormat, path: string, pieceBytes: number): AsyncGenerator<Read> {
  if (format === 'xml-mapping') {
    const mapping = mappingIn(join(path, 'mapping.yaml'));
    yield* readManyByMapping(sourcesIn(path, pieceBytes), { mapping });
    return;
  }
  const mapping = path.replace(/\.\w+$/, '.yaml');
  const options = statSync(mapping, { throwIfNoEntry: false }) ? { mapping: mappingIn(mapping) } : {};
  const { text, source } = sourceOf(path, pieceBytes);
  yield* READERS[format]({ ...source, options });
  for (const problem of text.problems()) yield { kind: 'problem', problem };
}

async function* sourcesIn(folder: string, pieceBytes: number): AsyncGenerator<TextSource> {
  for (const name of readdirSync(folder).sort())
    if (!name.endsWith('.yaml')) yield sourceOf(join(folder, name), pieceBytes).source;
}

function sourceOf(path: string, pieceBytes: number) {
  const name = basename(path);
  const text = decodeText(pieces(readFileSync(path), pieceBytes), { name });
  return { text, source: { name, chunks: text.chunks } };
}

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function mappingIn(path: string): unknown {
  const parsed = parseMappingFile(readFileSync(path, 'utf8'), basename(path));
  if (!parsed.ok) throw new RangeError(`${path}: ${JSON.stringify(parsed.problem)}`);
  return parsed.value;
}
