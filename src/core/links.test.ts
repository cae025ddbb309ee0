import { test } from 'node:test';
import assert from 'node:assert/strict';
import { identifierOfLink, linksOf, numberIdentifiers, placeOfLink } from './links.ts';
import { blockId } from './text.ts';

test('a telegram answers to its number at its office, and between two', () => {
  assert.deepEqual(
    numberIdentifiers({ numberKind: 'telegram', value: '243', from: 'Geneva', to: 'Department of State' }),
    ['number:243@geneva', 'number:243@geneva>department of state'],
  );
});

test('a number without an office is no address', () => {
  assert.deepEqual(numberIdentifiers({ numberKind: 'telegram', value: '243' }), []);
  assert.equal(identifierOfLink({ kind: 'number', number: '243' }), undefined);
});

test('"your 243" asks for what the telegram answers to', () => {
  assert.equal(identifierOfLink({ kind: 'number', number: '243', from: 'GENEVA' }), 'number:243@geneva');
});

test('two places of one record are two links', () => {
  const identifier = 'tei:v#d2';
  const places = ['d2fn1', 'pg_4'].map((block) => placeOfLink({ kind: 'identifier', identifier, block }));
  assert.deepEqual(
    [placeOfLink({ kind: 'identifier', identifier }), ...places],
    ['tei:v#d2', 'tei:v#d2 d2fn1', 'tei:v#d2 pg_4'],
  );
  assert.equal(placeOfLink({ kind: 'web', url: 'https://archive.example' }), undefined);
});

test('links are found in paragraphs, lists, tables, quotations and notes', () => {
  const link = (n: number) =>
    ({ kind: 'link', to: { kind: 'identifier', identifier: `tei:v#d${n}` }, content: ['x'] }) as const;
  const text = {
    blocks: [
      {
        kind: 'paragraph',
        id: blockId(1),
        content: [{ kind: 'emphasis', style: 'italic', content: [link(1)] }],
      },
      {
        kind: 'list',
        id: blockId(2),
        ordered: false,
        items: [{ label: [link(2)], blocks: [{ kind: 'paragraph', id: blockId(3), content: [link(3)] }] }],
      },
      { kind: 'table', id: blockId(4), rows: [{ isHeader: false, cells: [{ content: [link(4)] }] }] },
      { kind: 'quote', id: blockId(5), blocks: [{ kind: 'verse', id: blockId(6), lines: [[link(5)]] }] },
    ],
    notes: [
      {
        id: blockId(7),
        label: '1',
        noteKind: 'footnote',
        blocks: [{ kind: 'paragraph', id: blockId(8), content: [link(6), link(1)] }],
      },
    ],
  } as const;
  assert.deepEqual(
    [...linksOf(text).keys()],
    [1, 2, 3, 4, 5, 6].map((n) => `tei:v#d${n}`),
  );
});
