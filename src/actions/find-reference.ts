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
  const spellings = spellingsOf(asked).map((text) =>
    inArchive({ kind: 'phrase', text, slop: 0 }, asked.repository),
  );
  if (units.length === 0) {
    const parts = asWords([...(asked.repository === undefined ? [] : [asked.repository]), ...stepsOf(asked)]);
    return { words, units, node: variantsOf([parts, ...spellings]) };
  }
  return { words, units, node: ofFiles(units, asked, spellings) };
}

/** Documents of these files first, by how well their source line says it; then those that name it in words. */
function ofFiles(
  units: readonly string[],
  asked: AskedReference,
  spellings: readonly QueryNode[],
): QueryNode {
  const inFiles: QueryNode = { kind: 'filter', filter: { field: 'unit', condition: 'is', values: units } };
  const inSource = inField(codesIn(asked), 'source');
  return {
    kind: 'variants',
    nodes: [
      { node: { kind: 'and', nodes: [inFiles, inSource] }, weight: 1 },
      { node: inFiles, weight: 1 },
      ...spellings.map((node) => ({ node, weight: IN_WORDS })),
    ],
  };
}

/** How much less a mention in any text weighs than the source line itself. */
const IN_WORDS = 0.05;

/** Where the archive is named, a text must name it too, by any of its names. */
function inArchive(spelling: QueryNode, repository: string | undefined): QueryNode {
  if (repository === undefined) return spelling;
  const names = namesOf(repository).map((text): QueryNode => ({ kind: 'phrase', text, slop: 0 }));
  return { kind: 'and', nodes: [spelling, { kind: 'or', nodes: names }] };
}

/** An archive is known by several names, whatever the size of the letters that it was asked with. */
const namesOf = (repository: string): readonly string[] => [
  ...new Set([
    repository,
    ...((knownRepository(repository) ?? knownRepository(repository.toUpperCase()))?.names ?? []),
  ]),
];

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
    steps.map(({ level, code }) => `${labels[level] ?? ''} ${code}`).join(' '),
  );
  return [...new Set([written, ...others])];
}

async function unitsOf(deps: Deps, asked: AskedReference): Promise<readonly string[]> {
  const steps = stepsToFile(asked);
  const last = steps.at(-1);
  if (last === undefined) return [];
  const isFromTop = steps[0]?.level === 'fonds';
  const whole = await unitsWith(deps, { codes: codesIn(asked), isFromTop }, asked.repository);
  if (whole.length > 0 || steps.length === 1) return whole;
  const isDistinct = last.level === 'decimal' || last.level === 'lot';
  return isDistinct ? unitsWith(deps, { codes: [last.code], isFromTop: false }, asked.repository) : [];
}

/** Leaves and pages are within a document's own file. */
const stepsToFile = ({ steps }: AskedReference): AskedReference['steps'] =>
  steps.filter(({ level }) => level !== 'leaf' && level !== 'page');
const codesIn = (asked: AskedReference): readonly string[] => stepsToFile(asked).map(({ code }) => code);

const inField = (codes: readonly string[], field: 'source' | 'number'): QueryNode => ({
  kind: 'and',
  nodes: codes.map((text): QueryNode => ({ kind: 'phrase', text, slop: 0, field })),
});

/** Codes of a path in their order, the last of them its last; `isFromTop`: the first of them its first. */
interface CodesOfPath {
  readonly codes: readonly string[];
  readonly isFromTop: boolean;
}

/** Units whose path has these codes, in an archive of that name. */
async function unitsWith(
  { index, views }: Deps,
  asked: CodesOfPath,
  repository: string | undefined,
): Promise<readonly string[]> {
  const answer = await index.search({
    node: { kind: 'or', nodes: [inField(asked.codes, 'source'), inField(asked.codes, 'number')] },
    filters: [],
    sort: 'title',
    offset: 0,
    limit: 0,
    facets: [{ field: 'unit', limit: MOST_UNITS }],
    passages: 0,
  });
  const values = (answer.facets.get('unit')?.values ?? []).map(({ value }) => value);
  const matching = values.filter((value) => hasCodes(value, asked));
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

/** A stroke may part two levels or stand in one code ("FO 371/127456"): what it parts is compared. */
function hasCodes(unit: string, { codes, isFromTop }: CodesOfPath): boolean {
  const path = fold(unit).split(/[/~]/u).slice(1);
  const asked = codes.flatMap((code) => fold(code).split('/'));
  if (path.at(-1) !== asked.at(-1) || (isFromTop && path[0] !== asked[0])) return false;
  let at = 0;
  for (const code of path) if (code === asked[at]) at++;
  return at === asked.length;
}

async function archivesNamed(
  views: PublicViews,
  ids: readonly string[],
  name: string,
): Promise<ReadonlySet<string>> {
  const asked = new Set(namesOf(name).map(foldName));
  const known: readonly RecordId[] = [...new Set(ids)].flatMap((id) => parseId(id) ?? []);
  const seen = await views.views(known, 'description');
  const bears = (id: RecordId): boolean => {
    const view = seen.get(id);
    if (view?.kind !== 'public' || view.view.record.kind !== 'repository') return false;
    return view.view.record.names.some(({ form }) => asked.has(foldName(form)));
  };
  return new Set(known.filter(bears));
}
