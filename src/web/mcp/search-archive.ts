import { z } from 'zod';
import { PAGE_SIZE } from '../../actions/list-documents.ts';
import type { Row } from '../../actions/pages.ts';
import type { SearchPage, SearchRequest } from '../../actions/search-page.ts';
import { FACET_FIELDS, SORTS, TEXT_FIELDS } from '../../core/query.ts';
import type { Described } from '../../formats/fields/described.ts';
import { sayProblem } from '../../words/problems.ts';
import { printSearchAddress, readSearchAddress } from '../public/search-address.ts';
import { unreadIn } from '../public/unread-address.ts';
import { describedById, entryOf, linkOf, urlInEdition } from './records.ts';
import { LETTERS, shortened } from './shorten.ts';
import { listPage, page, pagesOf, slice } from './slices.ts';
import { refusal, tool, type Asking } from './tool.ts';

const MOST_BESIDE = 12;

const input = z.strictObject({
  query: z
    .string()
    .max(2000)
    .default('')
    .describe(
      'Words and the query language: "exact phrase", OR, -word, title:word, person:"Chou En-lai", date:1945-07..1946, archive:RGASPI. A person or place is found under every form of the name, a word in singular and plural. Empty: everything.',
    ),
  in: z
    .string()
    .max(60)
    .default('documents')
    .describe(
      'everything, documents, titles, collections, people, places, or the id of a collection or document.',
    ),
  date: z
    .string()
    .max(100)
    .optional()
    .describe(
      'From when: "1945", "1945-07..1946-03", "July 1945", "before 1950". What may be from then is found.',
    ),
  certainly: z.boolean().default(false).describe('Only what was surely written within `date`.'),
  filters: z
    .array(
      z.strictObject({
        field: z.enum([...FACET_FIELDS, ...TEXT_FIELDS]),
        value: z.string().min(1).max(300).describe('A value, or an id; "-" before it excludes, "*" is any.'),
      }),
    )
    .max(20)
    .default([])
    .describe(
      'A list of {field, value}. All must hold; several values of one field are alternatives. Fields: those of the query language, as person, from, to, place, subject, type, language, archive, has, held, title, text.',
    ),
  sort: z.enum(SORTS).default('relevance').describe('In which order; earliest and latest by date.'),
  exact: z.boolean().default(false).describe('Only the words as written: no other form of a name or word.'),
  page,
});
type Given = z.infer<typeof input>;

/** Finds documents and all else. */
export const searchArchive = tool({
  name: 'search',
  title: 'Search the archive',
  about:
    'Searches documents, collections, people and places. Each hit says what it is, when it is from, where the original lies, in which passage the words were found (with block and address), and what is to be known before it is believed. Read a hit with read_document before you quote it.',
  input,
  async answer(asking, given) {
    const params = paramsOf(given);
    const request: SearchRequest = {
      ...readSearchAddress(params),
      page: listPage(given.page, PAGE_SIZE.search),
    };
    if (given.in !== 'everything' && request.scope === 'everything')
      return refusal(
        `There is nothing to search in called "${given.in}".`,
        'Use everything, documents, titles, collections, people, places, or an id.',
      );
    const found = await asking.room.search(request);
    const rows = slice(found.rows, given.page, PAGE_SIZE.search);
    const described = await describedById(
      asking,
      rows.map(({ label }) => label.id),
    );
    return {
      said: {
        total: found.total,
        page: given.page,
        pages: pagesOf(found),
        problems: problemsOf(params, found),
        url: asking.settings.address + printSearchAddress({ ...request, page: 1 }),
        ...(found.total === 0 ? { wayOut: NOTHING_FOUND } : {}),
      },
      material: {
        hits: rows.flatMap((row) => {
          const one = described.get(row.label.id);
          return one === undefined ? [] : [hitOf(asking, row, one)];
        }),
        ...besideOf(asking, found),
      },
    };
  },
});

const NOTHING_FOUND = 'Use fewer or other words, leave filters out, or search in everything.';

/** The same question as an address of the site says it. */
function paramsOf(given: Given): URLSearchParams {
  const params = new URLSearchParams({ q: given.query, in: given.in, sort: given.sort });
  for (const { field, value } of given.filters) params.append(field, value);
  if (given.date !== undefined) params.append('date', given.date + (given.certainly ? '!' : ''));
  if (given.exact) params.append('exact', '1');
  return params;
}

/** Of the question, what can't be read; of the answer, what it was not taken for. */
function problemsOf(
  params: URLSearchParams,
  { problems, instead }: SearchPage,
): readonly string[] | undefined {
  const said = [...unreadIn(params), ...problems].slice(0, 5).map((one) => {
    const { sentence, wayOut } = sayProblem(one);
    return `${sentence} ${wayOut}`;
  });
  if (instead !== undefined)
    said.push(
      instead.why === 'spelling'
        ? 'Nothing has these words: the likelier spelling in material.searchedInstead was searched.'
        : 'Nothing has all of these words: any of them was searched.',
    );
  return said.length === 0 ? undefined : said;
}

const hitOf = (asking: Asking, row: Row, described: Described): object => ({
  ...entryOf(asking, described),
  documents: row.documents,
  found: row.passages.slice(0, 2).map(({ field, block, rendition, text, marks, cutBefore, cutAfter }) => ({
    in: field,
    text: rendition,
    block,
    url: block === undefined ? undefined : urlInEdition(asking, described.view, block),
    words: `${cutBefore ? '…' : ''}${shortened(text, LETTERS.passage)}${cutAfter ? '…' : ''}`,
    because: [...new Set(marks.slice(0, 8).map(([from, to]) => text.slice(from, to)))],
  })),
  asForms: row.as,
});

/** What the archive's own names add to a question: other forms, who is meant, other spellings. */
function besideOf(asking: Asking, found: SearchPage): object {
  const { alsoSearched, which, corrections, instead, heads } = found;
  return {
    ...(instead === undefined ? {} : { searchedInstead: shortened(instead.q, LETTERS.title) }),
    ...(alsoSearched.length === 0
      ? {}
      : {
          alsoSearched: alsoSearched.slice(0, MOST_BESIDE).map(({ words, insteadOf, whose }) => ({
            words: shortened(words, LETTERS.name),
            insteadOf,
            whose: whose && linkOf(asking, whose),
          })),
        }),
    ...(which.length === 0
      ? {}
      : {
          whichIsMeant: which.slice(0, 3).map(({ words, bearers }) => ({
            words,
            bearers: bearers
              .slice(0, MOST_BESIDE)
              .map(({ label, documents }) => ({ ...linkOf(asking, label), documents })),
          })),
        }),
    ...(corrections.length === 0 ? {} : { otherSpellings: corrections.slice(0, 5) }),
    ...(heads.length === 0 ? {} : { calledSo: heads.slice(0, 5).map(({ label }) => linkOf(asking, label)) }),
  };
}
