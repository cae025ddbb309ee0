import { parseId, type RecordId } from '../core/id.ts';
import type { ArchiveDocument } from '../core/document.ts';
import { labelOf, type Label } from '../core/label.ts';
import type { FacetField } from '../core/query.ts';
import { printReference } from '../core/source-line/path.ts';
import { readAskedReference } from '../core/source-line/reference-words.ts';
import { unitSteps } from '../core/source.ts';
import type { IndexAnswer } from '../ports/search-index.ts';
import type { PublicViews } from './public-views.ts';
import { questionOf, type SearchDeps } from './search.ts';

/** What an example shows of the language of queries. */
export const EXAMPLES = [
  'words',
  'phrase',
  'near',
  'either',
  'without',
  'group',
  'beginning',
  'letters',
  'title',
  'person',
  'from',
  'to',
  'place',
  'subject',
  'archive',
  'type',
  'language',
  'has',
  'any',
  'year',
  'years',
  'month',
  'certainly',
  'before',
  'reference',
  'in-file',
  'name',
] as const;
export type ExampleKind = (typeof EXAMPLES)[number];

/** A question that finds something in this very archive. */
export interface SearchExample {
  readonly kind: ExampleKind;
  readonly q: string;
  readonly total: number;
}

/** How many documents are looked at for words, names and references to ask for. */
const LOOKED_AT = 60;
const FACETS: readonly FacetField[] = [
  'person',
  'from',
  'to',
  'place',
  'subject',
  'archive',
  'type',
  'language',
];

/**
 * Examples of each thing that a question can say, made of what the archive holds: words of its titles, its most
 * frequent names, years and references. What finds nothing here is left out. `languageName`: "ru" -> "Russian".
 */
export async function searchExamples(
  deps: SearchDeps,
  languageName: (tag: string) => string,
): Promise<readonly SearchExample[]> {
  const answer = await deps.index.search({
    node: { kind: 'filter', filter: { field: 'kind', condition: 'is', values: ['document'] } },
    filters: [],
    sort: 'earliest',
    offset: 0,
    limit: LOOKED_AT,
    facets: FACETS.map((field) => ({ field, limit: 3 })),
    years: true,
    passages: 0,
  });
  const seen = await deps.views.views(
    answer.hits.map(({ id }) => id),
    'description',
  );
  const documents = answer.hits.flatMap(({ id }) => {
    const view = seen.get(id);
    return view?.kind === 'public' && view.view.record.kind === 'document'
      ? [{ record: view.view.record, title: labelOf(view.view).title }]
      : [];
  });
  const asked: readonly Asked[] = [
    ...ofWords(documents.map(({ title }) => title)),
    ...(await ofValues(deps.views, answer, languageName)),
    ...ofDates(answer),
    ...ofReferences(documents.map(({ record }) => record)),
  ];
  return counted(deps, asked);
}

type Asked = readonly [kind: ExampleKind, q: string];

async function counted(deps: SearchDeps, asked: readonly Asked[]): Promise<readonly SearchExample[]> {
  const found: SearchExample[] = [];
  for (const [kind, q] of asked) {
    if (found.some((one) => one.kind === kind)) continue;
    const { node, filters } = await questionOf(deps, { q, scope: 'everything', filters: [] });
    const { total } = await deps.index.search({
      node,
      filters,
      sort: 'title',
      offset: 0,
      limit: 0,
      facets: [],
      passages: 0,
    });
    if (total > 0) found.push({ kind, q, total });
  }
  return found.toSorted((a, b) => EXAMPLES.indexOf(a.kind) - EXAMPLES.indexOf(b.kind));
}

const WORD = /^[\p{Script=Latin}\p{Script=Cyrillic}]{4,14}$/u;

function ofWords(titles: readonly string[]): readonly Asked[] {
  const cut = titles.map((title) => title.split(/\s+/u));
  const plain = cut.map((words) => words.filter((word) => WORD.test(word)));
  const best = plain.findIndex((words) => words.length >= 3);
  const [first, , third] = plain[best] ?? [];
  const other = plain
    .slice(best + 1)
    .flat()
    .find((word) => !plain[best]?.includes(word));
  if (first === undefined || third === undefined) return [];
  const whole = cut[best] ?? [];
  const at = whole.findIndex((word, here) => WORD.test(word) && WORD.test(whole[here + 1] ?? ''));
  const low = first.toLowerCase();
  return [
    ['words', `${first} ${third}`],
    ...(at < 0 ? [] : [['phrase', `"${whole[at] ?? ''} ${whole[at + 1] ?? ''}"`] as const]),
    ['near', `"${third} ${first}"~9`],
    ...(other === undefined
      ? []
      : ([
          ['either', `${first} OR ${other}`],
          ['without', `${first} -${other}`],
          ['without', `${other} -${first}`],
          ['group', `(${first} OR ${other}) ${third}`],
        ] as const)),
    ['beginning', `${low.slice(0, Math.max(3, low.length - 3))}*`],
    ['letters', `${low.slice(0, 2)}*${low.slice(-1)} ${low.slice(0, 1)}?${low.slice(2)}`],
    ['title', `title:${first}`],
  ];
}

async function ofValues(
  views: PublicViews,
  answer: IndexAnswer,
  languageName: (tag: string) => string,
): Promise<readonly Asked[]> {
  const values = (field: FacetField): readonly string[] =>
    (answer.facets.get(field)?.values ?? []).map(({ value }) => value);
  const ids: readonly RecordId[] = FACETS.flatMap(values).flatMap((value) => parseId(value) ?? []);
  const labels = await views.labels(ids);
  const quoted = (text: string): string =>
    /^[\p{L}\p{N}]+$/u.test(text) ? text : `"${text.replaceAll('"', '')}"`;
  const named = (field: 'person' | 'from' | 'to' | 'place' | 'subject' | 'archive'): readonly Asked[] =>
    values(field).flatMap((value) => {
      const id = parseId(value);
      const label: Label | undefined = id && labels.get(id);
      return label === undefined ? [] : [[field, `${field}:${quoted(label.title)}`] as const];
    });
  const person = values('person').flatMap((value) => parseId(value) ?? []);
  return [
    ...(['person', 'from', 'to', 'place', 'subject', 'archive'] as const).flatMap(named),
    ...values('type').map((value) => ['type', `type:${quoted(value)}`] as const),
    ...values('language').map((value) => ['language', `language:${quoted(languageName(value))}`] as const),
    ['has', 'has:translation'],
    ['has', 'has:transcription'],
    ['has', 'has:scan'],
    ['any', 'place:* -subject:*'],
    ['any', 'person:*'],
    ...(await otherNames(views, person)),
  ];
}

/** A further name of a person who is often named: what finds them under every other. */
async function otherNames(views: PublicViews, ids: readonly RecordId[]): Promise<readonly Asked[]> {
  const seen = await views.views(ids, 'description');
  return ids.flatMap((id) => {
    const view = seen.get(id);
    if (view?.kind !== 'public' || view.view.record.kind !== 'agent') return [];
    const { names } = view.view.record;
    const further = names.filter(({ kind, form }) => kind !== 'preferred' && !/["()\\*?:]/u.test(form));
    const other = further.find(({ form }) => !/^\p{Script=Latin}/u.test(form)) ?? further[0];
    return other === undefined ? [] : [['name', other.form.replaceAll(',', '')] as const];
  });
}

function ofDates({ years }: IndexAnswer): readonly Asked[] {
  const fullest = [...years].sort((a, b) => b.certain - a.certain || a.year - b.year)[0];
  if (fullest === undefined || fullest.year < 1000 || fullest.year > 9990) return [];
  const { year } = fullest;
  const months = 'July January March May June August September October November December April February';
  return [
    ['year', `date:${year}`],
    ['years', `date:${year - 1}..${year + 1}`],
    ...months.split(' ').map((month) => ['month', `date:"${month} ${year}"`] as const),
    ['certainly', `within:${year}`],
    ['before', `date:"before ${year + 1}"`],
  ];
}

function ofReferences(documents: readonly ArchiveDocument[]): readonly Asked[] {
  return documents.flatMap(({ source }): readonly Asked[] => {
    const path = source.original;
    if (path === undefined) return [];
    const steps = unitSteps(path);
    const whole = printReference({ ...path, steps });
    const last = steps.at(-1);
    const alone = last && printReference({ repositoryName: '', steps: steps.slice(-2) }).replace(/^, /, '');
    return [whole, alone ?? ''].flatMap((text, at) =>
      readAskedReference(text) === undefined ? [] : [[at === 0 ? 'reference' : 'in-file', text] as const],
    );
  });
}
