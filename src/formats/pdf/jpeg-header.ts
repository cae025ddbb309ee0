/** What a JPEG says of itself before its picture begins. */
export interface JpegHeader {
  readonly widthPx: number;
  readonly heightPx: number;
  /** 1 grey, 3 colours, 4 inks. */
  readonly components: 1 | 3 | 4;
  /** Written with Adobe's marker: its inks are the other way round. */
  readonly isAdobe: boolean;
}

/**
 * Reads the frame header of a JPEG; undefined for what is none, or has another number of components.
 *
 * Source: ITU-T T.81, B.2.
 */
export function readJpegHeader(bytes: Uint8Array): JpegHeader | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  let isAdobe = false;
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const length = two(bytes, at + 2);
    if (marker === 0xee && bytes[at + 4] === 0x41 && bytes[at + 5] === 0x64) isAdobe = true;
    // Frames begin with C0 to CF, but for the tables C4, C8 and CC.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const components = bytes[at + 9];
      if (components !== 1 && components !== 3 && components !== 4) return undefined;
      return { heightPx: two(bytes, at + 5), widthPx: two(bytes, at + 7), components, isAdobe };
    }
    if (marker === 0xd9 || marker === 0xda || length < 2) return undefined;
    at += 2 + length;
  }
  return undefined;
}

const two = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
