import { z } from 'zod';
import { FACET_FIELDS } from '../../core/query.ts';
import { hit, named, stretch } from './listed.ts';

const facetField = z.enum(FACET_FIELDS);
export const facetValue = z
  .strictObject({
    value: z.string().describe('As a filter takes it.'),
    label: z.string().optional().describe('What a record is called whose id the value is.'),
    count: z.int(),
  })
  .describe('A value of a facet, and how many results have it.');

export const facet = z
  .strictObject({
    values: z.array(facetValue),
    more: z.int().describe('How many further values there are.'),
    all: z.string().describe('Where all of them are listed.'),
  })
  .describe('The most frequent values of a field under a question.');

export const yearCount = z
  .strictObject({
    year: z.int(),
    certain: z.int().describe('Documents dated within the year.'),
    possible: z.int().describe('Documents that may also fall in another.'),
  })
  .describe('How many documents are from a year.');

const times = z.strictObject({
  unit: z.enum(['month', 'day']),
  parts: z.array(z.strictObject({ stretch: z.string(), certain: z.int(), possible: z.int() })),
});

const problem = z
  .strictObject({
    code: z.string(),
    severity: z.enum(['error', 'warning', 'note']),
    where: z.strictObject({
      file: z.string().optional(),
      line: z.int().optional(),
      column: z.int().optional(),
      field: z.string().optional(),
      record: z.string().optional(),
    }),
    value: z.string().optional(),
    facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  })
  .describe('What of a question could not be understood. The codes are in the reference of problems.');

const bearer = z.strictObject({ id: z.string(), title: z.string() });

const reading = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('reference'), words: z.string(), files: z.int() }),
    z.strictObject({
      kind: z.literal('name'),
      field: facetField,
      words: z.string(),
      bearers: z.array(bearer),
      more: z.int(),
    }),
    z.strictObject({ kind: z.literal('value'), field: facetField, words: z.string() }),
  ])
  .describe('How a part of the question was read.');

const also = z
  .strictObject({
    words: z.string(),
    insteadOf: z.string(),
    lang: z.string().optional(),
    by: z
      .string()
      .describe(
        '"authority", "link", "inflection" (another number or case of the word), "date" (records of the date that the words say), or the rule by which the form of a name was made.',
      ),
    name: z.strictObject({ kind: z.string(), years: z.string().optional() }).optional(),
    whose: z.string().optional().describe('The page of whom the words name.'),
    leaveOut: z.string().describe('What `without` says to leave it out.'),
  })
  .describe('Another form of a name that was searched as well.');

const which = z
  .strictObject({
    words: z.string(),
    bearers: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        field: z.enum(['person', 'place']),
        documents: z.int(),
        url: z.string(),
      }),
    ),
  })
  .describe('A name that several bear.');

export const searchAnswer = z
  .strictObject({
    ...stretch,
    hits: z.array(hit),
    facets: z.partialRecord(facetField, facet),
    years: z.array(yearCount),
    times: times.optional().describe('Months or days, where the range is short.'),
    alsoSearched: z.array(also),
    which: z.array(which),
    corrections: z.array(z.strictObject({ word: z.string(), instead: z.string(), documents: z.int() })),
    instead: z
      .strictObject({ q: z.string(), why: z.enum(['spelling', 'any-word']) })
      .optional()
      .describe('What was searched, nothing having the words as they were written.'),
    readings: z.array(reading),
    offers: z.array(z.strictObject({ words: z.string(), instead: z.string() })),
    heads: z.array(named).describe('Collections, people, places and events that are called so.'),
    problems: z.array(problem),
  })
  .describe('A stretch of what a search found, and what is to be said of it.');

export const facetList = z
  .strictObject({
    field: facetField,
    results: z.int().describe('How many results the question has.'),
    ...stretch,
    items: z.array(facetValue),
    isCut: z.boolean().describe('Names were too many, and only the likeliest were looked at.'),
  })
  .describe('All values of one facet under a question.');

export const suggestionList = z
  .strictObject({
    items: z.array(
      named.extend({
        knownAs: z.string().optional().describe('The name that was meant, where it is not the title.'),
        years: z.string().optional(),
      }),
    ),
  })
  .describe('Records whose names the letters begin.');
