import { z } from 'zod';
import {
  documentSchema,
  facsimilePage,
  renditionBase,
  transcription,
  translation,
} from '../json/document-schema.ts';
import * as records from '../json/record-schema.ts';
import { agentKind, id, instant, kind, named } from './listed.ts';

const region = z.strictObject({ x: z.number(), y: z.number(), w: z.number(), h: z.number() });

/** What readers get of a page image: parts of it may be held back, which no record says of itself. */
const publicPage = facsimilePage.extend({
  image: facsimilePage.shape.image.extend({
    blackened: z.array(region).optional().describe('Parts of it that are black wherever it is shown.'),
  }),
});
const facsimile = z.strictObject({
  kind: z.literal('facsimile'),
  ...renditionBase,
  pages: z.array(publicPage),
});
export const rendition = z
  .discriminatedUnion('kind', [facsimile, transcription, translation])
  .describe('A form in which a document is held: a scan, a transcription, a translation.');

export const edition = z
  .strictObject({
    number: z.int(),
    version: z.int(),
    at: instant,
    by: z.string(),
    why: z.string().optional(),
  })
  .describe('What was published once: the first is 1.');

export const withheld = z
  .strictObject({
    scope: z.enum(['whole', 'rendition', 'blocks', 'field', 'regions']),
    reason: z.enum(['living-person', 'court-order', 'rights', 'donor', 'security', 'other']),
    words: z.string(),
    until: z.string().optional(),
  })
  .describe('That the archive holds something back today; never what.');

export const form = z
  .strictObject({ mediaType: z.string(), url: z.string() })
  .describe('Another form in which a record is had.');

/** What is said of a record beside its own words. */
const around = {
  id,
  kind,
  agentKind: agentKind.optional(),
  title: z.string(),
  lang: z.string().optional(),
  url: z.string().describe('Its page, for people: the canonical address.'),
  self: z.string().describe('Its address in this interface.'),
  ark: z.string().optional().describe('Its archival resource key, where the archive gives such names.'),
  edition,
  editions: z.int().describe('How many editions it has had.'),
  withheld: z.array(withheld),
  changed: instant.describe('When its public form last changed; the header Last-Modified says it too.'),
  opened: instant.describe('When readers first had it.'),
  forms: z.array(form),
  named: z
    .record(z.string(), named)
    .describe('Every public record that it refers to, by the id that it refers by.'),
};

/** The records that the API gives, by kind: all that is public of one, with what it names. */
export const RECORDS = {
  document: z
    .strictObject({ ...around, record: documentSchema.extend({ renditions: z.array(rendition) }) })
    .describe('A document.'),
  collection: z.strictObject({ ...around, record: records.collection }).describe('A collection.'),
  agent: z.strictObject({ ...around, record: records.agent }).describe('A person, body or office.'),
  place: z.strictObject({ ...around, record: records.place }).describe('A place.'),
  subject: z.strictObject({ ...around, record: records.subject }).describe('A subject.'),
  term: z.strictObject({ ...around, record: records.term }).describe('An abbreviation or code word.'),
  event: z.strictObject({ ...around, record: records.event }).describe('A meeting, visit, crisis.'),
  repository: z.strictObject({ ...around, record: records.repository }).describe('An archive.'),
  unit: z
    .strictObject({ ...around, record: records.unit })
    .describe('A unit of description: fonds, series, file.'),
} as const;

export type PublicKind = keyof typeof RECORDS;
export const PUBLIC_KINDS: readonly PublicKind[] = [
  'document',
  'collection',
  'agent',
  'place',
  'subject',
  'term',
  'event',
  'repository',
  'unit',
];

export const editionList = z
  .strictObject({
    record: named,
    items: z.array(edition.extend({ url: z.string().optional(), self: z.string() })),
  })
  .describe('The public editions of a record, the oldest first.');
