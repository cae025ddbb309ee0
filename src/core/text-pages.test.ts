import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockId, type Block, type Inline } from './text.ts';
import { textPages } from './text-pages.ts';

const paragraph = (n: number, ...content: readonly Inline[]): Block => ({
  kind: 'paragraph',
  id: blockId(n),
  content,
});
const leaf = (n: number, label: string): Block => ({ kind: 'page-break', id: blockId(n), page: { label } });
const turn = (label: string): Inline => ({ kind: 'page-mark', page: { label } });
const pagesOf = (...blocks: readonly Block[]) => textPages({ blocks, notes: [] });

test('a text without marks is one page', () =>
  assert.deepEqual(pagesOf(paragraph(1, 'Dear'), paragraph(2, 'friend')), [
    { text: 'Dear\nfriend', blocks: ['b1', 'b2'] },
  ]));

test('an empty text has no page', () => assert.deepEqual(pagesOf(), []));

test('a page begins between blocks, and within one', () =>
  assert.deepEqual(pagesOf(leaf(1, '4'), paragraph(2, 'Dear ', turn('5'), ' friend'), paragraph(3, 'well')), [
    { label: '4', text: 'Dear', blocks: ['b2'] },
    { label: '5', text: 'friend\nwell', blocks: ['b2', 'b3'] },
  ]));

test('what stands before the first mark is a page without a label', () =>
  assert.deepEqual(pagesOf(paragraph(1, 'Cover'), leaf(2, '1'), leaf(3, '2')), [
    { text: 'Cover', blocks: ['b1'] },
    { label: '1', text: '', blocks: [] },
    { label: '2', text: '', blocks: [] },
  ]));

test('pages turn within lists, quotations and tables', () => {
  const list: Block = {
    kind: 'list',
    id: blockId(1),
    ordered: false,
    items: [{ blocks: [paragraph(2, 'one', turn('2'), 'two')] }],
  };
  const quote: Block = { kind: 'quote', id: blockId(3), blocks: [leaf(4, '3'), paragraph(5, 'three')] };
  assert.deepEqual(
    pagesOf(list, quote).map(({ label, text }) => [label, text]),
    [
      [undefined, 'one'],
      ['2', 'two'],
      ['3', 'three'],
    ],
  );
});
