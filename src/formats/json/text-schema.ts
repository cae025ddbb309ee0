import { z } from 'zod';
import { REDACTION_UNITS } from '../../core/redaction.ts';
import { EDITORIAL_MARKS, EMPHASIS_STYLES } from '../../core/text.ts';
import type { Block, Inline, Note, Text } from '../../core/text.ts';
import { blockIdValue, direction, edtf, language } from './values.ts';

export const redaction = z.strictObject({
  words: z.string(),
  withheldKind: z.string().exactOptional(),
  extent: z
    .strictObject({
      amount: z.number(),
      unit: z.enum(REDACTION_UNITS),
      isApproximate: z.boolean().exactOptional(),
    })
    .exactOptional(),
  exemption: z.string().exactOptional(),
  shownLater: z.strictObject({ release: z.string(), words: z.string() }).exactOptional(),
});

export const pageMark = z.strictObject({
  label: z.string(),
  image: z.string().exactOptional(),
  sourceId: z.string().exactOptional(),
});

const linkTarget = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('identifier'),
    identifier: z.string(),
    block: z.string().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('block'), block: blockIdValue }),
  z.strictObject({
    kind: z.literal('number'),
    number: z.string(),
    from: z.string().exactOptional(),
    to: z.string().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('web'), url: z.string() }),
]);

/** What stands within a block, as {@link Inline} says. */
export const inlines: z.ZodType<readonly Inline[]> = z.lazy(() =>
  z.array(z.union([z.string(), inlineElement])),
);
const content = { content: inlines };

export const inlineElement = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('emphasis'),
    style: z.enum(EMPHASIS_STYLES),
    ...content,
  }),
  z.strictObject({
    kind: z.literal('name'),
    of: z.enum(['agent', 'place', 'term']),
    key: z.string().exactOptional(),
    ...content,
  }),
  z.strictObject({ kind: z.literal('date'), date: edtf.exactOptional(), ...content }),
  z.strictObject({ kind: z.literal('link'), to: linkTarget, ...content }),
  z.strictObject({ kind: z.literal('note-mark'), note: blockIdValue, label: z.string() }),
  z.strictObject({ kind: z.literal('page-mark'), page: pageMark }),
  z.strictObject({ kind: z.literal('line-break') }),
  z.strictObject({ kind: z.literal('redaction'), redaction }),
  z.strictObject({
    kind: z.literal('mark'),
    mark: z.enum(EDITORIAL_MARKS),
    note: z.string().exactOptional(),
    ...content,
  }),
  z.strictObject({
    kind: z.literal('span'),
    lang: language.exactOptional(),
    dir: direction.exactOptional(),
    ...content,
  }),
]);

const base = {
  id: blockIdValue,
  lang: language.exactOptional(),
  dir: direction.exactOptional(),
  sourceId: z.string().exactOptional(),
  place: z.enum(['center', 'right', 'indent']).exactOptional(),
};
const caption = { caption: inlines.exactOptional() };
/** Blocks, as {@link Block} says. */
export const blocks: z.ZodType<readonly Block[]> = z.lazy(() => z.array(block));

const cell = z.strictObject({
  content: inlines,
  columns: z.number().exactOptional(),
  rows: z.number().exactOptional(),
  isHeader: z.boolean().exactOptional(),
});

export const block = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('heading'),
    level: z.literal([1, 2, 3, 4, 5, 6]),
    ...base,
    ...content,
  }),
  z.strictObject({ kind: z.literal('paragraph'), ...base, ...content }),
  z.strictObject({ kind: z.literal('opener'), ...base, ...content }),
  z.strictObject({ kind: z.literal('closer'), ...base, ...content }),
  z.strictObject({
    kind: z.literal('list'),
    ordered: z.boolean(),
    items: z.array(z.strictObject({ label: inlines.exactOptional(), blocks })),
    ...base,
    ...caption,
  }),
  z.strictObject({
    kind: z.literal('table'),
    rows: z.array(z.strictObject({ isHeader: z.boolean(), cells: z.array(cell) })),
    ...base,
    ...caption,
  }),
  z.strictObject({ kind: z.literal('quote'), ...base, blocks }),
  z.strictObject({ kind: z.literal('verse'), ...base, lines: z.array(inlines) }),
  z.strictObject({ kind: z.literal('figure'), ...base, file: z.string().exactOptional(), ...caption }),
  z.strictObject({ kind: z.literal('part'), ...base, role: z.string(), blocks }),
  z.strictObject({ kind: z.literal('page-break'), ...base, page: pageMark }),
  z.strictObject({ kind: z.literal('redaction'), ...base, redaction }),
  z.strictObject({ kind: z.literal('rule'), ...base, ...content }),
]);

export const note: z.ZodType<Note> = z.strictObject({
  id: blockIdValue,
  label: z.string(),
  noteKind: z.enum(['source', 'footnote', 'editorial', 'margin']),
  lang: language.exactOptional(),
  sourceId: z.string().exactOptional(),
  blocks,
});

/** A text at rest, as {@link Text} says. */
export const text: z.ZodType<Text> = z.strictObject({ blocks, notes: z.array(note) });
