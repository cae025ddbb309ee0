import { parseId } from '../id.ts';
import { FACET_FIELDS, TEXT_FIELDS, type FacetField, type QueryNode, type TextField } from '../query.ts';

/** Facets whose values are ids, and the field in which a name is looked for where no record bears it. */
const NAMED_BY_ID: Readonly<Partial<Record<FacetField, TextField>>> = {
  person: 'name',
  from: 'name',
  to: 'name',
  participant: 'name',
  mentioned: 'name',
  place: 'name',
  'place-from': 'name',
  'place-to': 'name',
  'place-about': 'name',
  subject: 'name',
  event: 'name',
  term: 'name',
  collection: 'title',
  archive: 'source',
  unit: 'source',
};

/** Other words for fields, as readers bring them from elsewhere. */
const ALSO: Readonly<Record<string, FacetField | TextField | 'date'>> = {
  author: 'from',
  sender: 'from',
  recipient: 'to',
  repository: 'archive',
  reference: 'unit',
  genre: 'type',
  lang: 'language',
  year: 'date',
};

export type FieldName = FacetField | TextField | 'date' | 'within' | 'id';

/** The field that a name stands for, in letters of any size; undefined if there is none. */
export function fieldNamed(name: string): FieldName | undefined {
  const asked = name.toLowerCase();
  const all: readonly FieldName[] = [...TEXT_FIELDS, ...FACET_FIELDS, 'date', 'within', 'id'];
  return all.find((field) => field === asked) ?? (Object.hasOwn(ALSO, asked) ? ALSO[asked] : undefined);
}

/** Whether a value is an id, or of a file the path that begins with its archive's. */
export const isIdValue = (value: string): boolean => parseId(value.split('/')[0] ?? '') !== undefined;

/** Where the words of a value are looked for if no record bears them as its name; undefined: it has no names. */
export const wordsFieldOf = (field: FacetField): TextField | undefined => NAMED_BY_ID[field];

/** A facet filter as a query node; `*` is any value. */
export function facetNode(field: FacetField, values: readonly string[]): QueryNode {
  const isAny = values.length === 1 && values[0] === '*';
  return {
    kind: 'filter',
    filter: isAny ? { field, condition: 'any' } : { field, condition: 'is', values },
  };
}
