import { dayOf, daysIn } from '../../core/date/day.ts';
import { accepted, refused, type Result } from '../../core/result.ts';
import { LIMITS } from '../../core/query/symbols.ts';

/** What the old interface took that is the id of another record; each may come often, and all must hold. */
export const OLD_LISTS = [
  'collection',
  'subject',
  'contributor',
  'coverage',
  'repository',
  'publisher',
  'donor',
] as const;
export type OldList = (typeof OLD_LISTS)[number];

/** A search as the old interface was asked for it. */
export interface OldQuery {
  readonly words: string;
  /** Absent: both. */
  readonly model?: 'record' | 'collection';
  readonly page: number;
  readonly pageSize: number;
  /** Whether a page was asked for by its number. */
  readonly isPaged: boolean;
  /** Days, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly language?: string;
  readonly translation?: string;
  readonly theme?: string;
  readonly lists: Readonly<Record<OldList, readonly string[]>>;
}

export const PAGE_SIZES = { usual: 50, most: 200 } as const;
const MOST_PAGES = 1_000_000;
const MOST_IN_LIST = 20;
const LONGEST_ID = 80;

const SINGLE = ['q', 'term', 'model', 'page', 'itemsPerPage', 'limit', 'start_date', 'end_date'] as const;
const SINGLE_IDS = ['language', 'translation', 'theme'] as const;

/**
 * Reads parameters as the public client sends them; one that cannot be read is refused by its name, what
 * we do not know is passed over.
 *
 *   model=Record&q=soviet china&collection[]=105&start_date=19500101&end_date=19510101&itemsPerPage=200&page=2
 */
export function readOldQuery(params: URLSearchParams): Result<OldQuery, string> {
  const doubled = [...SINGLE, ...SINGLE_IDS].find((name) => params.getAll(name).length > 1);
  if (doubled !== undefined) return refused(doubled);
  const get = (name: (typeof SINGLE)[number]): string => params.get(name)?.trim() ?? '';
  const words = [get('q'), get('term')].filter(Boolean).join(' ');
  if (words.length > LIMITS.characters) return refused(get('q') === '' ? 'term' : 'q');
  const model = readModel(get('model'));
  if (model === 'unknown') return refused('model');
  const page = readCount(get('page'), 1, MOST_PAGES);
  if (page === undefined) return refused('page');
  const sized = get('itemsPerPage') === '' ? 'limit' : 'itemsPerPage';
  const pageSize = readCount(get(sized), PAGE_SIZES.usual);
  if (pageSize === undefined) return refused(sized);
  const from = readDay(get('start_date'), 'first');
  if (from === 'none') return refused('start_date');
  const to = readDay(get('end_date'), 'last');
  if (to === 'none') return refused('end_date');
  const ids = readIds(params);
  if (!ids.ok) return ids;
  return accepted({
    words,
    page,
    pageSize: Math.min(pageSize, PAGE_SIZES.most),
    isPaged: get('page') !== '',
    ...(model === undefined ? {} : { model }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...ids.value,
  });
}

function readModel(text: string): OldQuery['model'] | 'unknown' {
  const name = text.toLowerCase();
  if (name === '') return undefined;
  return name === 'record' || name === 'collection' ? name : 'unknown';
}

function readCount(text: string, otherwise: number, most = Number.MAX_SAFE_INTEGER): number | undefined {
  if (text === '') return otherwise;
  const count = /^\d{1,15}$/.test(text) ? Number(text) : 0;
  return count >= 1 && count <= most ? count : undefined;
}

/** Eight digits as a day; zeros for month or day stand for the first or last of them. */
function readDay(text: string, end: 'first' | 'last'): string | 'none' | undefined {
  if (text === '') return undefined;
  const [, year = '', month = '', day = ''] = /^(\d{4})-?(\d\d)-?(\d\d)$/.exec(text) ?? [];
  if (year === '') return 'none';
  const isFirst = end === 'first';
  const inYear = month === '00' ? (isFirst ? 1 : 12) : Number(month);
  const inMonth = day === '00' || month === '00' ? (isFirst ? 1 : daysIn(Number(year), inYear)) : Number(day);
  return dayOf(Number(year), inYear, inMonth) ?? 'none';
}

type Ids = Pick<OldQuery, 'lists' | (typeof SINGLE_IDS)[number]>;

function readIds(params: URLSearchParams): Result<Ids, string> {
  const lists: Record<OldList, readonly string[]> = {
    collection: [],
    subject: [],
    contributor: [],
    coverage: [],
    repository: [],
    publisher: [],
    donor: [],
  };
  for (const name of OLD_LISTS) {
    const given = [...new Set([...params.getAll(name), ...params.getAll(`${name}[]`)])].filter(Boolean);
    if (given.length > MOST_IN_LIST || !given.every(isShort)) return refused(name);
    lists[name] = given;
  }
  const single: Partial<Record<(typeof SINGLE_IDS)[number], string>> = {};
  for (const name of SINGLE_IDS) {
    const given = params.get(name) ?? '';
    if (given === '') continue;
    if (!isShort(given)) return refused(name);
    single[name] = given;
  }
  return accepted({ lists, ...single });
}

const isShort = (id: string): boolean => id.length <= LONGEST_ID;
