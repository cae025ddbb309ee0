import { problem, type Problem, type ProblemCode } from '../problem.ts';
import { TEXT_FIELDS, type QueryNode, type TextField } from '../query.ts';
import { queryTerms, tokenize } from '../tokens/tokenize.ts';
import { readDateRange } from './date-range.ts';
import { facetNode, wordsFieldOf } from './facet-value.ts';
import { isFacetField } from './print-query.ts';
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
 * Bounds: 2,000 characters, 64 terms, 8 levels of parentheses; what goes beyond is left out and said.
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

interface Bare {
  /** With escapes undone. */
  readonly text: string;
  /** Ends in an asterisk that was not escaped. */
  readonly isPrefix: boolean;
  /** Another asterisk was not escaped either. */
  readonly hasWild: boolean;
  readonly isEscaped: boolean;
  readonly start: number;
}

/** Holds where in the query we are, how deep, and how many terms may still come. */
class Reader {
  readonly problems: Problem[] = [];
  readonly #text: string;
  #at = 0;
  #depth = 0;
  #termsLeft: number = LIMITS.terms;

  constructor(text: string) {
    this.#text = text;
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
      if (this.#at >= this.#text.length) return allOf(parts);
      this.say('query-not-understood', this.#at, ')');
      this.#at++;
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
      this.#skipSpace();
      if (this.#at >= this.#text.length || this.#text[this.#at] === ')') break;
      if (this.#operator(/(?:OR|\|\|?)(?=\s|$|\()/y)) close();
      else if (!this.#operator(/(?:AND|&&?)(?=\s|$|\()/y)) {
        const one = this.#one(field, false);
        if (one !== undefined) together.push(one);
      }
    }
    close();
    return anyOf(choices);
  }

  #skipSpace(): void {
    while (/\s/u.test(this.#text.charAt(this.#at))) this.#at++;
  }

  #operator(shape: RegExp): boolean {
    shape.lastIndex = this.#at;
    const found = shape.exec(this.#text);
    if (found === null) return false;
    this.#at += found[0].length;
    return true;
  }

  /** A word, phrase, group, filter or the negation of one; undefined for what has no letter in it. */
  #one(field: TextField | undefined, isNegated: boolean): QueryNode | undefined {
    if (!isNegated && this.#operator(/-(?=\S)|NOT\s+(?=\S)/y)) {
      const negated = this.#one(field, true);
      if (negated === undefined) return undefined;
      return negated.kind === 'filter' && DENIED.has(negated.filter.condition) && !this.#wasGroup
        ? negated
        : { kind: 'not', node: negated };
    }
    this.#wasGroup = false;
    const first = this.#text.charAt(this.#at);
    if (first === '(') return this.#group(field);
    if (QUOTES.includes(first)) return this.#phrase(field);
    const bare = this.#bare();
    const colon = bare.text.indexOf(':');
    const name = bare.text.slice(0, Math.max(0, colon));
    if (colon > 0 && !bare.isEscaped && FIELD_NAME.test(name)) {
      this.#at = bare.start + colon + 1;
      const inField = this.#inField(name.toLowerCase(), isNegated, bare);
      if (inField !== 'unknown') return inField;
      this.#at = bare.start;
      return this.#word(this.#bare(), field);
    }
    return this.#word(bare, field);
  }
  #wasGroup = false;

  #group(field: TextField | undefined): QueryNode | undefined {
    const start = this.#at++;
    this.#depth++;
    if (this.#depth > LIMITS.depth) this.say('query-too-deep', start, undefined, { limit: LIMITS.depth });
    const node = this.#choices(field);
    this.#depth--;
    if (this.#text[this.#at] === ')') this.#at++;
    else this.say('query-not-understood', start, '(');
    this.#wasGroup = true;
    return node.kind === 'everything' ? undefined : node;
  }

  #phrase(field: TextField | undefined): QueryNode | undefined {
    const start = this.#at++;
    let text = '';
    let isClosed = false;
    while (this.#at < this.#text.length && !isClosed) {
      const character = this.#text.charAt(this.#at++);
      if (character === '\\' && this.#at < this.#text.length) text += this.#text.charAt(this.#at++);
      else if (QUOTES.includes(character)) isClosed = true;
      else text += character;
    }
    if (!isClosed) this.say('query-not-understood', start, '"');
    const slop = this.#slop();
    const kept = this.#counted(text, start);
    if (kept === undefined) return undefined;
    return { kind: 'phrase', text: kept, slop, ...(field === undefined ? {} : { field }) };
  }

  #slop(): number {
    const shape = /~(\d{1,3})(?![\p{L}\p{N}])/uy;
    shape.lastIndex = this.#at;
    const found = shape.exec(this.#text);
    if (found === null) return 0;
    this.#at += found[0].length;
    return Number(found[1]);
  }

  /** Characters up to a space, a quotation mark or a parenthesis. */
  #bare(): Bare {
    const start = this.#at;
    let text = '';
    let stars = 0;
    let isEscaped = false;
    let lastIsStar = false;
    while (this.#at < this.#text.length) {
      const character = this.#text.charAt(this.#at);
      if (character === '\\' && this.#at + 1 < this.#text.length) {
        isEscaped ||= !text.includes(':');
        text += this.#text.charAt(this.#at + 1);
        this.#at += 2;
        lastIsStar = false;
        continue;
      }
      if (/[\s()]/u.test(character) || QUOTES.includes(character)) break;
      lastIsStar = character === '*';
      if (lastIsStar) stars++;
      text += character;
      this.#at++;
    }
    return { text, isPrefix: lastIsStar, hasWild: stars > (lastIsStar ? 1 : 0), isEscaped, start };
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
      if (/^\s|^$/u.test(this.#text.slice(this.#at, this.#at + 1))) return 'unknown';
      return this.#fieldWords(isTextField);
    }
    if (name === 'date' || name === 'within') return this.#dates(name === 'within', bare);
    if (isFacetField(name)) return this.#facet(name, isNegated, bare);
    if (!bare.text.includes('://')) this.say('field-unknown', bare.start, name);
    return 'unknown';
  }

  #fieldWords(field: TextField): QueryNode | undefined {
    const first = this.#text.charAt(this.#at);
    if (first === '(') return this.#group(field);
    if (QUOTES.includes(first)) return this.#phrase(field);
    return this.#word(this.#bare(), field);
  }

  #dates(certainly: boolean, bare: Bare): QueryNode | 'unknown' {
    const [value] = this.#values();
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
    const values = this.#values();
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

  /** `a|"b c"|d`. */
  #values(): readonly string[] {
    const values: string[] = [];
    const shape = /"((?:[^"\\]|\\.)*)"|((?:[^\s()"|\\]|\\.)+)/suy;
    for (;;) {
      shape.lastIndex = this.#at;
      const found = shape.exec(this.#text);
      if (found === null) return values;
      values.push((found[1] ?? found[2] ?? '').replace(/\\(.)/gsu, '$1'));
      this.#at += found[0].length;
      if (this.#text[this.#at] !== '|') return values;
      this.#at++;
    }
  }
}

/** Conditions by which a filter says its own negation. */
const DENIED: ReadonlySet<string> = new Set(['is-not', 'none']);
