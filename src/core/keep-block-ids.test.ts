import { test } from 'node:test';
import assert from 'node:assert/strict';
import type { ArchiveDocument } from './document.ts';
import { keepBlockIds, rememberVanished } from './keep-block-ids.ts';
import { sampleDocument } from './record.samples.ts';
import { UNDETERMINED } from './language.ts';
import { blockId, type Block, type Note } from './text.ts';

const paragraph = (n: number, words: string, sourceId?: string): Block => ({
  kind: 'paragraph',
  id: blockId(n),
  content: [words],
  ...(sourceId ? { sourceId } : {}),
});

const documentOf = (blocks: readonly Block[], notes: readonly Note[] = []): ArchiveDocument =>
  sampleDocument('A record', {
    renditions: [{ kind: 'transcription', key: 't', language: UNDETERMINED, text: { blocks, notes } }],
  });

const shown = (document: ArchiveDocument): readonly string[] =>
  document.renditions.flatMap((one) =>
    one.kind === 'facsimile'
      ? []
      : one.text.blocks.map(
          (block) => `${block.id} ${block.kind === 'paragraph' ? block.content.join('') : block.kind}`,
        ),
  );

const before = documentOf([
  paragraph(1, 'Present: three.'),
  paragraph(2, 'Stalin asks who made the marks on it.'),
  paragraph(3, 'The talk ended.'),
]);

test('what reads the same keeps its ids', () => {
  assert.deepEqual(keepBlockIds(before, 1, before), before);
});

test('a paragraph put in before the others moves no id', () => {
  const after = keepBlockIds(
    before,
    1,
    documentOf([
      paragraph(1, 'New.'),
      paragraph(2, 'Present: three.'),
      paragraph(3, 'Stalin asks who made the marks on it.'),
      paragraph(4, 'The talk ended.'),
    ]),
  );
  assert.deepEqual(shown(after), [
    'b4 New.',
    'b1 Present: three.',
    'b2 Stalin asks who made the marks on it.',
    'b3 The talk ended.',
  ]);
  assert.equal(after.vanished, undefined);
});

test('a corrected word leaves the passage what it is', () => {
  const after = keepBlockIds(
    before,
    1,
    documentOf([
      paragraph(1, 'Present: three.'),
      paragraph(2, 'Stalin asks who made the marks upon it.'),
      paragraph(3, 'The talk ended.'),
    ]),
  );
  assert.deepEqual(shown(after), [
    'b1 Present: three.',
    'b2 Stalin asks who made the marks upon it.',
    'b3 The talk ended.',
  ]);
});

test('what is gone is remembered with the last version that had it, and its id is never used again', () => {
  const second = keepBlockIds(
    before,
    1,
    documentOf([paragraph(1, 'Present: three.'), paragraph(2, 'The talk ended.')]),
  );
  assert.deepEqual(shown(second), ['b1 Present: three.', 'b3 The talk ended.']);
  assert.deepEqual(second.vanished, [{ block: 'b2', version: 1 }]);
  const third = keepBlockIds(
    second,
    2,
    documentOf([
      paragraph(1, 'Present: three.'),
      paragraph(2, 'Something else was said.'),
      paragraph(3, 'The talk ended.'),
    ]),
  );
  assert.deepEqual(shown(third), ['b1 Present: three.', 'b4 Something else was said.', 'b3 The talk ended.']);
  assert.deepEqual(third.vanished, [{ block: 'b2', version: 1 }]);
});

test('the id that the source gave is believed before the words', () => {
  const old = documentOf([paragraph(1, 'One.', 'p1'), paragraph(2, 'Two.', 'p2')]);
  const after = keepBlockIds(old, 1, documentOf([paragraph(1, 'Two.', 'p1'), paragraph(2, 'One.', 'p2')]));
  assert.deepEqual(shown(after), ['b1 Two.', 'b2 One.']);
});

test('marks of notes, links and alignments follow their passages', () => {
  const note = (id: number, inner: number): Note => ({
    id: blockId(id),
    label: '1',
    noteKind: 'footnote',
    blocks: [paragraph(inner, 'A note.')],
  });
  const withNote = (mark: number, inner: number, words: string, first: number): ArchiveDocument =>
    documentOf(
      [
        {
          kind: 'paragraph',
          id: blockId(first),
          content: [words, { kind: 'note-mark', note: blockId(mark), label: '1' }],
        },
      ],
      [note(mark, inner)],
    );
  const after = keepBlockIds(withNote(2, 3, 'Said.', 1), 1, withNote(5, 6, 'Said.', 4));
  assert.deepEqual(after, withNote(2, 3, 'Said.', 1));
});

test('a hand that gives its passages their ids is believed, and what it took out is remembered', () => {
  const after = rememberVanished(
    before,
    4,
    documentOf([paragraph(3, 'The talk ended.'), paragraph(9, 'New.')]),
  );
  assert.deepEqual(shown(after), ['b3 The talk ended.', 'b9 New.']);
  assert.deepEqual(after.vanished, [
    { block: 'b1', version: 4 },
    { block: 'b2', version: 4 },
  ]);
});
