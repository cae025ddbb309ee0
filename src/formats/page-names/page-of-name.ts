/** What a file's name says of the page it shows: "box12_doc003_p04" -> of "box12_doc003", page 4. */
export interface NamedPage {
  /** The name without its page: pages that share it are of one document. Empty: the folder is. */
  readonly of: string;
  readonly number?: number;
  /** A page's side, part or insert: "r", "v", "a". */
  readonly side?: string;
  /** As the page is to be labelled: "4", "3v". */
  readonly label?: string;
  /** The name calls it a page; else it only ends in a number. */
  readonly isSaid: boolean;
  /** "cover", "back": before or after the numbered ones. */
  readonly place?: 'first' | 'last';
}

const PAGE_WORD =
  'p|pg|pp|page|pag|pagina|s|seite|bl|blatt|f|ff|fo|fol|folio|feuille|l|ll|list|стр|с|лист|л|img|image|im|scan|bild';
const SIDE = 'recto|verso|ro|vo|r|v|a|b|c|d';

/** A page by a word for it, at the end or before a sign: "_p04", "page-12", "fol. 3v". */
const SAID = new RegExp(
  `^(?<of>.*?)(?:^|[\\s._()\\[\\]-]+|(?<=\\d))(?<word>${PAGE_WORD})[\\s._-]*(?<number>\\d{1,7})(?<side>${SIDE})?(?=$|[\\s._()\\[\\]-])(?<rest>.*)$`,
  'iu',
);

/** A page by the sign for it behind its number: "第3页", "3頁", "3쪽". */
const SIGNED = /^(?<of>.*?)第?\s*(?<number>\d{1,7})\s*(?:[页頁葉叶面쪽면]|ページ)(?<rest>.*)$/u;

/** A last number: "FRAN_0150_0003_L-medium", "0001", "003r", "letter (2)". */
const LAST =
  /^(?<of>.*?)(?<number>\d{1,9})(?<side>recto|verso|r|v|a|b|c|d)?(?<rest>(?:(?:^|[\s._()[\]-]|(?<=\d))[^\d]*)?)$/iu;

const DOCUMENT_NUMBER =
  /(?:^|[\s._-])(?:doc|dok|document|dokument|item|letter|brief|lettre|nr|no|n°|box|folder|file|d)[\s._-]*\d{1,7}$/iu;
const DATE =
  /(?:^|\D)(?:1[4-9]|20)\d\d([-._]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])$|(?:^|\D)(?:0?[1-9]|[12]\d|3[01])[._-](?:0?[1-9]|1[0-2])[._-](?:1[4-9]|20)\d\d$/u;
const FIRST =
  /^(?<of>.*?)[\s._-]*(?:cover|front|front[ _-]?cover|titel|title|umschlag|einband|couverture|target)$/iu;
const FINAL = /^(?<of>.*?)[\s._-]*(?:back|back[ _-]?cover|rückseite|end|dos)$/iu;

/** A longer name than any disk takes is looked into no further. */
const LONGEST_NAME = 255;

/**
 * Reads a file's name, without its folder and ending, for the page that it names.
 *
 *   "box12_doc003_p04"        -> "box12_doc003", 4, said
 *   "FRAN_0150_0003_L-medium" -> "FRAN_0150", 3        (files of other names' endings are others)
 *   "003v"                    -> "", 3, verso
 *   "第3页"                   -> "", 3, said
 *   "doc003", "1945-07-02"    -> itself: a number of a document, or a day, is no page
 */
export function pageOfName(stem: string): NamedPage {
  if (stem.length > LONGEST_NAME) return { of: stem, isSaid: false };
  const said = SAID.exec(stem)?.groups ?? SIGNED.exec(stem)?.groups;
  if (said) return namedBy(said, true);
  if (DOCUMENT_NUMBER.test(stem) || DATE.test(stem)) return { of: stem, isSaid: false };
  const last = LAST.exec(stem)?.groups;
  if (last) return namedBy(last, false);
  const first = FIRST.exec(stem)?.groups;
  if (first) return { of: trimmed(first['of'] ?? ''), isSaid: false, place: 'first' };
  const final = FINAL.exec(stem)?.groups;
  if (final) return { of: trimmed(final['of'] ?? ''), isSaid: false, place: 'last' };
  return { of: stem, isSaid: false };
}

function namedBy(parts: Readonly<Record<string, string | undefined>>, isSaid: boolean): NamedPage {
  const number = Number(parts['number']);
  const side = SIDES[parts['side']?.toLowerCase() ?? ''] ?? parts['side']?.toLowerCase();
  const rest = trimmed(parts['rest'] ?? '').replace(/[)\]]+$/u, '');
  const of = trimmed(parts['of'] ?? '');
  return {
    of: rest === '' ? of : `${of}\u0000${rest}`,
    number,
    ...(side === undefined ? {} : { side }),
    label: `${number}${side ?? ''}`,
    isSaid,
  };
}

const SIDES: Readonly<Record<string, string>> = { recto: 'r', ro: 'r', verso: 'v', vo: 'v' };

const trimmed = (text: string): string => text.replace(/^[\s._()[\]-]+|[\s._([-]+$/gu, '');

/** What stands before the page's number, as people would call the document: the rest after it is left out. */
export const titlePart = (of: string): string => of.replace(/\u0000.*$/su, '');

/** Names in the order in which people count: "p2" before "p10". */
export function naturalOrder(a: string, b: string): number {
  const [one, other] = [a.match(RUNS) ?? [], b.match(RUNS) ?? []];
  for (let at = 0; at < Math.min(one.length, other.length); at++) {
    const [x = '', y = ''] = [one[at], other[at]];
    const numbers = /^\d/.test(x) && /^\d/.test(y);
    const difference = numbers ? Number(x) - Number(y) : x < y ? -1 : x > y ? 1 : 0;
    if (difference !== 0) return difference;
  }
  return one.length - other.length || (a < b ? -1 : a > b ? 1 : 0);
}
const RUNS = /\d+|\D+/gu;
