import { crc32 } from 'node:zlib';
import { ByteReader, ByteWriter } from './bytes.ts';
import { Damaged, type NewFile, type OpenFile } from './index-files.ts';
import { PAGE_BYTES, PagedBytes, type PageCache } from './paged-bytes.ts';

const MAGIC = 0x32_4c_53_55;
const FOOT_BYTES = 12;

interface Written {
  readonly name: string;
  readonly at: number;
  bytes: number;
  readonly sums: number[];
}

/**
 * Writes a file of named sections, one after another, in pages that each have a checksum.
 *
 *   sections, table of contents (JSON: documents, [name, at, bytes, checksums…]), its length, its checksum, magic
 */
export class SectionWriter {
  readonly #file: NewFile;
  readonly #sections: Written[] = [];
  readonly #page = new Uint8Array(PAGE_BYTES);
  #filled = 0;
  #at = 0;

  constructor(file: NewFile) {
    this.#file = file;
  }

  /** Bytes written so far. */
  get length(): number {
    return this.#at + this.#filled;
  }

  begin(name: string): void {
    this.#endPage();
    this.#sections.push({ name, at: this.#at, bytes: 0, sums: [] });
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
  section(name: string, bytes: Uint8Array): void {
    this.begin(name);
    this.write(bytes);
  }
  numbers(name: string, numbers: Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array): void {
    this.section(name, new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
  }

  finish(documents: number): void {
    this.#endPage();
    const contents = this.#sections.map(({ name, at, bytes, sums }) => [name, at, bytes, sums]);
    const table = new TextEncoder().encode(JSON.stringify({ documents, contents }));
    const foot = new ByteWriter();
    foot.u32(table.length);
    foot.u32(crc32(table));
    foot.u32(MAGIC);
    this.#file.write(table);
    this.#file.write(foot.written());
    this.#file.finish();
  }
  abandon(): void {
    this.#file.abandon();
  }

  #endPage(): void {
    const section = this.#sections.at(-1);
    if (this.#filled === 0 || section === undefined) return;
    const page = this.#page.subarray(0, this.#filled);
    section.sums.push(crc32(page));
    section.bytes += this.#filled;
    this.#file.write(page);
    this.#at += this.#filled;
    this.#filled = 0;
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
    const [name, at, bytes, sums]: readonly unknown[] = Array.isArray(entry) ? entry : [];
    if (!Array.isArray(sums) || count(at) + count(bytes) > end)
      throw new Damaged('a segment ends before its end');
    const checksums = Uint32Array.from(sums, count);
    sections.set(String(name), new PagedBytes(file, count(at), count(bytes), checksums, cache));
  }
  return { documents, check: checksum, sections };
}

function count(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new Damaged('no number where one should be');
}
