import { test } from 'node:test';
import assert from 'node:assert/strict';
import type { Inline } from '../../core/text.ts';
import { markCitations, type Exchange } from './cited-numbers.ts';

const TO_POST: Exchange = { post: 'Geneva', isFromPost: false };
const FROM_POST: Exchange = { post: 'Geneva', isFromPost: true };

function linksOf(content: readonly Inline[]): unknown[] {
  return content.flatMap((part) => (typeof part === 'object' && part.kind === 'link' ? [part.to] : []));
}

const CASES: readonly (readonly [string, Exchange, unknown[]])[] = [
  [
    'in telegram 217 from New Delhi, August 1',
    TO_POST,
    [{ kind: 'number', number: '217', from: 'New Delhi' }],
  ],
  [
    'telegram No. 567 to Taipei',
    TO_POST,
    [{ kind: 'number', number: '567', from: 'Department of State', to: 'Taipei' }],
  ],
  ['Embtel 12', FROM_POST, [{ kind: 'number', number: '12', from: 'Geneva' }]],
  ['Deptel 12', FROM_POST, [{ kind: 'number', number: '12', from: 'Department of State', to: 'Geneva' }]],
  ['Your 1234 received', TO_POST, [{ kind: 'number', number: '1234', from: 'Geneva' }]],
  [
    'Your 1234 received',
    FROM_POST,
    [{ kind: 'number', number: '1234', from: 'Department of State', to: 'Geneva' }],
  ],
  ['my 1234', FROM_POST, [{ kind: 'number', number: '1234', from: 'Geneva' }]],
  ['your 1234', { isFromPost: true }, []],
  ['your 500 million dollars', TO_POST, []],
  ['your 30 days', TO_POST, []],
  ['telegram 12 from the Ambassador', TO_POST, []],
  ['nothing here', TO_POST, []],
];
for (const [words, exchange, expected] of CASES)
  test(`"${words}", ${exchange.post ?? 'post unknown'}, ${exchange.isFromPost ? 'from' : 'to'} the post`, () =>
    assert.deepEqual(linksOf(markCitations([words], exchange)), expected));

test('a term before the number', () => {
  const term: Inline = { kind: 'name', of: 'term', key: 't1', content: ['Embtel'] };
  assert.deepEqual(markCitations([term, ' 99 of May'], FROM_POST), [
    term,
    ' ',
    { kind: 'link', to: { kind: 'number', number: '99', from: 'Geneva' }, content: ['99'] },
    ' of May',
  ]);
});
test('words are the same before and after', () => {
  const words = 'See telegram 217 from New Delhi and Embtel 4.';
  const marked = markCitations([words], FROM_POST);
  assert.equal(
    marked
      .map((part) => (typeof part === 'string' ? part : 'content' in part ? part.content.join('') : ''))
      .join(''),
    words,
  );
});
