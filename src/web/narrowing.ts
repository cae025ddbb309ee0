import type { Years } from '../actions/way-pages.ts';

/** What a way in is narrowed to, as the segments after its name say it: "/map/written-at/europe/1945-1949". */
export interface Narrowing {
  readonly role?: string;
  readonly region?: string;
  readonly years?: Years;
  readonly letter?: string;
  readonly page: number;
}

/** Which words may stand for a role, a region; and whether letters and pages may follow. */
export interface NarrowedBy {
  readonly roles: readonly string[];
  readonly regions?: readonly string[];
  readonly isPaged?: boolean;
}

const YEARS = /^(\d{4})(?:-(\d{4}))?$/;
/** One, or what some letters become when they are put in capitals: ß is SS, ﬃ is FFI. */
const LONGEST_LETTER = 3;

/**
 * Reads the segments, in their one order: role, region, years, letter, page. Undefined for anything else,
 * so that nothing has two addresses.
 *
 *   ["written-at", "1945-1949"] -> { role: "written-at", years: 1945 to 1949, page: 1 }
 *   ["S", "page", "2"]          -> { letter: "S", page: 2 }
 */
export function readNarrowing(segments: readonly string[], by: NarrowedBy): Narrowing | undefined {
  const rest = [...segments];
  const take = (isMeant: (segment: string) => boolean): string | undefined =>
    rest[0] !== undefined && isMeant(rest[0]) ? rest.shift() : undefined;
  const role = take((one) => by.roles.includes(one));
  const region = take((one) => by.regions?.includes(one) === true);
  const years = readYears(take((one) => readYears(one) !== undefined));
  const letter =
    by.isPaged === true
      ? take((one) => one !== 'page' && one !== '' && [...one].length <= LONGEST_LETTER)
      : undefined;
  const isNumbered = by.isPaged === true && take((one) => one === 'page') !== undefined;
  const page = isNumbered ? take((one) => /^[1-9]\d{0,6}$/.test(one) && one !== '1') : '1';
  if (rest.length > 0 || page === undefined) return undefined;
  return {
    ...(role === undefined ? {} : { role }),
    ...(region === undefined ? {} : { region }),
    ...(years === undefined ? {} : { years }),
    ...(letter === undefined ? {} : { letter }),
    page: Number(page),
  };
}

/** The segments that `readNarrowing` reads. */
export const narrowingSegments = (one: Partial<Narrowing>): readonly string[] => [
  ...(one.role === undefined ? [] : [one.role]),
  ...(one.region === undefined ? [] : [one.region]),
  ...(one.years === undefined ? [] : [printYears(one.years)]),
  ...(one.letter === undefined ? [] : [one.letter]),
  ...(one.page === undefined || one.page === 1 ? [] : ['page', String(one.page)]),
];

const fourDigits = (year: number): string => String(year).padStart(4, '0');

/** "1945", "1945-1949". */
export const printYears = ({ from, to }: Years): string =>
  from === to ? fourDigits(from) : `${fourDigits(from)}-${fourDigits(to)}`;

/** Undefined if it is none, ends before it begins, or says one year twice. */
export function readYears(text: string | undefined): Years | undefined {
  const [, first, last] = YEARS.exec(text ?? '') ?? [];
  if (first === undefined) return undefined;
  const [from, to] = [Number(first), Number(last ?? first)];
  return from < to || last === undefined ? { from, to } : undefined;
}

/**
 * What two fields of a form say, in either order; one that is empty is the other. Undefined where neither
 * has a year.
 */
export function yearsOfFields(one: string | null, other: string | null): Years | undefined {
  const years = [one, other].flatMap((text) => (/^\d{1,4}$/.test(text?.trim() ?? '') ? [Number(text)] : []));
  return years.length === 0 ? undefined : { from: Math.min(...years), to: Math.max(...years) };
}
