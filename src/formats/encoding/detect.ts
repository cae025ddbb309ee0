/** What a text is written in, and how that is known. */
export interface Encoding {
  /** As the WHATWG Encoding Standard calls it: "utf-8", "utf-16le", "windows-1251", "gb18030". */
  readonly label: string;
  /**
   * `mark`: a byte order mark. `declared`: the person or the file says so. `assumed`: nothing says
   * otherwise, and UTF-8 it must prove to be. `guessed`: from what its bytes look like.
   */
  readonly basis: 'mark' | 'declared' | 'assumed' | 'guessed';
  /** How many bytes at the beginning are the mark, not the text. */
  readonly markBytes: number;
  /** What was declared and is no encoding that can be read. */
  readonly refusedLabel?: string;
}

const MARKS: readonly (readonly [label: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * The encoding of a text from its first bytes (some 4 KB will do) and what was declared of it. A byte order
 * mark wins, then the declaration that came with the file, then the XML declaration in it, then the zero
 * bytes of UTF-16; else UTF-8 is assumed until a byte says otherwise (`decodeText` sees to that).
 *
 *   EF BB BF …                                   -> utf-8, mark
 *   <?xml version="1.0" encoding="windows-1251"? -> windows-1251, declared
 *   63 00 61 00                                  -> utf-16le, guessed
 */
export function encodingOf(head: Uint8Array, declared?: string): Encoding {
  for (const [label, bytes] of MARKS)
    if (bytes.every((byte, at) => head[at] === byte))
      return { label, basis: 'mark', markBytes: bytes.length };
  const wide = wideOf(head);
  const said = declared ?? xmlDeclaration(head);
  if (said === undefined)
    return wide
      ? { label: wide, basis: 'guessed', markBytes: 0 }
      : { label: 'utf-8', basis: 'assumed', markBytes: 0 };
  const label = labelOf(said);
  if (label === undefined)
    return { label: wide ?? 'utf-8', basis: 'assumed', markBytes: 0, refusedLabel: said };
  if (label.startsWith('utf-16') !== (wide !== undefined) && declared === undefined)
    return { label: wide ?? 'utf-8', basis: wide ? 'guessed' : 'assumed', markBytes: 0 };
  return { label, basis: 'declared', markBytes: 0 };
}

/** The standard's name of an encoding, or undefined if it knows none by that label. */
export function labelOf(said: string): string | undefined {
  try {
    return new TextDecoder(said).encoding;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function xmlDeclaration(head: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(head.subarray(0, 400));
  return /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.:-]*)["']/.exec(start)?.[1];
}

/** UTF-16 without a mark: letters of the first 128 are every second byte zero. */
function wideOf(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  let even = 0;
  let odd = 0;
  const length = Math.min(head.length, 400) & ~1;
  for (let at = 0; at < length; at++) if (head[at] === 0) at % 2 === 0 ? even++ : odd++;
  if (length < 4) return undefined;
  if (odd > length / 8 && even === 0) return 'utf-16le';
  return even > length / 8 && odd === 0 ? 'utf-16be' : undefined;
}

/**
 * Windows-1251 or Windows-1252, for bytes that are no UTF-8. Cyrillic words are runs of high bytes; in the
 * languages of the west a high byte stands alone among plain letters.
 */
export function guessByteEncoding(bytes: Uint8Array): 'windows-1251' | 'windows-1252' {
  let inRuns = 0;
  let alone = 0;
  for (let at = 0; at < bytes.length;) {
    let end = at;
    while (isHighLetter(bytes[end])) end++;
    if (end - at >= 3) inRuns += end - at;
    else alone += end - at;
    at = end + 1;
  }
  return inRuns > alone ? 'windows-1251' : 'windows-1252';
}

const isHighLetter = (byte: number | undefined): boolean =>
  byte !== undefined && (byte >= 0xc0 || byte === 0xa8 || byte === 0xb8);
