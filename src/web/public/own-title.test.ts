import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseLanguage } from '../../core/language.ts';
import { blockId, type Block, type Inline } from '../../core/text.ts';
import { ownTitleOf } from './own-title.ts';

const lang = parseLanguage('en');
const titles =
  lang === undefined
    ? []
    : [{ text: 'Telegram From Ambassador Johnson', lang, titleKind: 'supplied' as const }];
const mark: Inline = { kind: 'note-mark', note: blockId(9), label: '1' };
const heading = (...content: readonly Inline[]): Block => ({
  id: blockId(2),
  kind: 'heading',
  level: 1,
  content,
});
const leaf: Block = { id: blockId(1), kind: 'page-break', page: { label: '4' } };

test('a text’s first heading is its own title where it says the same, its number and note aside', () => {
  const cases: readonly (readonly [string, readonly Block[], boolean])[] = [
    ['the same', [heading('Telegram From Ambassador Johnson')], true],
    ['numbered, with a note', [heading('2. Telegram from Ambassador ', 'Johnson', mark)], true],
    ['numbered in brackets', [heading('[12] Telegram From Ambassador Johnson')], true],
    ['after the beginning of a page', [leaf, heading('2. Telegram From Ambassador Johnson')], true],
    ['another heading', [heading('2. Telegram From Ambassador Menon')], false],
    [
      'a heading that is further in',
      [
        { id: blockId(3), kind: 'paragraph', content: ['Geneva'] },
        heading('Telegram From Ambassador Johnson'),
      ],
      false,
    ],
    ['no text', [], false],
  ];
  for (const [says, blocks, isOwn] of cases)
    assert.equal(ownTitleOf(titles, { blocks, notes: [] }), isOwn ? blockId(2) : undefined, says);
});
