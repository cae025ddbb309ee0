import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { parseLanguage } from '../../core/language.ts';
import { PASSAGE_FIELDS, type PassageField } from '../../core/query.ts';
import type { SearchDocument, SearchPassage } from '../../core/search-document.ts';
import { ByteReader, ByteWriter, Numbers } from './bytes.ts';
import { Damaged } from './index-files.ts';
import type { PageCache, PagedBytes } from './paged-bytes.ts';
import type { OpenSection, SectionWriter } from './sections.ts';

const BLOCK_BYTES = 1 << 14;
/** What most blocks unpack to, with the document that fills them. */
const USUAL_BYTES = BLOCK_BYTES + (1 << 12);
/** More than any block unpacks to, but for one of a single document. */
const MOST_BYTES = 1 << 28;
/** Text in English is a twentieth larger than at the usual level, in half the time. */
const QUICK = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
const decoder = new TextDecoder();

/** What is stored of a document, before it is compressed. `tokens`: how many terms each passage has. */
export function printDocument(
  to: ByteWriter,
  { passages, prints = [] }: SearchDocument,
  tokens: (passage: number) => number,
): void {
  to.varint(prints.length);
  for (const print of prints) {
    to.u32(print % 2 ** 32);
    to.u32(Math.floor(print / 2 ** 32));
  }
  to.varint(passages.length);
  const text = (words: string): void => {
    if (words === '') {
      to.byte(0);
      return;
    }
    const start = to.length;
    to.byte(0);
    to.utf8(words);
    to.lengthAt(start);
  };
  for (const [at, passage] of passages.entries()) {
    to.byte(PASSAGE_FIELDS.indexOf(passage.field));
    to.varint(tokens(at));
    text(passage.lang ?? '');
    text(passage.block ?? '');
    text(passage.rendition ?? '');
    text(passage.text);
  }
}

/** A passage of which the text is not read yet. */
export interface StoredPassage {
  readonly field: PassageField;
  readonly tokens: number;
  read(): SearchPassage;
}

/** The prints of a document. */
export function readPrints(bytes: Uint8Array): readonly number[] {
  const reader = new ByteReader(bytes);
  return Array.from({ length: Math.min(reader.varint(), bytes.length) }, () => {
    const low = reader.u32();
    return low + reader.u32() * 2 ** 32;
  });
}

export function readPassages(bytes: Uint8Array): readonly StoredPassage[] {
  const reader = new ByteReader(bytes);
  const prints = reader.varint();
  reader.at += prints * 8;
  const count = reader.varint();
  const text = (): Uint8Array => {
    const length = reader.varint();
    return reader.take(length);
  };
  const passages: StoredPassage[] = [];
  for (let at = 0; at < count; at++) {
    const field = PASSAGE_FIELDS[reader.byte()];
    if (field === undefined || reader.at > bytes.length) throw new Damaged('no passage where one should be');
    const tokens = reader.varint();
    const [lang, block, rendition, words] = [text(), text(), text(), text()];
    passages.push({ field, tokens, read: () => passageOf(field, lang, block, rendition, words) });
  }
  return passages;
}

function passageOf(
  field: PassageField,
  lang: Uint8Array,
  block: Uint8Array,
  rendition: Uint8Array,
  words: Uint8Array,
): SearchPassage {
  const language = lang.length > 0 ? parseLanguage(decoder.decode(lang)) : undefined;
  return {
    field,
    text: decoder.decode(words),
    ...(language === undefined ? {} : { lang: language }),
    ...(block.length > 0 ? { block: decoder.decode(block) } : {}),
    ...(rendition.length > 0 ? { rendition: decoder.decode(rendition) } : {}),
  };
}

/** What is stored of some documents, compressed. */
export interface StoredBlock {
  readonly compressed: Uint8Array;
  readonly documents: number;
}

/** Puts what is stored of documents together, and compresses several at once; tells each block. */
export class StoredPacker {
  readonly #tell: (block: StoredBlock) => void;
  readonly #waiting = new ByteWriter(BLOCK_BYTES * 2);
  readonly #lengths = new Numbers(64);

  constructor(tell: (block: StoredBlock) => void) {
    this.#tell = tell;
  }

  add(document: Uint8Array): void {
    this.#waiting.copy(document);
    this.#lengths.add(document.length);
    if (this.#waiting.length >= BLOCK_BYTES) this.endBlock();
  }
  /** What is added from now on stands in another block. */
  endBlock(): void {
    const count = this.#lengths.length;
    if (count === 0) return;
    const block = new ByteWriter(this.#waiting.length + count * 3 + 5);
    block.varint(count);
    for (const length of this.#lengths.written()) block.varint(length);
    block.copy(this.#waiting.written());
    this.#tell({ compressed: zstdCompressSync(block.written(), QUICK), documents: count });
    this.#waiting.clear();
    this.#lengths.clear();
  }
}

/**
 * Writes what is stored of documents, block by block.
 *
 *   stored: by block (count, lengths…, documents…), compressed
 *   stored-firsts, stored-lengths: the first document of each block, and its bytes
 */
export class StoredWriter {
  readonly #sections: SectionWriter;
  readonly #blocks: OpenSection;
  readonly #firsts = new Numbers();
  readonly #lengths = new Numbers();
  #documents = 0;

  constructor(sections: SectionWriter) {
    this.#sections = sections;
    this.#blocks = sections.open('stored');
  }

  add({ compressed, documents }: StoredBlock): void {
    this.#firsts.add(this.#documents);
    this.#lengths.add(compressed.length);
    this.#blocks.write(compressed);
    this.#documents += documents;
  }
  finish(): void {
    this.#blocks.end();
    this.#sections.numbers('stored-firsts', this.#firsts.written());
    this.#sections.numbers('stored-lengths', this.#lengths.written());
  }
}

/** What is stored of documents. */
export class Stored {
  readonly #source: PagedBytes;
  readonly firsts: Uint32Array;
  readonly #at: Float64Array;
  readonly #documents: number;
  readonly #cache: PageCache;
  readonly #first: number;

  /** `cache`: blocks as they were unpacked; whoever asks once, often asks for the same again. */
  constructor(section: (name: string) => PagedBytes, documents: number, cache: PageCache) {
    this.#source = section('stored');
    this.#cache = cache;
    this.#first = cache.newReader();
    this.firsts = new Uint32Array(section('stored-firsts').readAll().buffer);
    const lengths = new Uint32Array(section('stored-lengths').readAll().buffer);
    this.#at = new Float64Array(lengths.length + 1);
    for (const [block, length] of lengths.entries()) this.#at[block + 1] = (this.#at[block] ?? 0) + length;
    this.#documents = documents;
  }

  /** How many documents a block has. */
  sizeOf(block: number): number {
    return (this.firsts[block + 1] ?? this.#documents) - (this.firsts[block] ?? 0);
  }
  compressed(block: number): Uint8Array {
    const at = this.#at[block] ?? 0;
    return this.#source.read(at, (this.#at[block + 1] ?? at) - at);
  }
  /** The documents of a block, one after another. */
  open(block: number): readonly Uint8Array[] {
    const bytes = this.#unpacked(block);
    const reader = new ByteReader(bytes);
    const count = reader.varint();
    if (count !== this.sizeOf(block)) throw new Damaged('a block of passages without its documents');
    const lengths = Array.from({ length: count }, () => reader.varint());
    return lengths.map((length) => reader.take(length));
  }
  #unpacked(block: number): Uint8Array {
    const known = this.#cache.get(this.#first + block);
    if (known !== undefined) return known;
    const { buffer, byteOffset, length } = zstdDecompressSync(this.compressed(block), {
      chunkSize: USUAL_BYTES,
      maxOutputLength: MOST_BYTES,
    });
    const bytes = new Uint8Array(buffer, byteOffset, length);
    if (bytes.length <= BLOCK_BYTES * 4) this.#cache.put(this.#first + block, bytes);
    return bytes;
  }
  read(document: number): Uint8Array {
    let low = 0;
    let high = this.firsts.length;
    while (low + 1 < high) {
      const middle = (low + high) >>> 1;
      if ((this.firsts[middle] ?? 0) <= document) low = middle;
      else high = middle;
    }
    const bytes = this.open(low)[document - (this.firsts[low] ?? 0)];
    if (bytes === undefined) throw new Damaged('no passages where passages should be');
    return bytes;
  }
}
