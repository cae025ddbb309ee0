import { makeId, type RecordId } from '../core/id.ts';
import type { FacetField, Filter, PassageField, QueryNode, WordField } from '../core/query.ts';
import type { SearchDocument } from '../core/search-document.ts';
import { terms } from '../core/tokens/tokenize.ts';
import type { IndexAnswer, IndexQuery, SearchIndex } from './search-index.ts';

export const idOf = (kind: 'document' | 'agent', n: number): RecordId =>
  makeId(kind, n.toString().padStart(8, '0'));

export interface Sample {
  readonly title: string;
  readonly text?: readonly string[];
  readonly summary?: string;
  readonly note?: string;
  readonly name?: readonly string[];
  readonly variant?: readonly string[];
  readonly number?: string;
  readonly dates?: readonly [earliest: string | undefined, latest: string | undefined];
  readonly facets?: SearchDocument['facets'];
}

export const SAMPLES: readonly Sample[] = [
  {
    title: 'Record of a Meeting between Stalin and Soong',
    text: ['They spoke of the railway.', 'Mao Tse-tung was not mentioned. The treaty was.'],
    summary: 'Talks on a treaty of alliance.',
    dates: ['1945-07-02', '1945-07-02'],
    facets: {
      person: ['stalin', 'soong'],
      language: ['en'],
      type: ['Record of conversation'],
      unit: ['r1', 'r1/558', 'r1/558/11'],
    },
  },
  {
    title: 'Телеграмма Сталина',
    text: ['Филиппов сообщает, что ещё нет ответа.', 'О железной дороге.'],
    dates: ['1949-01-01', '1949-12-31'],
    facets: {
      person: ['stalin', 'mao'],
      language: ['ru'],
      type: ['Telegram'],
      unit: ['r1', 'r1/558', 'r1/558/12'],
    },
  },
  {
    title: '毛泽东致斯大林电',
    text: ['中蘇關系很好。', '毛主席说。'],
    dates: ['1950-01-01', '1952-12-31'],
    facets: { person: ['mao', 'stalin'], language: ['zh'], type: ['Telegram'], unit: ['r2', 'r2/106~1'] },
  },
  {
    title: '김일성과의 회담',
    text: ['김일성 수상은 소련을 방문하였다.'],
    dates: ['1950-06-25', undefined],
    facets: { person: ['kim'], language: ['ko'], type: ['Record of conversation'] },
  },
  {
    title: 'رسالة من مُحَمَّد',
    text: ['كتب أحمد الرسالة سنة ١٩٥٥.'],
    dates: ['1955-03-01', '1955-03-31'],
    facets: { language: ['ar'], type: ['Letter'] },
  },
  {
    title: 'Gespräch über die Straße',
    text: ['Ein Gespräch über die Straße nach Berlin.', 'Der Vertrag wurde nicht erwähnt.'],
    note: 'Railway and treaty are not in the text.',
    dates: [undefined, '1949-10-07'],
    facets: { language: ['de'], type: ['Record of conversation'], held: ['not-held'] },
  },
  {
    title: 'Telegram 243 from Geneva',
    text: ['No reply to your telegram.', 'The railway treaty', 'of alliance stands.'],
    number: '243',
    name: ['Johnson, U. Alexis'],
    variant: ['Джонсон, Алексис'],
    facets: { person: ['johnson'], language: ['en'], type: ['Telegram'] },
  },
];

/** The mixed corpus: seven documents, and an agent with a variant name. Documents are d1 … d7. */
export const DOCUMENTS: readonly SearchDocument[] = SAMPLES.map((sample, at) => documentOf(sample, at + 1));
export const AGENT: SearchDocument = {
  id: idOf('agent', 1),
  kind: 'agent',
  passages: [
    { field: 'title', text: 'Stalin, I. V.' },
    { field: 'name', text: 'Filippov' },
    { field: 'name', text: 'Филиппов' },
  ],
  facets: { letter: ['S'] },
  dateKey: '~',
  titleKey: 'stalin i v',
  openedAt: '2020-01-01T00:00:00Z',
};

export function documentOf(sample: Sample, n: number): SearchDocument {
  const passage = (
    field: PassageField,
    text: string,
    block?: number,
  ): SearchDocument['passages'][number] => ({
    field,
    text,
    ...(block === undefined ? {} : { block: `b${block}`, rendition: 't-1' }),
  });
  const [earliest, latest] = sample.dates ?? [];
  return {
    id: idOf('document', n),
    kind: 'document',
    passages: [
      passage('title', sample.title),
      ...(sample.summary ? [passage('summary', sample.summary)] : []),
      ...(sample.text ?? []).map((text, at) => passage('text', text, at + 1)),
      ...(sample.note ? [passage('note', sample.note, 9)] : []),
      ...(sample.name ?? []).map((text) => passage('name', text)),
      ...(sample.variant ?? []).map((text) => passage('variant', text)),
      ...(sample.number ? [passage('number', sample.number)] : []),
    ],
    facets: sample.facets ?? {},
    ...(earliest === undefined ? {} : { earliest }),
    ...(latest === undefined ? {} : { latest }),
    dateKey: `${earliest ?? (latest ? '0' : '~')} ${n}`,
    titleKey: terms(sample.title).join(' '),
    openedAt: `2020-01-0${n}T00:00:00Z`,
  };
}

export const EVERYTHING: QueryNode = { kind: 'everything' };
export const word = (text: string, field?: WordField): QueryNode => ({
  kind: 'word',
  text,
  ...(field ? { field } : {}),
});
export const phrase = (text: string, slop = 0): QueryNode => ({ kind: 'phrase', text, slop });
export const prefix = (text: string): QueryNode => ({ kind: 'prefix', text });
export const wildcard = (text: string, field?: WordField): QueryNode => ({
  kind: 'wildcard',
  text,
  ...(field ? { field } : {}),
});
/** The first of full weight, each further one half of it. */
export const variants = (...nodes: readonly QueryNode[]): QueryNode => ({
  kind: 'variants',
  nodes: nodes.map((node, at) => ({ node, weight: at === 0 ? 1 : 0.5 })),
});
export const and = (...nodes: readonly QueryNode[]): QueryNode => ({ kind: 'and', nodes });
export const or = (...nodes: readonly QueryNode[]): QueryNode => ({ kind: 'or', nodes });
export const not = (node: QueryNode): QueryNode => ({ kind: 'not', node });
export const is = (field: FacetField, ...values: readonly string[]): Filter => ({
  field,
  condition: 'is',
  values,
});
export const asNode = (filter: Filter): QueryNode => ({ kind: 'filter', filter });
export const between = (from?: string, to?: string, certainly?: boolean): Filter => ({
  field: 'date',
  condition: 'between',
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  ...(certainly === undefined ? {} : { certainly }),
});

export const nameOf = (id: RecordId): string =>
  id === AGENT.id ? 'a' : String(DOCUMENTS.findIndex((document) => document.id === id) + 1);
export const names = (answer: IndexAnswer): string => answer.hits.map(({ id }) => nameOf(id)).join(' ');

export const ask = (index: SearchIndex, query: Partial<IndexQuery>): Promise<IndexAnswer> =>
  index.search({
    node: EVERYTHING,
    filters: [],
    sort: 'relevance',
    offset: 0,
    limit: 50,
    facets: [],
    passages: 0,
    ...query,
  });
