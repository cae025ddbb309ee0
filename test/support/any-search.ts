import fc from 'fast-check';
import { makeId, RECORD_KINDS, type RecordId } from '../../src/core/id.ts';
import {
  PASSAGE_FIELDS,
  TEXT_FIELDS,
  type FacetField,
  type Filter,
  type QueryNode,
  type WordField,
} from '../../src/core/query.ts';
import type { SearchDocument } from '../../src/core/search-document.ts';

const WORDS = [
  'mao',
  'Mao',
  'T.V.',
  '毛泽东',
  '毛澤',
  '蘇',
  'Сталин',
  'rail',
  'railway',
  'harbour',
  'granary',
];
/** One of a few ids. */
export const numbered = (n: number): RecordId => makeId('document', String(n).padStart(8, '0'));
/** Fields that the documents have values in. */
export const FIELDS: readonly FacetField[] = ['person', 'type', 'unit'];
const VALUES = ['a', 'b', 'c', 'r/1', 'r/1/2', 'r/2'];
/** Days on which they begin or end. */
export const DAYS = ['1945-01-01', '1945-07-31', '1946-02-01', '1949-12-31', '1950-06-25'];

const words = (most: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: most }).map((all) => all.join(' '));
const day = fc.option(fc.constantFrom(...DAYS), { nil: undefined });
const some = <T>(key: string, value: T | undefined): object => (value === undefined ? {} : { [key]: value });

/** Documents by chance, some of them twice. */
export const documents: fc.Arbitrary<readonly SearchDocument[]> = fc.array(
  fc
    .record({
      id: fc.nat(14).map(numbered),
      kind: fc.constantFrom(...RECORD_KINDS.slice(0, 3)),
      passages: fc.array(fc.record({ field: fc.constantFrom(...PASSAGE_FIELDS), text: words(9) }), {
        maxLength: 5,
      }),
      facets: fc.dictionary(
        fc.constantFrom(...FIELDS),
        fc.array(fc.constantFrom(...VALUES), { maxLength: 3 }),
      ),
      days: fc
        .tuple(day, day)
        .map(([a, b]) => (a !== undefined && b !== undefined && a > b ? [b, a] : [a, b])),
      key: fc.nat(3).map(String),
      prints: fc.uniqueArray(fc.nat(6), { maxLength: 4 }),
      cites: fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { maxLength: 2 }),
    })
    .map(({ days, key, ...rest }) => ({
      ...rest,
      ...some('earliest', days[0]),
      ...some('latest', days[1]),
      dateKey: key,
      titleKey: key,
      openedAt: key,
    })),
  { maxLength: 14 },
);

const field: fc.Arbitrary<WordField | undefined> = fc.option(fc.constantFrom(...TEXT_FIELDS, 'written'), {
  nil: undefined,
});
const facet = fc.constantFrom(...FIELDS);
/** Filters of every condition. */
export const filter: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({
    field: facet,
    condition: fc.constantFrom('is' as const, 'is-not' as const),
    values: fc.array(fc.constantFrom(...VALUES), { maxLength: 2 }),
  }),
  fc.record({ field: facet, condition: fc.constantFrom('any' as const, 'none' as const) }),
  fc.record({
    field: fc.constantFrom(...TEXT_FIELDS),
    condition: fc.constantFrom('contains' as const, 'contains-not' as const),
    words: words(2),
  }),
  fc.tuple(day, day, fc.boolean()).map(([from, to, certainly]): Filter => ({
    field: 'date',
    condition: 'between',
    certainly,
    ...some('from', from),
    ...some('to', to),
  })),
);
/** Queries of every kind. */
export const { node } = fc.letrec<{ node: QueryNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc
      .tuple(words(1), field)
      .map(([text, name]): QueryNode => ({ kind: 'word', text, ...some('field', name) })),
    fc
      .tuple(words(1), field)
      .map(([text, name]): QueryNode => ({ kind: 'prefix', text, ...some('field', name) })),
    fc
      .tuple(words(3), fc.nat(4), field)
      .map(([text, slop, name]): QueryNode => ({ kind: 'phrase', text, slop, ...some('field', name) })),
    fc
      .tuple(fc.constantFrom('ma*', '*a?', 'ra*y', 'r?il', '*'), field)
      .map(([text, name]): QueryNode => ({ kind: 'wildcard', text, ...some('field', name) })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((nodes): QueryNode => ({
      kind: 'variants',
      nodes: nodes.map((one, at) => ({ node: one, weight: 1 / (at + 1) })),
    })),
    filter.map((one): QueryNode => ({ kind: 'filter', filter: one })),
    fc.constant<QueryNode>({ kind: 'everything' }),
    fc.array(tie('node'), { maxLength: 3 }).map((nodes): QueryNode => ({ kind: 'and', nodes })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((nodes): QueryNode => ({ kind: 'or', nodes })),
    tie('node').map((one): QueryNode => ({ kind: 'not', node: one })),
  ),
}));
