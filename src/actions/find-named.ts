import type { RecordId, RecordKind } from '../core/id.ts';
import { labelOf, type Label } from '../core/label.ts';
import { foldName } from '../core/names/fold-name.ts';
import { readPersonName } from '../core/names/person-name.ts';
import type { QueryNode } from '../core/query.ts';
import type { ArchiveRecord } from '../core/record.ts';
import { knownRepository } from '../core/source-line/repositories.ts';
import { terms } from '../core/tokens/tokenize.ts';
import type { SearchIndex } from '../ports/search-index.ts';
import type { PublicViews } from './public-views.ts';

interface Deps {
  readonly index: SearchIndex;
  readonly views: PublicViews;
}

/** Kinds of record whose names a field's values have; other fields have words for values. */
const RECORDS_OF: Readonly<Partial<Record<string, RecordKind>>> = {
  collection: 'collection',
  person: 'agent',
  from: 'agent',
  to: 'agent',
  participant: 'agent',
  mentioned: 'agent',
  place: 'place',
  'place-from': 'place',
  'place-to': 'place',
  'place-about': 'place',
  subject: 'subject',
  archive: 'repository',
  event: 'event',
  term: 'term',
};

/** The kind of record that a facet's values are; undefined where they are words. */
export const recordKindOf = (field: string): RecordKind | undefined => RECORDS_OF[field];

/** How many records that have the words in a name are looked at, and how many words are. */
const MOST_LOOKED_AT = 60;
const MOST_WORDS = 12;

/**
 * Whom a name stands for: the public records of a kind that bear exactly this name, also with the family name
 * last. Where none does, or the name is one word, those whose family name it is; else those of whom a name has
 * all its words, a letter standing for a word that begins so. Best first; none if nobody bears it.
 *
 *   "Joseph Stalin" -> the person whose names are "Stalin, I. V.", "Joseph Stalin" …
 *   "Stalin"        -> he, and "Stalin, Vasily"
 *   "T. V. Soong"   -> "Soong, Tse-vung (T.V.)"
 */
export async function findNamed(deps: Deps, kind: RecordKind, name: string): Promise<readonly Label[]> {
  const found = await bearersOf(deps, kind, name);
  const full = kind === 'repository' && found.length === 0 ? knownRepository(name.trim())?.name : undefined;
  return full === undefined ? found : bearersOf(deps, kind, full);
}

async function bearersOf({ index, views }: Deps, kind: RecordKind, name: string): Promise<readonly Label[]> {
  const words = terms(name).slice(0, MOST_WORDS);
  if (words.length === 0) return [];
  const { hits } = await index.search({
    node: { kind: 'and', nodes: words.map(inNames) },
    filters: [{ field: 'kind', condition: 'is', values: [kind] }],
    sort: 'relevance',
    offset: 0,
    limit: MOST_LOOKED_AT,
    facets: [],
    passages: 0,
  });
  const ids: readonly RecordId[] = hits.map(({ id }) => id);
  const seen = await views.views(ids, 'description');
  const candidates = ids.flatMap((id) => {
    const view = seen.get(id);
    if (view?.kind !== 'public') return [];
    const closeness = closenessOf(formsOf(view.view.record), name, kind);
    return closeness === 'none' ? [] : [{ label: labelOf(view.view), closeness }];
  });
  const isOneWord = !foldName(name).includes(' ');
  const near = candidates.filter(({ closeness }) => closeness !== 'words');
  const exact = near.filter(({ closeness }) => closeness === 'exact');
  const chosen = !isOneWord && exact.length > 0 ? exact : near.length > 0 ? near : candidates;
  return chosen.map(({ label }) => label);
}

const inNames = (word: string): QueryNode => {
  const kind = [...word].length === 1 ? 'prefix' : 'word';
  return {
    kind: 'or',
    nodes: [
      { kind, text: word, field: 'title' },
      { kind, text: word, field: 'name' },
    ],
  };
};

/** The names of an authority, the titles of a collection, the form of a term. */
function formsOf(record: ArchiveRecord): readonly string[] {
  if (record.kind === 'collection') return record.titles.map(({ text }) => text);
  if (record.kind === 'term') return [record.form, record.expansion];
  return 'names' in record ? record.names.flatMap(({ form }) => [form, ...namesAside(form)]) : [];
}

/** Names that lists put together: "Chou En-lai (Zhou Enlai)" is borne as either. None of one word: "(T.V.)". */
function namesAside(form: string): readonly string[] {
  const [at, end] = [form.indexOf('('), form.indexOf(')')];
  if (at < 1 || end < at) return [];
  const aside = form.slice(at + 1, end);
  return [form.slice(0, at), aside, ...aside.split(', ')]
    .map((one) => one.trim())
    .filter((one) => one.includes(' ') && !/\d/.test(one));
}

type Closeness = 'exact' | 'family' | 'words' | 'none';

function closenessOf(forms: readonly string[], name: string, kind: RecordKind): Closeness {
  const asked = foldName(name);
  if (forms.some((form) => isSameName(form, name))) return 'exact';
  const isFamily = (form: string): boolean =>
    form.includes(',') && readPersonName(form).some(({ family }) => family === asked);
  if (kind === 'agent' && forms.some(isFamily)) return 'family';
  const words = terms(name);
  return forms.some((form) => hasWords(terms(form), words)) ? 'words' : 'none';
}

/** The same words in the same order; or in another, where only one of the two has a comma. */
function isSameName(form: string, name: string): boolean {
  const [a, b] = [foldName(form), foldName(name)];
  if (a === b) return true;
  const sorted = (folded: string): string => folded.split(' ').sort().join(' ');
  return form.includes(',') !== name.includes(',') && sorted(a) === sorted(b);
}

const hasWords = (form: readonly string[], words: readonly string[]): boolean =>
  words.every((word) => form.some((one) => one === word || ([...word].length === 1 && one.startsWith(word))));
