const ENCODER = new TextEncoder();
/** So few bytes are copied sooner one by one than by a view of them. */
const FEW_BYTES = 48;

/** Bytes that are being written; numbers as variable lengths of seven bits, or four bytes, lowest first. */
export class ByteWriter {
  #bytes: Uint8Array<ArrayBuffer>;
  length = 0;

  constructor(expected = 1024) {
    this.#bytes = new Uint8Array(expected);
  }

  room(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + more));
    grown.set(this.#bytes.subarray(0, this.length));
    this.#bytes = grown;
  }
  byte(value: number): void {
    this.room(1);
    this.#bytes[this.length++] = value;
  }
  varint(value: number): void {
    this.room(5);
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.#bytes[this.length++] = rest;
  }
  u32(value: number): void {
    this.room(4);
    for (let shift = 0; shift < 32; shift += 8) this.#bytes[this.length++] = (value >>> shift) & 255;
  }
  /** The code units of a text, each in one to three bytes that sort as the units do. */
  units(text: string): void {
    this.room(text.length * 3);
    for (let at = 0; at < text.length; at++) this.#unit(text.charCodeAt(at));
  }
  /** The same of units that lie in a list, from one place up to and without another. */
  unitsOf(list: Uint16Array, from: number, to: number): void {
    this.room((to - from) * 3);
    for (let at = from; at < to; at++) this.#unit(list[at] ?? 0);
  }
  #unit(unit: number): void {
    if (unit < 0x80) this.#bytes[this.length++] = unit;
    else if (unit < 0x800) {
      this.#bytes[this.length++] = 0xc0 | (unit >>> 6);
      this.#bytes[this.length++] = 0x80 | (unit & 63);
    } else {
      this.#bytes[this.length++] = 0xe0 | (unit >>> 12);
      this.#bytes[this.length++] = 0x80 | ((unit >>> 6) & 63);
      this.#bytes[this.length++] = 0x80 | (unit & 63);
    }
  }
  /** A text as UTF-8. Returns how many bytes it takes. */
  utf8(text: string): number {
    this.room(text.length * 3);
    const { written } = ENCODER.encodeInto(text, this.#bytes.subarray(this.length));
    this.length += written;
    return written;
  }
  copy(bytes: Uint8Array): void {
    this.copyOf(bytes, 0, bytes.length);
  }
  /** Bytes of others from one place up to and without another. */
  copyOf(bytes: Uint8Array, from: number, to: number): void {
    this.room(to - from);
    if (to - from > FEW_BYTES) this.#bytes.set(bytes.subarray(from, to), this.length);
    else for (let at = from; at < to; at++) this.#bytes[this.length + at - from] = bytes[at] ?? 0;
    this.length += to - from;
  }
  /** What another has written. */
  append(other: ByteWriter): void {
    this.copyOf(other.#bytes, 0, other.length);
  }
  /** How many bytes it has in common with the first `length` of others. */
  sharedWith(others: Uint8Array, length: number): number {
    const most = Math.min(this.length, length);
    let shared = 0;
    while (shared < most && this.#bytes[shared] === others[shared]) shared++;
    return shared;
  }
  /** Numbers of `bits` bits each, one after another, the last byte filled up. */
  packed(values: Uint32Array, count: number, bits: number): void {
    if (bits === 0) return;
    this.room(Math.ceil((count * bits) / 8) + 1);
    let held = 0;
    let filled = 0;
    for (let at = 0; at < count; at++) {
      held |= (values[at] ?? 0) << filled;
      filled += bits;
      while (filled >= 8) {
        this.#bytes[this.length++] = held & 255;
        held >>>= 8;
        filled -= 8;
      }
    }
    if (filled > 0) this.#bytes[this.length++] = held & 255;
  }
  /** The byte at `start` was left free: makes it the length of all behind it, which is moved if that needs more. */
  lengthAt(start: number): void {
    const length = this.length - start - 1;
    const more = length < 128 ? 0 : length < 16_384 ? 1 : length < 2_097_152 ? 2 : 3;
    if (more > 0) {
      this.room(more);
      this.#bytes.copyWithin(start + 1 + more, start + 1, this.length);
    }
    const end = this.length + more;
    this.length = start;
    this.varint(length);
    this.length = end;
  }
  clear(): void {
    this.length = 0;
  }
  /** What was written; valid until more is. */
  written(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }
}

/** The widest number that `packed` holds: eight bits may wait beside it in a word. */
export const WIDEST = 24;

/** Reads what `packed` wrote, from the byte `from`; beyond the end stand zeros. */
export function unpack(view: DataView, from: number, bits: number, count: number, out: Uint32Array): void {
  if (bits === 0) {
    out.fill(0, 0, count);
    return;
  }
  const mask = (1 << bits) - 1;
  if (from + (((count - 1) * bits) >>> 3) + 4 > view.byteLength) {
    for (let at = 0, bit = 0; at < count; at++, bit += bits)
      out[at] = (fourAt(view, from + (bit >>> 3)) >>> (bit & 7)) & mask;
    return;
  }
  for (let at = 0, bit = 0; at < count; at++, bit += bits)
    out[at] = (view.getUint32(from + (bit >>> 3), true) >>> (bit & 7)) & mask;
}

/** Four bytes, of which those beyond the end are zeros. */
function fourAt(view: DataView, place: number): number {
  let word = 0;
  for (let at = 0; at < 4 && place + at < view.byteLength; at++)
    word |= view.getUint8(place + at) << (at * 8);
  return word;
}

export const packedLength = (count: number, bits: number): number => Math.ceil((count * bits) / 8);
export const bitsOf = (value: number): number => 32 - Math.clz32(value);

/** A place in bytes that are read one number after another. */
export class ByteReader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }
  byte(): number {
    return this.bytes[this.at++] ?? 0;
  }
  varint(): number {
    let byte = this.bytes[this.at++] ?? 0;
    let value = byte & 127;
    for (let shift = 7; byte > 127 && shift < 35; shift += 7) {
      byte = this.bytes[this.at++] ?? 0;
      value |= (byte & 127) << shift;
    }
    return value >>> 0;
  }
  /** So many bytes, as they lie there. */
  take(length: number): Uint8Array {
    const from = this.at;
    this.at += length;
    return this.bytes.subarray(from, this.at);
  }
  u32(): number {
    return (this.byte() | (this.byte() << 8) | (this.byte() << 16) | (this.byte() << 24)) >>> 0;
  }
}

export const u32At = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) |
    ((bytes[at + 1] ?? 0) << 8) |
    ((bytes[at + 2] ?? 0) << 16) |
    ((bytes[at + 3] ?? 0) << 24)) >>>
  0;

/** Reads what `ByteWriter.units` wrote. */
export function unitsOf(bytes: Uint8Array, from: number, to: number): string {
  let isPlain = true;
  for (let at = from; at < to && isPlain; at++) isPlain = (bytes[at] ?? 0) < 0x80;
  if (isPlain) return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
  let text = '';
  for (let at = from; at < to;) {
    const first = bytes[at++] ?? 0;
    if (first < 0x80) text += String.fromCharCode(first);
    else if (first < 0xe0) text += String.fromCharCode(((first & 31) << 6) | ((bytes[at++] ?? 0) & 63));
    else {
      const second = (bytes[at++] ?? 0) & 63;
      text += String.fromCharCode(((first & 15) << 12) | (second << 6) | ((bytes[at++] ?? 0) & 63));
    }
  }
  return text;
}

export function unitBytes(text: string): Uint8Array {
  const writer = new ByteWriter(text.length * 3);
  writer.units(text);
  return writer.written();
}

/** Numbers that are added one after another. */
export class Numbers {
  #held: Uint32Array<ArrayBuffer>;
  length = 0;

  constructor(expected = 1024) {
    this.#held = new Uint32Array(expected);
  }
  add(value: number): void {
    if (this.length === this.#held.length) {
      const larger = new Uint32Array(Math.max(16, this.#held.length * 2));
      larger.set(this.#held);
      this.#held = larger;
    }
    this.#held[this.length++] = value;
  }
  /** The first so many of a list, each so much less. */
  addLess(list: Uint32Array, count: number, less: number): void {
    if (this.length + count > this.#held.length) {
      const larger = new Uint32Array(Math.max(this.length + count, this.#held.length * 2));
      larger.set(this.#held);
      this.#held = larger;
    }
    for (let at = 0; at < count; at++) this.#held[this.length + at] = (list[at] ?? 0) - less;
    this.length += count;
  }
  at(place: number): number {
    return this.#held[place] ?? 0;
  }
  set(place: number, value: number): void {
    this.#held[place] = value;
  }
  clear(): void {
    this.length = 0;
  }
  /** As they lie in memory; valid until more are added. */
  written(): Uint32Array<ArrayBuffer> {
    return this.#held.subarray(0, this.length);
  }
}
