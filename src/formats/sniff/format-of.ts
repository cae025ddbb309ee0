import { problem } from '../../core/problem.ts';
import type { Problem } from '../../core/problem.ts';
import { encodingOf } from '../encoding/detect.ts';
import { guessDelimiter } from './delimiter.ts';
import type { Delimiter } from './delimiter.ts';
import { firstElement } from './first-element.ts';

/** What a file is, by its content. */
export type Sniffed =
  | { readonly kind: 'tei' | 'ead' | 'ead3' }
  /** The words of pages, or the order of them: what lies beside scans. */
  | { readonly kind: 'alto' | 'page-xml' | 'hocr' | 'mets' }
  /** XML of another kind, which goes in by a mapping. */
  | { readonly kind: 'xml'; readonly element: string; readonly namespace?: string }
  | { readonly kind: 'table'; readonly delimiter: Delimiter }
  | { readonly kind: 'json' | 'markdown' | 'text' | 'pdf' | 'xlsx' | 'zip' }
  | { readonly kind: 'image'; readonly mediaType: string }
  /** The words of a page as our own file, which records name by digest. */
  | { readonly kind: 'page-text' }
  /** Of a known kind that is not read: "a Word document". */
  | { readonly kind: 'unknown'; readonly what?: string };

/** How many first bytes {@link formatOf} wants to see. */
export const SNIFF_BYTES = 65_536;

/**
 * Tells what a file is from its first bytes ({@link SNIFF_BYTES}); its name decides only where the content
 * leaves it open, as between a text and a table of one column.
 *
 *   "<TEI xmlns=…"            -> tei
 *   "title;date;summary\n…"   -> table, ";"
 *   "PK" with "xl/" inside    -> xlsx
 *   89 50 4E 47               -> image, image/png, whatever it is called
 */
export function formatOf(head: Uint8Array, name: string): Sniffed {
  const binary = binaryKind(head, name);
  if (binary !== undefined) return binary;
  const encoding = encodingOf(head);
  const text = new TextDecoder(encoding.label).decode(head.subarray(encoding.markBytes));
  const isCut = head.length >= SNIFF_BYTES;
  return textKind(isCut ? text.slice(0, text.lastIndexOf('\n') + 1) || text : text, name);
}

const IMAGES: readonly (readonly [mediaType: string, at: number, bytes: string])[] = [
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/gif', 0, 'GIF8'],
  ['image/tiff', 0, 'II*\0'],
  ['image/tiff', 0, 'MM\0*'],
  ['image/tiff', 0, 'II+\0'],
  ['image/webp', 8, 'WEBP'],
  ['image/jp2', 4, 'jP  \r\n'],
  ['image/jp2', 0, '\xff\x4f\xff\x51'],
  ['image/avif', 4, 'ftypavif'],
  ['image/heic', 4, 'ftypheic'],
  ['image/bmp', 0, 'BM'],
];

function binaryKind(head: Uint8Array, name: string): Sniffed | undefined {
  const latin = new TextDecoder('latin1').decode(head);
  const raw = bytesAsText(head.subarray(0, 32));
  if (raw.startsWith('PK\x03\x04') || raw.startsWith('PK\x05\x06')) return packed(latin, name);
  if (raw.startsWith('%PDF-')) return { kind: 'pdf' };
  const image = IMAGES.find(
    ([type, at, bytes]) => raw.startsWith(bytes, at) && (type !== 'image/bmp' || isBmp(head)),
  );
  if (image) return { kind: 'image', mediaType: image[0] };
  if (latin.slice(0, 1024).includes('%PDF-')) return { kind: 'pdf' };
  if (raw.startsWith('\xd0\xcf\x11\xe0')) return { kind: 'unknown', what: 'an old Office file' };
  if (raw.startsWith('\x1f\x8b')) return { kind: 'unknown', what: 'a gzip file' };
  if (raw.startsWith('SQLite format 3')) return { kind: 'unknown', what: 'a database' };
  return undefined;
}

/** A bitmap says its own size, a text that begins with "BM" does not. */
const isBmp = (head: Uint8Array): boolean => head[6] === 0 && head[7] === 0 && head[8] === 0 && head[9] === 0;

const bytesAsText = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

function packed(latin: string, name: string): Sniffed {
  if (/xl\/(workbook|worksheets|styles|sharedStrings|_rels)/.test(latin)) return { kind: 'xlsx' };
  if (/word\/(document|styles|_rels)/.test(latin)) return { kind: 'unknown', what: 'a Word document' };
  if (/ppt\/(presentation|slides|_rels)/.test(latin)) return { kind: 'unknown', what: 'a presentation' };
  if (latin.includes('mimetypeapplication/vnd.oasis'))
    return { kind: 'unknown', what: 'an OpenDocument file' };
  if (latin.includes('[Content_Types].xml') && /\.xlsx$/i.test(name)) return { kind: 'xlsx' };
  return { kind: 'zip' };
}

function textKind(text: string, name: string): Sniffed {
  const start = text.trimStart();
  if (start === '') return { kind: 'unknown', what: 'an empty file' };
  if (isBinary(text)) return { kind: 'unknown' };
  if (start.startsWith('<')) {
    const xml = xmlKind(start);
    if (xml !== undefined) return xml;
  }
  if (/^\{"version":1,"width":\d+,"height":\d+,"/.test(start)) return { kind: 'page-text' };
  if (/^[[{]/.test(start) && /^(\{\s*("|\})|\[\s*(\{|\]))/.test(start)) return { kind: 'json' };
  if (/^---[ \t]*\r?\n/.test(start)) return { kind: 'markdown' };
  const delimiter = guessDelimiter(text);
  if (/\.(md|markdown)$/i.test(name)) return { kind: 'markdown' };
  if (/\.tsv$/i.test(name)) return { kind: 'table', delimiter: delimiter ?? '\t' };
  if (/\.csv$/i.test(name)) return { kind: 'table', delimiter: delimiter ?? ',' };
  if (delimiter !== undefined) return { kind: 'table', delimiter };
  return { kind: 'text' };
}

/** Control characters that no text has. */
function isBinary(text: string): boolean {
  let odd = 0;
  for (const character of text.slice(0, 4096)) if (/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(character)) odd++;
  return odd > 2;
}

function xmlKind(text: string): Sniffed | undefined {
  const first = firstElement(text);
  if (first === undefined) return undefined;
  const { element, namespace } = first;
  if (element === 'TEI' || element === 'teiCorpus' || element === 'TEI.2') return { kind: 'tei' };
  if (element === 'ead')
    return { kind: namespace?.includes('ead3') || /<control[\s>]/.test(text) ? 'ead3' : 'ead' };
  if (element === 'alto' && namespace !== undefined) return { kind: 'alto' };
  if (element === 'alto' && /<Layout[\s>]/.test(text)) return { kind: 'alto' };
  if (element === 'PcGts') return { kind: 'page-xml' };
  if (element === 'mets' && namespace?.includes('METS')) return { kind: 'mets' };
  if (/^html$/i.test(element))
    return /ocr_page|ocr-system/.test(text) ? { kind: 'hocr' } : { kind: 'unknown', what: 'a web page' };
  if (element === 'svg') return { kind: 'unknown', what: 'an SVG drawing' };
  return { kind: 'xml', element, ...(namespace ? { namespace } : {}) };
}

const IMAGE_NAME = /\.(jpe?g|png|gif|tiff?|webp|jp2|avif|heic|bmp)$/i;

/**
 * What is wrong with a file whose name says that it is an image or a PDF and whose bytes do not; else undefined.
 * One that is called the one and is the other is taken for what it is.
 */
export function falseImage(sniffed: Sniffed, name: string): Problem | undefined {
  if (sniffed.kind === 'image' || sniffed.kind === 'pdf') return undefined;
  if (/\.pdf$/i.test(name)) return problem('pdf-broken', { file: name }, { facts: { why: 'not-pdf' } });
  if (!IMAGE_NAME.test(name)) return undefined;
  const found = sniffed.kind === 'unknown' ? (sniffed.what ?? 'unknown') : sniffed.kind;
  return problem('not-an-image', { file: name }, { facts: { found } });
}
