import { test } from 'node:test';
import assert from 'node:assert/strict';
import { identifierOfLink, isAnswer, linksOf, numberIdentifiers, placeOfLink } from './links.ts';
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

const GENEVA = { kind: 'number', number: '1234', from: 'Geneva' } as const;
const ANSWERS: readonly (readonly [sentence: string, from: string, to: string | undefined, isSo: boolean])[] =
  [
    ['the other end of the same exchange answers', 'Department of State', 'Geneva', true],
    ['so does an office that wrote to nobody in particular', 'Department of State', undefined, true],
    ['an office does not answer itself, however it is written', 'GENEVA', 'Department of State', false],
    ['what went elsewhere only speaks of it', 'Department of State', 'Tokyo', false],
  ];
for (const [sentence, from, to, isSo] of ANSWERS)
  test(sentence, () => {
    const own = { numberKind: 'telegram', value: '7', from, ...(to === undefined ? {} : { to }) } as const;
    assert.equal(isAnswer(GENEVA, [own]), isSo);
  });

test('what bears no number of its own answers none, and a link that is no number is no answer', () => {
  assert.equal(isAnswer(GENEVA, []), false);
  assert.equal(isAnswer(GENEVA, [{ numberKind: 'file', value: '611.93/7' }]), false);
  assert.equal(
    isAnswer({ kind: 'identifier', identifier: 'tei:v#d2' }, [
      { numberKind: 'telegram', value: '7', from: 'Tokyo' },
    ]),
    false,
  );
});
