import type { ReadingRoom } from '../../actions/archive.ts';
import { recordKindOf } from '../../actions/find-named.ts';
import type { SearchRequest } from '../../actions/search-page.ts';
import type { Suggested } from '../../actions/suggest.ts';
import { parseId } from '../../core/id.ts';
import { FACET_FIELDS, TEXT_FIELDS, type FacetField } from '../../core/query.ts';
import { addressOfPage } from '../addresses.ts';
import type { Site } from '../site.ts';
import { readDateFields } from './date-fields.ts';
import {
  CONDITIONS,
  fitting,
  isTextField,
  type Condition,
  type FilterRow,
  type RowField,
  type RowNote,
} from './filter-rows.ts';
import { readKnownValue } from './known-value.ts';
import { EVERYTHING, printRange, printSearchAddress, readSearchAddress } from './search-address.ts';

type Asked = { readonly site: Site; readonly room: Pick<ReadingRoom, 'suggest' | 'facet'> };

/** Whether a form with rows was sent: such an address is read and answered with the canonical one. */
export const isForm = (params: URLSearchParams): boolean =>
  ['field', 'add', 'cancel', 'date-from', 'date-to'].some((name) => params.has(name));

const FORM_NAMES = new Set(
  'field condition value value2 how known add cancel row date-from date-to date-how'.split(' '),
);
const MOST_ROWS = 50;

/**
 * Reads a form's rows into the address of its question. A row that cannot be applied yet stays, as
 * `row=person:is:Smith`; the cancelled one goes.
 */
export async function addressOfForm(asked: Asked, params: URLSearchParams, path: string): Promise<string> {
  const cancelled = Number(params.get('cancel') ?? 0) - 1;
  const rows = readRows(params).filter((_, at) => at !== cancelled);
  const given = new URLSearchParams();
  const pending: string[] = [];
  for (const row of rows) {
    const param = await paramOf(asked, row);
    if (param !== undefined) given.append(...param);
    else pending.push(printPending(row));
  }
  for (const [name, value] of params) if (!FORM_NAMES.has(name)) given.append(name, value);
  pending.push(...putDates(params, given));
  const request: SearchRequest = { ...readSearchAddress(given), page: 1 };
  const address = printSearchAddress(request, path);
  if (params.has('add')) pending.push('person:is');
  const further = pending.map((row) => `row=${encodeURIComponent(row).replaceAll('%3A', ':')}`);
  return further.length === 0
    ? address
    : `${address}${address.includes('?') ? '&' : '?'}${further.join('&')}`;
}

/** The two fields beside the histogram: they stand for whatever date was chosen before. */
function putDates(params: URLSearchParams, given: URLSearchParams): readonly string[] {
  const [from, to] = [params.get('date-from'), params.get('date-to')].map((text) => (text ?? '').trim());
  if (!from && !to) return [];
  const range = readDateFields(from ?? '', to ?? '', params.get('date-how') === 'certainly');
  given.delete('date');
  if (range === undefined)
    return [printPending({ field: 'date', condition: 'between', value: from ?? '', value2: to ?? '' })];
  given.append('date', `${printRange(range.from, range.to)}${range.certainly === true ? '!' : ''}`);
  return [];
}

const FIELDS: readonly RowField[] = [...FACET_FIELDS, ...TEXT_FIELDS, 'date', 'id'];
const fieldOf = (name: string | undefined): RowField => FIELDS.find((one) => one === name) ?? 'person';
const conditionOf = (name: string | undefined): Condition => CONDITIONS.find((one) => one === name) ?? 'is';

function readRows(params: URLSearchParams): readonly FilterRow[] {
  const [conditions, values, others, knowns, hows] = ['condition', 'value', 'value2', 'known', 'how'].map(
    (name) => params.getAll(name),
  );
  return params
    .getAll('field')
    .slice(0, MOST_ROWS)
    .map((name, at) => {
      const field = fieldOf(name);
      return {
        field,
        condition: fitting(field, conditionOf(conditions?.[at])),
        value: (values?.[at] ?? '').trim(),
        value2: (others?.[at] ?? '').trim(),
        known: knowns?.[at] ?? '',
        isCertain: hows?.[at] === 'certainly',
      };
    });
}

/** What a row adds to the address; undefined while it cannot be applied. */
async function paramOf(asked: Asked, row: FilterRow): Promise<[string, string] | undefined> {
  const { field, condition, value } = row;
  const sign = condition === 'is-not' || condition === 'contains-not' ? '-' : '';
  if (field === 'date') {
    const range = readDateFields(value, row.value2 ?? '', row.isCertain === true);
    return range && ['date', `${printRange(range.from, range.to)}${range.certainly === true ? '!' : ''}`];
  }
  if (condition === 'any') return [field, '*'];
  if (condition === 'none') return [field, '-*'];
  if (value === '') return undefined;
  if (isTextField(field) || field === 'id') return [field, sign + value];
  const meant = readKnownValue(row.known ?? '', value) ?? (await valueMeant(asked, field, value));
  if (typeof meant === 'string') return [field, sign + meant];
  return meant.length === 0 && NAMED.has(field) ? ['name', sign + value] : undefined;
}

/** Of these a name that no record has is looked for in words. */
const NAMED: ReadonlySet<RowField> = new Set(['person', 'from', 'to']);

/** The value that a reader's words stand for; several records, or none, if it is not clear which. */
async function valueMeant(
  { site, room }: Asked,
  field: FacetField,
  words: string,
): Promise<string | readonly Suggested[]> {
  const kind = recordKindOf(field);
  const isSame = (name: string): boolean => name.toLowerCase() === words.toLowerCase();
  if (kind === undefined) {
    const says = (value: string): string => site.words.facetValue(field, value);
    const { values } = await room.facet(EVERYTHING, { field, among: words, says });
    return (values.find(({ value }) => isSame(says(value))) ?? values[0])?.value ?? words;
  }
  if (parseId(words) !== undefined) return words;
  const rows = (await room.suggest(words, [kind])).filter((row) => row.label.kind === kind);
  const same = rows.filter((row) => isSame(row.label.title) || isSame(row.knownAs ?? ''));
  const [only, ...others] = same.length > 0 ? same : rows;
  return only !== undefined && others.length === 0 ? only.label.id : rows;
}

const printPending = ({ field, condition, value, value2 = '' }: FilterRow): string =>
  [
    field,
    condition,
    ...(value === '' && value2 === '' ? [] : [value2 === '' ? value : `${value}..${value2}`]),
  ].join(':');

const MOST_PENDING = 10;
const MOST_CHOICES = 50;

/** The rows that wait for a value, or for one that can be understood, with what helps on. */
export async function pendingRows(
  asked: Asked,
  params: URLSearchParams,
  request: SearchRequest,
): Promise<readonly FilterRow[]> {
  const rows: FilterRow[] = [];
  for (const text of params.getAll('row').slice(0, MOST_PENDING))
    rows.push(await pendingRow(asked, text, request));
  return rows;
}

async function pendingRow(asked: Asked, text: string, request: SearchRequest): Promise<FilterRow> {
  const [name, asCondition, ...rest] = text.slice(0, 300).split(':');
  const field = fieldOf(name);
  const condition = fitting(field, conditionOf(asCondition));
  const words = rest.join(':').trim();
  if (field === 'date') {
    const [value = '', value2 = ''] = words.split('..');
    return { field, condition, value, value2, ...(words === '' ? {} : { note: { kind: 'no-date' } }) };
  }
  const row = { field, condition, value: words };
  if (isTextField(field) || field === 'id') return row;
  if (words === '') return { ...row, choices: await choicesOf(asked, field) };
  const note = await noteOn(asked, { ...row, field }, request);
  return note === undefined ? row : { ...row, note };
}

async function choicesOf({ site, room }: Asked, field: FacetField): Promise<readonly string[]> {
  const says = (value: string): string => site.words.facetValue(field, value);
  const { values } = await room.facet(EVERYTHING, { field, among: '', says });
  return values.slice(0, MOST_CHOICES).map(({ value, label }) => label?.title ?? says(value));
}

async function noteOn(
  asked: Asked,
  row: FilterRow & { readonly field: FacetField },
  request: SearchRequest,
): Promise<RowNote | undefined> {
  const meant = await valueMeant(asked, row.field, row.value);
  if (typeof meant === 'string') return undefined;
  if (meant.length === 0) return { kind: 'nobody' };
  const condition = row.condition === 'is-not' ? ('is-not' as const) : ('is' as const);
  return {
    kind: 'several',
    rows: meant,
    address: (id) =>
      addressOfPage(
        asked.site,
        printSearchAddress({
          ...request,
          page: 1,
          filters: [...request.filters, { field: row.field, condition, values: [id] }],
        }),
      ),
  };
}
