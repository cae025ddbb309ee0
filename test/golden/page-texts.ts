import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAlto } from '../../src/formats/alto/read-alto.ts';
import { decodeText } from '../../src/formats/encoding/decode.ts';
import type { TextSource } from '../../src/formats/format.ts';
import { readHocr } from '../../src/formats/hocr/read-hocr.ts';
import { readMets } from '../../src/formats/mets/read-mets.ts';
import { readPageXml } from '../../src/formats/page-xml/read-page-xml.ts';

const READERS: Readonly<Record<string, (source: TextSource) => Promise<object>>> = {
  alto: readAlto,
  hocr: readHocr,
  mets: readMets,
  'page-xml': readPageXml,
};
export const PAGE_FORMATS = Object.keys(READERS);

const folderOf = (format: string, side: 'input' | 'expected'): string =>
  join(import.meta.dirname, format, side);
export const pageInputsOf = (format: string): readonly string[] =>
  readdirSync(folderOf(format, 'input')).sort();
export const pageExpectedOf = (format: string): readonly string[] =>
  readdirSync(folderOf(format, 'expected')).sort();
export const expectedPagePath = (format: string, input: string): string =>
  join(folderOf(format, 'expected'), `${input}.txt`);

/** What was read, as people can check it: a word a line with its box, problems last. The bytes come in pieces of this size. */
export async function pageReadingOf(format: string, input: string, pieceBytes: number): Promise<string> {
  const bytes = readFileSync(join(folderOf(format, 'input'), input));
  const text = decodeText(pieces(bytes, pieceBytes), { name: input });
  const read = await READERS[format]?.({ name: input, chunks: text.chunks });
  return `${printed(read, '')}\n`;
}

/** JSON, but what has no objects in it on one line. */
function printed(value: unknown, indent: string): string {
  const flat = JSON.stringify(value);
  if (flat.length < 110 - indent.length || typeof value !== 'object' || value === null) return flat;
  const inner = `${indent}  `;
  const entries = Array.isArray(value)
    ? value.map((one) => printed(one, inner))
    : Object.entries(value).map(([name, one]) => `${name}: ${printed(one, inner)}`);
  return `${Array.isArray(value) ? '[' : '{'}\n${entries.map((entry) => `${inner}${entry}`).join('\n')}\n${indent}${Array.isArray(value) ? ']' : '}'}`;
}

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
