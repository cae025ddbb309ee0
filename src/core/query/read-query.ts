import { problem, type Problem, type ProblemCode } from '../problem.ts';
import { TEXT_FIELDS, type QueryNode, type TextField } from '../query.ts';
import { queryTerms, tokenize } from '../tokens/tokenize.ts';
import { readDateRange } from './date-range.ts';
import { facetNode, wordsFieldOf } from './facet-value.ts';
import { isFacetField } from './print-query.ts';
import { Scanner, type Bare } from './scanner.ts';
import { FIELD_NAME, LIMITS, QUOTES } from './symbols.ts';

export interface ReadQuery {
  readonly node: QueryNode;
  /** What was not understood, and searched as words instead; `where.column` counts from 1. */
  readonly problems: readonly Problem[];
}

/**
 * Reads what stands in the search box. Never fails: what is not understood is searched as words, and said.
 *
 *   mao stalin               both words
 *   "treaty of alliance"     one after another;  "mao stalin"~5  at most five others between them
 *   mao OR 毛泽东             either; binds less than standing side by side
 *   -zeppelin                not this; -(…) not all of that
 *   alli*                    words that begin so
 *   title:soong              in a field: title summary text note name source number
 *   type:Telegram|Letter     a value, or one of several; type:* any value
 *   date:1945-07..1946       may have happened then; within:1945 surely did
 *   \-x                      a character taken as it is
 *
 * Bounds: 2,000 characters, 64 terms; what goes beyond is left out and said. Parentheses
 * deeper than 8 levels are passed over, and said.
 */
export function readQuery(text: string): ReadQuery {
  const composed = text.normalize('NFC');
  const reader = new Reader(cut(composed));
  if (composed.length > LIMITS.characters)
    reader.say('query-too-long', 0, undefined, { limit: LIMITS.characters, unit: 'characters' });
  const node = reader.read();
  return { node, problems: reader.problems };
}

/** At most as many characters as are read, none of them half. */
function cut(text: string): string {
  const short = text.slice(0, LIMITS.characters);
  return text.length > short.length && /[\ud800-\udbff]$/.test(short) ? short.slice(0, -1) : short;
}

/** Nodes that must all hold, as one. */
export function allOf(nodes: readonly QueryNode[]): QueryNode {
  const flat = nodes.flatMap((node) =>
    node.kind === 'and' ? node.nodes : node.kind === 'everything' ? [] : [node],
  );
  const [only] = flat;
  if (only === undefined) return { kind: 'everything' };
  return flat.length === 1 ? only : { kind: 'and', nodes: flat };
}

function anyOf(nodes: readonly QueryNode[]): QueryNode {
  const flat = nodes.flatMap((node) => (node.kind === 'or' ? node.nodes : [node]));
  const [only] = flat;
  if (only === undefined) return { kind: 'everything' };
  return flat.length === 1 ? only : { kind: 'or', nodes: flat };
}

/** Holds where in the query we are, how deep, and how many terms may still come. */
class Reader {
  readonly problems: Problem[] = [];
  readonly #scan: Scanner;
  #depth = 0;
  /** Parentheses beyond the depth that is read, still to be closed. */
  #passedOver = 0;
  #termsLeft: number = LIMITS.terms;

  constructor(text: string) {
    this.#scan = new Scanner(text);
  }

  say(code: ProblemCode, at: number, value?: string, facts?: Problem['facts']): void {
    if (this.problems.length >= 20) return;
    const more = { ...(value === undefined ? {} : { value }), ...(facts === undefined ? {} : { facts }) };
    this.problems.push(problem(code, { field: 'q', column: at + 1 }, more));
  }

  read(): QueryNode {
    const parts: QueryNode[] = [];
    for (;;) {
      parts.push(this.#choices(undefined));
      if (this.#scan.isAtEnd) return allOf(parts);
      this.say('query-not-understood', this.#scan.at, ')');
      this.#scan.at++;
    }
  }

  /** `a b OR c`, up to the end or a closing parenthesis. */
  #choices(field: TextField | undefined): QueryNode {
    const choices: QueryNode[] = [];
    let together: QueryNode[] = [];
    const close = (): void => {
      if (together.length > 0) choices.push(allOf(together));
      together = [];
    };
    for (;;) {
      this.#scan.skipSpace();
      if (this.#scan.isAtEnd) break;
      if (this.#scan.here === ')') {
        if (this.#passedOver === 0) break;
        this.#passedOver--;
        this.#scan.at++;
      } else if (this.#scan.takes(/(?:OR|\|\|?)(?=\s|$|\()/y)) close();
      else if (!this.#scan.takes(/(?:AND|&&?)(?=\s|$|\()/y)) {
        const one = this.#one(field, false);
        if (one !== undefined) together.push(one);
      }
    }
    close();
    return anyOf(choices);
  }

  /** A word, phrase, group, filter or the negation of one; undefined for what has no letter in it. */
  #one(field: TextField | undefined, isNegated: boolean): QueryNode | undefined {
    if (!isNegated && this.#scan.takes(/-(?=\S)|NOT\s+(?=\S)/y)) {
      const negated = this.#one(field, true);
      if (negated === undefined) return undefined;
      return negated.kind === 'filter' && DENIED.has(negated.filter.condition) && !this.#wasGroup
        ? negated
        : { kind: 'not', node: negated };
    }
    this.#wasGroup = false;
    const first = this.#scan.here;
    if (first === '(') return this.#group(field);
    if (QUOTES.includes(first)) return this.#phrase(field);
    const bare = this.#scan.bare();
    const colon = bare.text.indexOf(':');
    const name = bare.text.slice(0, Math.max(0, colon));
    if (colon > 0 && !bare.isEscaped && FIELD_NAME.test(name)) {
      this.#scan.at = bare.start + colon + 1;
      const inField = this.#inField(name.toLowerCase(), isNegated, bare);
      if (inField !== 'unknown') return inField;
      this.#scan.at = bare.start;
      return this.#word(this.#scan.bare(), field);
    }
    return this.#word(bare, field);
  }
  #wasGroup = false;

  #group(field: TextField | undefined): QueryNode | undefined {
    const start = this.#scan.at++;
    if (this.#depth >= LIMITS.depth) {
      this.say('query-too-deep', start, undefined, { limit: LIMITS.depth });
      this.#passedOver++;
      return undefined;
    }
    this.#depth++;
    const node = this.#choices(field);
    this.#depth--;
    if (this.#scan.here === ')') this.#scan.at++;
    else this.say('query-not-understood', start, '(');
    this.#wasGroup = true;
    return node.kind === 'everything' ? undefined : node;
  }

  #phrase(field: TextField | undefined): QueryNode | undefined {
    const start = this.#scan.at;
    const { text, isClosed } = this.#scan.quotation();
    if (!isClosed) this.say('query-not-understood', start, '"');
    const slop = this.#scan.slop();
    const kept = this.#counted(text, start);
    if (kept === undefined) return undefined;
    return { kind: 'phrase', text: kept, slop, ...(field === undefined ? {} : { field }) };
  }

  #word(bare: Bare, field: TextField | undefined): QueryNode | undefined {
    const inField = field === undefined ? {} : { field };
    if (bare.text === '*' && bare.isPrefix) return { kind: 'everything' };
    if (bare.hasWild) this.say('query-not-understood', bare.start, bare.text);
    const kept = this.#counted(bare.isPrefix ? bare.text.slice(0, -1) : bare.text, bare.start);
    return kept === undefined
      ? undefined
      : { kind: bare.isPrefix ? 'prefix' : 'word', text: kept, ...inField };
  }

  /** The text, as far as its terms may still be asked for; undefined if none of it. */
  #counted(text: string, start: number): string | undefined {
    const count = queryTerms(text).length;
    if (count === 0) return undefined;
    if (count <= this.#termsLeft) {
      this.#termsLeft -= count;
      return text;
    }
    this.say('query-too-long', start, text, { limit: LIMITS.terms, unit: 'terms' });
    let seen = 0;
    let end = 0;
    tokenize(text, (_term, _start, termEnd) => {
      if (seen++ < this.#termsLeft) end = termEnd;
    });
    this.#termsLeft = 0;
    return end === 0 ? undefined : text.slice(0, end);
  }

  /** What follows `name:`. */
  #inField(name: string, isNegated: boolean, bare: Bare): QueryNode | undefined | 'unknown' {
    const isTextField = TEXT_FIELDS.find((field) => field === name);
    if (isTextField !== undefined) {
      if (/^\s|^$/u.test(this.#scan.here)) return 'unknown';
      return this.#fieldWords(isTextField);
    }
    if (name === 'date' || name === 'within') return this.#dates(name === 'within', bare);
    if (isFacetField(name)) return this.#facet(name, isNegated, bare);
    if (!bare.text.includes('://')) this.say('field-unknown', bare.start, name);
    return 'unknown';
  }

  #fieldWords(field: TextField): QueryNode | undefined {
    const first = this.#scan.here;
    if (first === '(') return this.#group(field);
    if (QUOTES.includes(first)) return this.#phrase(field);
    return this.#word(this.#scan.bare(), field);
  }

  #dates(certainly: boolean, bare: Bare): QueryNode | 'unknown' {
    const [value] = this.#scan.values();
    const filter = value === undefined ? undefined : readDateRange(value, certainly);
    if (filter !== undefined) return { kind: 'filter', filter };
    this.say('value-not-read', bare.start, bare.text);
    return 'unknown';
  }

  #facet(
    field: Parameters<typeof facetNode>[0],
    isNegated: boolean,
    bare: Bare,
  ): QueryNode | undefined | 'unknown' {
    const values = this.#scan.values();
    if (values.length === 0) {
      this.say('value-not-read', bare.start, bare.text);
      return 'unknown';
    }
    if (values.length === 1 && values[0] === '*') return facetNode(field, values, isNegated);
    const words = wordsFieldOf(field, values);
    if (words === undefined) return facetNode(field, values, isNegated);
    const named = values.flatMap((value): QueryNode | readonly [] => {
      const text = this.#counted(value, bare.start);
      return text === undefined ? [] : { kind: 'phrase', text, slop: 3, field: words };
    });
    return named.length === 0 ? undefined : anyOf(named);
  }
}

/** Conditions by which a filter says its own negation. */
const DENIED: ReadonlySet<string> = new Set(['is-not', 'none']);
