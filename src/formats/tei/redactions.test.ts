import { test } from 'node:test';
import assert from 'node:assert/strict';
import type { Inline } from '../../core/text.ts';
import { isRedactionWords, markRedactions, readRedaction } from './redactions.ts';

const READ: readonly (readonly [string, object])[] = [
  [
    'less than 1 line of source text not declassified',
    { extent: { amount: 1, unit: 'line', isApproximate: true } },
  ],
  [
    'less then 1 line of source text not declassified',
    { extent: { amount: 1, unit: 'line', isApproximate: true } },
  ],
  ['2 lines not declassified', { extent: { amount: 2, unit: 'line' } }],
  ['1-1/2 lines of source text not declassified', { extent: { amount: 1.5, unit: 'line' } }],
  ['1½ lines not declassified', { extent: { amount: 1.5, unit: 'line' } }],
  ['1 paragraph (5 lines) not declassified', { extent: { amount: 1, unit: 'paragraph' } }],
  ['4 names not declassified', { extent: { amount: 4, unit: 'name' } }],
  ['7 seconds not declassified', { extent: { amount: 7, unit: 'other' } }],
  [
    'less than 1 line of 2-column source text not declassified',
    { extent: { amount: 1, unit: 'line', isApproximate: true } },
  ],
  ['name not declassified', { withheldKind: 'name' }],
  ['dollar amount not declassified', { withheldKind: 'dollar amount' }],
  ['Names deleted', { withheldKind: 'names' }],
  ['text not declassified', { withheldKind: 'text' }],
  ['3 lines withheld, 3.3(b)(1)', { extent: { amount: 3, unit: 'line' }, exemption: '3.3(b)(1)' }],
  ['not declassified', {}],
];
for (const [words, rest] of READ)
  test(`"${words}"`, () => assert.deepEqual(readRedaction(words), { words, ...rest }));

for (const words of [
  'Here follows discussion of unrelated subjects.',
  'garble',
  'Omitted here is a list.',
  'Footnote in the source text.',
  'sic',
  'Washington',
])
  test(`"${words}" is not an agency’s act`, () => assert.equal(isRedactionWords(words), false));
test('an omission that was not declassified is one', () =>
  assert.equal(isRedactionWords('Here follow 2 pages of source text not declassified'), true));

const redaction = (words: string): Inline => ({ kind: 'redaction', redaction: readRedaction(words) });
const italic = (content: Inline[]): Inline => ({ kind: 'emphasis', style: 'italic', content });

test('brackets within a string', () =>
  assert.deepEqual(markRedactions(['a [name not declassified] b [sic]']), [
    'a ',
    redaction('name not declassified'),
    ' b [sic]',
  ]));
test('brackets within an emphasis', () =>
  assert.deepEqual(markRedactions([italic(['[text not declassified]'])]), [
    italic([redaction('text not declassified')]),
  ]));
test('an emphasis between brackets', () =>
  assert.deepEqual(markRedactions(['a [', italic(['2 lines not declassified']), '] b']), [
    'a ',
    redaction('2 lines not declassified'),
    ' b',
  ]));
test('two emphases between brackets, one after another', () =>
  assert.deepEqual(
    markRedactions(['[', italic(['name not declassified']), '] [', italic(['title not declassified']), ']']),
    [redaction('name not declassified'), ' ', redaction('title not declassified')],
  ));
test('an emphasis between brackets that says something else stays', () => {
  const content: Inline[] = ['[', italic(['Enclosure']), ']'];
  assert.deepEqual(markRedactions(content), content);
});
