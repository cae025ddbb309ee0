import { parseId, type RecordId } from '../core/id.ts';
import { foldName } from '../core/names/fold-name.ts';
import type { QueryNode } from '../core/query.ts';
import { readAskedReference, type AskedReference } from '../core/source-line/reference-words.ts';
import { knownRepository } from '../core/source-line/repositories.ts';
import type { SearchIndex } from '../ports/search-index.ts';
import type { PublicViews } from './public-views.ts';

interface Deps {
  readonly index: SearchIndex;
  readonly views: PublicViews;
}

/** A reference that was asked for, the units of description it stands for here, and how to look for it. */
export interface FoundReference {
  readonly words: string;
  /** Values of `unit`; none if no document is of such a file. */
  readonly units: readonly string[];
  readonly node: QueryNode;
}

/** How many units are compared with what is asked; those with the most documents come first. */
const MOST_UNITS = 2000;

/**
 * Finds the files that a reference stands for, however it is punctuated, and in which script its labels are:
 * the documents of those files, and those whose source line, text or notes have it in words. Where no file
 * here has it, its parts are looked for as words.
 *
 *   "f. 558 op.11 d.97"   -> units r…/558/11/97; also the words "f 558 op 11 d 97", "ф 558 оп 11 д 97" …
 *   "RG 59 611.93/7-2255" -> units r…/Central Files/611.93~7-2255, if none names the record group
 */
export async function findReference(deps: Deps, words: string): Promise<FoundReference> {
  const asked = readAskedReference(words);
  if (asked === undefined) return { words, units: [], node: asWords(words.split(/[,;]\s*/u)) };
  const units = await unitsOf(deps, asked);
  const spellings = spellingsOf(asked).map((text): QueryNode => ({ kind: 'phrase', text, slop: 0 }));
  if (units.length === 0) {
    const parts = asWords([...(asked.repository === undefined ? [] : [asked.repository]), ...stepsOf(asked)]);
    return { words, units, node: variantsOf([parts, ...spellings]) };
  }
  const ofFiles: QueryNode = { kind: 'filter', filter: { field: 'unit', condition: 'is', values: units } };
  return { words, units, node: variantsOf([ofFiles, ...spellings]) };
}

const stepsOf = (asked: AskedReference): readonly string[] => asked.steps.map(({ words }) => words);

/** The first weighs most, so that what stands in full stands first. */
const variantsOf = (nodes: readonly QueryNode[]): QueryNode => ({
  kind: 'variants',
  nodes: nodes.map((node) => ({ node, weight: 1 })),
});

function asWords(parts: readonly string[]): QueryNode {
  const nodes = parts.filter(Boolean).map((text): QueryNode => ({ kind: 'phrase', text, slop: 0 }));
  return { kind: 'and', nodes };
}

/** Labels that mean the same, each line one way to write them. */
const LABELS: readonly Readonly<Partial<Record<string, string>>>[] = [
  { fonds: 'f', inventory: 'op', file: 'd', folder: 'p', portfolio: 'por', leaf: 'l' },
  { fonds: 'f', inventory: 'op', file: 'd', folder: 'pap', portfolio: 'por', leaf: 'll' },
  { fonds: 'ф', inventory: 'оп', file: 'д', folder: 'п', portfolio: 'пор', leaf: 'л' },
  { fonds: 'ф', inventory: 'оп', file: 'д', folder: 'пап', portfolio: 'пор', leaf: 'лл' },
  { fonds: 'fond', inventory: 'opis', file: 'delo', folder: 'papka', portfolio: 'portfel', leaf: 'list' },
  { fonds: 'фонд', inventory: 'опись', file: 'дело', folder: 'папка', portfolio: 'портфель', leaf: 'лист' },
];

/** Ways in which a text may write the steps of a reference one after another. As it was asked comes first. */
function spellingsOf({ steps }: AskedReference): readonly string[] {
  const written = steps.map(({ words }) => words).join(' ');
  if (!steps.every(({ level }) => LABELS[0]?.[level] !== undefined)) return [written];
  const others = LABELS.map((labels) =>
    steps.map(({ level, codes }) => `${labels[level] ?? ''} ${codes.join(' ')}`).join(' '),
  );
  return [...new Set([written, ...others])];
}

async function unitsOf(deps: Deps, asked: AskedReference): Promise<readonly string[]> {
  const inFile = asked.steps.filter(({ level }) => level !== 'leaf' && level !== 'page');
  const codes = inFile.flatMap((step) => step.codes);
  const last = codes.at(-1);
  if (last === undefined) return [];
  const whole = await unitsWith(deps, codes, asked.repository);
  if (whole.length > 0) return whole;
  const isDistinct = inFile.at(-1)?.level === 'decimal' || inFile.at(-1)?.level === 'lot';
  return isDistinct && codes.length > 1 ? unitsWith(deps, [last], asked.repository) : [];
}

/** Units whose path has all these codes, in their order and the last of them last, in an archive of that name. */
async function unitsWith(
  { index, views }: Deps,
  codes: readonly string[],
  repository: string | undefined,
): Promise<readonly string[]> {
  const inField = (field: 'source' | 'number'): QueryNode => ({
    kind: 'and',
    nodes: codes.map((text): QueryNode => ({ kind: 'phrase', text, slop: 0, field })),
  });
  const answer = await index.search({
    node: { kind: 'or', nodes: [inField('source'), inField('number')] },
    filters: [],
    sort: 'title',
    offset: 0,
    limit: 0,
    facets: [{ field: 'unit', limit: MOST_UNITS }],
    passages: 0,
  });
  const values = (answer.facets.get('unit')?.values ?? []).map(({ value }) => value);
  const matching = values.filter((value) => hasCodes(value, codes));
  if (repository === undefined || matching.length === 0) return matching;
  const archives = await archivesNamed(views, matching.map(archiveOf), repository);
  return matching.filter((value) => archives.has(archiveOf(value)));
}

const archiveOf = (unit: string): string => unit.split('/')[0] ?? '';

/** "611.93/7–2255" as "611.93/7-2255"; spaces and the size of letters make no difference. */
const fold = (code: string): string =>
  code
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐‑‒–—−]/gu, '-')
    .replace(/\s+/gu, '');

function hasCodes(unit: string, codes: readonly string[]): boolean {
  const path = unit
    .split('/')
    .slice(1)
    .map((code) => fold(code.replaceAll('~', '/')));
  const asked = codes.map(fold);
  if (path.at(-1) !== asked.at(-1)) return false;
  let at = 0;
  for (const code of path) if (code === asked[at]) at++;
  return at === asked.length;
}

async function archivesNamed(
  views: PublicViews,
  ids: readonly string[],
  name: string,
): Promise<ReadonlySet<string>> {
  const asked = new Set([name, ...(knownRepository(name)?.names ?? [])].map(foldName));
  const known: readonly RecordId[] = [...new Set(ids)].flatMap((id) => parseId(id) ?? []);
  const seen = await views.views(known, 'description');
  const bears = (id: RecordId): boolean => {
    const view = seen.get(id);
    if (view?.kind !== 'public' || view.view.record.kind !== 'repository') return false;
    return view.view.record.names.some(({ form }) => asked.has(foldName(form)));
  };
  return new Set(known.filter(bears));
}
