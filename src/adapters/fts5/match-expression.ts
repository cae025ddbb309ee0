import {
  PASSAGE_FIELDS,
  passageFields,
  type PassageField,
  type QueryNode,
  type WordField,
} from '../../core/query.ts';
import { reachOf, soughtBy, wordsAsNode, type Sought } from '../../core/query/sought.ts';
import type { QueryTerm } from '../../core/tokens/tokenize.ts';

/** The columns of the word table, and how much a word weighs in each. */
export const WEIGHTS: Readonly<Record<PassageField, number>> = {
  title: 8,
  summary: 4,
  text: 1,
  note: 0.7,
  name: 3,
  variant: 3,
  source: 1,
  number: 4,
};

export const COLUMNS: readonly PassageField[] = PASSAGE_FIELDS;

/** Terms hold letters, marks and digits only: no quotation mark can stand in them. */
const quoted = (terms: readonly QueryTerm[]): string =>
  `"${terms.map(({ term }) => term).join(' ')}"${terms.at(-1)?.isBegun === true ? ' *' : ''}`;

function expressionOfSought(sought: Sought): string {
  const isNear = sought.slop > 0 && sought.terms.length > 1;
  const words = isNear
    ? `NEAR(${sought.terms.map((term) => quoted([term])).join(' ')}, ${reachOf(sought)})`
    : quoted(sought.terms);
  return inColumns(sought.field, words);
}

const inColumns = (field: WordField | undefined, words: string): string =>
  field === undefined ? words : `{${passageFields(field).join(' ')}} : ${words}`;

/** Any of some terms. */
export function expressionOfAny(terms: readonly string[], field: WordField | undefined): string {
  const any = terms.map((term) => `"${term}"`).join(' OR ');
  return inColumns(field, field === undefined ? any : `(${any})`);
}

/**
 * A query as FTS5 says it, or undefined for what FTS5 cannot say by itself (a lone negation, a facet, a
 * date, words without a letter): that is found by other means.
 *
 *   mao -"chou en lai" -> ("mao") NOT ("chou en lai")
 *   title:苏联          -> {title} : "苏联"
 */
export function expressionOf(node: QueryNode): string | undefined {
  switch (node.kind) {
    case 'word':
    case 'prefix':
    case 'phrase': {
      const sought = soughtBy(node);
      return sought === undefined ? undefined : expressionOfSought(sought);
    }
    case 'or': {
      const parts = node.nodes.map(expressionOf);
      return parts.length === 0 || parts.includes(undefined) ? undefined : `(${parts.join(' OR ')})`;
    }
    case 'and': {
      const { expression, rest } = textOfAll(node.nodes);
      return rest.length === 0 ? expression : undefined;
    }
    case 'filter':
      return node.filter.condition === 'contains'
        ? expressionOf(wordsAsNode(node.filter.words, node.filter.field))
        : undefined;
    case 'wildcard':
    case 'variants':
    case 'not':
    case 'everything':
      return undefined;
  }
}

/** Of nodes that must all hold: one expression for those that FTS5 can answer together, and the rest. */
export function textOfAll(nodes: readonly QueryNode[]): {
  readonly expression?: string;
  readonly rest: readonly QueryNode[];
} {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  const negations: QueryNode[] = [];
  const rest: QueryNode[] = [];
  for (const node of nodes) {
    const said = expressionOf(node.kind === 'not' ? node.node : node);
    if (said === undefined) rest.push(node);
    else if (node.kind === 'not') {
      unwanted.push(said);
      negations.push(node);
    } else wanted.push(said);
  }
  if (wanted.length === 0) return { rest: [...rest, ...negations] };
  const all = `(${wanted.join(' AND ')})`;
  return { expression: unwanted.length === 0 ? all : `(${all} NOT (${unwanted.join(' OR ')}))`, rest };
}
