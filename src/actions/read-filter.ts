import { readExemptions } from '../core/exemption.ts';
import type { RecordId } from '../core/id.ts';
import type { Label } from '../core/label.ts';
import type { FacetField, QueryNode } from '../core/query.ts';
import { isIdValue, wordsFieldOf } from '../core/query/facet-value.ts';
import { readLanguage } from '../formats/fields/languages.ts';
import { findNamed, recordKindOf } from './find-named.ts';
import { findReference } from './find-reference.ts';
import type { QuestionDeps, QuestionReading } from './read-question.ts';

/** What a filter's values stand for in the index, and what is to be said of that. */
export interface ReadFilter {
  readonly node: QueryNode;
  readonly readings: readonly QuestionReading[];
}

/** How many who bear a name are asked for, and how many of them are named to the reader. */
const MOST_BEARERS = 40;
const MOST_NAMED = 5;
const MOST_VALUES = 2000;

/** Fields whose values are codes of ours. */
const CODES: ReadonlySet<FacetField> = new Set(['kind', 'has', 'held', 'said-by', 'release']);

/** What one value stands for: values of the index, or words. */
interface Part {
  readonly values?: readonly string[];
  readonly node?: QueryNode;
  readonly reading?: QuestionReading;
}

/** `mayAsk`: else all that needs asking is words. `from`: what nothing here has is words only in the box. */
interface How {
  readonly mayAsk: boolean;
  readonly from: 'box' | 'row';
}

/** Reads each value of a filter; several are alternatives. */
export async function readFilter(
  deps: QuestionDeps,
  field: FacetField,
  values: readonly string[],
  how: How,
): Promise<ReadFilter> {
  const parts: Part[] = [];
  for (const value of values)
    parts.push(
      isIdValue(value)
        ? { values: [value] }
        : how.mayAsk
          ? await readValue(deps, field, value, how)
          : asWords(field, value),
    );
  const found = [...new Set(parts.flatMap((part) => part.values ?? []))];
  const nodes = parts.flatMap((part) => part.node ?? []);
  const readings = parts.flatMap((part) => part.reading ?? []);
  const [only, ...others] = nodes;
  if (only === undefined)
    return { node: { kind: 'filter', filter: { field, condition: 'is', values: found } }, readings };
  if (found.length === 0 && others.length === 0) return { node: only, readings };
  const ofValues: readonly QueryNode[] =
    found.length === 0 ? [] : [{ kind: 'filter', filter: { field, condition: 'is', values: found } }];
  return { node: { kind: 'or', nodes: [...ofValues, ...nodes] }, readings };
}

async function readValue(deps: QuestionDeps, field: FacetField, value: string, { from }: How): Promise<Part> {
  if (CODES.has(field)) return { values: [value.toLowerCase()] };
  if (field === 'unit') return readReference(deps, value);
  const kind = recordKindOf(field);
  if (kind === undefined) return readOwnValue(deps, field, value, from);
  const bearers = await findNamed(deps, kind, value);
  const reading: QuestionReading = {
    kind: 'name',
    field,
    words: value,
    bearers: bearers.slice(0, MOST_NAMED),
    more: Math.max(0, bearers.length - MOST_NAMED),
  };
  if (bearers.length === 0) return { ...asWords(field, value), reading };
  return { values: bearers.slice(0, MOST_BEARERS).map((one: Label): RecordId => one.id), reading };
}

async function readReference(deps: QuestionDeps, value: string): Promise<Part> {
  const { words, units, node } = await findReference(deps, value);
  return { node, reading: { kind: 'reference', words, files: units.length } };
}

/** The words near each other, wherever they stand: best where names of that kind do. */
function asWords(field: FacetField, value: string): Part {
  const anywhere: QueryNode = { kind: 'phrase', text: value, slop: 3 };
  const inField = wordsFieldOf(field);
  if (inField === undefined) return { node: anywhere };
  const nodes = [
    { node: { ...anywhere, field: inField }, weight: 1 },
    { node: anywhere, weight: 0.5 },
  ];
  return { node: { kind: 'variants', nodes } };
}

/** A value as it is written here: whatever the size of its letters; of languages also by their names. */
async function readOwnValue(
  { index, views }: QuestionDeps,
  field: FacetField,
  value: string,
  from: How['from'],
): Promise<Part> {
  const known = await views.valuesOf(field, async () => {
    const answer = await index.search({
      node: { kind: 'everything' },
      filters: [],
      sort: 'title',
      offset: 0,
      limit: 0,
      facets: [{ field, limit: MOST_VALUES }],
      passages: 0,
    });
    return (answer.facets.get(field)?.values ?? []).map((one) => one.value);
  });
  const isExact = from === 'row' && known.includes(value);
  const same = isExact ? [value] : known.filter((one) => isSameValue(field, one, value));
  const tag = field === 'language' ? readLanguage(value) : undefined;
  const spoken = tag === undefined ? [] : known.filter((one) => one === tag || one.startsWith(`${tag}-`));
  const values = [...new Set([...same, ...spoken])];
  if (values.length > 0) return { values };
  // A language that is known, and that nothing here is in, is no word to look for.
  if (tag !== undefined || from === 'row') return { values: [tag ?? value] };
  return { ...asWords(field, value), reading: { kind: 'value', field, words: value } };
}

/** The same but for its letters; of exemptions also as another writes it: "b1" is "(b)(1)". */
function isSameValue(field: FacetField, one: string, value: string): boolean {
  if (fold(one) === fold(value)) return true;
  return field === 'exemption' && readExemptions(value).some(({ words }) => words === one);
}

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/gu, ' ')
    .trim();
