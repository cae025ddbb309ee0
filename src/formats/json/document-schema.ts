import { z } from 'zod';
import { CONTRIBUTION_ROLES } from '../../core/contribution.ts';
import { RELATIONS } from '../../core/document.ts';
import { REFERENCE_LEVELS } from '../../core/source.ts';
import { text } from './text-schema.ts';
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

export const referenceStep = z.strictObject({
  level: z.enum(REFERENCE_LEVELS),
  code: z.string(),
  label: z.string().exactOptional(),
});
export const referencePath = z.strictObject({
  repositoryName: z.string(),
  repository: reference.exactOptional(),
  steps: z.array(referenceStep),
});
const source = z.strictObject({
  verbatim: z.string().exactOptional(),
  original: referencePath.exactOptional(),
  copy: referencePath.exactOptional(),
  edition: z.strictObject({ words: z.string(), url: z.string().exactOptional() }).exactOptional(),
  unparsed: z.string().exactOptional(),
});

export const contribution = z.strictObject({
  role: z.enum(CONTRIBUTION_ROLES),
  name: z.string(),
  agent: reference.exactOptional(),
  rendition: z.string().exactOptional(),
  station: z.string().exactOptional(),
});

export const madeBy = z.strictObject({
  engine: z.string(),
  model: z.string().exactOptional(),
  fromDigest: z.string().exactOptional(),
});
export const renditionBase = {
  key: z.string(),
  file: z.strictObject({ digest: z.string(), name: z.string(), mediaType: z.string() }).exactOptional(),
  madeBy: madeBy.exactOptional(),
  rightsWords: z.string().exactOptional(),
};
const textLayer = z.strictObject({
  digest: z.string(),
  words: z.number(),
  confidence: z.number().exactOptional(),
  madeBy: madeBy.exactOptional(),
});
export const facsimilePage = z.strictObject({
  label: z.string(),
  image: z.strictObject({
    digest: z.string(),
    mediaType: z.string(),
    widthPx: z.number(),
    heightPx: z.number(),
    page: z.number().exactOptional(),
    blackened: z
      .array(z.strictObject({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }))
      .exactOptional(),
  }),
  name: z.string().exactOptional(),
  alt: z.string().exactOptional(),
  textLayer: textLayer.exactOptional(),
});
export const transcription = z.strictObject({
  kind: z.literal('transcription'),
  ...renditionBase,
  language,
  by: z.string().exactOptional(),
  text,
});
export const translation = z.strictObject({
  kind: z.literal('translation'),
  ...renditionBase,
  language,
  of: z.string().exactOptional(),
  by: z.string().exactOptional(),
  text,
});
const rendition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('facsimile'), ...renditionBase, pages: z.array(facsimilePage) }),
  transcription,
  translation,
]);
const alignment = z.strictObject({
  from: z.string(),
  to: z.string(),
  links: z.array(
    z.strictObject({
      from: z.array(blockIdValue),
      to: z.array(blockIdValue),
      basis: z.enum(['given', 'by-hand', 'guessed']),
    }),
  ),
});

const release = z.strictObject({
  key: z.string(),
  date: z.string().exactOptional(),
  authority: z.string(),
  authorityAgent: recordId.exactOptional(),
  caseNumber: z.string().exactOptional(),
  outcome: z.enum(['full', 'part', 'denied']),
  exemptions: z.array(z.string()),
  words: z.string().exactOptional(),
  rendition: z.string().exactOptional(),
});

const placeMention = z.strictObject({
  place: reference,
  role: z.enum(['written-at', 'sent-from', 'received-at', 'about', 'mentioned', 'event']),
  name: z.string().exactOptional(),
});
const ownNumber = z.strictObject({
  numberKind: z.enum(['telegram', 'dispatch', 'airgram', 'time-group', 'case', 'file', 'circular', 'other']),
  value: z.string(),
  from: z.string().exactOptional(),
  to: z.string().exactOptional(),
});
const related = z.strictObject({
  document: reference,
  relation: z.enum(RELATIONS),
  words: z.string().exactOptional(),
});
const holding = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('held') }),
  z.strictObject({
    kind: z.literal('not-held'),
    reason: z.enum(['withheld-in-full', 'not-found', 'closed', 'not-printed', 'destroyed', 'other']),
    words: z.string(),
  }),
]);
export const mention = z.strictObject({ key: z.string(), to: reference });

export const documentSchema = z.strictObject({
  kind: z.literal('document'),
  identifiers: z.array(identifier),
  titles: z.array(title),
  summaries: z.array(langText),
  dates: z.array(cataloguedDate),
  genre: z.string().exactOptional(),
  contributions: z.array(contribution),
  subjects: z.array(reference),
  places: z.array(placeMention),
  languages: z.array(language),
  marking: z.strictObject({
    classification: z.string().exactOptional(),
    handling: z.array(z.string()),
  }),
  numbers: z.array(ownNumber),
  source,
  rights,
  funders: z.array(z.string()),
  creditLine: z.string().exactOptional(),
  releases: z.array(release),
  renditions: z.array(rendition),
  alignments: z.array(alignment),
  related: z.array(related),
  collections: z.array(z.strictObject({ collection: reference, sequence: z.number() })),
  mentions: z.array(mention),
  holding,
  otherFields: z.array(z.strictObject({ name: z.string(), value: z.string() })).exactOptional(),
  attestations: z.array(attestation),
  vanished: z
    .array(z.strictObject({ block: blockIdValue, version: z.number().int().positive() }))
    .readonly()
    .exactOptional(),
  invented: z.string().exactOptional(),
});
