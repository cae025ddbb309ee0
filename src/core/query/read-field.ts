import type { Problem, ProblemCode } from '../problem.ts';
import type { FacetField, QueryNode } from '../query.ts';
import { foldDateWords, meaningOf } from '../date/vocabulary.ts';
import { readDateRange } from './date-range.ts';
import { facetNode, isIdValue, wordsFieldOf } from './facet-value.ts';
import type { Bare, Scanner } from './scanner.ts';
import { readDays } from './read-days.ts';
import { QUOTES } from './symbols.ts';

/** What reads the value of a field needs of the reader of the whole. */
export interface FieldReading {
  readonly scan: Scanner;
  /** The field with what follows it, as it stands. */
  readonly bare: Bare;
  say(code: ProblemCode, at: number, value?: string, facts?: Problem['facts']): void;
  /** The text, as far as its terms may still be asked for; undefined if none of it. */
  counted(text: string, start: number): string | undefined;
}

/** A node, nothing (all of it was too much), or `unknown`: then it is read as words. */
type Read = QueryNode | undefined | 'unknown';

/** `type:Letter|"Note"`, `person:Stalin`: a value or several; names stay names until the archive is asked. */
export function readFacet(reading: FieldReading, field: FacetField): Read {
  const { scan, bare } = reading;
  const values = scan.values();
  if (values.length === 0) {
    reading.say('value-not-read', bare.start, bare.text);
    return 'unknown';
  }
  if (wordsFieldOf(field) === undefined || (values.length === 1 && values[0] === '*'))
    return facetNode(field, values);
  const kept = values.flatMap((value) =>
    isIdValue(value) || value === '*' ? [value] : (reading.counted(value, bare.start) ?? []),
  );
  return kept.length === 0 ? undefined : facetNode(field, kept);
}

/** `id:dk4m7q2zxh|ck…`: these records. */
export function readIds({ scan, bare, say }: FieldReading): Read {
  const values = scan.values();
  if (values.length === 0 || !values.every(isIdValue)) {
    say('value-not-read', bare.start, bare.text);
    return 'unknown';
  }
  return { kind: 'filter', filter: { field: 'id', condition: 'is', values } };
}

/** `date:1945-07..1946`, `date:"July 1945"`, `date:July 1945`. */
export function readDates({ scan, bare, say }: FieldReading, certainly: boolean): Read {
  const start = scan.at;
  const tried: string[] = [];
  for (const [text, end] of datesAt(scan)) {
    const filter = readDateRange(text, certainly);
    scan.at = end;
    if (filter !== undefined) return { kind: 'filter', filter };
    tried.push(text);
  }
  scan.at = start;
  const noDay = tried.find((text) => readDays(text)?.kind === 'impossible');
  say(noDay === undefined ? 'value-not-read' : 'day-impossible', bare.start, noDay ?? bare.text);
  return 'unknown';
}

/** What may be the date here, the likeliest first, and where each ends. */
function datesAt(scan: Scanner): readonly (readonly [text: string, end: number])[] {
  const start = scan.at;
  if (!QUOTES.includes(scan.here))
    return endsOfDate(scan.text, start).map((end) => [scan.text.slice(start, end), end] as const);
  const { text } = scan.quotation();
  return [[text, scan.at]];
}

const MOST_WORDS = 9;
const WORD = /[^\s()"“”„«»]+(?=[\s)]|$)/uy;
const GOES_ON = /^(?:\.{2,}|…|[–—-])$/u;

/**
 * Where a date without quotation marks may end, the likeliest first: after its first word where that is a date
 * by itself, else after as many words as have to do with dates.
 */
function endsOfDate(text: string, start: number): readonly number[] {
  const ends: number[] = [];
  const words: string[] = [];
  let at = start;
  while (words.length < MOST_WORDS) {
    WORD.lastIndex = at;
    const word = WORD.exec(text)?.[0];
    if (word === undefined || (words.length > 0 && !isOfDate(word))) break;
    words.push(word);
    if (words.length === 1 || !GOES_ON.test(word)) ends.push(at + word.length);
    at += word.length;
    while (/\s/u.test(text.charAt(at))) at++;
  }
  const [first, ...further] = ends;
  if (first === undefined) return [];
  const isFirstEnough = readDays(words[0] ?? '')?.kind === 'days' && !GOES_ON.test(words[1] ?? '');
  return isFirstEnough ? [first] : [...further.toReversed(), first];
}

const isOfDate = (word: string): boolean =>
  /\d/.test(word) ||
  GOES_ON.test(word) ||
  word
    .split(/\.{2,}|…/u)
    .every((part) => meaningOf(foldDateWords(part.replace(/[.,]+$/u, ''))) !== undefined);
