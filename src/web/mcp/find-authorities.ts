import { z } from 'zod';
import { PAGE_SIZE } from '../../actions/list-documents.ts';
import type { SearchRequest } from '../../actions/search-page.ts';
import type { Filter } from '../../core/query.ts';
import { describedById, entryOf } from './records.ts';
import { listPage, page, pagesOf, slice } from './slices.ts';
import { tool, type Asking, type Tool, type ToolAnswer } from './tool.ts';

const inputOf = (about: string) =>
  z.strictObject({
    query: z.string().max(500).default('').describe(`${about} Empty: all of them.`),
    page,
  });

/** Records of some kinds whose names, or notes, have the words. */
async function find(
  asking: Asking,
  given: { readonly query: string; readonly page: number },
  filters: readonly Filter[],
): Promise<ToolAnswer> {
  const request: SearchRequest = {
    q: given.query.trim(),
    scope: 'everything',
    filters,
    sort: given.query.trim() === '' ? 'title' : 'relevance',
    page: listPage(given.page, PAGE_SIZE.search),
  };
  const found = await asking.room.search(request);
  const rows = slice(found.rows, given.page, PAGE_SIZE.search);
  const described = await describedById(
    asking,
    rows.map(({ label }) => label.id),
  );
  return {
    said: { total: found.total, page: given.page, pages: pagesOf(found) },
    material: {
      hits: rows.flatMap((row) => {
        const one = described.get(row.label.id);
        return one === undefined ? [] : [{ ...entryOf(asking, one), documents: row.documents }];
      }),
    },
  };
}

const ofKind = (value: string): readonly Filter[] => [{ field: 'kind', condition: 'is', values: [value] }];

export const findPeople = tool({
  name: 'find_people',
  title: 'Find people and bodies',
  about:
    'Finds people, bodies and offices by any form of their name: other spellings and scripts, former names, cover names. Give an id to read_person, or to search as the filter person, from or to.',
  input: inputOf('A name, in any script or spelling.'),
  answer: (asking, given) => find(asking, given, ofKind('agent')),
});

export const findPlaces = tool({
  name: 'find_places',
  title: 'Find places',
  about:
    'Finds places by any form of their name. Give an id to read_place, or to search as the filter place.',
  input: inputOf('A name, in any script or spelling.'),
  answer: (asking, given) => find(asking, given, ofKind('place')),
});

export const findEvents = tool({
  name: 'find_events',
  title: 'Find events',
  about:
    'Finds meetings, visits, conferences and crises of which documents are accounts. Give an id to list_accounts.',
  input: inputOf('Words of its name.'),
  answer: (asking, given) => find(asking, given, ofKind('event')),
});

export const finders: readonly Tool[] = [findPeople, findPlaces, findEvents];
