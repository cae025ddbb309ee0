import { VIEWS, type SearchRequest, type SearchScope } from '../../actions/search-page.ts';
import { daysIn, parseDay, partsOfDay } from '../../core/date/day.ts';
import { parseId } from '../../core/id.ts';
import { readDateRange } from '../../core/query/date-range.ts';
import { LIMITS } from '../../core/query/symbols.ts';
import { LONGEST_VALUE, MOST_FILTERS, isFilter, unreadIn } from './unread-address.ts';
import {
  FACET_FIELDS,
  SORTS,
  TEXT_FIELDS,
  type FacetField,
  type Filter,
  type Sort,
  type TextField,
} from '../../core/query.ts';

const SCOPES: readonly SearchScope[] = [
  'everything',
  'documents',
  'titles',
  'collections',
  'people',
  'places',
];
const MOST_LEFT_OUT = 50;
const LONGEST_FORM = 200;
const MOST_PAGES = 1_000_000;

export const EVERYTHING: SearchRequest = {
  q: '',
  scope: 'everything',
  filters: [],
  sort: 'relevance',
  page: 1,
};

const isFacet = (name: string): name is FacetField => (FACET_FIELDS as readonly string[]).includes(name);
const isTextField = (name: string): name is TextField => (TEXT_FIELDS as readonly string[]).includes(name);

/**
 * A question as its address says it. Filters are named as the query language's fields, repeatable; "-" before
 * a value excludes, "*" stands for any; a date is a range of days, months or years, "!" after it: certainly.
 *
 * `view` shows the results otherwise than as a list, `spelling=kept` searches words though nothing has them.
 *
 *   ?q=soong&in=documents&person=a…&person=a…&type=-Cable&date=1945-07..1946&title=ports
 */
export function readSearchAddress(params: URLSearchParams): SearchRequest {
  const alternatives = new Map<FacetField, string[]>();
  const filters: Filter[] = [];
  let filterCount = 0;
  for (const [name, given] of params) {
    const value = (isTextField(name) ? plain(given) : given).slice(0, LONGEST_VALUE);
    if (value === '' || !isFilter(name) || filterCount++ >= MOST_FILTERS) continue;
    if (name === 'date') filters.push(...readDates(value));
    else if (isTextField(name)) filters.push(readWords(name, value));
    else if (isFacet(name)) readFacet(name, value, alternatives, filters);
  }
  for (const [field, values] of alternatives) filters.push({ field, condition: 'is', values });
  const unread = unreadIn(params);
  const sort = SORTS.find((one) => one === params.get('sort'));
  const page = Number(params.get('page') ?? 1);
  const view = VIEWS.find((one) => one === params.get('view'));
  return {
    q: plain(params.get('q') ?? '').slice(0, LIMITS.characters + 1),
    scope: readScope(params.get('in') ?? ''),
    filters,
    sort: sort ?? 'relevance',
    page: Number.isInteger(page) && page >= 1 && page <= MOST_PAGES ? page : 1,
    ...(unread.length === 0 ? {} : { unread }),
    ...readForms(params),
    ...(view === undefined ? {} : { view }),
    ...(params.get('spelling') === 'kept' ? { isAsTyped: true } : {}),
  };
}

/** Signs that ask for nothing, and would turn round or break up what the page says of the question. */
const UNSEEN = /[\u202a-\u202e\u2066-\u2069]|[^\P{Cc}\t\n\r]/gu;
const plain = (given: string): string => given.replace(UNSEEN, '').trim();

/** `exact=1`: no other form of a name; `without=Filippov`: not this one. */
function readForms(params: URLSearchParams): Pick<SearchRequest, 'isExact' | 'without'> {
  const without = params
    .getAll('without')
    .map((form) => plain(form).slice(0, LONGEST_FORM))
    .filter((form) => form !== '')
    .slice(0, MOST_LEFT_OUT);
  return {
    ...(params.get('exact') === '1' ? { isExact: true } : {}),
    ...(without.length > 0 ? { without: [...new Set(without)] } : {}),
  };
}

const readScope = (text: string): SearchScope =>
  SCOPES.find((scope) => scope === text) ?? parseId(text) ?? 'everything';

const unsigned = (value: string): string => value.replace(/^[-\\]/, '');

function readFacet(
  field: FacetField,
  value: string,
  alternatives: Map<FacetField, string[]>,
  filters: Filter[],
): void {
  if (value === '*') filters.push({ field, condition: 'any' });
  else if (value === '-*') filters.push({ field, condition: 'none' });
  else if (value.startsWith('-')) filters.push({ field, condition: 'is-not', values: [unsigned(value)] });
  else alternatives.set(field, [...(alternatives.get(field) ?? []), unsigned(value)]);
}

const readWords = (field: TextField, value: string): Filter => ({
  field,
  condition: value.startsWith('-') ? 'contains-not' : 'contains',
  words: unsigned(value),
});

/** A range of days in numbers or words, `!` after it for those that surely lie within. */
function readDates(value: string): Filter[] {
  const filter = readDateRange(value.replace(/!$/, ''), value.endsWith('!'));
  return filter?.from === undefined && filter?.to === undefined ? [] : [filter];
}

/** The address that says the question, always in the same order; `/search` for everything. */
export function printSearchAddress(request: SearchRequest, path = '/search'): string {
  const params = new URLSearchParams();
  if (request.q !== '') params.append('q', request.q);
  if (request.scope !== 'everything') params.append('in', request.scope);
  for (const filter of request.filters)
    for (const [name, value] of printFilter(filter)) params.append(name, value);
  if (request.sort !== 'relevance') params.append('sort', request.sort);
  if (request.isExact === true) params.append('exact', '1');
  for (const form of request.without ?? []) params.append('without', form);
  if (request.view !== undefined) params.append('view', request.view);
  if (request.isAsTyped === true) params.append('spelling', 'kept');
  if (request.page > 1) params.append('page', String(request.page));
  const query = params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%21', '!');
  return query === '' ? path : `${path}?${query}`;
}

const signed = (value: string): string => (/^[-\\*]/.test(value) ? `\\${value}` : value);

function printFilter(filter: Filter): readonly (readonly [string, string])[] {
  switch (filter.condition) {
    case 'is':
      return filter.values.map((value) => [filter.field, signed(value)]);
    case 'is-not':
      return filter.values.map((value) => [filter.field, `-${value}`]);
    case 'any':
      return [[filter.field, '*']];
    case 'none':
      return [[filter.field, '-*']];
    case 'contains':
      return [[filter.field, signed(filter.words)]];
    case 'contains-not':
      return [[filter.field, `-${filter.words}`]];
    case 'between':
      return [['date', printRange(filter.from, filter.to) + (filter.certainly === true ? '!' : '')]];
  }
}

function isEndOfMonth(day: string): boolean {
  const parsed = parseDay(day);
  if (parsed === undefined) return false;
  const { year, month, day: inMonth } = partsOfDay(parsed);
  return inMonth === daysIn(year, month);
}

/** Days as shortly as they can be said: "1945..1946-06", one year "1945". */
export function printRange(from: string | undefined, to: string | undefined): string {
  if (from !== undefined && from === to) return from;
  const first = from?.replace(/-01-01$/, '');
  const last = to?.replace(/-12-31$/, '');
  const shortFirst = first !== undefined && first.length === 10 ? first.replace(/-01$/, '') : first;
  const shortLast = last !== undefined && last.length === 10 && isEndOfMonth(last) ? last.slice(0, 7) : last;
  if (shortFirst !== undefined && shortFirst === shortLast) return shortFirst;
  return `${shortFirst ?? ''}..${shortLast ?? ''}`;
}

/**
 * The same question with other words, filters, order or page; back on the first page unless one is given.
 * Other words are spelt as they are meant until it is said again that they are.
 */
export const asking = (request: SearchRequest, change: Partial<SearchRequest>): SearchRequest => {
  const { isAsTyped: _spelling, ...rest } = request;
  return { ...(change.q === undefined ? request : rest), page: 1, ...change };
};

/** The same question shown as a list again. */
export const asList = (request: SearchRequest): SearchRequest => {
  const { view: _view, ...rest } = request;
  return { ...rest, page: 1 };
};

/** The same filters with a value of a facet chosen, or no longer chosen. */
export function toggled(filters: readonly Filter[], field: FacetField, value: string): readonly Filter[] {
  const chosen = filters.find((one) => one.field === field && one.condition === 'is');
  if (chosen?.condition !== 'is') return [...filters, { field, condition: 'is', values: [value] }];
  const values = chosen.values.includes(value)
    ? chosen.values.filter((one) => one !== value)
    : [...chosen.values, value];
  const rest = filters.filter((one) => one !== chosen);
  return values.length === 0 ? rest : [...rest, { ...chosen, values }];
}

/** The same filters with a value of a facet excluded, and no longer chosen. */
export function excluding(filters: readonly Filter[], field: FacetField, value: string): readonly Filter[] {
  const isChosen = filters.some(
    (one) => one.field === field && one.condition === 'is' && one.values.includes(value),
  );
  const rest = isChosen ? toggled(filters, field, value) : filters;
  return [...rest, { field, condition: 'is-not', values: [value] }];
}

/** Where all values of a facet stand under a question, or those whose name begins so. */
export function printFacetAddress(request: SearchRequest, field: FacetField, among = ''): string {
  const address = printSearchAddress(request);
  const further = new URLSearchParams({ facet: field, ...(among === '' ? {} : { among }) });
  return `${address}${address.includes('?') ? '&' : '?'}${further}`;
}

/** The facet whose values are asked for, and what their names begin with; undefined: none. */
export function readFacetAddress(
  params: URLSearchParams,
): { readonly field: FacetField; readonly among: string } | undefined {
  const name = params.get('facet') ?? '';
  return isFacet(name) ? { field: name, among: (params.get('among') ?? '').trim().slice(0, 200) } : undefined;
}

export type { Sort };
