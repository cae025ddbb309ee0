import { z } from 'zod';
import { block, note } from '../json/text-schema.ts';
import { named } from './listed.ts';
import { withheld } from './record.ts';

const madeBy = z
  .strictObject({ engine: z.string(), model: z.string().optional(), fromDigest: z.string().optional() })
  .describe('The engine that made it. Absent: it was given, or a person made it.');

/** What must be known of a document before its words are believed goes with each part of them. */
const ofDocument = {
  document: named,
  edition: z.int(),
  withheld: z
    .array(withheld)
    .optional()
    .describe('What the archive holds back of the document: of this text too, it may be. Absent: nothing.'),
  invented: z
    .string()
    .optional()
    .describe('The document is invented, no historical source: what is said of that.'),
};

const shared = {
  key: z
    .string()
    .describe('Its key within the document: s1 a scan, t-ru a transcription, t-en-1 a translation.'),
  kind: z.enum(['facsimile', 'transcription', 'translation']),
  language: z.string().optional().describe('BCP 47; of a scan absent.'),
  of: z.string().optional().describe('Of a translation: the key of what it translates.'),
  by: z.string().optional(),
  madeBy: madeBy.optional(),
  self: z.string(),
};

const pageListed = z.strictObject({
  number: z.int().describe('From 1, in order.'),
  label: z.string().optional().describe('As printed: "67", "IV", "l. 67".'),
  self: z.string(),
});

export const textList = z
  .strictObject({
    ...ofDocument,
    items: z.array(z.strictObject({ ...shared, blocks: z.int().optional(), pages: z.int() })),
  })
  .describe('The texts and scans of a document.');

export const documentText = z
  .strictObject({
    ...ofDocument,
    ...shared,
    pages: z.array(pageListed),
    text: z.strictObject({ blocks: z.array(block), notes: z.array(note) }).optional(),
    plain: z.string().optional().describe('Its words, a block a line.'),
  })
  .describe('A text of a document, or a scan with its pages.');

export const textPage = z
  .strictObject({
    ...ofDocument,
    ...shared,
    number: z.int(),
    label: z.string().optional(),
    plain: z.string().optional().describe('The words of the page. Absent: of a scan that nobody read.'),
    blocks: z.array(z.string()).optional().describe('The blocks that stand on it, whole or in part.'),
    image: z
      .strictObject({
        service: z.string().describe('IIIF Image API 3.'),
        widthPx: z.number(),
        heightPx: z.number(),
        alt: z.string().optional(),
      })
      .optional(),
  })
  .describe('One page of a text or scan.');

export const textBlock = z
  .strictObject({
    ...ofDocument,
    key: z.string(),
    kind: z.enum(['transcription', 'translation']),
    language: z.string(),
    place: z.string().describe('The block, or the first and last: "b5", "b5-b9".'),
    blocks: z
      .array(block)
      .optional()
      .describe('As they are kept. Absent: of a place that begins in one part and ends in another.'),
    notes: z.array(note).optional().describe('The notes that they mark.'),
    plain: z.string(),
    digest: z.string().describe('A sign of these words, as citations bear it.'),
    url: z.string().describe('Where the page has it.'),
    cite: z.string().describe('How it is cited.'),
    check: z.string().describe('Where the sign is checked.'),
  })
  .describe('A passage of a text.');
