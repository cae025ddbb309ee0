import { z } from 'zod';
import { FACET_FIELDS, SORTS, TEXT_FIELDS } from '../../core/query.ts';
import { LIMITS } from '../../core/query/symbols.ts';
import { LONGEST_VALUE } from '../public/unread-address.ts';

/** An id, or a number that the record bore elsewhere before. */
export const recordId = z
  .string()
  .regex(/^(?:[0-9]{1,18}|[dcapsrfteh][0-9a-hjkmnp-tv-z]{9})$/)
  .meta({ title: 'an id', description: 'Its id; a former identifier (digits) leads to it with 301.' });

export const limit = (most: number, otherwise: number) =>
  z.int().min(1).max(most).default(otherwise).describe('How many at once.');

export const cursor = z
  .string()
  .regex(/^[\w-]{14,200}$/)
  .optional()
  .meta({ title: 'a cursor', description: 'Where to go on: an earlier answer’s “next” has it.' });

export const textKey = z
  .string()
  .regex(/^[A-Za-z0-9][\w.:-]{0,63}$/)
  .meta({
    title: 'the key of a text',
    description: 'Its key within the document, as the list of texts says.',
  });

export const place = z
  .string()
  .regex(/^b[0-9a-z]{1,12}(?:-b[0-9a-z]{1,12})?$/)
  .meta({
    title: 'a block, or the first and last of several: b5, b5-b9',
    description: 'A block that has words; a stretch may begin and end with any.',
  });

export const pageNumber = z
  .int()
  .min(1)
  .max(100_000)
  .describe('Its number, from 1, in the order of the pages.');
export const editionNumber = z.int().min(1).max(9_999_999).describe('Its number, from 1.');

const value = z.string().min(1).max(LONGEST_VALUE);
const MOST_EACH = 20;

const FIELD_SAYS: Readonly<Record<(typeof FACET_FIELDS)[number], string>> = {
  kind: 'The kind of record: document, collection, agent, place …',
  collection: 'A collection, with all within it, by id or title.',
  person: 'A person or body, in whatever role, by id or name.',
  from: 'Who wrote or sent it.',
  to: 'Who received it.',
  participant: 'Who took part.',
  mentioned: 'Who is mentioned.',
  place: 'A place, in whatever role, by id or name.',
  'place-from': 'Where it was written or sent from.',
  'place-to': 'Where it was sent to.',
  'place-about': 'What place it is about.',
  subject: 'A subject, by id or name.',
  type: 'A genre: telegram, letter …',
  'agent-kind': 'person, body, office.',
  language: 'A language, as BCP 47 or by its name.',
  archive: 'The archive that has the original, by id or name.',
  unit: 'A unit of an archive: its path from the repository’s id down, or a reference in words.',
  has: 'What it has: scan, transcription, translation …',
  held: 'held or not-held.',
  marking: 'Its original classification.',
  'said-by': 'Who says so: human, rule, machine.',
  release: 'How it was released: full, part, denied.',
  redaction: 'What kind of thing an agency held back in it.',
  exemption: 'The exemption that was claimed for that.',
  event: 'An event that it is an account of, by id or name.',
  term: 'A term that it uses, by id.',
  letter: 'The first letter of its title.',
};

const facetFilters = Object.fromEntries(
  FACET_FIELDS.map((field) => [
    field,
    z
      .array(value)
      .max(MOST_EACH)
      .optional()
      .describe(`${FIELD_SAYS[field]} "-" before the value excludes it, "*" stands for any.`),
  ]),
);
const textFilters = Object.fromEntries(
  TEXT_FIELDS.map((field) => [
    field,
    z.array(value).max(MOST_EACH).optional().describe(`Words in this field. "-" before them: without.`),
  ]),
);

/** What a question may say, named as on the page of results and in the query language. */
export const question = {
  q: z
    .string()
    .max(LIMITS.characters)
    .optional()
    .describe('What is looked for, in the language of queries. Empty or absent: everything.'),
  in: z
    .string()
    .regex(/^(?:everything|documents|titles|collections|people|places|[dc][0-9a-hjkmnp-tv-z]{9})$/)
    .optional()
    .meta({
      title:
        'everything, documents, titles, collections, people, places, or the id of a collection or document',
      description: 'Where it is looked for; with the id of a document, within its texts.',
    }),
  ...facetFilters,
  ...textFilters,
  date: z
    .array(value)
    .max(MOST_EACH)
    .optional()
    .describe('Days, months or years: 1945-07..1946. "!" after it: certainly of then.'),
  exact: z.enum(['0', '1']).optional().describe('1: no other form of a name or word is searched.'),
  without: z
    .array(z.string().min(1).max(200))
    .max(50)
    .optional()
    .describe('A form of a name, or an id, that is not searched as well.'),
  spelling: z
    .enum(['kept'])
    .optional()
    .describe('kept: no other spelling is searched where nothing is found.'),
};

export const sort = z.enum(SORTS).optional().describe('The order; otherwise by relevance.');
