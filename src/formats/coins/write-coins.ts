/** What a ContextObject says of a document. Names stand as "Falk, Henriette" or as they are; the date ISO 8601 or words. */
export interface Coins {
  readonly type: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly others: readonly string[];
  readonly date?: string;
  readonly url: string;
  readonly languages: readonly string[];
  readonly publisher: string;
  readonly summary?: string;
  readonly rights?: string;
}

/** Names of which so many are told. */
const MOST = 8;
const LONGEST = 300;

/**
 * A ContextObject of OpenURL in a line, for the title of a span (COinS), as Dublin Core.
 *
 *   ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Adc&rft.type=letter&rft.title=…
 *
 * Source: ANSI/NISO Z39.88-2004; "OpenURL COinS", ocoins.info, read 2026-11-23.
 */
export function writeCoins(said: Coins): string {
  let out = 'ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Adc';
  const add = (key: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') out += `&rft.${key}=${encoded(value)}`;
  };
  add('type', said.type);
  add('title', said.title);
  for (const name of said.authors.slice(0, MOST)) add('au', name);
  for (const name of said.others.slice(0, MOST)) add('contributor', name);
  add('date', said.date);
  add('identifier', said.url);
  for (const language of said.languages.slice(0, MOST)) add('language', language);
  add('publisher', said.publisher);
  add('description', said.summary);
  add('rights', said.rights);
  return out;
}

/** Cut where it is long, and never within a character: half of one cannot be written. */
const encoded = (value: string): string =>
  encodeURIComponent(
    (value.length > LONGEST ? value.slice(0, LONGEST) : value).toWellFormed().replace(/\s+/g, ' '),
  );
