import fc from 'fast-check';
import { makeId } from '../../src/core/id.ts';
import { FACET_FIELDS, TEXT_FIELDS, type Filter, type QueryNode } from '../../src/core/query.ts';
import { wordsFieldOf } from '../../src/core/query/facet-value.ts';
import { LIMITS } from '../../src/core/query/symbols.ts';
import { queryTerms } from '../../src/core/tokens/tokenize.ts';

const agent = makeId('agent', 'k4m7q2zx');
const hasTerm = (text: string): boolean => queryTerms(text).length > 0;
const words = fc
  .oneof(
    fc.string({ unit: fc.constantFrom(...'abzМл毛東é09-–:*?"“\\()|~.& '), minLength: 1, maxLength: 6 }),
    fc.constantFrom(
      'f.',
      'box',
      'RG',
      '183',
      'op.',
      '611.93/7-2255',
      'RGASPI,',
      'July',
      '1945',
      '..1946',
      'FO',
      '371/12',
    ),
  )
  .map((text) => text.normalize('NFC'))
  .filter(hasTerm);
const patterns = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...'abМл09'), minLength: 1, maxLength: 3 }),
    fc.constantFrom('*', '?', '??'),
    fc.string({ unit: fc.constantFrom(...'abМл09'), minLength: 1, maxLength: 3 }),
  )
  .map((parts) => parts.join(''));
const field = fc.option(fc.constantFrom(...TEXT_FIELDS), { nil: undefined });
const withField = <T extends object>(node: T, name: (typeof TEXT_FIELDS)[number] | undefined): T =>
  name === undefined ? node : { ...node, field: name };

const facetFilter: fc.Arbitrary<Filter> = fc.constantFrom(...FACET_FIELDS).chain((name) => {
  const value =
    wordsFieldOf(name) === undefined
      ? fc.string({ minLength: 1, maxLength: 5 })
      : fc.oneof(fc.constant<string>(agent), words);
  const values = fc
    .array(value, { minLength: 1, maxLength: 3 })
    .filter((all) => all.length > 1 || all[0] !== '*')
    .map((all) => all.map((one) => one.normalize('NFC')));
  return fc.oneof(
    fc.record(
      { field: fc.constant(name), condition: fc.constantFrom('is' as const, 'is-not' as const), values },
      { noNullPrototype: true },
    ),
    fc.record(
      { field: fc.constant(name), condition: fc.constantFrom('any' as const, 'none' as const) },
      { noNullPrototype: true },
    ),
  );
});
const idFilter: fc.Arbitrary<Filter> = fc.record(
  {
    field: fc.constant('id' as const),
    condition: fc.constantFrom('is' as const, 'is-not' as const),
    values: fc.array(fc.constant<string>(agent), { minLength: 1, maxLength: 3 }),
  },
  { noNullPrototype: true },
);
const DAYS = ['1944-02-29', '1945-01-01', '1945-07-02', '1945-12-31', '1946-02-28', '1949-10-01'] as const;
const dateFilter: fc.Arbitrary<Filter> = fc
  .record(
    {
      field: fc.constant('date' as const),
      condition: fc.constant('between' as const),
      from: fc.constantFrom(...DAYS),
      to: fc.constantFrom(...DAYS),
      certainly: fc.constant(true),
    },
    { requiredKeys: ['field', 'condition'], noNullPrototype: true },
  )
  .filter(({ from, to }) => from === undefined || to === undefined || from <= to);

const leaf: fc.Arbitrary<QueryNode> = fc.oneof(
  fc.tuple(words, field).map(([text, name]) => withField({ kind: 'word' as const, text }, name)),
  fc.tuple(words, field).map(([text, name]) => withField({ kind: 'prefix' as const, text }, name)),
  fc.tuple(patterns, field).map(([text, name]) => withField({ kind: 'wildcard' as const, text }, name)),
  fc
    .tuple(words, fc.nat(9), field)
    .map(([text, slop, name]) => withField({ kind: 'phrase' as const, text, slop }, name)),
  fc.oneof(facetFilter, dateFilter, idFilter).map((filter): QueryNode => ({ kind: 'filter', filter })),
);
const some = (node: fc.Arbitrary<QueryNode>): fc.Arbitrary<readonly QueryNode[]> =>
  fc.array(node, { minLength: 2, maxLength: 3 });

const tree = fc.letrec<{ query: QueryNode; all: QueryNode; any: QueryNode; not: QueryNode }>((tie) => ({
  all: some(fc.oneof({ maxDepth: 2 }, leaf, tie('any'), tie('not'))).map((nodes) => ({ kind: 'and', nodes })),
  any: some(fc.oneof({ maxDepth: 2 }, leaf, tie('all'), tie('not'))).map((nodes) => ({ kind: 'or', nodes })),
  not: fc
    .oneof({ maxDepth: 2 }, leaf, tie('all'), tie('any'), tie('not'))
    .filter((node) => node.kind !== 'filter' || !['is', 'any'].includes(node.filter.condition))
    .map((node) => ({ kind: 'not', node })),
  query: fc.oneof({ maxDepth: 3 }, leaf, tie('all'), tie('any'), tie('not')),
}));

/** How many terms a query asks for, as its reader counts them, or a few more. */
function termsIn(node: QueryNode): number {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.nodes.reduce((sum, inner) => sum + termsIn(inner), 0);
    case 'not':
      return termsIn(node.node);
    case 'word':
    case 'prefix':
    case 'wildcard':
    case 'phrase':
      return queryTerms(node.text).length;
    case 'filter':
      return 'values' in node.filter ? queryTerms(node.filter.values.join(' ')).length : 0;
    default:
      return 0;
  }
}

function datesIn(node: QueryNode): number {
  if (node.kind === 'and' || node.kind === 'or')
    return node.nodes.reduce((sum, inner) => sum + datesIn(inner), 0);
  if (node.kind === 'not') return datesIn(node.node);
  return node.kind === 'filter' && node.filter.field === 'date' ? 1 : 0;
}

/**
 * Queries as the reader makes them: no `and` in an `and`, no `or` in an `or`, `is-not` for the negation of
 * `is`, and no more terms and dates than are read.
 */
export const anyQuery = tree.query.filter(
  (node) => termsIn(node) <= LIMITS.terms && datesIn(node) <= LIMITS.dates,
);

const PIECES = [
  ...'ab毛é -*?:()"\\|~.19',
  ' OR ',
  ' AND ',
  'NOT ',
  'title:',
  'date:',
  'within:',
  'person:',
  'unit:',
  'id:',
  'July 1945',
  '1945..1946',
  ' .. ',
  'f. 558',
  ', op. 11',
  'box 183',
  'RG 59 ',
  'RGASPI, ',
  '611.93/7-2255',
  'FO 371/127456',
  '第3页',
  '\ud800',
  '\u202e',
  '\u200b',
];

/** What may stand in a search box, sense and nonsense; half characters and signs that turn the line among it. */
export const anyQueryText = fc.oneof(
  {
    arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((parts) => parts.join('')),
    weight: 3,
  },
  { arbitrary: fc.string({ unit: 'binary' }), weight: 1 },
);
