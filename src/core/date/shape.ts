import { parse } from 'edtf';
import { boundsOfShape } from './bounds.ts';
import { dayOrder } from './day.ts';

/** How sure a date is of itself: "1953?" uncertain, "1953~" approximate, "1953%" both. */
export type Qualifier = 'uncertain' | 'approximate' | 'both';

/** One date without a slash or bracket. Digits may be `X`, not specified. */
export type Point =
  | {
      readonly kind: 'date';
      /** Four characters, after a minus where it is before year 0: "1945", "19XX", "-0044". */
      readonly year: string;
      readonly month?: string;
      readonly day?: string;
      /** From the `T` on: "15:00:00Z". */
      readonly time?: string;
      readonly qualifier?: Qualifier;
    }
  /** 21–24 spring to winter, 25–32 by hemisphere, 33–36 quarters, 37–39 thirds, 40–41 halves. */
  | { readonly kind: 'season'; readonly year: number; readonly season: number }
  /** "Y170000002", "Y17E7", "1950S2": a number with so many significant digits. */
  | { readonly kind: 'year'; readonly year: number; readonly significant?: number }
  /** "195" the ten years, "19" the hundred. */
  | {
      readonly kind: 'span';
      readonly first: number;
      readonly years: 10 | 100;
      readonly qualifier?: Qualifier;
    };

export type End = Point | { readonly kind: 'open' } | { readonly kind: 'unknown' };

/** What an EDTF text is made of. */
export type Shape =
  | Point
  | { readonly kind: 'interval'; readonly from: End; readonly to: End }
  /** One of these, or (`all`) all of these; a pair is every date from the one to the other. */
  | {
      readonly kind: 'set';
      readonly all: boolean;
      readonly members: readonly (Point | readonly [Point, Point])[];
      readonly orEarlier: boolean;
      readonly orLater: boolean;
    };

const MAX_LENGTH = 200;
/**
 * What nearly all dates are. The package's grammar takes a tenth of a millisecond each and more, too long for a
 * page of them; it says yes to all of these, which a test holds.
 */
const DAY = String.raw`\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?`;
const UNSPECIFIED = String.raw`\d{3}X|\d\dXX|\d{4}-XX(?:-XX)?|\d{4}-(?:0[1-9]|1[0-2])-XX`;
const END = `(?:${DAY}[?~%]?|${UNSPECIFIED}|\\.\\.|)`;
const MEMBER = `${DAY}(?:,${DAY})*`;
const COMMON = new RegExp(
  `^(?:XXXX|${DAY}[?~%]?|${UNSPECIFIED}|\\d{4}-(?:2[1-9]|3\\d|4[01])|\\d{2,3}|${END}/${END}|` +
    `\\[${MEMBER}\\]|\\{${MEMBER}\\}|\\[\\.\\.${DAY}\\]|\\[${DAY}\\.\\.\\]|` +
    String.raw`\[\d{4}\.\.\d{4}\])$`,
);

/** The parts of an EDTF text, or undefined if it is none. */
export function shapeOf(text: string): Shape | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  if (!COMMON.test(text) && !isInGrammar(text)) return undefined;
  const shape = partsOf(text);
  return shape !== undefined && happens(shape) ? shape : undefined;
}

function isInGrammar(text: string): boolean {
  try {
    parse(text);
    return true;
  } catch (error) {
    // The package has no other way of saying no; what is not an Error is a fault of ours.
    if (error instanceof Error) return false;
    throw error;
  }
}

function partsOf(text: string): Shape | undefined {
  const set = /^([[{])(\.\.)?(.*?)(\.\.)?[\]}]$/.exec(text);
  if (set !== null) return setOf(set[3] ?? '', set[1] === '{', set[2] !== undefined, set[4] !== undefined);
  const ends = text.split('/');
  if (ends.length === 1) return pointOf(text);
  const [from, to] = [endOf(ends[0] ?? ''), endOf(ends[1] ?? '')];
  return ends.length === 2 && from && to ? { kind: 'interval', from, to } : undefined;
}

function setOf(inner: string, all: boolean, orEarlier: boolean, orLater: boolean): Shape | undefined {
  const members: (Point | readonly [Point, Point])[] = [];
  for (const member of inner.split(',')) {
    const [from, to] = member.trim().split('..').map(pointOf);
    if (from === undefined) return undefined;
    if (member.includes('..') && to === undefined) return undefined;
    members.push(to === undefined ? from : [from, to]);
  }
  return { kind: 'set', all, members, orEarlier, orLater };
}

function endOf(text: string): End | undefined {
  if (text === '') return { kind: 'unknown' };
  return text === '..' ? { kind: 'open' } : pointOf(text);
}

function pointOf(text: string): Point | undefined {
  const qualifier = qualifierOf(text);
  const plain = text.replace(/[?~%]/g, '');
  const date = /^(-?[\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2})(?:T(.+))?)?)?$/.exec(plain);
  const qualified = qualifier ? { qualifier } : {};
  if (date === null) return largePointOf(plain, qualified);
  const [, year = '', month, day, time] = date;
  if (month !== undefined && /^(2[1-9]|3\d|4[01])$/.test(month))
    return { kind: 'season', year: Number(year), season: Number(month) };
  return {
    kind: 'date',
    year,
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    ...(time === undefined ? {} : { time }),
    ...qualified,
  };
}

function largePointOf(plain: string, qualified: { readonly qualifier?: Qualifier }): Point | undefined {
  const span = /^-?\d{2,3}$/.exec(plain);
  if (span !== null) {
    const years = plain.replace('-', '').length === 3 ? 10 : 100;
    return { kind: 'span', first: Number(plain) * years, years, ...qualified };
  }
  const match = /^Y?(-?\d+)(?:E(\d+))?(?:S(\d+))?$/.exec(plain);
  if (match === null) return undefined;
  const year = Number(match[1]) * 10 ** Number(match[2] ?? 0);
  // Beyond what a number holds exactly there is no history, nor a calendar.
  if (!Number.isSafeInteger(year) || Math.abs(year) > 1e12) return undefined;
  return { kind: 'year', year, ...(match[3] === undefined ? {} : { significant: Number(match[3]) }) };
}

function qualifierOf(text: string): Qualifier | undefined {
  const [uncertain, approximate] = [/[?%]/.test(text), /[~%]/.test(text)];
  if (uncertain && approximate) return 'both';
  if (uncertain) return 'uncertain';
  return approximate ? 'approximate' : undefined;
}

/** The grammar lets through a day that is in no calendar (1900-02-29) and an interval that runs backwards. */
function happens(shape: Shape): boolean {
  if (shape.kind === 'set')
    return shape.members.every((member) =>
      isPoint(member) ? happens(member) : happens({ kind: 'interval', from: member[0], to: member[1] }),
    );
  const bounds = boundsOfShape(shape);
  if (bounds === undefined) return false;
  const { first, last } = bounds;
  return first.kind !== 'day' || last.kind !== 'day' || dayOrder(first.day, last.day) <= 0;
}

/** Whether a member of a set is one date, not a pair. */
export const isPoint = (member: Point | readonly [Point, Point]): member is Point => 'kind' in member;
