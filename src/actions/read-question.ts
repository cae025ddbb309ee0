import { isIdValue } from '../core/query/facet-value.ts';
import { dateOffer, type DateOffer } from '../core/query/date-offer.ts';
import type { Label } from '../core/label.ts';
import { foldName } from '../core/names/fold-name.ts';
import type { FacetField, Filter, QueryNode } from '../core/query.ts';
import type { SearchIndex } from '../ports/search-index.ts';
import type { PublicViews } from './public-views.ts';
import { readFilter } from './read-filter.ts';

/** How a part of a question was read, where it could be read otherwise: said beside the box. */
export type QuestionReading =
  /** An archival reference; `files`: how many units of description here it stands for. */
  | { readonly kind: 'reference'; readonly words: string; readonly files: number }
  /** A name, and whose it is: `bearers` the first of them, `more` how many others. None: looked for as words. */
  | {
      readonly kind: 'name';
      readonly field: FacetField;
      readonly words: string;
      readonly bearers: readonly Label[];
      readonly more: number;
    }
  /** A value that nothing here has, looked for as words. */
  | { readonly kind: 'value'; readonly field: FacetField; readonly words: string };

/** A question ready to be asked of the index, and what is to be said of how it was read. */
export interface ReadQuestion {
  readonly node: QueryNode;
  readonly filters: readonly Filter[];
  readonly readings: readonly QuestionReading[];
  readonly offers: readonly DateOffer[];
}

export interface QuestionDeps {
  readonly index: SearchIndex;
  readonly views: PublicViews;
}

/** How many parts of a question are looked up in the archive; further ones are looked for as words. */
const MOST_LOOKED_UP = 24;
const MOST_SAID = 8;

/**
 * Reads a question, and asks the archive what its names, references and values stand for here.
 *
 *   person:Stalin            -> the ids of those who bear the name; nobody: the words, among names
 *   unit:"f. 558, op. 11"    -> the files of that reference, or the words of it
 *   language:Russian         -> ru;  type:telegram -> "Telegram" as it is written here
 */
export async function readQuestion(
  deps: QuestionDeps,
  asked: { readonly q: string; readonly node: QueryNode; readonly filters: readonly Filter[] },
): Promise<ReadQuestion> {
  const reader = new QuestionReader(deps);
  const read = await reader.read(asked.node);
  const filters: Filter[] = [];
  const besides: QueryNode[] = [];
  for (const filter of asked.filters) {
    const one = await reader.filter(filter, 'row');
    if (one.kind === 'filter') filters.push(one.filter);
    else besides.push(one);
  }
  const offer = dateOffer(asked.q);
  return {
    node: besides.length === 0 ? read : { kind: 'and', nodes: [read, ...besides] },
    filters,
    readings: reader.readings.slice(0, MOST_SAID),
    offers: offer === undefined ? [] : [offer],
  };
}

/** Holds what was already looked up for a question, and what is to be said of it. */
class QuestionReader {
  readonly readings: QuestionReading[] = [];
  readonly #deps: QuestionDeps;
  readonly #known = new Map<string, QueryNode>();

  constructor(deps: QuestionDeps) {
    this.#deps = deps;
  }

  async read(node: QueryNode): Promise<QueryNode> {
    switch (node.kind) {
      case 'and':
      case 'or':
        return { ...node, nodes: await this.#all(node.nodes) };
      case 'not':
        return { ...node, node: await this.read(node.node) };
      case 'filter':
        return this.filter(node.filter, 'box');
      default:
        return node;
    }
  }

  async #all(nodes: readonly QueryNode[]): Promise<readonly QueryNode[]> {
    const read: QueryNode[] = [];
    for (const node of nodes) read.push(await this.read(node));
    return read;
  }

  /** A filter with ids and values as the index has them, or what stands for it. */
  async filter(filter: Filter, from: 'box' | 'row'): Promise<QueryNode> {
    const isOfValues = filter.condition === 'is' || filter.condition === 'is-not';
    if (
      !isOfValues ||
      filter.field === 'id' ||
      !filter.values.some((value) => needsReading(filter.field, value))
    )
      return { kind: 'filter', filter };
    const key = JSON.stringify([from, filter.field, ...filter.values]);
    const known = this.#known.get(key);
    const read = known ?? (await this.#read(filter.field, filter.values, from));
    this.#known.set(key, read);
    if (filter.condition === 'is') return read;
    return read.kind === 'filter' && read.filter.condition === 'is'
      ? { kind: 'filter', filter: { ...read.filter, condition: 'is-not' } }
      : { kind: 'not', node: read };
  }

  async #read(field: FacetField, values: readonly string[], from: 'box' | 'row'): Promise<QueryNode> {
    const { node, readings } = await readFilter(this.#deps, field, values, {
      mayAsk: this.#known.size < MOST_LOOKED_UP,
      from,
    });
    for (const one of readings) if (isWorthSaying(one)) this.readings.push(one);
    return node;
  }
}

/** An id is as it is; a name, a reference, or a value of the archive's own is asked for. */
const needsReading = (field: FacetField, value: string): boolean => !isIdValue(value) && !LETTERS.has(field);
const LETTERS: ReadonlySet<FacetField> = new Set(['letter', 'agent-kind']);

/** That a name is whose it is needs no word where the title has the same words. */
const isWorthSaying = (one: QuestionReading): boolean => {
  if (one.kind !== 'name' || one.bearers.length !== 1) return true;
  const sorted = (name: string): string => foldName(name).split(' ').sort().join(' ');
  return sorted(one.bearers[0]?.title ?? '') !== sorted(one.words);
};
