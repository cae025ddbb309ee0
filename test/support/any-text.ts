import fc from 'fast-check';
import type { Block, Inline, LinkTarget, Note, Text } from '../../src/core/text.ts';
import { blockId } from '../../src/core/text.ts';
import { anyEdtf, anyLanguage, few, words } from './any-values.ts';

const anyBlockId = fc.nat({ max: 5000 }).map(blockId);
const anyRedaction = fc.record(
  {
    words,
    withheldKind: words,
    extent: fc.record(
      {
        amount: fc.nat(50),
        unit: fc.constantFrom('word', 'line', 'paragraph', 'page', 'other'),
        isApproximate: fc.boolean(),
      },
      { requiredKeys: ['amount', 'unit'] },
    ),
    exemption: words,
    shownLater: fc.record({ release: words, words }),
  },
  { requiredKeys: ['words'] },
);
const anyPage = fc.record({ label: words, image: words, sourceId: words }, { requiredKeys: ['label'] });
const anyTarget: fc.Arbitrary<LinkTarget> = fc.oneof(
  fc.record(
    { kind: fc.constant('identifier' as const), identifier: words, block: words },
    { requiredKeys: ['kind', 'identifier'] },
  ),
  fc.record({ kind: fc.constant('block' as const), block: anyBlockId }),
  fc.record(
    { kind: fc.constant('number' as const), number: words, from: words, to: words },
    { requiredKeys: ['kind', 'number'] },
  ),
  fc.record({ kind: fc.constant('web' as const), url: fc.constant('https://example.org/') }),
);

const inner: fc.Arbitrary<readonly Inline[]> = few(words);
const anyInline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 4, arbitrary: words },
  fc.record({
    kind: fc.constant('emphasis' as const),
    style: fc.constantFrom('italic', 'bold', 'superscript', 'code'),
    content: inner,
  }),
  fc.record(
    {
      kind: fc.constant('name' as const),
      of: fc.constantFrom('agent', 'place', 'term'),
      key: words,
      content: inner,
    },
    { requiredKeys: ['kind', 'of', 'content'] },
  ),
  fc.record(
    { kind: fc.constant('date' as const), date: anyEdtf, content: inner },
    { requiredKeys: ['kind', 'content'] },
  ),
  fc.record({ kind: fc.constant('link' as const), to: anyTarget, content: inner }),
  fc.record({ kind: fc.constant('note-mark' as const), note: anyBlockId, label: words }),
  fc.record({ kind: fc.constant('page-mark' as const), page: anyPage }),
  fc.record({ kind: fc.constant('line-break' as const) }),
  fc.record({ kind: fc.constant('redaction' as const), redaction: anyRedaction }),
  fc.record(
    {
      kind: fc.constant('mark' as const),
      mark: fc.constantFrom('unclear', 'supplied', 'gap', 'hand'),
      note: words,
      content: inner,
    },
    { requiredKeys: ['kind', 'mark', 'content'] },
  ),
  fc.record(
    {
      kind: fc.constant('span' as const),
      lang: anyLanguage,
      dir: fc.constantFrom('rtl', 'ltr'),
      content: inner,
    },
    { requiredKeys: ['kind', 'content'] },
  ),
);
const content = few(anyInline);

const base = {
  id: anyBlockId,
  lang: anyLanguage,
  dir: fc.constantFrom('rtl' as const, 'ltr' as const),
  sourceId: words,
  place: fc.constantFrom('center' as const, 'right' as const, 'indent' as const),
};
const anyFlatBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('heading' as const),
      level: fc.constantFrom(1, 2, 3, 4, 5, 6),
      ...base,
      content,
    },
    { requiredKeys: ['kind', 'level', 'id', 'content'] },
  ),
  fc.record(
    {
      kind: fc.constantFrom('paragraph' as const, 'opener' as const, 'closer' as const, 'rule' as const),
      ...base,
      content,
    },
    { requiredKeys: ['kind', 'id', 'content'] },
  ),
  fc.record(
    {
      kind: fc.constant('table' as const),
      ...base,
      rows: few(
        fc.record({
          isHeader: fc.boolean(),
          cells: few(
            fc.record(
              { content, columns: fc.nat(4), rows: fc.nat(4), isHeader: fc.boolean() },
              { requiredKeys: ['content'] },
            ),
          ),
        }),
      ),
      caption: content,
    },
    { requiredKeys: ['kind', 'id', 'rows'] },
  ),
  fc.record(
    { kind: fc.constant('verse' as const), ...base, lines: few(content) },
    { requiredKeys: ['kind', 'id', 'lines'] },
  ),
  fc.record(
    { kind: fc.constant('figure' as const), ...base, file: words, caption: content },
    { requiredKeys: ['kind', 'id'] },
  ),
  fc.record(
    { kind: fc.constant('page-break' as const), ...base, page: anyPage },
    { requiredKeys: ['kind', 'id', 'page'] },
  ),
  fc.record(
    { kind: fc.constant('redaction' as const), ...base, redaction: anyRedaction },
    { requiredKeys: ['kind', 'id', 'redaction'] },
  ),
);
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  { weight: 4, arbitrary: anyFlatBlock },
  fc.record(
    {
      kind: fc.constant('list' as const),
      ...base,
      ordered: fc.boolean(),
      items: few(fc.record({ label: content, blocks: few(anyFlatBlock) }, { requiredKeys: ['blocks'] })),
      caption: content,
    },
    { requiredKeys: ['kind', 'id', 'ordered', 'items'] },
  ),
  fc.record(
    { kind: fc.constant('quote' as const), ...base, blocks: few(anyFlatBlock) },
    { requiredKeys: ['kind', 'id', 'blocks'] },
  ),
  fc.record(
    { kind: fc.constant('part' as const), ...base, role: words, blocks: few(anyFlatBlock) },
    { requiredKeys: ['kind', 'id', 'role', 'blocks'] },
  ),
);
const anyNote: fc.Arbitrary<Note> = fc.record(
  {
    id: anyBlockId,
    label: words,
    noteKind: fc.constantFrom('source', 'footnote', 'editorial', 'margin'),
    lang: anyLanguage,
    sourceId: words,
    blocks: few(anyFlatBlock),
  },
  { requiredKeys: ['id', 'label', 'noteKind', 'blocks'] },
);

/** Any text that core's types allow: each kind of block and of inline. */
export const anyText: fc.Arbitrary<Text> = fc.record({ blocks: few(anyBlock), notes: few(anyNote) });
