import { z } from 'zod';
import { CONTRIBUTION_ROLES } from '../../core/contribution.ts';
import { RECORD_KINDS } from '../../core/id.ts';

export const kind = z
  .enum(RECORD_KINDS)
  .describe('What sort of record it is; its id begins with a letter of its own.');
export const agentKind = z.enum(['person', 'body', 'office']).describe('Of an agent only.');
export const id = z
  .string()
  .describe(
    'Opaque, unique across archives, never used again: a letter for the kind, nine further characters.',
  );
export const instant = z.string().describe('ISO 8601, in UTC: "2026-11-23T09:30:00.000Z".');
const url = z.string().describe('Its page, for people: the canonical address.');
const self = z.string().describe('Its address in this interface.');

const saidIn = z.strictObject({ text: z.string(), lang: z.string() });

/** What is needed to lead to a record. */
const naming = {
  id,
  kind,
  agentKind: agentKind.optional(),
  title: z.string(),
  lang: z.string().optional().describe('BCP 47, of the title.'),
  url,
  self,
};

/** A record that another one names. */
export const named = z.strictObject(naming).describe('A public record by its title, and where it is.');

export const dated = z
  .strictObject({
    words: z.string().describe('As catalogued.'),
    edtf: z.string().optional().describe('The same in EDTF (ISO 8601-2); absent where it cannot be said.'),
  })
  .describe('A date.');

const listedMembers = {
  ...naming,
  otherTitle: saidIn.optional().describe('A title or name in another language.'),
  date: dated.optional(),
  years: z.string().optional().describe('Years of life, existence or coverage, EDTF.'),
  type: z.string().optional().describe('Of a document: its genre, as catalogued.'),
  summary: z.string().optional(),
  summaryLang: z.string().optional(),
  held: z.boolean().optional().describe('Of a document: false where it is known but not held here.'),
  access: z
    .enum(['open', 'part', 'closed'])
    .optional()
    .describe('Of a document: whether agencies, or the archive, hold back some or all of it.'),
  from: z.array(z.string()).optional().describe('Who wrote or sent it, as it names them.'),
  to: z.array(z.string()).optional().describe('Who was written to.'),
  languages: z.array(z.string()).optional(),
  source: z.string().optional().describe('Where the original is, in words.'),
  documents: z.int().optional().describe('Of a collection, person, place …: how many documents it has.'),
  roles: z
    .array(z.strictObject({ role: z.enum(CONTRIBUTION_ROLES), name: z.string() }))
    .optional()
    .describe('In a list of somebody’s documents: the roles and names in which they stand in it.'),
  side: z.string().optional().describe('Of an account of an event: whose account it is.'),
  invented: z.string().optional().describe('That it was invented, and for what. Absent: it was not.'),
};

/** A record in a list. */
export const listed = z.strictObject(listedMembers).describe('A record as lists have it.');

export const passage = z
  .strictObject({
    field: z.string().describe('Where the words stand: title, summary, text, note, name, source, number.'),
    block: z.string().optional().describe('The block of a text: the page has it as #b…'),
    rendition: z.string().optional().describe('The key of the text.'),
    lang: z.string().optional(),
    text: z.string().describe('Plain text, not HTML.'),
    cutBefore: z.boolean(),
    cutAfter: z.boolean(),
    marks: z
      .array(z.array(z.int()).length(2))
      .describe('Where the found words stand in it: [start, end), in UTF-16 code units.'),
  })
  .describe('A piece of a record in which words were found.');

/** A record among the results of a search. */
export const hit = z
  .strictObject({
    ...listedMembers,
    passages: z.array(passage),
    as: z.array(z.string()).optional().describe('Other forms of names that were found.'),
  })
  .describe('A record that a search found.');

/** What every list says beside its items. */
export const stretch = {
  total: z.int().describe('How many there are in all.'),
  next: z.string().optional().describe('The address of the next stretch; absent: this was the last.'),
};

export const list = z.strictObject({ ...stretch, items: z.array(listed) }).describe('A stretch of a list.');
