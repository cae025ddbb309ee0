import { z } from 'zod';
import { id, instant, kind, listed, named, stretch } from './listed.ts';
import type { Told } from './told.ts';

export const archive = z
  .strictObject({
    name: z.string(),
    motto: z.string().optional(),
    url: z.string(),
    about: z.string().optional(),
    contact: z.string().optional(),
    notice: z.string().optional(),
    licence: z.string().optional().describe('Of what the archive itself writes; documents say their own.'),
    languages: z.array(z.string()).describe('Those of the site, the first first.'),
    timeZone: z.string(),
    naan: z.string().optional(),
    lastChange: z.int().describe('The number of the last public change.'),
    counts: z.strictObject({
      documents: z.int(),
      notHeld: z.int(),
      collections: z.int(),
      people: z.int(),
      repositories: z.int(),
      languages: z.int(),
    }),
    links: z.record(z.string(), z.string()),
  })
  .describe('The archive, and where its parts are.');

export const change = z
  .strictObject({
    seq: z.int(),
    id,
    kind,
    change: z.enum(['public', 'gone']),
    at: instant,
    gone: z.enum(['withdrawn', 'embargoed', 'restricted', 'merged']).optional(),
    into: z.string().optional().describe('Of a merged record: the one that it is part of.'),
    self: z.string(),
  })
  .describe('That a record became public, changed publicly, or went.');

export const changeList = z
  .strictObject({
    since: z.int(),
    upTo: z.int().describe('The last number that was looked at: `since` of the next question.'),
    last: z.int().describe('The number of the last change there is.'),
    next: stretch.next,
    items: z.array(change),
  })
  .describe('A stretch of the list of public changes, the oldest first.');

/** A collection with those within it, as a tree has it. */
export type Branch = Told<typeof listed> & { readonly children: readonly Branch[] };
export const branches: z.ZodType<readonly Branch[], readonly Branch[]> = z.lazy(() => z.array(branch));
export const branch: z.ZodType<Branch, Branch> = z
  .strictObject({ ...listed.shape, children: branches })
  .describe('A collection with those within it.');
export const collectionTree = z.strictObject({ items: branches }).describe('Collections, nested.');

export const sourceLevel = z
  .strictObject({
    repository: named,
    path: z.string(),
    trail: z.array(z.strictObject({ code: z.string(), label: z.string(), segment: z.string() })),
    unit: named.optional().describe('The description of this level, where there is one.'),
    url: z.string(),
    documents: z.int(),
    notHeld: z.int(),
    items: z.array(
      z.strictObject({
        segment: z.string(),
        level: z.string(),
        code: z.string(),
        label: z.string().optional(),
        title: z.strictObject({ text: z.string(), lang: z.string() }).optional(),
        documents: z.int(),
        notHeld: z.int(),
        self: z.string(),
      }),
    ),
    documentsHere: z
      .array(listed)
      .describe('The first of them, by date; all are found by `unit` in a search.'),
  })
  .describe('A level of an archive: what lies below it, and the documents in it.');

export const accountList = z
  .strictObject({ event: named, items: z.array(listed) })
  .describe('The accounts of an event, each with its side.');
