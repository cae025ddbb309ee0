import { z } from 'zod';
import type { SourceKey } from '../../core/draft.ts';
import type { ArchiveRecord } from '../../core/record.ts';
import { contribution, documentSchema, mention, referenceStep } from './document-schema.ts';
import { blocks, text } from './text-schema.ts';
import {
  attestation,
  blockIdValue,
  cataloguedDate,
  identifier,
  langText,
  language,
  recordId,
  reference,
  rights,
  title,
} from './values.ts';

export const name = z.strictObject({
  form: z.string(),
  lang: language.exactOptional(),
  romanisation: z
    .enum([
      'pinyin',
      'wade-giles',
      'postal',
      'bgn-pcgn',
      'ala-lc',
      'iso-9',
      'mccune-reischauer',
      'revised',
      'other',
    ])
    .exactOptional(),
  kind: z.enum(['preferred', 'variant', 'former', 'cover', 'pseudonym', 'abbreviation']),
  years: z.string().exactOptional(),
  from: recordId.exactOptional(),
});
const authority = {
  identifiers: z.array(identifier),
  names: z.array(name),
  notes: z.array(langText),
  links: z.array(z.strictObject({ scheme: z.string(), url: z.string() })),
  attestations: z.array(attestation),
  invented: z.string().exactOptional(),
};

const collectionImage = z.strictObject({
  digest: z.string().exactOptional(),
  mediaType: z.string().exactOptional(),
  widthPx: z.number().exactOptional(),
  heightPx: z.number().exactOptional(),
  caption: z.string().exactOptional(),
  credit: z.string().exactOptional(),
  alt: z.string().exactOptional(),
});
const matter = z.strictObject({
  slug: z.string(),
  title: z.string(),
  position: z.enum(['front', 'back']),
  text,
  mentions: z.array(mention),
});
export const collection = z.strictObject({
  kind: z.literal('collection'),
  identifiers: z.array(identifier),
  titles: z.array(title),
  description: blocks,
  descriptionLang: z.string().exactOptional(),
  seeAlso: z.array(z.strictObject({ collection: reference, words: z.string().exactOptional() })),
  period: z.string().exactOptional(),
  image: collectionImage.exactOptional(),
  curators: z.array(z.string()),
  published: z
    .strictObject({
      series: z.string().exactOptional(),
      subseries: z.string().exactOptional(),
      volume: z.string().exactOptional(),
      title: z.string().exactOptional(),
      editors: z.array(z.string()),
      publisher: z.string().exactOptional(),
      place: z.string().exactOptional(),
      year: z.string().exactOptional(),
    })
    .exactOptional(),
  parents: z.array(z.strictObject({ collection: reference, sequence: z.number() })),
  matter: z.array(matter),
  savedQuery: z.string().exactOptional(),
  rights,
  notes: z.array(langText),
  attestations: z.array(attestation),
  isFeatured: z.boolean().exactOptional(),
  invented: z.string().exactOptional(),
});

export const agent = z.strictObject({
  kind: z.literal('agent'),
  ...authority,
  agentKind: z.enum(['person', 'body', 'office']),
  years: z.string().exactOptional(),
});
export const place = z.strictObject({
  kind: z.literal('place'),
  ...authority,
  coordinates: z.strictObject({ latitude: z.number(), longitude: z.number() }).exactOptional(),
  within: reference.exactOptional(),
});
export const subject = z.strictObject({
  kind: z.literal('subject'),
  ...authority,
  broader: z.array(reference),
});
export const repository = z.strictObject({
  kind: z.literal('repository'),
  ...authority,
  place: reference.exactOptional(),
  country: z.string().exactOptional(),
});
export const unit = z.strictObject({
  kind: z.literal('unit'),
  identifiers: z.array(identifier),
  repository: reference,
  path: z.array(referenceStep),
  level: z.string(),
  titles: z.array(langText),
  dateWords: z.string().exactOptional(),
  edtf: z.string().exactOptional(),
  extent: z.string().exactOptional(),
  elements: z.array(z.strictObject({ element: z.string(), text: z.string() })),
  accessWords: z.string().exactOptional(),
  order: z.number(),
  attestations: z.array(attestation),
  invented: z.string().exactOptional(),
});
export const term = z.strictObject({
  kind: z.literal('term'),
  identifiers: z.array(identifier),
  form: z.string(),
  lang: language.exactOptional(),
  expansion: z.string(),
  notes: z.array(langText),
  explainedIn: z.array(reference),
  attestations: z.array(attestation),
  invented: z.string().exactOptional(),
});
export const event = z.strictObject({
  kind: z.literal('event'),
  ...authority,
  dates: z.array(cataloguedDate),
  places: z.array(reference),
  participants: z.array(contribution),
  accounts: z.array(z.strictObject({ document: reference, side: z.string() })),
  agenda: z
    .array(
      z.strictObject({
        title: z.string(),
        passages: z.array(z.strictObject({ document: reference, blocks: z.array(blockIdValue) })),
      }),
    )
    .exactOptional(),
});

/**
 * What a record may say in JSON: every field of core's types and none else. References are read as keys,
 * "dk4m7q2zxh" as "id:dk4m7q2zxh".
 */
export const recordSchema: z.ZodType<ArchiveRecord<SourceKey>> = z.discriminatedUnion('kind', [
  documentSchema,
  collection,
  agent,
  place,
  subject,
  repository,
  unit,
  term,
  event,
]);
