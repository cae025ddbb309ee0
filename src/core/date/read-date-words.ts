import type { Token, TokenOptions } from './date-tokens.ts';
import { tokensOf } from './date-tokens.ts';
import type { Edtf } from './edtf.ts';
import { parseEdtf } from './edtf.ts';
import type { End, PartialDate, Written } from './partial-date.ts';
import { completeRange, isEmpty, partialOf, writePartial } from './partial-date.ts';
import type { TimeOfDay } from './time-of-day.ts';
import { takeTime } from './time-of-day.ts';
import { foldDateWords, saysUndated } from './vocabulary.ts';
import type { Mark } from './vocabulary.ts';

/** What the words of a date say. */
export type DateReading =
  | { readonly kind: 'date'; readonly edtf: Edtf; readonly time?: TimeOfDay }
  /** They say that it is not known. */
  | { readonly kind: 'undated' }
  /** A day that no calendar has, or a range that runs backwards; `edtf` is as much as can be so. */
  | { readonly kind: 'impossible'; readonly edtf?: Edtf };

export interface DateWordsOptions {
  /** Languages that the source is in. One that puts the day first, or "en-US", settles what "12/7/45" means. */
  readonly languages?: readonly string[];
  /** First year of the century of years with two digits; 1900 if not said. */
  readonly century?: number;
}

const MAX_LENGTH = 200;

/**
 * Reads what catalogues write for a date, or EDTF itself; undefined if it is neither.
 *
 *   "July, 1945"                -> 1945-07
 *   "August 2, 1955—3 p.m."     -> 1955-08-02, 15 hours
 *   "early 1950"                -> 1950-37                  (its first third)
 *   "late July 1950"            -> 1950-07-21~/1950-07-31~
 *   "between 1950 and 1953"     -> [1950..1953]
 *   "before 1949"               -> [..1949]                 (the year itself is not ruled out)
 *   "12/7/45"                   -> [1945-07-12,1945-12-07]  (both: nobody knows)
 *   "undated", "б/д"            -> undated
 *   "February 30, 1945"         -> impossible, 1945-02
 *   "Second draft"              -> undefined
 *
 * Never throws; words of more than 200 characters are no date.
 */
export function readDateWords(words: string, options: DateWordsOptions = {}): DateReading | undefined {
  if (words.length > MAX_LENGTH) return undefined;
  const direct = readNotation(words.trim());
  if (direct !== undefined) return direct;
  if (saysUndated(words)) return { kind: 'undated' };
  const { rest, time } = takeTime(simplify(foldDateWords(words)));
  const tokens = tokensOf(rest, { century: options.century ?? 1900, order: orderOf(options.languages) });
  if (tokens === undefined || tokens.length === 0) return undefined;
  const century = options.century ?? 1900;
  return readingOf(readList(tokens) ?? readRange(tokens, century), time);
}

/** EDTF as such; a time of day in it is taken apart. A year in brackets is a supplied year, not a set. */
function readNotation(text: string): DateReading | undefined {
  const timed = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/.exec(text);
  if (timed !== null) {
    const [, day = '', hour, minute, zone] = timed;
    const reading = readNotation(day);
    const isOnClock = Number(hour) < 24 && Number(minute) < 60;
    if (reading?.kind !== 'date' || !isOnClock) return reading;
    return { ...reading, time: { hour: Number(hour), minute: Number(minute), ...(zone ? { zone } : {}) } };
  }
  if (!/^-?[\dX]{4}(?!\d)|^Y-?\d|^\.\.\/|^\/\d{4}|^[[{].*(?:,|\.\.)/.test(text)) return undefined;
  const edtf = parseEdtf(text);
  return edtf && { kind: 'date', edtf };
}

/** Phrases of several words as the one that means the same. */
const PHRASES: readonly (readonly [form: RegExp, plain: string])[] = [
  // What is in brackets was supplied by the editor: "14th Sept[ember]", "[1945]".
  [/[[\]]/gu, ''],
  [/\bbulk\b.*$|\((?:bulk|mostly|mainly|predominantly)[^)]*\)/u, ' '],
  [/^\(?(?:undated|no date|n\.\s?d\.)[^\p{L}\p{N}]+/u, ' '],
  [
    /(?:not (?:before|earlier than)|no earlier than|не ра(?:нее|ньше)(?: чем)?|nicht vor|or (?:later|after))/gu,
    ' since ',
  ],
  [
    /(?:not (?:after|later than)|no later than|не позднее|не позже|nicht nach|or (?:earlier|before))/gu,
    ' until ',
  ],
  [/(?:first|1st|1\.) (?:halfte|half)(?: of)?/gu, ' halfone '],
  [/(?:second|2nd|2\.) (?:halfte|half)(?: of)?/gu, ' halftwo '],
  [/\b(mid|early|late)-\s*/gu, '$1 '],
  [/(\d)(?:\s*(?:-|to)\s*)present\b/gu, '$1-'],
  [/(\d)\s*-\s*(\p{L}+)\.?\s*-\s*'?(\d{4}|\d\d)(?!\d)/gu, '$1 $2 $3'],
  [/(?:first|1st) quarter(?: of)?/gu, ' q1 '],
  [/(?:second|2nd) quarter(?: of)?/gu, ' q2 '],
  [/(?:third|3rd) quarter(?: of)?/gu, ' q3 '],
  [/(?:fourth|4th) quarter(?: of)?/gu, ' q4 '],
  // A date-time group of a telegram: 021430Z JUL 45.
  [/^(\d\d)(\d{4})z (\p{L}+),? (\d{4}|\d\d)$/u, '$1 $3 $4, $2z'],
  [/\.\.\./gu, ' '],
];

const simplify = (words: string): string =>
  PHRASES.reduce((text, [form, plain]) => text.replace(form, plain), words)
    .replace(/[〇零一二三四五六七八九十]+(?=[年月日号號])/gu, chineseNumber)
    .trim();

/** 一九四五 -> 1945, 二十七 -> 27. */
function chineseNumber(numerals: string): string {
  const digits = [...numerals].map((numeral) =>
    '零一二三四五六七八九十'.indexOf(numeral.replace('〇', '零')),
  );
  const ten = digits.indexOf(10);
  if (ten < 0) return digits.join('');
  return String((ten === 0 ? 1 : (digits[0] ?? 1)) * 10 + (digits[ten + 1] ?? 0));
}

function orderOf(languages: readonly string[] | undefined): TokenOptions['order'] {
  if (languages === undefined || languages.length === 0) return undefined;
  if (languages.every((language) => /^en-(us|ph)$/i.test(language))) return 'month-first';
  return languages.every((language) => !/^(en|und)$|^en-(us|ca|ph)|^(zh|ja|ko|hu)/i.test(language))
    ? 'day-first'
    : undefined;
}

function readingOf(written: Written | undefined, time: TimeOfDay | undefined): DateReading | undefined {
  if (written?.kind !== 'date') return written;
  const edtf = parseEdtf(written.edtf) ?? parseEdtf(written.edtf.replace(/[~?%]/g, ''));
  // Each end was written from a day that there is: together they run backwards.
  if (edtf === undefined) return /\/|\.\./.test(written.edtf) ? { kind: 'impossible' } : undefined;
  return { kind: 'date', edtf, ...(time === undefined ? {} : { time }) };
}

/** "1946, 1948 and 1950": whole years, three or more or parted by commas. */
function readList(tokens: readonly Token[]): Written | undefined {
  const years: number[] = [];
  let isOr = false;
  for (const token of tokens) {
    if (token.kind === 'year') years.push(token.value);
    else if (token.kind === 'mark' && token.value === 'or') isOr = true;
    else if (token.kind !== 'comma' && !(token.kind === 'mark' && token.value === 'and')) return undefined;
  }
  if (years.length < 2) return undefined;
  const list = years.map((year) => String(year).padStart(4, '0')).join(',');
  return { kind: 'date', edtf: isOr ? `[${list}]` : `{${list}}` };
}

const isMark = (token: Token, ...marks: readonly Mark[]): boolean =>
  token.kind === 'mark' && marks.includes(token.value);

function readRange(tokens: readonly Token[], century: number): Written | undefined {
  const opening = tokens[0];
  const between = opening !== undefined && isMark(opening, 'between');
  const from = opening !== undefined && isMark(opening, 'since');
  const body = between || from ? tokens.slice(1) : tokens;
  const splits = body.flatMap((token, at) => (isMark(token, 'to', 'and', 'or', 'until') ? [at] : []));
  const middle = splits.find((at) => at > 0 && at < body.length - 1);
  if (middle !== undefined && splits.length === 1) {
    const joint = body[middle];
    const [a, b] = [partialOf(body.slice(0, middle), century), partialOf(body.slice(middle + 1), century)];
    if (!a || !b || !joint || joint.kind !== 'mark') return undefined;
    return writeRange(a, b, between ? 'between' : joint.value);
  }
  if (between) return undefined;
  return readOpen(from ? ['since'] : [], body, century);
}

/** "before 1949", "1945–", "1949 or earlier": one date and the side on which it is open. */
function readOpen(opened: readonly Mark[], body: readonly Token[], century: number): Written | undefined {
  const sides = [...opened];
  const rest: Token[] = [];
  body.forEach((token, at) => {
    if (token.kind !== 'mark' || !isMark(token, 'before', 'after', 'until', 'since', 'to')) rest.push(token);
    else if (token.value === 'to') sides.push(at === 0 ? 'until' : 'since');
    else sides.push(token.value);
  });
  const date = partialOf(rest, century);
  const [side] = sides;
  if (date === undefined || sides.length > 1 || isEmpty(date)) return undefined;
  if (side === undefined) return writePartial(date, 'only');
  const isEarlier = side === 'before' || side === 'until';
  const written = writePartial(date, isEarlier ? 'last' : 'first');
  if (written?.kind !== 'date' || written.isRange) return written;
  return { kind: 'date', edtf: openText(written.edtf, side) };
}

function openText(edtf: string, side: Mark): string {
  if (side === 'before') return parseEdtf(`[..${edtf}]`) ?? `../${edtf}`;
  if (side === 'after') return parseEdtf(`[${edtf}..]`) ?? `${edtf}/..`;
  return side === 'until' ? `../${edtf}` : `${edtf}/..`;
}

function writeRange(a: PartialDate, b: PartialDate, joint: Mark): Written | undefined {
  const range = completeRange(a, b);
  if (range === undefined || isEmpty(a) || isEmpty(b)) return undefined;
  const sides =
    joint === 'and' || joint === 'or' ? (['only', 'only'] as const) : (['first', 'last'] as const);
  const ends = range.map((date, at) => writePartial(date, sides[at] ?? ('only' satisfies End)));
  const [first, last] = ends;
  if (first === undefined || last === undefined) return undefined;
  if (first.kind === 'impossible') return first;
  if (last.kind === 'impossible') return last;
  if (first.isRange || last.isRange) return undefined;
  if (joint === 'and') return { kind: 'date', edtf: `{${first.edtf},${last.edtf}}` };
  if (joint === 'or') return { kind: 'date', edtf: `[${first.edtf},${last.edtf}]` };
  return {
    kind: 'date',
    edtf: joint === 'between' ? betweenText(first.edtf, last.edtf) : `${first.edtf}/${last.edtf}`,
  };
}

/** One date somewhere between; EDTF has that of plain dates of one precision, else it is an interval. */
const betweenText = (first: string, last: string): string =>
  parseEdtf(`[${first}..${last}]`) ?? `${first}/${last}`;
