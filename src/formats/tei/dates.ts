import type { CataloguedDate } from '../../core/date/catalogued-date.ts';
import { parseEdtf, type Edtf } from '../../core/date/edtf.ts';
import { readDateWords } from '../../core/date/read-date-words.ts';
import { plainOf, type XmlElement } from '../xml/xml-node.ts';

const NOTES = new Set(['note']);
const INSTANT = /^(-?\d{4,}(?:-\d{2}){0,2})(?:T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

interface Instant {
  readonly day: string;
  readonly time?: NonNullable<CataloguedDate['time']>;
}

function instantOf(value: string | undefined): Instant | undefined {
  const found = INSTANT.exec(value?.trim() ?? '');
  if (found?.[1] === undefined) return undefined;
  if (found[2] === undefined) return { day: found[1] };
  const minute = Number(found[3]);
  return {
    day: found[1],
    time: {
      hour: Number(found[2]),
      ...(minute > 0 ? { minute } : {}),
      ...(found[4] ? { zone: found[4] } : {}),
    },
  };
}

/** A TEI dating attribute, in its own form or its ISO form. */
const dating = (element: XmlElement, name: string): string | undefined =>
  element.attributes[name] ?? element.attributes[`${name}-iso`];

/**
 * What the attributes of a date say, as EDTF and a time of day.
 *
 *   when="1955-08-02T15:00:00"                        -> 1955-08-02, 15 h
 *   from="1955-07-16" to="1955-07-17T00:00:00"        -> 1955-07-16/1955-07-17
 *   notBefore="1894-11-12" notAfter="1894-11-14"      -> 1894-11-12/1894-11-14, one day somewhere in it
 *   notAfter="1894-12-31"                             -> ../1894-12-31
 */
export function readDating(
  element: XmlElement,
): { readonly edtf: string; readonly time?: NonNullable<CataloguedDate['time']> } | undefined {
  const when = instantOf(dating(element, 'when'));
  const to = instantOf(dating(element, 'to') ?? dating(element, 'notAfter'));
  const from = instantOf(dating(element, 'from') ?? dating(element, 'notBefore')) ?? when;
  if (from === undefined && to === undefined) return undefined;
  if (from !== undefined && (to === undefined || to.day === from.day)) {
    const isOpen = to === undefined && when === undefined;
    return { edtf: isOpen ? `${from.day}/..` : from.day, ...(from.time ? { time: from.time } : {}) };
  }
  return { edtf: `${from?.day ?? '..'}/${to?.day ?? '..'}`, ...(from?.time ? { time: from.time } : {}) };
}

/** The day of a date within a line, where its attributes give one. */
export function readInlineDate(element: XmlElement): Edtf | undefined {
  const dated = readDating(element)?.edtf ?? element.attributes['when-custom'];
  return dated === undefined ? undefined : parseEdtf(dated);
}

/**
 * A date as the document has it: words and what its attributes say. What is no date of any calendar
 * keeps its words and a doubt. Undefined when it has neither words nor a dating.
 */
export function readDate(element: XmlElement, kind: CataloguedDate['kind']): CataloguedDate | undefined {
  const words = plainOf(element, NOTES).replace(/[,;]+$|(?<=\d)\.$/, '');
  const dated = readDating(element);
  if (words === '' && dated === undefined) return undefined;
  if (dated === undefined) return readWords(words, kind);
  const edtf = parseEdtf(dated.edtf);
  const base: CataloguedDate = { kind, words: words === '' ? dated.edtf : words };
  const time = dated.time === undefined ? {} : { time: dated.time };
  if (edtf === undefined) return { ...base, ...time, doubt: { kind: 'impossible', words: dated.edtf } };
  return otherwise(base, dated.edtf) ?? { ...base, edtf, ...time };
}

const YEAR = /\b(?:1[0-9]|20)\d\d\b/g;

/** What the words say where they name a year and the attributes another: the words are believed, and both told. */
function otherwise({ kind, words }: CataloguedDate, dated: string): CataloguedDate | undefined {
  const years = words.match(YEAR);
  if (years === null || !YEAR_IN_DATING.test(dated) || years.some((year) => dated.includes(year)))
    return undefined;
  const told = readWords(words, kind);
  if (told.edtf === undefined) return undefined;
  return { ...told, doubt: { kind: 'out-of-range', words: `words ${told.edtf}, attributes ${dated}` } };
}

const YEAR_IN_DATING = /^(?:\.\.\/)?\d{4}(?:-\d\d){0,2}(?:\/|$)/;

/** Words of a date that no attribute explains: what they say, or themselves alone. */
export function readWords(words: string, kind: CataloguedDate['kind']): CataloguedDate {
  const bare = words.replace(/^\[|\]$/g, '').replace(/\s+([ap])\.\s+m\./, ' $1.m.');
  const read = readDateWords(bare.replace(/(?<=\d)\.$/, ''));
  switch (read?.kind) {
    case undefined:
    case 'undated':
      return { kind, words };
    case 'date':
      return { kind, words, edtf: read.edtf, ...(read.time ? { time: read.time } : {}) };
    case 'impossible':
      return { kind, words, ...(read.edtf ? { edtf: read.edtf } : {}), doubt: { kind: 'impossible', words } };
  }
}

const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December';
const DAY = new RegExp(
  `(?:(?:${MONTH})(?: \\d{1,2}(?:[–-]\\d{1,2})?)?, \\d{4}(?:[,—–-]+ ?\\d{1,2}(?::\\d\\d)? ?[ap]\\. ?m\\.)?|[Uu]ndated)`,
  'g',
);
const RECEIVED = /\[?Received\b([^\]]*)\]?/i;

/**
 * The dates of a line that no element marks: the last day named, and when it was received.
 *
 *   "Chungking, December 31, 1943.[Received January 24, 1944.]" -> sent 1943-12-31, received 1944-01-24
 */
export function readLine(line: string, kind: CataloguedDate['kind']): CataloguedDate[] {
  const found: CataloguedDate[] = [];
  const received = RECEIVED.exec(line);
  const words = (received ? line.slice(0, received.index) : line).match(DAY)?.at(-1);
  if (words !== undefined) found.push(readWords(words, kind));
  const receipt = received?.[1]?.match(DAY)?.at(-1);
  if (receipt !== undefined) found.push(readWords(receipt, 'received'));
  return found;
}
