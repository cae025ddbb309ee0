import { daysIn, twoDigits } from './day.ts';
import type { Meaning } from './vocabulary.ts';
import { meaningOf } from './vocabulary.ts';

/** Year, month and day as written, which need not be of any calendar. */
export interface YearMonthDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export type Token =
  | Exclude<Meaning, { kind: 'nothing' }>
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'year'; readonly value: number }
  | { readonly kind: 'day'; readonly value: number }
  /** "195X", "19XX". */
  | { readonly kind: 'decade'; readonly pattern: string }
  /** A date all in numbers; two readings where it can be meant either way. */
  | { readonly kind: 'date'; readonly readings: readonly YearMonthDay[] }
  /** Month and year in numbers: "07/1945". */
  | { readonly kind: 'month-year'; readonly year: number; readonly month: number }
  | { readonly kind: 'comma' };

export interface TokenOptions {
  /** The first year of the century that "45" stands in. */
  readonly century: number;
  /** How "12/7/45" is meant: undefined if nobody knows. */
  readonly order: 'day-first' | 'month-first' | undefined;
}

const ROMAN: ReadonlyMap<string, number> = new Map(
  'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi'
    .split(' ')
    .map((numeral, at) => [numeral, at + 1]),
);

/** First years less one of the eras in which East Asian catalogues count. */
const ERAS: ReadonlyMap<string, number> = new Map([
  ['民国', 1911],
  ['民國', 1911],
  ['大正', 1911],
  ['昭和', 1925],
  ['明治', 1867],
]);

type Rule = readonly [
  form: string,
  read: (groups: readonly string[], options: TokenOptions) => Token | undefined,
];

const SEPARATOR = String.raw`\s*[./-]\s*`;

/** Tried in order at each place of the folded words. */
const RULES: readonly (readonly [form: RegExp, read: Rule[1]])[] = (
  [
    [
      String.raw`(\d{4})(?:${SEPARATOR})(\d{1,2})(?:${SEPARATOR})(\d{1,2})(?![\d])`,
      ([y, m, d]) => dateOf([{ year: Number(y), month: Number(m), day: Number(d) }]),
    ],
    [
      String.raw`([12]\d{3})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)`,
      ([y, m, d]) => dateOf([{ year: Number(y), month: Number(m), day: Number(d) }]),
    ],
    [String.raw`(\d{1,2})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d\d)(?!\d)`, readNumbers],
    [
      String.raw`(\d{1,2})(?:${SEPARATOR}|\s+)([ivx]+)(?:${SEPARATOR}|\s+)'?(\d{4}|\d\d)(?!\d)`,
      ([d, m, y], options) => {
        const month = ROMAN.get(m ?? '') ?? 13;
        return month > 12 ? undefined : dateOf([{ year: yearOf(y, options), month, day: Number(d) }]);
      },
    ],
    [
      String.raw`(\d{1,2})\s*[./-]\s*(\d{4})(?!\d)`,
      ([m, y]) => ({ kind: 'month-year', year: Number(y), month: Number(m) }),
    ],
    [
      String.raw`([ivx]+)\s*[./-]?\s*(\d{4})(?!\d)`,
      ([m, y]) => {
        const month = ROMAN.get(m ?? '') ?? 13;
        return month > 12 ? undefined : { kind: 'month-year', year: Number(y), month };
      },
    ],
    [
      String.raw`(民国|民國|大正|昭和|明治)\s*(\d{1,2}|元)\s*年`,
      ([era, n]) => ({ kind: 'year', value: (ERAS.get(era ?? '') ?? 0) + (n === '元' ? 1 : Number(n)) }),
    ],
    [
      String.raw`(\d{2})\s*世纪\s*(\d)0\s*年代`,
      ([c, d]) => ({ kind: 'decade', pattern: `${Number(c) - 1}${d}X` }),
    ],
    // 1950s, 1950's, 1950er, 1950-е, 1950年代, '50s
    [
      String.raw`(\d{3})0\s*(?:'?s|er(?: jahre)?|-?(?:е|х|ые|ых)|年代|년대)(?![\p{L}\d])`,
      ([ten]) => ({ kind: 'decade', pattern: `${ten}X` }),
    ],
    [
      String.raw`'?([2-9])0\s*(?:'?s|er jahre|-е|-х|年代)(?![\p{L}\d])`,
      ([ten], { century }) => ({ kind: 'decade', pattern: `${century / 100}${ten}X` }),
    ],
    // 195-?, 195?, 195-, 195x, 195_; 19--, 19??, 19xx
    [
      String.raw`(\d{3})(?:-\s*\?|\?|_|x|-(?![\d\s]))\??`,
      ([ten]) => ({ kind: 'decade', pattern: `${ten}X` }),
    ],
    [
      String.raw`(1\d|20)(?:--|\?\?|__|xx)\??(?![\d\s])`,
      ([hundred]) => ({ kind: 'decade', pattern: `${hundred}XX` }),
    ],
    // 19th century, 19. Jahrhundert, 20世纪
    [
      String.raw`(\d{1,2})\s*(?:st|nd|rd|th|\.|e|eme|-?й)?\s*(?:century|cent\.|jahrhundert|jh\.|siecle|век|века|世纪|世紀|세기)(?!\p{L})`,
      ([n]) => ({ kind: 'decade', pattern: `${twoDigits(Number(n) - 1)}XX` }),
    ],
    [
      String.raw`([ivx]+)\s*(?:век|века|в\.|century|siecle|secolo|siglo)(?!\p{L})`,
      ([n]) => ({ kind: 'decade', pattern: `${twoDigits((ROMAN.get(n ?? '') ?? 1) - 1)}XX` }),
    ],
    [String.raw`q([1-4])(?!\d)`, ([n]) => ({ kind: 'season', value: 32 + Number(n) })],
    // 1945/07, 1945-3 is a month, since it can't be a later year; 1945/46, 1945-6 lead to a year of the century
    [
      String.raw`(\d{4})\s*[/-]\s*(0[1-9]|1[0-2]|[1-9])(?!\d)`,
      ([y, m = '']) =>
        Number(m) > Number(y) % 10 ** m.length
          ? undefined
          : { kind: 'month-year', year: Number(y), month: Number(m) },
    ],
    [String.raw`(\d{4})\s*(?=[/-]\s*\d{1,2}(?!\d))`, ([y]) => ({ kind: 'year', value: Number(y) })],
    [String.raw`(\d{1,4})\s*[年년]`, ([y], options) => ({ kind: 'year', value: yearOf(y, options) })],
    [String.raw`(\d{1,2})\s*[月월]`, ([m]) => ({ kind: 'month', value: Number(m) })],
    [String.raw`(\d{1,2})\s*[日号號일]`, ([d]) => ({ kind: 'day', value: Number(d) })],
    [String.raw`'(\d\d)(?!\d)`, ([y], options) => ({ kind: 'year', value: yearOf(y, options) })],
    [String.raw`(\d{4})(?!\d)`, ([y]) => ({ kind: 'year', value: Number(y) })],
    [
      String.raw`(\d{1,2})(?:st|nd|rd|th|er|re|e|-?(?:го|е|ое))?\.?(?![\p{L}\d])`,
      ([n]) => ({ kind: 'number', value: Number(n) }),
    ],
    [String.raw`[-~](?:\s*-)*`, () => ({ kind: 'mark', value: 'to' })],
    [String.raw`/`, () => ({ kind: 'mark', value: 'to' })],
    [String.raw`\?`, () => ({ kind: 'mark', value: 'uncertain' })],
    [String.raw`&`, () => ({ kind: 'mark', value: 'and' })],
    [String.raw`,`, () => ({ kind: 'comma' })],
  ] satisfies readonly Rule[]
).map(([form, read]) => [new RegExp(form, 'uy'), read]);

const WORD = /\p{L}+(?:'\p{L}+)?/uy;
const HAN_WORD = /以前|以后|之前|之后|春季|夏季|秋季|冬季|[\p{Script=Han}\p{Script=Hangul}]/uy;
const SILENT = /(?:[\s.;:[\](){}"“”„«»<>]|'(?!\d))+/uy;

/**
 * What folded words of a date are made of, or undefined if something stands there that is none of a
 * date's words.
 *
 *   "2-5 july, 1945" -> number 2, to, number 5, month 7, comma, year 1945
 */
export function tokensOf(words: string, options: TokenOptions): readonly Token[] | undefined {
  const tokens: Token[] = [];
  for (let at = 0; at < words.length;) {
    const silent = matchAt(SILENT, words, at);
    if (silent !== null) {
      at += silent[0].length;
      continue;
    }
    const found = ruleAt(words, at, options) ?? wordAt(words, at);
    if (found === undefined) return undefined;
    if (found.token !== undefined) tokens.push(found.token);
    at += found.length;
  }
  return tokens;
}

/** Sticky patterns are shared and remember a place: it is set before each use. */
function matchAt(form: RegExp, words: string, at: number): RegExpExecArray | null {
  form.lastIndex = at;
  return form.exec(words);
}

interface Found {
  readonly token?: Token;
  readonly length: number;
}

function ruleAt(words: string, at: number, options: TokenOptions): Found | undefined {
  if (at > 0 && /\d/.test(words[at - 1] ?? '') && /\d/.test(words[at] ?? '')) return undefined;
  for (const [form, read] of RULES) {
    const match = matchAt(form, words, at);
    const token = match && read(match.slice(1), options);
    if (match && token) return { token, length: match[0].length };
  }
  return undefined;
}

function wordAt(words: string, at: number): Found | undefined {
  for (const form of [WORD, HAN_WORD]) {
    const word = matchAt(form, words, at)?.[0];
    if (word === undefined) continue;
    const meaning = meaningOf(word) ?? meaningOf(word.replace(/^[ld]'/, ''));
    if (meaning !== undefined)
      return meaning.kind === 'nothing' ? { length: word.length } : { token: meaning, length: word.length };
  }
  return undefined;
}

const dateOf = (readings: readonly YearMonthDay[]): Token => ({ kind: 'date', readings });

/** Points stand between day and month in every country that uses them; of strokes and dashes nobody knows. */
function readNumbers(groups: readonly string[], options: TokenOptions): Token {
  const [a, separator, b, y] = groups;
  const year = yearOf(y, options);
  const dayFirst = { year, month: Number(b), day: Number(a) };
  const monthFirst = { year, month: Number(a), day: Number(b) };
  if (separator === '.' || options.order === 'day-first') return dateOf([dayFirst]);
  if (options.order === 'month-first') return dateOf([monthFirst]);
  const possible = [dayFirst, monthFirst].filter(isInCalendar);
  if (possible.length === 2 && a !== b) return dateOf(possible);
  return dateOf(possible.length === 0 ? [dayFirst] : possible.slice(0, 1));
}

/** Whether some calendar day is meant. */
export const isInCalendar = ({ year, month, day }: YearMonthDay): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);

function yearOf(digits: string | undefined, { century }: TokenOptions): number {
  const value = Number(digits);
  return (digits ?? '').length <= 2 ? century + value : value;
}
