import type { SearchRequest } from '../../actions/search-page.ts';
import type { ReadingRoom } from '../../actions/archive.ts';
import type { RecordId } from '../../core/id.ts';
import type { Problem } from '../../core/problem.ts';
import type { FacetField, Filter, QueryNode } from '../../core/query.ts';
import { printQuery, readQuery } from '../../core/query-language.ts';
import { languageId } from '../../formats/srv/language-id.ts';
import { KIND_OF, idMeant } from './resolve.ts';
import { OLD_LISTS, type OldList, type OldQuery } from './read-old-query.ts';

/** A search of before in the terms of ours, and what of it has to be looked for in the documents themselves. */
export interface Question {
  readonly request: SearchRequest;
  readonly publishers: readonly RecordId[];
}

/** Of words that are too many a part is left out: what the rest finds is not what was asked for. */
export const isCut = ({ problems }: { readonly problems: readonly Problem[] }): boolean =>
  problems.some(({ code }) => code === 'query-too-long');

/** Undefined: it asks for something that no record here can have. */
export async function questionOf(room: ReadingRoom, old: OldQuery): Promise<Question | undefined> {
  const ids = await idsMeant(room, old);
  const languages = old.language === undefined ? undefined : await languagesOf(room, old.language);
  if (ids === undefined || languages?.length === 0) return undefined;
  const filters: Filter[] = [
    ...OLD_LISTS.flatMap((list) => filtersOf(list, ids[list])),
    ...(ids.theme === undefined ? [] : [is('collection', ids.theme)]),
    ...(languages === undefined ? [] : [is('language', ...languages)]),
    ...(old.translation === undefined ? [] : [is('has', 'translation')]),
    ...daysOf(old),
  ];
  const request: SearchRequest = {
    q: withContributors(old.words, ids.contributor),
    scope: 'everything',
    filters,
    sort: old.words === '' ? 'earliest' : 'relevance',
    page: old.page,
  };
  return { request, publishers: ids.publisher };
}

type Meant = Readonly<Record<OldList, readonly RecordId[]>> & { readonly theme?: RecordId };

/** The records that are meant by ids; undefined where one of them is none that is public. Donors have no records. */
async function idsMeant(room: ReadingRoom, { lists, theme }: OldQuery): Promise<Meant | undefined> {
  const meant: Record<OldList, RecordId[]> = {
    collection: [],
    subject: [],
    contributor: [],
    coverage: [],
    repository: [],
    publisher: [],
    donor: [],
  };
  for (const list of OLD_LISTS) {
    if (list === 'donor') continue;
    for (const asked of lists[list]) {
      const id = await idMeant(room, asked, KIND_OF[list]);
      if (id === undefined) return undefined;
      meant[list].push(id);
    }
  }
  if (theme === undefined) return meant;
  const id = await idMeant(room, theme, 'collection');
  return id === undefined ? undefined : { ...meant, theme: id };
}

const is = (field: FacetField, ...values: readonly string[]): Filter => ({ field, condition: 'is', values });

const FIELD_OF = {
  collection: 'collection',
  subject: 'subject',
  coverage: 'place',
  repository: 'archive',
  publisher: 'person',
} as const satisfies Partial<Record<OldList, FacetField>>;

/** All of them must hold. */
const filtersOf = (list: OldList, ids: readonly RecordId[]): readonly Filter[] =>
  list === 'donor' || list === 'contributor' ? [] : ids.map((id) => is(FIELD_OF[list], id));

/** A person who is only mentioned has contributed nothing. */
const AS_CONTRIBUTOR = ['from', 'to', 'participant'] as const;

function withContributors(words: string, ids: readonly RecordId[]): string {
  if (ids.length === 0) return words;
  const { node } = readQuery(words);
  const nodes = ids.map((id): QueryNode => ({
    kind: 'or',
    nodes: AS_CONTRIBUTOR.map((field) => ({ kind: 'filter', filter: is(field, id) })),
  }));
  return printQuery({ kind: 'and', nodes: node.kind === 'everything' ? nodes : [...nodes, node] });
}

/** The languages of documents here that are meant by a code of ISO 639-2, or by a tag of ours. */
async function languagesOf(room: ReadingRoom, asked: string): Promise<readonly string[]> {
  const { values } = await room.values('language');
  const code = languageId(asked);
  return values.flatMap(({ value }) => (languageId(value) === code ? [value] : []));
}

/** The first day that a document may be of lies within, which is what was asked for before. */
function daysOf({ from, to }: OldQuery): readonly Filter[] {
  return [
    ...(from === undefined ? [] : [{ field: 'date', condition: 'between', from, certainly: true } as const]),
    ...(to === undefined ? [] : [{ field: 'date', condition: 'between', to } as const]),
  ];
}

/** Records of a kind that are called so: their names have all the words, the last of which may be begun only. */
export function namedSo(words: string): string {
  const given = words.split(/\s+/).filter(Boolean);
  if (given.length === 0) return '';
  const inField = (field: 'title' | 'name'): QueryNode => ({
    kind: 'and',
    nodes: given.map((text, at) =>
      at === given.length - 1 && BEGUN.test(text)
        ? { kind: 'prefix', text, field }
        : { kind: 'filter', filter: { field, condition: 'contains', words: text } },
    ),
  });
  return printQuery({ kind: 'or', nodes: [inField('title'), inField('name')] });
}

const BEGUN = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]{2,}$/u;
