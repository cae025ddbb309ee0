import { z } from 'zod';
import type { CollectionRow } from '../../actions/pages.ts';
import { writeText } from '../../formats/text/write-plain-text.ts';
import { documentsOf } from './read-authority.ts';
import { readAsked } from './read-asked.ts';
import { knowOf, linkOf, rightsOf } from './records.ts';
import { LETTERS, shortened } from './shorten.ts';
import { page } from './slices.ts';
import { tool, type Asking, type Tool, type ToolAnswer } from './tool.ts';

const COLLECTIONS = 20;
const MOST_WITHIN = 20;
const DESCRIPTION = 3000;

const rowOf = (asking: Asking, { row, from, to, children }: CollectionRow): object => ({
  ...linkOf(asking, row.label),
  summary: row.summary && shortened(row.summary.text, LETTERS.summary),
  documents: row.documents,
  years: from === undefined ? undefined : [from, to],
  invented: row.invented,
  collectionsWithin: children.length === 0 ? undefined : children.length,
});

const browseCollections = tool({
  name: 'browse_collections',
  title: 'Browse the collections',
  about: `Lists the collections of the archive, ${COLLECTIONS} at a time: what each is about, its years, how many documents it has.`,
  input: z.strictObject({
    page: z.int().min(1).max(10_000).default(1).describe(`Which ${COLLECTIONS} of them, from 1.`),
  }),
  async answer(asking, given): Promise<ToolAnswer> {
    const all = await asking.room.collections();
    const from = (given.page - 1) * COLLECTIONS;
    return {
      said: { total: all.length, page: given.page, pages: Math.ceil(all.length / COLLECTIONS) },
      material: { collections: all.slice(from, from + COLLECTIONS).map((one) => rowOf(asking, one)) },
    };
  },
});

export const browseCollection = tool({
  name: 'browse_collection',
  title: 'Browse one collection',
  about:
    'What a collection is about, the collections within it, and its documents by date, ten at a time. To find something in it, give its id to search as `in`.',
  input: z.strictObject({
    id: z.string().min(1).max(500).describe('The id of a collection, or its address in this archive.'),
    page: page.describe('Which ten of the documents, from 1; by date.'),
  }),
  async answer(asking, given): Promise<ToolAnswer> {
    const reading = await readAsked(asking, given.id, ['collection']);
    if ('refused' in reading) return reading.refused;
    const { view, label, children = [] } = reading.page;
    const { record } = view;
    const { said, documents } = await documentsOf(asking, 'collection', label.id, given.page);
    const description = writeText({ blocks: record.description, notes: [] });
    return {
      said: { ...said },
      material: {
        ...linkOf(asking, label),
        lang: label.lang,
        edition: view.edition.number,
        period: record.period,
        curators: record.curators.slice(0, 10),
        rights: rightsOf(view),
        know: knowOf(view),
        description: given.page === 1 && description !== '' ? shortened(description, DESCRIPTION) : undefined,
        collections: children.slice(0, MOST_WITHIN).map((one) => rowOf(asking, one)),
        furtherCollections: children.length > MOST_WITHIN ? children.length - MOST_WITHIN : undefined,
        documents,
      },
    };
  },
});

export const collectionBrowsers: readonly Tool[] = [browseCollections, browseCollection];
