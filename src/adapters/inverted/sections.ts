import { crc32 } from 'node:zlib';
import { ByteReader, ByteWriter } from './bytes.ts';
import { Damaged, type NewFile, type OpenFile } from './index-files.ts';
import { PAGE_BYTES, PagedBytes, type PageCache } from './paged-bytes.ts';

const MAGIC = 0x32_4c_53_55;
const FOOT_BYTES = 12;

/** A section that is being written. */
export class OpenSection {
  readonly name: string;
  readonly #put: (page: Uint8Array) => number;
  readonly #page = new Uint8Array(PAGE_BYTES);
  #filled = 0;
  bytes = 0;
  readonly sums: number[] = [];
  /** Which of its pages do not stand behind the one before, and where they do: page, place, page, place… */
  readonly runs: number[] = [];
  #end = -1;

  /** `put` writes a page to the file, and tells where it stands. */
  constructor(name: string, put: (page: Uint8Array) => number) {
    this.name = name;
    this.#put = put;
  }

  write(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      const part = bytes.subarray(at, at + PAGE_BYTES - this.#filled);
      this.#page.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
      if (this.#filled === PAGE_BYTES) this.#endPage();
    }
  }
  /** Nothing is written to it any more. */
  end(): void {
    if (this.#filled > 0) this.#endPage();
  }
  #endPage(): void {
    const page = this.#page.subarray(0, this.#filled);
    const at = this.#put(page);
    if (at !== this.#end) this.runs.push(this.sums.length, at);
    this.#end = at + page.length;
    this.sums.push(crc32(page));
    this.bytes += page.length;
    this.#filled = 0;
  }
}

/**
 * Writes a file of named sections in pages that each have a checksum. Several sections may be written beside
 * each other: their pages then stand between one another.
 *
 *   pages, table of contents (JSON: documents, [name, bytes, [page, place…], checksums…]), its length, its
 *   checksum, magic
 */
export class SectionWriter {
  readonly #file: NewFile;
  readonly #sections: OpenSection[] = [];
  #at = 0;

  constructor(file: NewFile) {
    this.#file = file;
  }

  /** Bytes written so far. */
  get length(): number {
    return this.#at;
  }

  open(name: string): OpenSection {
    const section = new OpenSection(name, (page) => {
      const at = this.#at;
      this.#file.write(page);
      this.#at += page.length;
      return at;
    });
    this.#sections.push(section);
    return section;
  }
  section(name: string, bytes: Uint8Array): void {
    const section = this.open(name);
    section.write(bytes);
    section.end();
  }
  numbers(name: string, numbers: Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array): void {
    this.section(name, new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
  }

  /** To be said when all sections have ended. */
  finish(documents: number): void {
    const contents = this.#sections.map(({ name, bytes, runs, sums }) => [name, bytes, runs, sums]);
    const table = new TextEncoder().encode(JSON.stringify({ documents, contents }));
    const foot = new ByteWriter();
    foot.u32(table.length);
    foot.u32(crc32(table));
    foot.u32(MAGIC);
    this.#file.write(table);
    this.#file.write(foot.written());
    this.#file.finish();
  }
}

export interface Contents {
  readonly documents: number;
  /** The checksum of the table of contents, and so of all. */
  readonly check: number;
  readonly sections: ReadonlyMap<string, PagedBytes>;
}

/** Opens what `SectionWriter` wrote. Throws `Damaged` for any other bytes. */
export function readContents(file: OpenFile, cache: PageCache): Contents {
  const foot = new ByteReader(file.read(Math.max(0, file.sizeBytes - FOOT_BYTES), FOOT_BYTES));
  const [length, checksum, magic] = [foot.u32(), foot.u32(), foot.u32()];
  const end = file.sizeBytes - FOOT_BYTES - length;
  if (magic !== MAGIC || end < 0) throw new Damaged('this is no segment of an index');
  const table = file.read(end, length);
  if (table.length < length || crc32(table) !== checksum)
    throw new Damaged('the foot of a segment is broken');
  const read: unknown = JSON.parse(new TextDecoder().decode(table));
  if (typeof read !== 'object' || read === null || !('documents' in read) || !('contents' in read))
    throw new Damaged('a segment without contents');
  const documents = count(read.documents);
  const sections = new Map<string, PagedBytes>();
  for (const entry of Array.isArray(read.contents) ? read.contents : []) {
    const [name, bytes, runs, sums]: readonly unknown[] = Array.isArray(entry) ? entry : [];
    if (!Array.isArray(runs) || !Array.isArray(sums)) throw new Damaged('a section without pages');
    const layout = { length: count(bytes), runs: runs.map(count), checksums: Uint32Array.from(sums, count) };
    sections.set(String(name), new PagedBytes(file, layout, cache));
  }
  return { documents, check: checksum, sections };
}

function count(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new Damaged('no number where one should be');
}
