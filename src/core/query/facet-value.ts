import { parseId } from '../id.ts';
import type { FacetField, Filter, QueryNode, TextField } from '../query.ts';

/** Facets whose values are ids, and the field in which a name is looked for where a reader writes one instead. */
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
  collection: 'name',
  archive: 'source',
  unit: 'source',
};

/** Where words are looked for when a facet that wants an id is given a name: `person:Stalin` finds names. */
export function wordsFieldOf(field: FacetField, values: readonly string[]): TextField | undefined {
  const words = NAMED_BY_ID[field];
  if (words === undefined) return undefined;
  const isId = (value: string): boolean => parseId(value.split('/')[0] ?? '') !== undefined;
  return values.every(isId) ? undefined : words;
}

/** A facet filter as a query node: the negation of `is` is `is-not`, of `any` it is `none`. */
export function facetNode(field: FacetField, values: readonly string[], isNegated: boolean): QueryNode {
  const filter: Filter =
    values.length === 1 && values[0] === '*'
      ? { field, condition: isNegated ? 'none' : 'any' }
      : { field, condition: isNegated ? 'is-not' : 'is', values };
  return { kind: 'filter', filter };
}
