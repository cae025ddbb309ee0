import { z } from 'zod';
import { dated, named } from './listed.ts';

export const quotationAsked = z
  .strictObject({ text: z.string().min(1), reference: z.string().optional() })
  .describe('A quotation, and what is said of where it stands: an address, a citation, a reference.');

const check = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('stands'), edition: z.int() }),
    z.strictObject({
      kind: z.literal('stood'),
      edition: z.int(),
      newest: z.int(),
      isThereStill: z.boolean(),
    }),
    z.strictObject({ kind: z.literal('not-found'), looked: z.int() }),
  ])
  .describe('Whether a passage has the words of a sign.');

const referenceRead = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('document'),
    document: named,
    sign: z.strictObject({ place: z.string(), digest: z.string(), check }).optional(),
  }),
  z.strictObject({ kind: z.literal('file'), words: z.string(), documents: z.int() }),
  z.strictObject({ kind: z.literal('not-here') }),
]);

const place = z
  .strictObject({
    document: named,
    date: dated.optional(),
    kind: z.enum(['transcription', 'translation']),
    language: z.string(),
    edition: z.int(),
    newest: z.int(),
    verdict: z
      .enum(['exact', 'forgiven', 'differs'])
      .describe('forgiven: so but for marks, breaks of lines and the like, which `forgiven` lists.'),
    forgiven: z.array(z.string()),
    spelt: z
      .array(z.strictObject({ quote: z.string(), text: z.string() }))
      .describe('Words that are the same and written otherwise: “fuer” for “für”.'),
    first: z.string(),
    last: z.string(),
    before: z.string(),
    after: z.string(),
    same: z.int().describe('How many of its words stand so, of `words`.'),
    words: z.int(),
    stretches: z.array(
      z.strictObject({
        kind: z.enum(['same', 'differs', 'left-out', 'added']),
        quote: z.string(),
        text: z.string(),
      }),
    ),
    isReferred: z.boolean(),
    url: z.string(),
  })
  .describe('A document in which the quotation stands, so or nearly so.');

export const quotation = z
  .strictObject({
    reference: referenceRead,
    compared: z.int().describe('How many documents were compared word by word.'),
    places: z.array(place).describe('Best first; none: it was found in none of those.'),
  })
  .describe('Whether a quotation stands so, where, and what differs.');
