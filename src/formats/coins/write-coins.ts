/** What a ContextObject says of a document. Names stand as "Falk, Henriette" or as they are; the date ISO 8601 or words. */
export interface Coins {
  readonly type: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly others: readonly string[];
  readonly date?: string;
  readonly url: string;
  readonly languages: readonly string[];
  readonly publisher?: string;
  readonly summary?: string;
  readonly rights?: string;
}

/** Names of which so many are told. */
const MOST = 8;
const LONGEST = 300;

/**
 * A ContextObject of OpenURL in a line, for the title of a span (COinS), as Dublin Core. It stands in an attribute
 * in double quotes as it is: what stands between its parts is written for that, and all else is encoded.
 *
 *   ctx_ver=Z39.88-2004&amp;rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Adc&amp;rft.type=letter&amp;rft.title=…
 *
 * Source: ANSI/NISO Z39.88-2004; "OpenURL COinS", ocoins.info, read 2026-11-23.
 */
export function writeCoins(said: Coins): string {
  const { authors, others, languages, summary, rights, date, publisher } = said;
  let out = `ctx_ver=Z39.88-2004&amp;rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Adc&amp;rft.type=${encoded(said.type)}&amp;rft.title=${encoded(said.title)}`;
  for (const name of authors.slice(0, MOST)) out += `&amp;rft.au=${encoded(name)}`;
  for (const name of others.slice(0, MOST)) out += `&amp;rft.contributor=${encoded(name)}`;
  if (date !== undefined) out += `&amp;rft.date=${encoded(date)}`;
  out += `&amp;rft.identifier=${encoded(said.url)}`;
  for (const language of languages.slice(0, MOST)) out += `&amp;rft.language=${encoded(language)}`;
  if (summary !== undefined) out += `&amp;rft.description=${encoded(summary)}`;
  if (rights !== undefined) out += `&amp;rft.rights=${encoded(rights)}`;
  if (publisher !== undefined) out += `&amp;rft.publisher=${encoded(publisher)}`;
  return out;
}

const PLAIN = /^[\w.-]*$/;

/** Cut where it is long; half of a character cannot be written. */
function encoded(value: string): string {
  if (value.length <= LONGEST && PLAIN.test(value)) return value;
  return encodeURIComponent(value.slice(0, LONGEST).toWellFormed());
}
