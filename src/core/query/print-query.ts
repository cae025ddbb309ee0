import { FACET_FIELDS, type Filter, type QueryNode, type WordField } from '../query.ts';
import { impossible } from '../result.ts';
import { printDateRange } from './date-range.ts';
import { mayBeginReference } from '../source-line/reference-words.ts';
import { FIELD_NAME, QUOTES } from './symbols.ts';

/**
 * A query as its reader writes it. What `readQuery` reads is printed so that it reads the same again.
 *
 *   { and: [ word "mao", not phrase "chou en-lai" ] } -> mao -"chou en-lai"
 *   { filter: person is a4km… }                       -> person:a4km…
 *   everything                                        -> (empty)
 *   variants                                          -> the first of them: what was asked
 */
export const printQuery = (node: QueryNode): string => (node.kind === 'everything' ? '' : print(node, 'top'));

type Within = 'top' | 'and' | 'or' | 'not';

function print(node: QueryNode, within: Within): string {
  switch (node.kind) {
    case 'everything':
      return '*';
    case 'word':
      return inField(node.field, escapeWord(node.text));
    case 'prefix':
      return inField(node.field, `${escapeWord(node.text)}*`);
    case 'wildcard':
      return inField(node.field, node.text);
    case 'phrase':
      return inField(node.field, `${quoted(node.text)}${node.slop > 0 ? `~${node.slop}` : ''}`);
    case 'and': {
      const words = node.nodes.map((child) => print(child, 'and')).join(' ');
      return within === 'not' || within === 'and' ? `(${words})` : words;
    }
    case 'or': {
      const choices = node.nodes.map((child) => print(child, 'or')).join(' OR ');
      return within === 'top' ? choices : `(${choices})`;
    }
    case 'not': {
      const denied = print(node.node, 'not');
      return denied.startsWith('-') ? `-(${denied})` : `-${denied}`;
    }
    case 'variants':
      return node.nodes[0] === undefined ? '*' : print(node.nodes[0].node, within);
    case 'filter':
      return printFilter(node.filter);
    default:
      return impossible(node);
  }
}

/** Whether words are to stand as written is said beside a query, not in it. */
const inField = (field: WordField | undefined, words: string): string =>
  field === undefined || field === 'written' ? words : `${field}:${words}`;

/** A filter as a query writes it, so that a filter row and a query are one language. */
export function printFilter(filter: Filter): string {
  switch (filter.condition) {
    case 'is':
      return `${filter.field}:${filter.values.map(printValue).join('|')}`;
    case 'is-not':
      return `-${filter.field}:${filter.values.map(printValue).join('|')}`;
    case 'any':
      return `${filter.field}:*`;
    case 'none':
      return `-${filter.field}:*`;
    case 'contains':
      return `${filter.field}:(${words(filter.words)})`;
    case 'contains-not':
      return `-${filter.field}:(${words(filter.words)})`;
    case 'between':
      return `${filter.certainly === true ? 'within' : 'date'}:${printDateRange(filter)}`;
    default:
      return impossible(filter);
  }
}

const words = (text: string): string => text.split(/\s+/u).filter(Boolean).map(escapeWord).join(' ');

const quoted = (text: string): string => `"${text.replace(/["“”„«»\\]/gu, '\\$&')}"`;

const printValue = (value: string): string =>
  /^[\p{L}\p{N}][\p{L}\p{N}/~._-]*$/u.test(value) ? value : quoted(value);

const SPECIAL = new RegExp(`[\\s()*?\\\\${QUOTES}]`, 'gu');

/** A word so that nothing in it is taken for a sign of the language. */
function escapeWord(text: string): string {
  const plain = text.replace(SPECIAL, '\\$&');
  if (/^(OR|AND|NOT)$/.test(plain) || plain.startsWith('-') || mayBeginReference(text)) return `\\${plain}`;
  const colon = plain.indexOf(':');
  if (colon > 0 && FIELD_NAME.test(plain.slice(0, colon)))
    return `${plain.slice(0, colon)}\\${plain.slice(colon)}`;
  return plain;
}

export const isFacetField = (name: string): name is (typeof FACET_FIELDS)[number] =>
  FACET_FIELDS.some((field) => field === name);
