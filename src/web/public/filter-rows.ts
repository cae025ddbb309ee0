import type { Suggested } from '../../actions/suggest.ts';
import type { Label } from '../../core/label.ts';
import { TEXT_FIELDS, type FacetField, type Filter, type TextField } from '../../core/query.ts';
import { attributes, html, nothing, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { linkTo } from './entry.ts';
import { knownValue } from './known-value.ts';

/** Fields that a row offers, in the order of the list. Other fields of a given address keep their rows. */
export const ROW_FIELDS = [
  'person',
  'from',
  'to',
  'date',
  'place',
  'subject',
  'type',
  'language',
  'archive',
  'collection',
  'has',
  'marking',
  'redaction',
  'exemption',
  'title',
  'text',
  'source',
  'number',
] as const;
export const CONDITIONS = ['is', 'is-not', 'contains', 'contains-not', 'between', 'any', 'none'] as const;
export type Condition = (typeof CONDITIONS)[number];
export type RowField = FacetField | TextField | 'date' | 'id';

/** One filter as its row in the form shows it. */
export interface FilterRow {
  readonly field: RowField;
  readonly condition: Condition;
  readonly value: string;
  /** The end of a range. */
  readonly value2?: string;
  /** Of a range: only what certainly lies within. */
  readonly isCertain?: boolean;
  /** The value that the words stand for, as `knownValue` says it. */
  readonly known?: string;
  /** Why it is not applied. */
  readonly note?: RowNote;
  /** Values to choose from where the browser has none of our modules. */
  readonly choices?: readonly string[];
}

/** What a reader wrote is no date; nothing is called so; or several are. */
export type RowNote =
  | { readonly kind: 'no-date' }
  | { readonly kind: 'nobody' }
  | {
      readonly kind: 'several';
      readonly rows: readonly Suggested[];
      readonly address: (id: string) => string;
    };

export const isTextField = (field: RowField): field is TextField =>
  (TEXT_FIELDS as readonly string[]).includes(field);

/** What can be asked of a field. */
export function conditionsOf(field: RowField): readonly Condition[] {
  if (field === 'date') return ['between'];
  if (isTextField(field)) return ['contains', 'contains-not'];
  return field === 'id' ? ['is', 'is-not'] : ['is', 'is-not', 'any', 'none'];
}

/** The nearest condition that can be asked of the field: without our modules, any can be chosen for any. */
export function fitting(field: RowField, condition: Condition): Condition {
  const can = conditionsOf(field);
  if (can.includes(condition)) return condition;
  const isNegative = condition === 'is-not' || condition === 'contains-not' || condition === 'none';
  return (isNegative ? can[1] : undefined) ?? can[0] ?? 'is';
}

/** The rows that show a question's filters, an alternative of one filter a row. */
export function rowsOf(
  site: Pick<Site, 'words'>,
  filters: readonly Filter[],
  labels: ReadonlyMap<string, Label>,
): readonly FilterRow[] {
  const { words } = site;
  return filters.flatMap((filter): readonly FilterRow[] => {
    switch (filter.condition) {
      case 'is':
      case 'is-not':
        return filter.values.map((one) => {
          const said = filter.field === 'id' ? one : words.facetValue(filter.field, one);
          const value = labels.get(one)?.title ?? said;
          return { field: filter.field, condition: filter.condition, value, known: knownValue(one, value) };
        });
      case 'contains':
      case 'contains-not':
        return [{ field: filter.field, condition: filter.condition, value: filter.words }];
      case 'between': {
        const [value, value2] = words.finding.rangeFields(filter.from, filter.to);
        const isCertain = filter.certainly === true;
        return [{ field: 'date', condition: 'between', value, value2, isCertain }];
      }
      case 'any':
      case 'none':
        return [{ field: filter.field, condition: filter.condition, value: '' }];
    }
  });
}

/** All rows, the way to add one, and one in store from which the browser makes more. */
export function filterRowsHtml(site: Site, rows: readonly FilterRow[], suggestAddress: string): Html {
  const { words } = site;
  const blank: FilterRow = { field: 'person', condition: 'is', value: '' };
  return html`<filter-rows class="filters"${attributes({
    'data-from': suggestAddress,
    'data-label': words.finding.suggestions,
    'data-legend': words.finding.filterNumber('{n}'),
  })}>${rows.map((row, at) => rowHtml(site, row, at + 1))}<div class="filter-acts"><button class="plain" name="add" value="1">${words.search.addFilter}</button></div><template>${rowHtml(site, blank, 0)}</template></filter-rows>`;
}

function rowHtml(site: Site, row: FilterRow, number: number): Html {
  const { words } = site;
  const { finding, search } = words;
  const isRange = row.field === 'date';
  const isBare = row.condition === 'any' || row.condition === 'none';
  const list = row.choices === undefined || row.choices.length === 0 ? undefined : `values-${number}`;
  const isApplied = number > 0 && (isBare || row.value !== '' || (row.value2 ?? '') !== '');
  return html`<fieldset class="filter"${attributes({ 'data-applied': isApplied && '' })}><legend class="visually-hidden">${finding.filterNumber(String(number))}</legend>${fieldSelect(site, row)}${conditionSelect(site, row)}<div${attributes({ class: 'filter-value', hidden: isBare })}><input name="value" autocomplete="off"${attributes(
    {
      value: row.value,
      'aria-label': isRange ? search.from : search.value,
      'data-value-label': search.value,
      'data-from-label': search.from,
      placeholder: isRange ? finding.dateHint : search.valueHint,
      'data-value-hint': search.valueHint,
      'data-from-hint': finding.dateHint,
      list,
      'aria-invalid': row.note === undefined ? undefined : 'true',
      'aria-describedby': row.note === undefined ? undefined : `note-${number}`,
    },
  )}>${list !== undefined && html`<datalist${attributes({ id: list })}>${row.choices?.map((value) => html`<option${attributes({ value })}></option>`)}</datalist>`}<span class="range"${attributes({ hidden: !isRange })}>${search.and}</span><input class="range" name="value2" autocomplete="off" aria-label="${search.to}"${attributes({ value: row.value2 ?? '', placeholder: finding.dateHint, hidden: !isRange })}><select class="range" name="how" aria-label="${finding.how}"${attributes({ hidden: !isRange })}><option value="">${finding.possibly}</option><option value="certainly"${attributes({ selected: row.isCertain === true })}>${finding.certainly}</option></select></div><input type="hidden" name="known"${attributes({ value: row.known ?? '' })}><button class="plain" name="cancel"${attributes({ value: number })}>${search.cancelFilter}</button>${noteHtml(site, row, number)}</fieldset>`;
}

function fieldSelect({ words }: Site, row: FilterRow): Html {
  const fields = (ROW_FIELDS as readonly RowField[]).includes(row.field)
    ? ROW_FIELDS
    : [row.field, ...ROW_FIELDS];
  return html`<select name="field" aria-label="${words.search.field}">${fields.map(
    (field) =>
      html`<option${attributes({ value: field, selected: field === row.field, 'data-can': conditionsOf(field).join(' ') })}>${words.fields[field]}</option>`,
  )}</select>`;
}

const conditionSelect = ({ words }: Site, row: FilterRow): Html =>
  html`<select name="condition" aria-label="${words.search.condition}">${CONDITIONS.map(
    (one) =>
      html`<option${attributes({ value: one, selected: one === row.condition })}>${words.finding.conditions[one]}</option>`,
  )}</select>`;

/** Why a row is not applied, and the ways out of it. */
function noteHtml(site: Site, { note, value, field }: FilterRow, number: number): Html {
  if (note === undefined) return nothing;
  const { finding, fields, life } = site.words;
  const id = attributes({ id: `note-${number}` });
  switch (note.kind) {
    case 'no-date':
      return html`<p class="problems"${id}>! ${finding.noDate}</p>`;
    case 'nobody':
      return html`<p class="problems"${id}>! ${finding.nobody(fields[field], value)}</p>`;
    case 'several':
      return html`<div class="problems"${id}><p>! ${finding.several(value)}</p><ul class="plain-list">${note.rows.map(
        (row) =>
          html`<li><a${attributes({ href: note.address(row.label.id), rel: 'nofollow' })}>${row.label.title}${row.years !== undefined && `, ${life(row.years)}`}</a> <span class="quiet">(${linkTo(site, row.label, finding.itsPage)})</span>${row.summary && html` <span class="quiet">${row.summary.text.slice(0, 160)}</span>`}</li>`,
      )}</ul></div>`;
  }
}
