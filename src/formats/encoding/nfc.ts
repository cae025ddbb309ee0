/** What may change when something before it does: marks, and the vowels and finals of Hangul. */
const JOINS_BEFORE = /^[\p{M}\u1160-\u11ff]$/u;

/** More marks than this on one letter are no writing: then the cut may fall among them. */
const HELD_LIMIT = 4096;

/**
 * A text in Unicode NFC, whatever the borders of its chunks: the last letter of each is held until what
 * follows is known.
 *
 *   "e", "\u0301"  -> "é"
 */
export async function* nfcOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const chunk of chunks) {
    const text = held + chunk;
    const cut = cutOf(text);
    held = text.slice(cut);
    if (cut > 0) yield text.slice(0, cut).normalize('NFC');
  }
  if (held) yield held.normalize('NFC');
}

/** Where the last letter that begins anew stands. */
function cutOf(text: string): number {
  const earliest = Math.max(0, text.length - HELD_LIMIT);
  for (let at = text.length - 1; at >= earliest; at--) {
    const code = text.charCodeAt(at);
    if (code >= 0xdc00 && code <= 0xdfff && at > 0) continue;
    if (!JOINS_BEFORE.test(String.fromCodePoint(text.codePointAt(at) ?? 0))) return at;
  }
  return earliest;
}
