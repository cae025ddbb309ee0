/** So many to a list. */
const LIST_BITS = 15;
const LIST = 1 << LIST_BITS;
const LIST_BYTES = 1 << 20;

/** Very many numbers, in lists of which none is copied to make room. */
export class NumberLists {
  readonly #lists: Uint32Array[] = [];
  #last = new Uint32Array(0);
  #filled = 0;

  get length(): number {
    return Math.max(0, this.#lists.length - 1) * LIST + this.#filled;
  }
  add(value: number): void {
    if (this.#filled === this.#last.length) {
      this.#lists.push((this.#last = new Uint32Array(LIST)));
      this.#filled = 0;
    }
    this.#last[this.#filled++] = value;
  }
  at(place: number): number {
    return this.#lists[place >>> LIST_BITS]?.[place & (LIST - 1)] ?? 0;
  }
  /** The lists one after another, each as far as it is filled. */
  *lists(): Generator<Uint32Array> {
    for (const list of this.#lists) yield list === this.#last ? list.subarray(0, this.#filled) : list;
  }
}

/** Very many pieces of bytes, in lists of which none is copied to make room. */
export class ByteLists {
  readonly #lists: Uint8Array[] = [];
  #last = new Uint8Array(0);
  #filled = 0;

  /** Tells the list in which the piece stands whole, and from where on. */
  add(bytes: Uint8Array): { readonly list: number; readonly from: number } {
    if (this.#filled + bytes.length > this.#last.length) {
      this.#filled = 0;
      this.#lists.push((this.#last = new Uint8Array(Math.max(LIST_BYTES, bytes.length))));
    }
    const from = this.#filled;
    this.#last.set(bytes, from);
    this.#filled += bytes.length;
    return { list: this.#lists.length - 1, from };
  }
  /** The bytes of a list. */
  list(number: number): Uint8Array | undefined {
    return this.#lists[number];
  }
}
