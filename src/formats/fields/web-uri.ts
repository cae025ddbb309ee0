/**
 * An address as schemas take it (`anyURI`), or undefined where the text is none of the web.
 *
 *   "https://a.example/b c" -> "https://a.example/b%20c"      "see the foot" -> undefined
 */
export function webUriOf(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  if (!/^https?:\/\//i.test(trimmed) || !URL.canParse(trimmed)) return undefined;
  return new URL(trimmed).href.replace(/%(?![0-9a-f]{2})/gi, '%25').replace(UNSAFE, encodeURIComponent);
}

const UNSAFE = /[\s"<>\\^`{|}]/g;
