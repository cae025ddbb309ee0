import { idOf, NAMES, OPEN } from './leak-names.ts';

const MODELS = [
  'record',
  'collection',
  'theme',
  'subject',
  'contributor',
  'publisher',
  'coverage',
  'repository',
];
const LISTS = [
  'record',
  'collection',
  'theme',
  'subject',
  'contributor',
  'coverage',
  'repository',
  'language',
];
const TEXTS = ['t-en', 't-de-1'];

/** What the interface that was closed is asked of a record, whatever its kind. */
export const oldOf = (id: string): readonly string[] => [
  ...MODELS.map((model) => `/srv/${model}/${id}.json`),
  `/srv/media/${id}-s1.pdf`,
  ...TEXTS.flatMap((key) => [`/srv/transcript/${id}-${key}.html`, `/srv/translation/${id}-${key}.html`]),
  ...['contributor', 'coverage', 'theme'].flatMap((segment) => [
    `/${segment}/${id}`,
    `/${segment}/${id}/any-slug`,
  ]),
  ...[
    'collection[]',
    'subject[]',
    'contributor[]',
    'coverage[]',
    'repository',
    'publisher',
    'donor[]',
    'theme',
  ].map((name) => `/srv/record.json?${encodeURIComponent(name)}=${id}`),
];

/** What it is asked for by words. */
const searchesFor = (words: string): readonly string[] => [
  ...LISTS.flatMap((list) => [
    `/srv/${list}.json?term=${words}`,
    `/srv/${list}.json?term=${words.slice(0, -1)}`,
  ]),
  `/srv/record.json?q=${words}&model=Record&itemsPerPage=200`,
  `/srv/record.json?q=${words}&model=Collection`,
  `/srv/record.json?q=${words}&translation=eng`,
  `/search-results?q=${words}`,
  `/search-results/1?q=${words}`,
  `/search-results/1/${encodeURIComponent(JSON.stringify({ 'search-in': 'all', term: words }))}?recordType=Record`,
];

export const OLD: readonly string[] = [
  ...[...NAMES.map(idOf), ...Object.values(OPEN)].flatMap(oldOf),
  ...NAMES.flatMap((name) => searchesFor(`sought${name}`)),
  ...searchesFor('opentoall'),
  ...[...LISTS, 'publisher', 'donor'].map((list) => `/srv/${list}.json`),
  '/srv/record.json?itemsPerPage=200&model=Record',
  '/srv/record.json?start_date=00010101&end_date=99991231',
  '/srv/record/date_range.json',
  '/srv/language/eng.json',
  '/srv/language/ger.json',
  `/srv/theme/${OPEN.themed}.json`,
  `/theme/${OPEN.themed}`,
  `/theme/${OPEN.themed}/any-slug`,
];
