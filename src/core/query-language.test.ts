import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { makeId } from './id.ts';
import { FACET_FIELDS, TEXT_FIELDS, type Filter, type QueryNode } from './query.ts';
import { printQuery, readQuery } from './query-language.ts';
import { queryTerms } from './tokens/tokenize.ts';

/** A node in short, for reading: (& a b) all, (| a b) any, ! not, ~n near, f= in a field. */
function short(node: QueryNode): string {
  const inField = 'field' in node && node.field !== undefined ? `${node.field}=` : '';
  switch (node.kind) {
    case 'everything':
      return '*';
    case 'word':
      return inField + node.text;
    case 'prefix':
      return `${inField}${node.text}…`;
    case 'wildcard':
      return `${inField}/${node.text}/`;
    case 'variants':
      return `[${node.nodes.map((one) => short(one.node)).join(' ')}]`;
    case 'phrase':
      return `${inField}"${node.text}"${node.slop > 0 ? `~${node.slop}` : ''}`;
    case 'and':
      return `(& ${node.nodes.map(short).join(' ')})`;
    case 'or':
      return `(| ${node.nodes.map(short).join(' ')})`;
    case 'not':
      return `!${short(node.node)}`;
    case 'filter':
      return JSON.stringify(Object.values(node.filter));
  }
}

const agent = makeId('agent', 'k4m7q2zx');

const READ: readonly (readonly [query: string, read: string, problems?: string])[] = [
  ['', '*'],
  ['  ', '*'],
  ['*', '*'],
  ['mao', 'mao'],
  ['mao stalin', '(& mao stalin)'],
  ['mao AND stalin & co', '(& mao stalin co)'],
  ['mao OR stalin', '(| mao stalin)'],
  ['mao | stalin', '(| mao stalin)'],
  ['a b OR c', '(| (& a b) c)'],
  ['a (b OR c)', '(& a (| b c))'],
  ['OR mao OR', 'mao'],
  ['or and not', '(& or and not)'],
  ['-mao', '!mao'],
  ['stalin NOT mao', '(& stalin !mao)'],
  ['stalin -(mao OR chou)', '(& stalin !(| mao chou))'],
  ['Tse-tung', 'Tse-tung'],
  ['mao - stalin', '(& mao stalin)'],
  ['"treaty of alliance"', '"treaty of alliance"'],
  ['“treaty” «договор»', '(& "treaty" "договор")'],
  ['"mao stalin"~5 x', '(& "mao stalin"~5 x)'],
  ['"say \\"yes\\""', '"say "yes""'],
  ['alli*', 'alli…'],
  ['title:soong', 'title=soong'],
  ['TITLE:soong', 'title=soong'],
  ['title:"a b"~2 title:so*', '(& title="a b"~2 title=so…)'],
  ['title:(soong OR "t v") x', '(& (| title=soong title="t v") x)'],
  ['type:Telegram', '["type","is",["Telegram"]]'],
  ['type:Telegram|"Record of conversation"', '["type","is",["Telegram","Record of conversation"]]'],
  ['-type:Telegram', '["type","is-not",["Telegram"]]'],
  ['type:*', '["type","any"]'],
  ['-person:*', '["person","none"]'],
  [`person:${agent}`, `["person","is",["${agent}"]]`],
  ['person:Stalin', 'name="Stalin"~3'],
  ['-person:"Chou En-lai"', '!name="Chou En-lai"~3'],
  ['archive:RGASPI', 'source="RGASPI"~3'],
  ['said-by:machine', '["said-by","is",["machine"]]'],
  ['date:1945', '["date","between","1945-01-01","1945-12-31"]'],
  ['date:1945-02..1946', '["date","between","1945-02-01","1946-12-31"]'],
  ['date:..1944-02', '["date","between","1944-02-29"]'],
  ['date:1950s', '["date","between","1950-01-01","1959-12-31"]'],
  ['within:1945-07-02', '["date","between","1945-07-02","1945-07-02",true]'],
  ['-date:1945', '!["date","between","1945-01-01","1945-12-31"]'],
  ['\\-mao \\OR a\\:b', '(& -mao OR a:b)'],
  ['«»', '*'],
  ['Mao & Stalin', '(& Mao Stalin)'],
  ['毛泽东 OR Сталин', '(| 毛泽东 Сталин)'],
  ['https://archive.example/x', 'https://archive.example/x'],
  // what is not understood is searched as words, and said
  ['"open', '"open"', 'query-not-understood@1'],
  ['(open', 'open', 'query-not-understood@1'],
  ['a) b', '(& a b)', 'query-not-understood@2'],
  ['colour:red', 'colour:red', 'field-unknown@1'],
  ['x date:sometime', '(& x date:sometime)', 'value-not-read@3'],
  ['date:1945-13', 'date:1945-13', 'value-not-read@1'],
  ['date:1945-02-30', 'date:1945-02-30', 'value-not-read@1'],
  ['type:', 'type:', 'value-not-read@1'],
  ['wi*ld', 'wi*ld', 'query-not-understood@1'],
];
for (const [query, read, problems = ''] of READ)
  test(`reads ${query || '(nothing)'}`, () => {
    const found = readQuery(query);
    assert.equal(short(found.node), read);
    const said = found.problems.map(({ code, where }) => `${code}@${where.column}`);
    assert.equal(said.join(' '), problems);
  });

test('a query that is too long is cut, and said', () => {
  const { node, problems } = readQuery('word '.repeat(1000));
  assert.ok(node.kind === 'and' && node.nodes.length === 64);
  assert.ok(problems.length > 0 && problems.every(({ code }) => code === 'query-too-long'));
});

test('a long quotation is searched by its beginning', () => {
  const { node, problems } = readQuery(`"${'one two '.repeat(50)}"`);
  assert.ok(node.kind === 'phrase' && queryTerms(node.text).length === 64);
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['query-too-long'],
  );
});

test('parentheses deeper than eight are passed over, what is in them is searched', () => {
  const { node, problems } = readQuery(`${'(a '.repeat(8)}(b OR c) d${')'.repeat(8)} e`);
  assert.equal(short(node), '(& a a a a a a a (| (& a b) (& c d)) e)');
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['query-too-deep'],
  );
});

test('groups in groups without end are read as far as is sensible', () => {
  const { node, problems } = readQuery(`${'('.repeat(900)}mao${')'.repeat(900)}`);
  assert.equal(short(node), 'mao');
  assert.ok(problems.some(({ code }) => code === 'query-too-deep'));
  assert.ok(problems.length <= 20);
});

const hasTerm = (text: string): boolean => queryTerms(text).length > 0;
const words = fc
  .string({ unit: fc.constantFrom(...'abzМл毛東é09-–:*"“\\()|~.& '), minLength: 1, maxLength: 6 })
  .map((text) => text.normalize('NFC'))
  .filter(hasTerm);
const field = fc.option(fc.constantFrom(...TEXT_FIELDS), { nil: undefined });
const withField = <T extends object>(node: T, name: (typeof TEXT_FIELDS)[number] | undefined): T =>
  name === undefined ? node : { ...node, field: name };
const byId = new Set<string>(
  'person from to participant mentioned place place-from place-to place-about subject event collection archive unit'.split(
    ' ',
  ),
);
const facetFilter: fc.Arbitrary<Filter> = fc.constantFrom(...FACET_FIELDS).chain((name) => {
  const value = byId.has(name) ? fc.constant<string>(agent) : fc.string({ minLength: 1, maxLength: 5 });
  const values = fc
    .array(value, { minLength: 1, maxLength: 3 })
    .filter((all) => all.length > 1 || all[0] !== '*')
    .map((all) => all.map((one) => one.normalize('NFC')));
  return fc.oneof(
    fc.record(
      {
        field: fc.constant(name),
        condition: fc.constantFrom('is' as const, 'is-not' as const),
        values,
      },
      { noNullPrototype: true },
    ),
    fc.record(
      { field: fc.constant(name), condition: fc.constantFrom('any' as const, 'none' as const) },
      { noNullPrototype: true },
    ),
  );
});
const day = fc.constantFrom(
  '1945-07-02',
  '1944-02-29',
  '1945-01-01',
  '1945-12-31',
  '1949-10-01',
  '1946-02-28',
);
const dateFilter: fc.Arbitrary<Filter> = fc.record(
  {
    field: fc.constant('date' as const),
    condition: fc.constant('between' as const),
    from: day,
    to: day,
    certainly: fc.constant(true),
  },
  { requiredKeys: ['field', 'condition'], noNullPrototype: true },
);

const leaf: fc.Arbitrary<QueryNode> = fc.oneof(
  fc.tuple(words, field).map(([text, name]) => withField({ kind: 'word' as const, text }, name)),
  fc.tuple(words, field).map(([text, name]) => withField({ kind: 'prefix' as const, text }, name)),
  fc
    .tuple(words, fc.nat(9), field)
    .map(([text, slop, name]) => withField({ kind: 'phrase' as const, text, slop }, name)),
  fc.oneof(facetFilter, dateFilter).map((filter): QueryNode => ({ kind: 'filter', filter })),
);
const some = (node: fc.Arbitrary<QueryNode>): fc.Arbitrary<readonly QueryNode[]> =>
  fc.array(node, { minLength: 2, maxLength: 3 });
/** Queries as the reader makes them: no `and` in an `and`, no `or` in an `or`, `is-not` for the negation of `is`. */
const { query } = fc.letrec<{ query: QueryNode; all: QueryNode; any: QueryNode; not: QueryNode }>((tie) => ({
  all: some(fc.oneof({ maxDepth: 2 }, leaf, tie('any'), tie('not'))).map((nodes) => ({ kind: 'and', nodes })),
  any: some(fc.oneof({ maxDepth: 2 }, leaf, tie('all'), tie('not'))).map((nodes) => ({ kind: 'or', nodes })),
  not: fc
    .oneof({ maxDepth: 2 }, leaf, tie('all'), tie('any'), tie('not'))
    .filter((node) => node.kind !== 'filter' || !['is', 'any'].includes(node.filter.condition))
    .map((node) => ({ kind: 'not', node })),
  query: fc.oneof({ maxDepth: 3 }, leaf, tie('all'), tie('any'), tie('not')),
}));

test('what is printed is read as what it was', () => {
  fc.assert(
    fc.property(query, (node) => {
      const printed = printQuery(node);
      const read = readQuery(printed);
      assert.deepEqual(read.node, node, printed);
    }),
    { numRuns: 1000, seed: 11 },
  );
  assert.equal(printQuery({ kind: 'everything' }), '');
});

test('any text is read without failing, and its printed form is read as the same', () => {
  const text = fc.string({
    unit: fc.constantFrom(...'ab毛 -*:()"\\|~.19OR', ' OR ', 'title:', 'date:', 'person:'),
  });
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (written) => {
      const { node } = readQuery(written);
      assert.deepEqual(readQuery(printQuery(node)).node, node);
    }),
    { numRuns: 1500, seed: 11 },
  );
});
