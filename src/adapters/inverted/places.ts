import { ONLY_TEXT, PLACES, TEXT_PLACES, TEXT_WEIGHT } from './term-space.ts';

/** The place behind so many numbers of variable length. */
export function pastNumbers(bytes: Uint8Array, from: number, count: number): number {
  let at = from;
  for (let left = count; left > 0 && at < bytes.length; left--) while ((bytes[at++] ?? 0) > 127) continue;
  return at;
}

/** The place behind one of them. */
export function pastNumber(bytes: Uint8Array, from: number): number {
  let at = from;
  while ((bytes[at++] ?? 0) > 127) continue;
  return at;
}

export function numberAt(bytes: Uint8Array, from: number): number {
  let at = from;
  let byte = bytes[at++] ?? 0;
  if (byte < 128) return byte;
  let value = byte & 127;
  for (let shift = 7; byte > 127 && shift < 35; shift += 7) {
    byte = bytes[at++] ?? 0;
    value |= (byte & 127) << shift;
  }
  return value >>> 0;
}

/** The place behind the positions of a document: see `PostingsWriter`. */
export const pastPositions = (bytes: Uint8Array, from: number, weight: number, mask: number): number =>
  mask === ONLY_TEXT
    ? pastNumbers(bytes, from, weight / TEXT_WEIGHT)
    : pastNumber(bytes, from) + numberAt(bytes, from);

/** Positions of one document, as they are being read. */
export class Places {
  list = new Uint32Array(64);
  count = 0;

  read(bytes: Uint8Array, from: number, to: number, mask: number): void {
    this.count = 0;
    let at = from;
    const varint = (): number => {
      let byte = bytes[at++] ?? 0;
      let value = byte & 127;
      for (let shift = 7; byte > 127 && shift < 35; shift += 7) {
        byte = bytes[at++] ?? 0;
        value |= (byte & 127) << shift;
      }
      return value >>> 0;
    };
    for (let fields = mask; fields !== 0 && at < to; fields &= fields - 1) {
      const field = 31 - Math.clz32(fields & -fields);
      const isLast = (fields & (fields - 1)) === 0;
      let left = isLast ? Infinity : varint();
      for (let place = field * PLACES; left > 0 && at < to; left--) {
        place += varint();
        if (this.count === this.list.length) this.#widen();
        this.list[this.count++] = place;
      }
    }
  }
  /** So many positions of a document that has the term in its text only; the place behind them. */
  readSteps(bytes: Uint8Array, from: number, count: number): number {
    let at = from;
    let place = TEXT_PLACES;
    this.count = 0;
    for (let left = count; left > 0 && at < bytes.length; left--) {
      let byte = bytes[at++] ?? 0;
      let step = byte & 127;
      for (let shift = 7; byte > 127 && shift < 35; shift += 7) {
        byte = bytes[at++] ?? 0;
        step |= (byte & 127) << shift;
      }
      place += step >>> 0;
      if (this.count === this.list.length) this.#widen();
      this.list[this.count++] = place;
    }
    return at;
  }
  #widen(): void {
    const wider = new Uint32Array(this.list.length * 2);
    wider.set(this.list);
    this.list = wider;
  }
}
