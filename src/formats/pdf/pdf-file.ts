const utf8 = new TextEncoder();
const HEAD = new Uint8Array([
  ...utf8.encode('%PDF-1.7\n%'),
  // Four bytes above 127: a program that moves files sees that this is no text.
  0xe2,
  0xe3,
  0xcf,
  0xd3,
  0x0a,
]);

/** Bytes made shorter as `/FlateDecode` reads them (zlib). */
export type Deflate = (bytes: Uint8Array) => Uint8Array;

/**
 * The objects of a PDF, one after the other as they are written: of all that went out only the places are
 * kept, for the table at the end.
 */
export class PdfFile {
  readonly #deflate: Deflate | undefined;
  readonly #offsets: number[] = [];
  #at = 0;

  constructor(deflate?: Deflate) {
    this.#deflate = deflate;
  }

  /** A number for an object that is written later. */
  reserve(): number {
    return this.#offsets.push(-1);
  }

  head(): Uint8Array {
    this.#at += HEAD.byteLength;
    return HEAD;
  }

  /** An object of ASCII words. */
  object(id: number, words: string): Uint8Array {
    return this.#out(id, utf8.encode(`${id} 0 obj\n${words}\nendobj\n`));
  }

  /** A stream, `words` its dictionary without length. Made shorter unless it is so already. */
  stream(id: number, words: string, body: Uint8Array, isPacked = false): readonly Uint8Array[] {
    const packed = isPacked || this.#deflate === undefined ? body : this.#deflate(body);
    const filter = packed === body ? '' : ' /Filter /FlateDecode';
    const before = utf8.encode(`${id} 0 obj\n<< ${words}${filter} /Length ${packed.byteLength} >>\nstream\n`);
    const after = utf8.encode('\nendstream\nendobj\n');
    this.#out(id, before);
    this.#at += packed.byteLength + after.byteLength;
    return [before, packed, after];
  }

  /** The table of places, and where a reader begins. */
  end(root: number, info: number, fileId: string): Uint8Array {
    const size = this.#offsets.length + 1;
    const rows = this.#offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
    return utf8.encode(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}trailer\n<< /Size ${size} /Root ${root} 0 R /Info ${info} 0 R /ID [<${fileId}> <${fileId}>] >>\nstartxref\n${this.#at}\n%%EOF\n`,
    );
  }

  #out(id: number, bytes: Uint8Array): Uint8Array {
    this.#offsets[id - 1] = this.#at;
    this.#at += bytes.byteLength;
    return bytes;
  }
}
