import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeId } from '../id.ts';
import { printQuery, readQuery } from '../query-language.ts';
import type { QueryNode } from '../query.ts';
import { withCited } from './cited-in.ts';

const read = (query: string): QueryNode => withCited(query, readQuery(query).node);
/** What is cited, and what is asked for beside it. */
const parts = (query: string): readonly string[] => {
  const node = read(query);
  return node.kind === 'variants' ? node.nodes.map((one) => printQuery(one.node)) : [printQuery(node)];
};

test('a record is found by its id, its address and its citation', () => {
  const document = makeId('document', 'harb0ar0');
  const person = makeId('agent', 'harb0ar0');
  assert.deepEqual(parts(document), [`id:${document}`, document]);
  assert.equal(parts(person.toUpperCase())[0], `id:${person}`);
  assert.equal(parts(`https://archive.example/document/${document}/a-harbour#b5`)[0], `id:${document}`);
  const number = 'number:"frus1958-60v08#d311"';
  assert.deepEqual(parts('https://history.state.gov/historicaldocuments/frus1958-60v08/d311'), [number]);
  const [cited, beside] = parts('Foreign Relations, 1958–1960, vol. VIII, Document 311');
  assert.equal(cited, number);
  assert.match(beside ?? '', /^Foreign Relations/);
});

test('what cites nothing, and what is quoted, is as it was read', () => {
  for (const query of ['treaty', 'foreign relations 1958', '"frus1958-60v08/d311"', 'department', ''])
    assert.deepEqual(read(query), readQuery(query).node, query);
});
