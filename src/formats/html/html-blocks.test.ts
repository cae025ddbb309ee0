import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { blockId, passagesOf } from '../../core/text.ts';
import type { Block, Inline } from '../../core/text.ts';
import { readHtmlBlocks } from './html-blocks.ts';

const read = (html: string) => {
  let last = 0;
  return readHtmlBlocks(html, () => blockId(++last));
};

/** Blocks as a short notation: p[A *b*]. */
const brief = (blocks: readonly Block[]): string => blocks.map(briefBlock).join(' ');
function briefBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `p[${inlines(block.content)}]`;
    case 'heading':
      return `h${block.level}[${inlines(block.content)}]`;
    case 'list':
      return `${block.ordered ? 'ol' : 'ul'}(${block.items.map((item) => brief(item.blocks)).join(', ')})`;
    case 'quote':
      return `quote(${brief(block.blocks)})`;
    case 'table':
      return `table(${block.rows.map((row) => row.cells.map((cell) => inlines(cell.content)).join('|')).join('/')})`;
    default:
      return block.kind;
  }
}
const inlines = (content: readonly Inline[]): string =>
  content
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.kind === 'line-break') return '¶';
      if (part.kind === 'emphasis') return `${part.style}(${inlines(part.content)})`;
      if (part.kind === 'link') return `link(${inlines(part.content)})`;
      return part.kind;
    })
    .join('');

const cases: readonly (readonly [name: string, html: string, blocks: string])[] = [
  ['paragraphs', '<p>One</p>\n<p>Two</p>', 'p[One] p[Two]'],
  ['paragraphs whose ends are left out', '<p>One<p>Two', 'p[One] p[Two]'],
  ['text without any paragraph', 'One <b>two</b> three', 'p[One bold(two) three]'],
  ['breaks, and none at the ends', '<p><br>One<br/>Two<br></p>', 'p[One¶Two]'],
  ['headings', '<h2>A <i>b</i></h2><h6>C</h6>', 'h2[A italic(b)] h6[C]'],
  ['lists in lists', '<ul><li>A<ol><li>B<li>C</ol></li><li>D</ul>', 'ul(p[A] ol(p[B], p[C]), p[D])'],
  ['a quote', '<blockquote><p>A</p>B</blockquote>C', 'quote(p[A] p[B]) p[C]'],
  ['a table', '<table><tbody><tr><th>A<th>B<tr><td>C<td><p>D</p><p>E</p></table>', 'table(A|B/C|D¶E)'],
  ['entities', '<p>A &amp; B&nbsp;&#1057;&#x421; &lt;p&gt; &unknown;', 'p[A & B\u00a0СС <p> &unknown;]'],
  ['a link', '<a href="https://example.org/?a=1&amp;b=2">A</a>', 'p[link(A)]'],
  ['a link that would run is none', '<a href="javascript:alert(1)">A</a>', 'p[A]'],
  [
    'links within links',
    '<a href="https://a.org">A <a href="https://b.org">B</a> C</a>',
    'p[link(A )link(B) C]',
  ],
  ['tags that say nothing', '<div><span style="x">A</span></div><div>B</div>', 'p[A] p[B]'],
  ['emphasis left open', '<p><b>A</p><p>B</p>', 'p[bold(A)] p[B]'],
  ['ends without a beginning', '</p></b></li>A', 'p[A]'],
  ['a less-than sign', 'A < B and 1<2', 'p[A < B and 1<2]'],
  ['comments', 'A<!-- <b>x</b> -->B', 'p[AB]'],
  ['a rule', '<p>A<hr>B', 'p[A] rule p[B]'],
  ['nothing', ' <p> </p> ', ''],
];
for (const [name, html, blocks] of cases)
  test(`reads ${name}`, () => assert.equal(brief(read(html).blocks), blocks));

test('a tag that is not understood stands in the text and is said; a script is said and never shown', () => {
  const found = read('<p>A <marquee loop="2">B</marquee></p><script>alert("<p>x</p>")</script>');
  assert.equal(brief(found.blocks), 'p[A <marquee loop="2">B</marquee>]');
  assert.deepEqual(found.notUnderstood, [
    '<marquee loop="2">',
    '</marquee>',
    '<script>alert("<p>x</p>")</script>',
  ]);
});

test('no letter of any HTML is lost', () => {
  const piece = fc.constantFrom(
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<ul>',
    '<li>',
    '</ul>',
    '<table>',
    '<tr>',
    '<td>',
    '</table>',
    '<h2>',
    '</h2>',
    '<blockquote>',
    '<a href="https://x.org">',
    '</a>',
    '<br>',
    '<foo>',
    '<',
    '&',
    ' ',
    'L',
    'M',
    'N',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const blocks = read(pieces.join('')).blocks;
      const shown = [...passagesOf(blocks)].map((passage) => passage.text).join('');
      const letters = (text: string): string => text.replace(/[^LMN]/g, '');
      assert.deepEqual([...letters(shown)].sort(), [...letters(pieces.join(''))].sort());
    }),
    { numRuns: 1500, seed: 11 },
  );
});

test('a thousand tags within each other are read', () => {
  const deep = read('<blockquote>'.repeat(1000) + 'A' + '</blockquote>'.repeat(1000));
  assert.equal([...passagesOf(deep.blocks)].map((passage) => passage.text).join(''), 'A');
});
