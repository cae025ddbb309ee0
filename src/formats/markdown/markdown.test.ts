import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ArchiveDocument } from '../../core/document.ts';
import type { Problem } from '../../core/problem.ts';
import { blockId, passagesOf } from '../../core/text.ts';
import type { Block, Inline } from '../../core/text.ts';
import { chunksOf } from '../encoding/lines.ts';
import { readMarkdownText } from './read-blocks.ts';
import { readMarkdown } from './read-markdown.ts';
import { writeBlocks } from './write-blocks.ts';

const textOf = (markdown: string) => {
  let last = 0;
  return readMarkdownText(markdown.split('\n'), () => blockId(++last));
};

const brief = (blocks: readonly Block[]): string => blocks.map(briefBlock).join(' ');
function briefBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `h${block.level}[${inlines(block.content)}]`;
    case 'paragraph':
      return `p[${inlines(block.content)}]`;
    case 'list':
      return `${block.ordered ? 'ol' : 'ul'}(${block.items.map((item) => brief(item.blocks)).join(', ')})`;
    case 'quote':
      return `quote(${brief(block.blocks)})`;
    case 'table':
      return `table(${block.rows.map((row) => (row.isHeader ? '*' : '') + row.cells.map((cell) => inlines(cell.content)).join('|')).join('/')})`;
    case 'verse':
      return `verse(${block.lines.map(inlines).join('/')})`;
    default:
      return block.kind;
  }
}
const inlines = (content: readonly Inline[]): string =>
  content
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.kind === 'line-break') return '¶';
      if (part.kind === 'note-mark') return `^${part.label}`;
      if (part.kind === 'emphasis') return `${part.style}(${inlines(part.content)})`;
      if (part.kind === 'link')
        return `link(${inlines(part.content)} ${part.to.kind === 'web' ? part.to.url : ''})`;
      return part.kind;
    })
    .join('');

const cases: readonly (readonly [name: string, markdown: string, blocks: string])[] = [
  [
    'paragraphs and headings',
    '# A *b*\n\nOne\ntwo\n\nThree ##\n## C ##',
    'h1[A italic(b)] p[One two] p[Three ##] h2[C]',
  ],
  [
    'emphasis of each kind',
    '*a* **b** ***c*** _d_ ~~e~~ `f*` <sup>2</sup>',
    'p[italic(a) bold(b) bold(italic(c)) italic(d) strikethrough(e) code(f*) superscript(2)]',
  ],
  [
    'marks that open nothing',
    'a * b, 2*3, snake_case_name, *open, a[0] <foo>',
    'p[a * b, 2*3, snake_case_name, *open, a[0] <foo>]',
  ],
  ['escaped marks and entities', '\\*a\\* \\# &amp; &nbsp;b \\&amp;', 'p[*a* # & \u00a0b &amp;]'],
  ['line breaks', 'a  \nb\\\nc<br>d', 'p[a¶b¶c¶d]'],
  [
    'links',
    '[A *b*](https://example.org/x_(y)) <https://example.org> [C](javascript:x) [D](#e)',
    'p[link(A italic(b) https://example.org/x_(y)) link(https://example.org https://example.org) C (javascript:x) D]',
  ],
  ['links within links', '[A [B](https://b.org)](https://a.org)', 'p[link(A B https://a.org)]'],
  ['lists in lists', '- a\n- b\n  1. c\n  2. d\n\n  e\n- f', 'ul(p[a], p[b] ol(p[c], p[d]) p[e], p[f])'],
  ['a list whose items are apart', '1. a\n\n2. b\n\nc', 'ol(p[a], p[b]) p[c]'],
  ['quotes', '> a\n> > b\n>\n> c\nd\n\ne', 'quote(p[a] quote(p[b]) p[c d]) p[e]'],
  ['a table', '| A | B |\n|---|:-:|\n| c \\| d | *e* |\n| f |', 'table(*A|B/c | d|italic(e)/f)'],
  ['lines between fences', '```\na *b*\n  c\n```\nd', 'verse(a *b*/  c) p[d]'],
  ['a rule', 'a\n\n***\n\n- - -', 'p[a] rule rule'],
  ['right to left and Chinese', '**שלום** 斯大林*同志*说', 'p[bold(שלום) 斯大林italic(同志)说]'],
];
for (const [name, markdown, blocks] of cases)
  test(`reads ${name}`, () => assert.equal(brief(textOf(markdown).blocks), blocks));

test('notes stand in the order of their marks, and one that nothing points to at the end', () => {
  const text = textOf(
    'A[^b] and[^a] and [^none].\n\n[^a]: First\n    goes on\n\n    twice\n[^b]: Second\n[^c]: Loose',
  );
  assert.equal(brief(text.blocks), 'p[A^b and^a and [^none].]');
  assert.deepEqual(
    text.notes.map((note) => `${note.label} ${brief(note.blocks)}`),
    ['b p[Second]', 'a p[First goes on] p[twice]', 'c p[Loose]'],
  );
  assert.deepEqual(text.unmarked, ['c']);
});

async function read(markdown: string, options?: Record<string, unknown>) {
  const problems: Problem[] = [];
  const documents: ArchiveDocument<string>[] = [];
  const keys: string[] = [];
  for await (const one of readMarkdown({
    name: 'x/letter.md',
    chunks: chunksOf(markdown),
    ...(options ? { options } : {}),
  })) {
    if (one.kind === 'problem') problems.push(one.problem);
    else if (one.draft.record.kind === 'document') {
      documents.push(one.draft.record);
      keys.push(one.draft.key);
    }
  }
  return { document: documents[0], problems, keys };
}

test('front matter describes, the text and its translation are renditions that answer to each other', async () => {
  const { document, problems, keys } = await read(`---
title: Letter
date: July, 1945
languages: [Russian]
author: Stalin, I. V.
places:
  - Moscow
  - Beijing
shelf: 12
---

Один.

Два.

--- translation: en, by B. Translator ---

One.

Two.
`);
  assert.deepEqual(problems, []);
  assert.deepEqual(keys, ['file:letter.md']);
  assert.equal(document?.dates[0]?.edtf, '1945-07');
  assert.deepEqual(
    document.places.map((one) => one.name),
    ['Moscow', 'Beijing'],
  );
  assert.deepEqual(document.otherFields, [{ name: 'shelf', value: '12' }]);
  assert.deepEqual(
    document.renditions.map((one) =>
      one.kind === 'facsimile' ? '' : `${one.key} ${one.kind} ${one.by ?? ''} ${brief(one.text.blocks)}`,
    ),
    ['t-ru transcription  p[Один.] p[Два.]', 't-en-1 translation B. Translator p[One.] p[Two.]'],
  );
  assert.equal(document.alignments[0]?.links.length, 2);
});

test('without front matter the first heading is the title', async () => {
  const { document, problems } = await read('# The *Letter*\n\nText', { language: 'de' });
  assert.deepEqual([document?.titles[0]?.text, document?.titles[0]?.lang], ['The Letter', 'de']);
  assert.deepEqual(problems, []);
});

const broken: readonly (readonly [name: string, markdown: string, line: number])[] = [
  ['is no YAML', '---\ntitle: A\ndate: [1945\n---\nText', 3],
  ['is never closed', '---\ntitle: A\n\nText', 1],
];
for (const [name, markdown, line] of broken)
  test(`front matter that ${name} is said with its line, and the text goes in`, async () => {
    const { document, problems } = await read(markdown);
    const said = problems.find((one) => one.code === 'front-matter-broken');
    assert.ok((said?.where.line ?? 0) >= line);
    const text = document?.renditions[0];
    assert.ok(text?.kind === 'transcription');
    assert.match([...passagesOf(text.text.blocks)].map((passage) => passage.text).join(' '), /Text/);
  });

const word = fc.constantFrom(
  'a',
  'Stalin',
  '斯大林',
  'x*y',
  '[z]',
  '1.',
  '#',
  '> q',
  '- m',
  'a_b_c',
  '&amp;',
  '<p>',
  '|',
  '`t`',
  '~~',
  'co-op',
  '\\',
  '!',
);
const plain = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const line: fc.Arbitrary<Inline[]> = fc
  .array(
    fc.tuple(
      plain,
      fc.constantFrom('bold' as const, 'italic' as const, 'code' as const, 'link' as const, 'break' as const),
      plain,
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) =>
    parts.flatMap(([before, kind, within]): Inline[] => {
      if (kind === 'break') return [before, { kind: 'line-break' }, `${within} `];
      if (kind === 'link')
        return [
          `${before} `,
          { kind: 'link', to: { kind: 'web', url: 'https://example.org/a' }, content: ['w'] },
          ' ',
        ];
      return [
        `${before} `,
        {
          kind: 'emphasis',
          style: kind,
          content: [kind === 'code' ? within : within.replace(/^[^\p{L}]*$/u, 'w')],
        },
        ' ',
      ];
    }),
  )
  .map((content) => [...content, 'end']);
const flat: fc.Arbitrary<Block> = fc.oneof(
  line.map((content): Block => ({ kind: 'paragraph', id: blockId(1), content })),
  plain.map((text): Block => ({ kind: 'heading', level: 2, id: blockId(1), content: [`${text} end`] })),
);
const anyBlocks: fc.Arbitrary<Block[]> = fc.array(
  fc.oneof(
    flat,
    fc
      .array(flat, { minLength: 1, maxLength: 2 })
      .map((blocks): Block => ({ kind: 'quote', id: blockId(1), blocks })),
    fc
      .tuple(
        fc.boolean(),
        fc.array(fc.array(flat, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
      )
      .map(([ordered, items]): Block => ({
        kind: 'list',
        id: blockId(1),
        ordered,
        items: items.map((blocks) => ({ blocks })),
      })),
    fc.array(plain, { minLength: 2, maxLength: 2 }).map((cells): Block => ({
      kind: 'table',
      id: blockId(1),
      rows: [
        { isHeader: true, cells: cells.map((text) => ({ content: [text], isHeader: true })) },
        { isHeader: false, cells: cells.map((text) => ({ content: [text] })) },
      ],
    })),
  ),
  { minLength: 1, maxLength: 4 },
);

test('blocks written as Markdown read back with the same words in the same blocks', () => {
  fc.assert(
    fc.property(anyBlocks, (blocks) => {
      const apart = blocks.flatMap((block): Block[] => [
        block,
        { kind: 'paragraph', id: blockId(1), content: ['then'] },
      ]);
      const again = textOf(writeBlocks(apart, () => undefined)).blocks;
      assert.equal(squeezed(brief(again)), squeezed(brief(apart)));
    }),
    { numRuns: 800, seed: 23 },
  );
});
const squeezed = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/ ?¶ ?/g, '¶').replace(/ \]/g, ']');

test('any text is read without failing, and no letter of it is lost', () => {
  const piece = fc.constantFrom(
    '*',
    '**',
    '_',
    '`',
    '[',
    ']',
    '(',
    ')',
    '\n',
    '\n\n',
    '> ',
    '- ',
    '1. ',
    '    ',
    '|',
    '---',
    '#',
    'L',
    'M',
    'N ',
    '\\',
    '<',
    '>',
    '~~',
    '```',
    '[^1]',
    '[^1]: ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const { blocks, notes } = textOf(pieces.join(''));
      const shown = [...passagesOf(blocks), ...notes.flatMap((note) => [...passagesOf(note.blocks)])]
        .map((passage) => passage.text)
        .join('');
      const letters = (text: string): string => [...text.replace(/[^LMN]/g, '')].sort().join('');
      assert.equal(letters(shown), letters(pieces.join('')));
    }),
    { numRuns: 2000, seed: 29 },
  );
});
