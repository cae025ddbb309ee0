/**
 * A TrueType font with one letter: a box as wide as every character and as tall as the line. It is never seen,
 * but programs measure a word by the shapes of its letters, and would find none.
 *
 * Source: Apple's TrueType Reference Manual, chapter 6; the tables that an embedded font needs (ISO 32000-1, 9.9).
 */
export function boxFont(width: number, height: number): Uint8Array {
  const tables = [
    ['glyf', glyf(width, height)],
    ['head', head(width, height)],
    ['hhea', hhea(width, height)],
    ['hmtx', words(width, 0, 0)],
    ['loca', words(0, 0, GLYPH_BYTES / 2)],
    // Version 1, two letters, four points, one outline; the rest is for instructions, of which there are none.
    ['maxp', words(1, 0, 2, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)],
  ] as const;
  const directory = 12 + tables.length * 16;
  const size = tables.reduce((sum, [, table]) => sum + padded(table.byteLength), directory);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  bytes.set(words(1, 0, tables.length, 64, 2, 32));
  let at = directory;
  tables.forEach(([tag, table], n) => {
    const entry = 12 + n * 16;
    for (let letter = 0; letter < 4; letter++) bytes[entry + letter] = tag.charCodeAt(letter);
    bytes.set(table, at);
    view.setUint32(entry + 4, checksum(bytes, at, padded(table.byteLength)));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, table.byteLength);
    at += padded(table.byteLength);
  });
  return bytes;
}

const GLYPH_BYTES = 36;
const padded = (length: number): number => Math.ceil(length / 4) * 4;

/** Numbers of sixteen bits, the high byte first. */
function words(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 2);
  const view = new DataView(bytes.buffer);
  values.forEach((value, at) => view.setInt16(at * 2, value));
  return bytes;
}

/** One outline of four points, each on it; the first letter, for what is missing, is empty. */
function glyf(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(GLYPH_BYTES);
  bytes.set(words(1, 0, 0, width, height, 3, 0));
  bytes.set([1, 1, 1, 1], 14);
  bytes.set(words(0, width, 0, -width, 0, 0, height, 0), 18);
  return bytes;
}

const head = (width: number, height: number): Uint8Array =>
  words(
    1,
    0,
    1,
    0,
    0,
    0,
    0x5f0f,
    0x3cf5,
    0,
    1000,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    width,
    height,
    0,
    8,
    2,
    0,
    0,
  );

const hhea = (width: number, height: number): Uint8Array =>
  words(1, 0, height, 0, 0, width, 0, 0, width, 1, 0, 0, 0, 0, 0, 0, 0, 1);

function checksum(bytes: Uint8Array, from: number, length: number): number {
  const view = new DataView(bytes.buffer, from, length);
  let sum = 0;
  for (let at = 0; at < length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
