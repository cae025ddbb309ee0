import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainInline, type Block, type Inline } from '../text.ts';
import type { PageText } from './page-text.ts';
import { textOfPages } from './text-of-pages.ts';

/** Lines of words, each letter ten pixels wide; "¶" begins a paragraph; of "word?" the engine was unsure. */
const pageOf = (lines: readonly string[]): PageText => ({
  widthPx: 1000,
  heightPx: 1000,
  lines: lines.map((line, at) => {
    let x = 0;
    const words = line
      .replace('¶', '')
      .split(' ')
      .filter(Boolean)
      .map((text) => {
        const isUnsure = text.endsWith('?');
        const read = isUnsure ? text.slice(0, -1) : text;
        const confidence = isUnsure ? 0.5 : 0.95;
        const word = { text: read, x, y: at * 20, w: read.length * 10, h: 18, confidence };
        x += word.w + 10;
        return word;
      });
    return { isBlockStart: line.startsWith('¶'), words };
  }),
});

const shownPart = (part: Inline): string =>
  typeof part === 'string' ? part : part.kind === 'mark' ? `<${part.content.join('')}>` : '/';

const shown = (block: Block): string =>
  block.kind === 'page-break'
    ? `[${block.page.label}]`
    : block.kind === 'paragraph'
      ? block.content.map(shownPart).join('')
      : block.kind;

const CASES: readonly (readonly [says: string, lines: readonly string[], text: readonly string[]])[] = [
  ['lines run on', ['¶We have the honour', 'to report to you'], ['We have the honour to report to you']],
  ['a block is a paragraph', ['¶One two', '¶Three four'], ['One two', 'Three four']],
  ['without a beginning the first line begins', ['One two'], ['One two']],
  [
    'a line that ends early was ended by its writer',
    ['¶To the harbour board', 'Halvern', 'A longer line follows'],
    ['To the harbour board Halvern/A longer line follows'],
  ],
  [
    'a word divided by a hyphen is whole again',
    ['¶a long decla-', 'ration of it'],
    ['a long declaration of it'],
  ],
  ['a hyphen before a capital stays', ['¶the Franco-', 'Prussian War of'], ['the Franco-Prussian War of']],
  ['a soft hyphen always goes', ['¶a long Mit\u00ad', 'Teilung of it'], ['a long MitTeilung of it']],
  ['"¬" always goes', ['¶a long or¬', 'der of it all'], ['a long order of it all']],
  ['a dash is no hyphen', ['¶he came - and', '- then went - off'], ['he came - and - then went - off']],
  ['Chinese has no spaces', ['¶中華 民國 宣布', '政府 成立 said'], ['中華民國宣布政府成立 said']],
  ['Korean has', ['¶대한 민국', '정부 대한'], ['대한 민국 정부 대한']],
  ['an empty line is none', ['¶Seventeen', '', 'more lines'], ['Seventeen more lines']],
  ['a page without words', [], []],
  ['what was read in doubt is marked', ['¶To Mr Halv?', 'of the board'], ['To Mr <Halv> of the board']],
  ['doubtful words in a row are one', ['¶a? b? c d?', 'e? f? g'], ['<a b> c <d e f> g']],
  [
    'half of a divided word',
    ['¶a long decla-?', 'ration of or-', 'ders? came'],
    ['a long <decla>ration of or<ders> came'],
  ],
  ['a doubtful sign', ['¶中 華? 民 國', '政? 府 said?'], ['中<華>民國<政>府 <said>']],
  [
    'a line that its writer ended',
    ['¶Board?', 'A longer? line follows'],
    ['<Board>/A <longer> line follows'],
  ],
];
for (const [says, lines, text] of CASES)
  test(`the text of a page: ${says}`, () => {
    const made = textOfPages([{ label: '7', name: 'p7.jpg', text: pageOf(lines) }]);
    assert.deepEqual(made.blocks.map(shown), ['[7]', ...text]);
  });

test('each page begins with its label and the name of its image; ids are each their own', () => {
  const { blocks } = textOfPages([
    { label: 'i', name: 'a.jpg', text: pageOf(['¶One']) },
    { label: 'ii' },
    { label: '1', text: pageOf(['¶Two']) },
  ]);
  assert.deepEqual(
    blocks.flatMap((block) => (block.kind === 'page-break' ? [block.page] : [])),
    [{ label: 'i', image: 'a.jpg' }, { label: 'ii' }, { label: '1' }],
  );
  assert.equal(new Set(blocks.map(({ id }) => id)).size, blocks.length);
  assert.deepEqual(
    blocks.flatMap((block) => (block.kind === 'paragraph' ? [plainInline(block.content)] : [])),
    ['One', 'Two'],
  );
});
