import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArchiveDocument } from '../document.ts';
import { UNDETERMINED } from '../language.ts';
import { sampleDocument } from '../record.samples.ts';
import { blockId, type Block } from '../text.ts';
import { citedPerson, printName } from './cited-name.ts';
import { foldPassage, parseDigest, parsePlace, passageAt, printPlace, shortDigest } from './passage.ts';

const id = blockId;
const paragraph = (n: number, ...content: Extract<Block, { kind: 'paragraph' }>['content']): Block => ({
  kind: 'paragraph',
  id: id(n),
  content,
});

const document: ArchiveDocument = sampleDocument('A text', {
  renditions: [
    {
      kind: 'transcription',
      key: 't',
      language: UNDETERMINED,
      text: {
        blocks: [
          paragraph(
            1,
            'One',
            { kind: 'note-mark', note: id(9), label: '1' },
            ' line',
            { kind: 'line-break' },
            'more',
          ),
          {
            kind: 'list',
            id: id(2),
            ordered: true,
            caption: ['Listed'],
            items: [{ label: ['a'], blocks: [paragraph(3, 'first')] }, { blocks: [paragraph(4, 'second')] }],
          },
          { kind: 'quote', id: id(5), blocks: [paragraph(6, 'said')] },
          { kind: 'page-break', id: id(7), page: { label: '2' } },
          paragraph(8, 'after'),
          { kind: 'page-break', id: id(11), page: { label: '3' } },
        ],
        notes: [{ id: id(9), label: '1', noteKind: 'footnote', blocks: [paragraph(10, 'a note')] }],
      },
    },
  ],
});

const places: readonly (readonly [place: string, text: string | undefined])[] = [
  ['b1', 'One line more'],
  ['b2', 'Listed\na\nfirst\nsecond'],
  ['b4', 'second'],
  ['b5', 'said'],
  ['b4-b6', 'second\nsaid'],
  ['b1-b2', 'One line more\nListed\na\nfirst\nsecond'],
  ['b9', 'a note'],
  ['b5-b7', 'said'],
  ['b7-b8', 'after'],
  ['b7-bb', 'after'],
  ['b1-bb', 'One line more\nListed\na\nfirst\nsecond\nsaid\nafter'],
  ['b7', undefined],
  ['b7-b6', undefined],
  ['b7-b77', undefined],
  ['b6-b1', undefined],
  ['b77', undefined],
];
for (const [place, text] of places)
  test(`the words of ${place}`, () => {
    const asked = parsePlace(place);
    assert.ok(asked);
    assert.equal(printPlace(asked), place);
    assert.equal(passageAt(document, asked)?.text, text);
  });

test('a stretch that ends with what has no words is that of its words', () => {
  const asked = parsePlace('b7-bb');
  const passage = asked && passageAt(document, asked);
  assert.equal(passage && printPlace(passage), 'b8');
});

test('what names no place is none', () => {
  for (const text of ['', 'b', 'x1', 'b1-', 'b1-b2-b3', 'B1', 'b1/../b2', `b${'1'.repeat(13)}`])
    assert.equal(parsePlace(text), undefined, text);
});

test('texts that read the same are folded to the same', () => {
  assert.equal(foldPassage('  Cafe\u0301 \u00a0\n\tau lait '), 'Café au lait');
  assert.equal(shortDigest(`sha256:${'3f9a0c71e2'.repeat(6)}abcd`), '3f9a0c71e2');
  assert.equal(parseDigest('3F9A0C71E2'), '3f9a0c71e2');
  assert.equal(parseDigest('3f9a0c71e'), undefined);
});

const names: readonly (readonly [form: string, family: string | undefined, printed: string])[] = [
  ['Falk, Henriette', 'Falk', 'Henriette Falk'],
  ['Bowen, General Frank Sayles, Jr.', 'Bowen', 'General Frank Sayles Bowen, Jr.'],
  ['Averell Harriman', 'Harriman', 'Averell Harriman'],
  ['William F. Sanford, Jr.', 'Sanford', 'William F. Sanford, Jr.'],
  ['Ludwig van der Rohe', 'Rohe', 'Ludwig van der Rohe'],
  ['Mao Zedong', undefined, 'Mao Zedong'],
  ['Kim Il Sung', undefined, 'Kim Il Sung'],
  ['Kuznetsov', undefined, 'Kuznetsov'],
  ['the keepers', undefined, 'the keepers'],
  ['Legation of Velgora', undefined, 'Legation of Velgora'],
  ['沈伯年', undefined, '沈伯年'],
];
for (const [form, family, printed] of names)
  test(`a name as bibliographies take it: ${form}`, () => {
    const name = citedPerson(form);
    assert.equal(name.kind === 'person' ? name.family : undefined, family);
    assert.equal(printName(name), printed);
  });
