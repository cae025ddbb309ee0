import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeId } from './id.ts';
import type { QueryNode } from './query.ts';
import { readQuery } from './query-language.ts';
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
  ['wi*ld wil?d *land s??t', '(& /wi*ld/ /wil?d/ /*land/ /s??t/)'],
  ['alli** -title:so*g', '(& alli… !title=/so*g/)'],
  ['was it Stalin? really??', '(& was it Stalin? really??)'],
  ['so\\*t wil\\?d', '(& so*t wil?d)'],
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
  ['person:Stalin', '["person","is",["Stalin"]]'],
  ['-person:"Chou En-lai"', '["person","is-not",["Chou En-lai"]]'],
  ['author:Soong|"Mao Tse-tung"', '["from","is",["Soong","Mao Tse-tung"]]'],
  ['archive:RGASPI', '["archive","is",["RGASPI"]]'],
  ['language:Russian', '["language","is",["Russian"]]'],
  [`id:${agent}`, `["id","is",["${agent}"]]`],
  [`-id:${agent}|${agent}`, `["id","is-not",["${agent}","${agent}"]]`],
  ['said-by:machine', '["said-by","is",["machine"]]'],
  ['date:1945', '["date","between","1945-01-01","1945-12-31"]'],
  ['date:1945-02..1946', '["date","between","1945-02-01","1946-12-31"]'],
  ['date:..1944-02', '["date","between","1944-02-29"]'],
  ['date:1950s', '["date","between","1950-01-01","1959-12-31"]'],
  ['date:"July 1945"', '["date","between","1945-07-01","1945-07-31"]'],
  ['date:“July 1945”', '["date","between","1945-07-01","1945-07-31"]'],
  ['date:July 1945 Soong', '(& ["date","between","1945-07-01","1945-07-31"] Soong)'],
  ['date:July 1945..March 1946', '["date","between","1945-07-01","1946-03-31"]'],
  ['date:2 July 1945 to 5 July 1945 x', '(& ["date","between","1945-07-02","1945-07-05"] x)'],
  ['date:1945 .. 1946', '["date","between","1945-01-01","1946-12-31"]'],
  ['date:1945 1946', '(& ["date","between","1945-01-01","1945-12-31"] 1946)'],
  ['date:1945 - Soong -(x)', '(& ["date","between","1945-01-01","1945-12-31"] Soong !x)'],
  ['date:1946..1945', '["date","between","1945-01-01","1946-12-31"]'],
  ['date:before 1950 telegram', '(& ["date","between","1949-12-31"] telegram)'],
  [
    'date:Juli 1945 date:juillet 1945',
    '(& ["date","between","1945-07-01","1945-07-31"] ["date","between","1945-07-01","1945-07-31"])',
  ],
  ['date:июль 1945', '["date","between","1945-07-01","1945-07-31"]'],
  ['within:summer 1947', '["date","between","1947-06-01","1947-08-31",true]'],
  ['within:1945-07-02', '["date","between","1945-07-02","1945-07-02",true]'],
  ['-date:1945', '!["date","between","1945-01-01","1945-12-31"]'],
  ['\\-mao \\OR a\\:b', '(& -mao OR a:b)'],
  ['«»', '*'],
  ['Mao & Stalin', '(& Mao Stalin)'],
  ['毛泽东 OR Сталин', '(| 毛泽东 Сталин)'],
  ['https://archive.example/x', 'https://archive.example/x'],
  // references as footnotes have them
  ['f. 558, op. 11, d. 97', '["unit","is",["f. 558, op. 11, d. 97"]]'],
  ['Stalin RGASPI, f. 558, op. 11 1945', '(& Stalin ["unit","is",["RGASPI, f. 558, op. 11"]] 1945)'],
  ['RG 59 611.93/7-2255', '["unit","is",["RG 59 611.93/7-2255"]]'],
  ['-box 183', '["unit","is-not",["box 183"]]'],
  ['(box 183 OR FO 371/127456)', '(| ["unit","is",["box 183"]] ["unit","is",["FO 371/127456"]])'],
  ['"box 183" \\box 184', '(& "box 183" box 184)'],
  ['title:(box 183)', '(& title=box title=183)'],
  // what is not understood is searched as words, and said
  ['"open', '"open"', 'query-not-understood@1'],
  ['(open', 'open', 'query-not-understood@1'],
  ['a) b', '(& a b)', 'query-not-understood@2'],
  ['colour:red', 'colour:red', 'field-unknown@1'],
  ['x date:sometime', '(& x date:sometime)', 'value-not-read@3'],
  ['date:1945-13', 'date:1945-13', 'day-impossible@1'],
  ['date:1945-02-30', 'date:1945-02-30', 'day-impossible@1'],
  ['date:31 Feb 1945', '(& date:31 Feb 1945)', 'day-impossible@1'],
  ['date:"February 30, 1945"', '(& date: "February 30, 1945")', 'day-impossible@1'],
  ['id:mao', 'id:mao', 'value-not-read@1'],
  ['type:', 'type:', 'value-not-read@1'],
  ['T.*V', 'T.*V', 'query-not-understood@1'],
  ['毛泽*东', '毛泽*东', 'query-not-understood@1'],
  ['*a* *b *c ?d', '(& /*a*/ /*b/ *c ?d)', 'wildcards-too-many@8 wildcards-too-many@11'],
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

test('of many dates so many are read, the others are words', () => {
  const { node, problems } = readQuery('date:1945 '.repeat(20));
  assert.ok(node.kind === 'and');
  assert.equal(node.nodes.filter(({ kind }) => kind === 'filter').length, 16);
  assert.ok(problems.length === 4 && problems.every(({ code }) => code === 'query-too-long'));
});
