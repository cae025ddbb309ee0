import type { SearchRequest } from '../../actions/pages.ts';
import type { Label } from '../../core/label.ts';
import { FACET_FIELDS, TEXT_FIELDS, type FacetField, type Filter, type TextField } from '../../core/query.ts';
import { attributes, html, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { printRange, printSearchAddress, readSearchAddress } from './search-address.ts';

/** Fields that a row offers, in the order of the list. Other fields of a given address keep their rows. */
export const ROW_FIELDS = [
  'person',
  'date',
  'place',
  'subject',
  'type',
  'language',
  'archive',
  'title',
  'text',
  'source',
  'number',
] as const;
export const CONDITIONS = ['is', 'is-not', 'contains', 'contains-not', 'between'] as const;
export type Condition = (typeof CONDITIONS)[number];
type RowField = FacetField | TextField | 'date' | 'id';

/** One filter as its row in the form shows it. */
export interface FilterRow {
  readonly field: RowField;
  readonly condition: Condition;
  readonly value: string;
  /** The end of a range. */
  readonly value2?: string;
}

/** The rows that show a question's filters, an alternative of one filter a row. */
export function rowsOf(filters: readonly Filter[], labels: ReadonlyMap<string, Label>): readonly FilterRow[] {
  return filters.flatMap((filter): readonly FilterRow[] => {
    switch (filter.condition) {
      case 'is':
      case 'is-not':
        return filter.values.map((value) => ({
          field: filter.field,
          condition: filter.condition,
          value: labels.get(value)?.title ?? value,
        }));
      case 'contains':
      case 'contains-not':
        return [{ field: filter.field, condition: filter.condition, value: filter.words }];
      case 'between': {
        const range = printRange(filter.from, filter.to);
        const [from = '', to = from] = range.split('..');
        return [{ field: 'date', condition: 'between', value: from, value2: to }];
      }
      case 'any':
      case 'none':
        return [];
    }
  });
}

export function rowHtml(site: Site, row: FilterRow, at: number): Html {
  const { words } = site;
  const fields = (ROW_FIELDS as readonly RowField[]).includes(row.field)
    ? ROW_FIELDS
    : [row.field, ...ROW_FIELDS];
  const isRange = row.field === 'date' && row.condition === 'between';
  const input = (name: string, says: string, value: string | undefined): Html =>
    html`<input name="${name}" aria-label="${says}" autocomplete="off"${attributes({ value, placeholder: words.search.valueHint })}>`;
  return html`<fieldset class="filter"><legend class="visually-hidden">${words.search.filterNumber(at + 1)}</legend><select name="field" aria-label="${words.search.field}">${fields.map(
    (field) =>
      html`<option${attributes({ value: field, selected: field === row.field })}>${words.fields[field]}</option>`,
  )}</select><select name="condition" aria-label="${words.search.condition}">${CONDITIONS.map(
    (one) =>
      html`<option${attributes({ value: one, selected: one === row.condition })}>${words.search.conditions[one]}</option>`,
  )}</select>${
    isRange
      ? html`<div class="between">${input('value', words.search.from, row.value)}<span>${words.search.and}</span>${input('value2', words.search.to, row.value2)}</div>`
      : html`${input('value', words.search.value, row.value)}<input type="hidden" name="value2" value="">`
  }<button class="plain" name="cancel"${attributes({ value: at + 1 })}>${words.search.cancelFilter}</button></fieldset>`;
}

/** Whether a form with rows was sent: such an address is read and answered with the canonical one. */
export const isForm = (params: URLSearchParams): boolean =>
  ['field', 'add', 'cancel', 'year-from', 'year-to'].some((name) => params.has(name));

/** Finds the record that a reader means by a name, or undefined: then its words are looked for. */
export type Resolve = (field: FacetField, words: string) => Promise<string | undefined>;

/**
 * Reads a form's rows into the address of its question. A row without a value yet stays, as `row=person:is`;
 * the cancelled one goes.
 */
export async function addressOfForm(
  params: URLSearchParams,
  path: string,
  resolve: Resolve,
): Promise<string> {
  const cancelled = Number(params.get('cancel') ?? 0) - 1;
  const rows = readRows(params).filter((_, at) => at !== cancelled);
  const empty = rows.filter((row) => row.value === '' && (row.value2 ?? '') === '');
  const given = new URLSearchParams();
  for (const row of rows) if (!empty.includes(row)) given.append(...(await rowParam(row, resolve)));
  const years = [params.get('year-from'), params.get('year-to')].map((year) => (year ?? '').trim());
  for (const [name, value] of params) if (!FORM_NAMES.has(name)) given.append(name, value);
  if (years.some((year) => year !== '')) {
    given.delete('date');
    given.append('date', `${years[0]}..${years[1]}`);
  }
  const request: SearchRequest = { ...readSearchAddress(given), page: 1 };
  const address = printSearchAddress(request, path);
  const pending = empty.map((row) => `row=${row.field}:${row.condition}`);
  if (params.has('add')) pending.push('row=person:is');
  return pending.length === 0
    ? address
    : `${address}${address.includes('?') ? '&' : '?'}${pending.join('&')}`;
}

const FORM_NAMES = new Set([
  'field',
  'condition',
  'value',
  'value2',
  'add',
  'cancel',
  'row',
  'year-from',
  'year-to',
]);
const FIELDS: readonly RowField[] = [...FACET_FIELDS, ...TEXT_FIELDS, 'date'];
const fieldOf = (name: string | undefined): RowField => FIELDS.find((one) => one === name) ?? 'person';
const conditionOf = (name: string | undefined): Condition => CONDITIONS.find((one) => one === name) ?? 'is';

function readRows(params: URLSearchParams): readonly FilterRow[] {
  const conditions = params.getAll('condition');
  const values = params.getAll('value');
  const others = params.getAll('value2');
  return params
    .getAll('field')
    .slice(0, 50)
    .map((field, at) => ({
      field: fieldOf(field),
      condition: conditionOf(conditions[at]),
      value: (values[at] ?? '').trim(),
      value2: (others[at] ?? '').trim(),
    }));
}

/** The rows that wait for a value. */
export const pendingRows = (params: URLSearchParams): readonly FilterRow[] =>
  params
    .getAll('row')
    .slice(0, 10)
    .map((text) => {
      const [field, condition] = text.split(':');
      return { field: fieldOf(field), condition: conditionOf(condition), value: '' };
    });

const isTextField = (field: RowField): field is TextField =>
  (TEXT_FIELDS as readonly string[]).includes(field);

async function rowParam(row: FilterRow, resolve: Resolve): Promise<[string, string]> {
  const isNegative = row.condition === 'is-not' || row.condition === 'contains-not';
  const sign = isNegative ? '-' : '';
  if (row.field === 'date') return ['date', dateParam(row)];
  if (isTextField(row.field) || row.field === 'id') return [row.field, sign + row.value];
  const value = await resolve(row.field, row.value);
  if (value !== undefined) return [row.field, sign + value];
  return NAMED.has(row.field) ? ['name', sign + row.value] : [row.field, sign + row.value];
}

const NAMED: ReadonlySet<RowField> = new Set(['person', 'from', 'to']);

/** "1945 to 1953", "1945-1953" in one field, or a range in two. */
function dateParam(row: FilterRow): string {
  if ((row.value2 ?? '') !== '') return `${row.value}..${row.value2}`;
  const both =
    /^(\S+?)\s*(?:\.\.|–|—|\bto\b|\band\b|\s-\s)\s*(\S+)$/.exec(row.value) ??
    /^(\d{4})-(\d{4})$/.exec(row.value);
  if (both !== null) return `${both[1]}..${both[2]}`;
  return row.condition === 'between' ? `${row.value}..` : row.value;
}
