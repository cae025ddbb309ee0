import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompareCell, ComparePage } from '../../actions/compare-page.ts';
import { blockId, type Block } from '../../core/text.ts';
import { isSameText } from './compare-notes.ts';

const block: Block = { kind: 'paragraph', id: blockId(1), content: ['The lamp was lit.'] };
const same: CompareCell = { blocks: [block], marks: [], numbers: [1] };
const changed: CompareCell = { ...same, marks: [{ from: 0, to: 3, kind: 'removed' }] };
const silent: CompareCell = { blocks: [], marks: [], numbers: [] };
const page = (
  cells: readonly CompareCell[],
  more: Partial<ComparePage> = {},
): Parameters<typeof isSameText>[0] => ({
  kind: 'editions',
  rows: [{ cells, shared: [], topics: [] }],
  changes: [{ field: 'releases' }],
  more: 0,
  ...more,
});

const cases: readonly (readonly [says: string, of: Parameters<typeof isSameText>[0], expected: boolean])[] = [
  ['the description alone changed', page([same, same]), true],
  ['a word changed', page([changed, same]), false],
  ['a passage came', page([silent, same]), false],
  ['nothing changed at all', page([same, same], { changes: [] }), false],
  ['rows that are not shown may differ', page([same, same], { more: 2 }), false],
  ['two releases', page([same, same], { kind: 'releases' }), false],
  ['no text', page([], { rows: [] }), false],
];
for (const [says, of, expected] of cases)
  test(`the text is said to be the same, or not: ${says}`, () => assert.equal(isSameText(of), expected));
