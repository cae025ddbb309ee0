import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readExemptions } from './exemption.ts';
import type { Redaction } from './redaction.ts';
import { countRedactions, kindOfRedaction, redactionsOf } from './redactions-of.ts';
import { blockId, type Inline } from './text.ts';

const EXEMPTIONS: readonly (readonly [claim: string, expected: string])[] = [
  ['b1', 'foia (b)(1)'],
  ['(b)(1)', 'foia (b)(1)'],
  ['FOIA (b)(6)', 'foia (b)(6)'],
  ['(b)(7)(C)', 'foia (b)(7)(c)'],
  ['5 U.S.C. § 552(b)(3)', 'foia (b)(3)'],
  ['(b)(1), (b)(3)', 'foia (b)(1) | foia (b)(3)'],
  ['3.3(b)(1)', 'order 3.3(b)(1)'],
  ['E.O. 13526, sec. 3.3(b)(6)', 'order 3.3(b)(6)'],
  ['EO 13526 3.3(b)(1); 3.3(b)(6)', 'order 3.3(b)(1) | order 3.3(b)(6)'],
  ['3.3(b)(1), 3.3(b)(6)', 'order 3.3(b)(1) | order 3.3(b)(6)'],
  ['s. 4(1)(a), s. 6', 'other s. 4(1)(a) | other s. 6'],
  ['Art. 7', 'other Art. 7'],
  ['(b)(10)', 'other (b)(10)'],
  ['', ''],
];
for (const [claim, expected] of EXEMPTIONS)
  test(`exemption "${claim}"`, () =>
    assert.equal(
      readExemptions(claim)
        .map(({ law, words }) => `${law} ${words}`)
        .join(' | '),
      expected,
    ));

const KINDS: readonly (readonly [redaction: Redaction, kind: string])[] = [
  [{ words: 'x', withheldKind: 'names' }, 'name'],
  [{ words: 'x', withheldKind: 'Dollar Amounts' }, 'dollar amount'],
  [{ words: 'x', withheldKind: 'less' }, 'less'],
  [{ words: '2 lines', extent: { amount: 2, unit: 'line' } }, 'line'],
  [{ words: '7 seconds', extent: { amount: 7, unit: 'other' } }, 'unstated'],
  [{ words: 'not declassified' }, 'unstated'],
];
for (const [redaction, kind] of KINDS)
  test(`${JSON.stringify(redaction)} is of the kind ${kind}`, () =>
    assert.equal(kindOfRedaction(redaction), kind));

test('every redaction of a text is counted, in lists and notes too', () => {
  const held = (words: string): Inline => ({ kind: 'redaction', redaction: { words, exemption: '(b)(1)' } });
  const paragraph = (at: number, ...content: readonly Inline[]) =>
    ({ kind: 'paragraph', id: blockId(at), content }) as const;
  const text = {
    blocks: [
      paragraph(1, 'By ', { kind: 'emphasis', style: 'italic', content: [held('a')] }),
      {
        kind: 'list',
        id: blockId(2),
        ordered: false,
        items: [{ blocks: [paragraph(3, held('b'))] }],
      } as const,
      {
        kind: 'redaction',
        id: blockId(4),
        redaction: { words: 'c', extent: { amount: 1, unit: 'page' } },
      } as const,
    ],
    notes: [{ id: blockId(5), label: '1', noteKind: 'footnote', blocks: [paragraph(6, held('d'))] } as const],
  };
  assert.equal([...redactionsOf(text)].map(({ words }) => words).join(''), 'abcd');
  assert.deepEqual(countRedactions(redactionsOf(text)), {
    total: 4,
    kinds: [
      ['unstated', 3],
      ['page', 1],
    ],
    exemptions: [['(b)(1)', 3]],
  });
});
