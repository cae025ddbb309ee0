import { z } from 'zod';
import type { SearchPage, SearchRequest } from '../../actions/search-page.ts';
import { FACETS } from '../../actions/search.ts';
import { FACET_FIELDS, type FacetField } from '../../core/query.ts';
import { RECORD_KINDS } from '../../core/id.ts';
import { facetList, searchAnswer, suggestionList } from '../../formats/api/search.ts';
import type { Told } from '../../formats/api/told.ts';
import type { Site } from '../site.ts';
import { readSearchAddress } from '../public/search-address.ts';
import { unreadIn } from '../public/unread-address.ts';
import { answered } from './answered.ts';
import { afterPage, afterPlace, readAfterPlace, readPage } from './cursor.ts';
import { endpoint, type Asked, type Endpoint } from './endpoint.ts';
import { cursor, limit, question, sort } from './parameters.ts';
import { wrongCursor } from './records.ts';
import { pageOf, toldHit, toldLabel, within } from './told-rows.ts';
import { wrong } from './wrong.ts';

const facets = z
  .array(z.enum([...FACET_FIELDS, 'none']))
  .max(FACET_FIELDS.length)
  .optional()
  .describe(
    'Which facets are counted beside the results; none: no facets, which is quicker. Otherwise the usual ones.',
  );
const years = z.boolean().default(true).describe('false: without the histogram.');
const passages = z.int().min(0).max(10).default(2).describe('How many passages of each hit are shown.');

type AskedAddress = Pick<Asked, 'url' | 'site'>;

/** The question that an address says; what cannot be read of it is refused. */
function questionIn({ url, site }: AskedAddress): SearchRequest | ReturnType<typeof wrong> {
  const unread = unreadIn(url.searchParams);
  if (unread.length === 0) return { ...readSearchAddress(url.searchParams), page: 1 };
  return wrong(
    site,
    unread.map(({ code, where }) => ({
      in: 'query',
      name: where.field ?? 'q',
      expected: code === 'query-too-long' ? 'many' : 'date',
    })),
  );
}

const search = endpoint({
  part: 'search',
  path: '/api/v1/search',
  operation: 'search',
  says: 'search: all that the page of results can do',
  parameters: { ...question, sort, facets, years, passages, limit: limit(100, 20), cursor },
  answer: searchAnswer,
  isQuestion: true,
  example: 'q=the&limit=2&facets=type&facets=person',
  answerTo: async (asked) => {
    const { room, values } = asked;
    const request = questionIn(asked);
    if ('kind' in request) return request;
    const after = values.cursor === undefined ? undefined : readAfterPlace(asked, values.cursor);
    if (values.cursor !== undefined && after === undefined) return wrongCursor(asked);
    const answer = await room.searchStretch(request, {
      limit: values.limit,
      facets: shownFacets(values.facets),
      years: values.years,
      passages: values.passages,
      ...(after ? { after } : {}),
    });
    if (answer === undefined) return wrongCursor(asked, true);
    const next = answer.next && afterPlace(asked, answer.next);
    return answered(searchAnswer, { ...toldSearch(asked, answer.found), next }, { next });
  },
});

const isField = (name: string): name is FacetField => (FACET_FIELDS as readonly string[]).includes(name);
const shownFacets = (asked: readonly string[] | undefined): readonly FacetField[] =>
  asked === undefined ? FACETS : [...new Set(asked.filter(isField))];

/** The answer as it is told, with whole addresses. */
function toldSearch(asked: Asked, found: SearchPage): Told<typeof searchAnswer> {
  const { site } = asked;
  return {
    total: found.total,
    hits: found.rows.map((row) => toldHit(site, row)),
    facets: toldFacets(asked, found),
    years: found.years,
    times: found.times,
    alsoSearched: found.alsoSearched.map(({ words, insteadOf, lang, by, name, whose, leaveOut }) => ({
      words,
      insteadOf,
      lang,
      by,
      name,
      whose: whose && pageOf(site, whose),
      leaveOut,
    })),
    which: found.which.map(({ words, bearers }) => ({
      words,
      bearers: bearers.map(({ label, field, documents }) => ({
        id: label.id,
        title: label.title,
        field,
        documents,
        url: pageOf(site, label),
      })),
    })),
    corrections: found.corrections,
    instead: found.instead,
    readings: found.readings.map((one) =>
      one.kind === 'name' ? { ...one, bearers: one.bearers.map(({ id, title }) => ({ id, title })) } : one,
    ),
    offers: found.offers.map(({ words, instead }) => ({ words, instead })),
    heads: found.heads.map(({ label }) => toldLabel(site, label)),
    problems: found.problems,
  };
}

function toldFacets(asked: Asked, found: SearchPage): Told<typeof searchAnswer>['facets'] {
  return Object.fromEntries(
    found.facets.map(({ field, values, more }) => [
      field,
      { values: values.map(toldValue), more, all: allValues(asked, field) },
    ]),
  );
}

const toldValue = ({ value, label, count }: SearchPage['facets'][number]['values'][number]) => ({
  value,
  label: label?.title,
  count,
});

const BESIDE = ['cursor', 'limit', 'facets', 'years', 'passages', 'sort'];

/** Where all values of a facet are listed under the same question. */
function allValues({ site, url }: AskedAddress, field: FacetField): string {
  const params = [...url.searchParams].filter(([name]) => !BESIDE.includes(name));
  const query = params.length === 0 ? '' : `?${new URLSearchParams(params)}`;
  return within(site, `/api/v1/search/facets/${field}${query}`);
}

const among = z.string().max(200).default('').describe('Only values whose name has words that begin so.');
const FACET_PAGE = 200;

const facetValues = endpoint({
  part: 'search',
  path: '/api/v1/search/facets/{field}',
  operation: 'facetValues',
  says: 'all values of one facet under a question, the most frequent first, 200 at a time',
  parameters: {
    field: z.enum(FACET_FIELDS).describe('The field whose values are listed.'),
    ...question,
    among,
    cursor,
  },
  answer: facetList,
  isQuestion: true,
  answerTo: async (asked) => {
    const { site, room, values } = asked;
    const request = questionIn(asked);
    if ('kind' in request) return request;
    const place = values.cursor === undefined ? undefined : readPage(asked, values.cursor);
    if (values.cursor !== undefined && place === undefined) return wrongCursor(asked);
    const change = await room.lastChange();
    if (place !== undefined && place.change !== change) return wrongCursor(asked, true);
    const page = place?.page ?? 1;
    const field = fieldOf(values.field);
    const list = await room.facet(
      { ...request, page },
      { field, among: values.among.trim(), says: saysOf(site, field) },
    );
    const next = list.total > page * FACET_PAGE ? afterPage(asked, page + 1, change) : undefined;
    const { results, total, isCut } = list;
    return answered(
      facetList,
      { field, results, total, next, items: list.values.map(toldValue), isCut },
      { next },
    );
  },
});

const fieldOf = (name: string): FacetField => FACET_FIELDS.find((one) => one === name) ?? 'kind';
const saysOf =
  ({ words }: Site, field: FacetField) =>
  (value: string): string =>
    words.facetValue(field, value);

const suggestions = endpoint({
  part: 'search',
  path: '/api/v1/suggestions',
  operation: 'suggestions',
  says: 'records whose titles or names the letters begin',
  parameters: {
    q: z.string().min(1).max(100).describe('The letters.'),
    kind: z.array(z.enum(RECORD_KINDS)).max(RECORD_KINDS.length).optional().describe('Only these kinds.'),
  },
  answer: suggestionList,
  isQuestion: true,
  example: 'q=a',
  answerTo: async ({ site, room, values }) => {
    const found = await room.suggest(values.q.trim(), values.kind);
    const items = found.map(({ label, knownAs, years: life }) => ({
      ...toldLabel(site, label),
      knownAs,
      years: life,
    }));
    return answered(suggestionList, { items });
  },
});

export const searchEndpoints: readonly Endpoint[] = [search, facetValues, suggestions];
