import { problem, type Problem, type ProblemCode } from '../problem.ts';
import { TEXT_FIELDS, type QueryNode, type TextField } from '../query.ts';
import { referenceAt } from '../source-line/reference-words.ts';
import { queryTerms, tokenize } from '../tokens/tokenize.ts';
import { facetNode, fieldNamed } from './facet-value.ts';
import { isFacetField } from './print-query.ts';
import { readDates, readFacet, readIds, type FieldReading } from './read-field.ts';
import { Scanner, type Bare } from './scanner.ts';
import { FIELD_NAME, LIMITS, QUOTES } from './symbols.ts';
import { patternOf } from './wildcard.ts';

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
 *   alli*  so*t  wil?d       words that begin so; any letters; one letter
 *   title:soong              in a field: title summary text note name source number
 *   type:Telegram|Letter     a value, or one of several; type:* any value
 *   person:Stalin            by name (`is` with the name: the archive says whose it is), or by id
 *   date:1945-07..1946       may have happened then; within:1945 surely did; also date:July 1945
 *   f. 558, op. 11, d. 97    a reference as footnotes have it: unit:"f. 558, op. 11, d. 97"
 *   \-x                      a character taken as it is
 *
 * Bounds: 2,000 characters, 64 terms, of which 2 may begin with a sign for any letters; what goes beyond
 * is left out and said. Parentheses deeper than 8 levels are passed over, and said.
 */
export function readQuery(text: string): ReadQuery {
  const composed = text.slice(0, LIMITS.characters * 4).normalize('NFC');
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
  #openWordsLeft: number = LIMITS.openWords;
  #datesLeft: number = LIMITS.dates;

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
      return deniedOf(negated);
    }
    const first = this.#scan.here;
    if (first === '(') return this.#group(field);
    if (QUOTES.includes(first)) return this.#phrase(field);
    if (field === undefined) {
      const found = referenceAt(this.#scan.text, this.#scan.at);
      if (found !== undefined) return this.#reference(found.asked.words, found.end);
    }
    const bare = this.#scan.bare();
    const colon = bare.text.indexOf(':');
    const name = bare.text.slice(0, Math.max(0, colon));
    if (colon > 0 && !bare.isEscaped && FIELD_NAME.test(name)) {
      this.#scan.at = bare.start + colon + 1;
      const inField = this.#inField(name, bare);
      if (inField !== 'unknown') return inField;
      this.#scan.at = bare.start;
      return this.#word(this.#scan.bare(), field);
    }
    return this.#word(bare, field);
  }

  #reference(words: string, end: number): QueryNode | undefined {
    const kept = this.#counted(words, this.#scan.at);
    this.#scan.at = end;
    return kept === undefined ? undefined : facetNode('unit', [kept]);
  }

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
    const pattern = bare.isWild ? this.#pattern(bare) : undefined;
    if (pattern !== undefined) {
      const isBegun = /^[^*?]+\*$/u.test(pattern);
      const kept = this.#counted(isBegun ? pattern.slice(0, -1) : pattern, bare.start);
      return kept === undefined
        ? undefined
        : { kind: isBegun ? 'prefix' : 'wildcard', text: kept, ...inField };
    }
    const kept = this.#counted(bare.isPrefix ? bare.text.slice(0, -1) : bare.text, bare.start);
    return kept === undefined
      ? undefined
      : { kind: bare.isPrefix ? 'prefix' : 'word', text: kept, ...inField };
  }

  /** A word with open letters; undefined, and said, where it can't be one. A question mark at the end asks. */
  #pattern({ text, hasStar, start }: Bare): string | undefined {
    const pattern = text.replace(/\*+/g, '*').replace(/\?+$/, '');
    if (
      !/^[\p{L}\p{N}\p{M}*?]*[*?][\p{L}\p{N}\p{M}*?]*$/u.test(pattern) ||
      patternOf(pattern) === undefined
    ) {
      if (hasStar) this.say('query-not-understood', start, text);
      return undefined;
    }
    if (!/^[*?]/.test(pattern)) return pattern;
    if (this.#openWordsLeft > 0) {
      this.#openWordsLeft--;
      return pattern;
    }
    this.say('wildcards-too-many', start, text, { limit: LIMITS.openWords });
    return undefined;
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
  #inField(name: string, bare: Bare): QueryNode | undefined | 'unknown' {
    const field = fieldNamed(name);
    if (field === undefined) {
      if (!bare.text.includes('://')) this.say('field-unknown', bare.start, name);
      return 'unknown';
    }
    const words = TEXT_FIELDS.find((one) => one === field);
    if (words !== undefined) return /^\s|^$/u.test(this.#scan.here) ? 'unknown' : this.#fieldWords(words);
    const reading: FieldReading = {
      scan: this.#scan,
      bare,
      say: (...said) => this.say(...said),
      counted: (text, start) => this.#counted(text, start),
    };
    if (field === 'date' || field === 'within') {
      if (this.#datesLeft-- > 0) return readDates(reading, field === 'within');
      this.say('query-too-long', bare.start, bare.text, { limit: LIMITS.dates, unit: 'dates' });
      return 'unknown';
    }
    if (field === 'id') return readIds(reading);
    return isFacetField(field) ? readFacet(reading, field) : 'unknown';
  }

  #fieldWords(field: TextField): QueryNode | undefined {
    const first = this.#scan.here;
    if (first === '(') return this.#group(field);
    if (QUOTES.includes(first)) return this.#phrase(field);
    return this.#word(this.#scan.bare(), field);
  }
}

/** What a minus before it says: of a value that it is not, of all else the negation. */
function deniedOf(node: QueryNode): QueryNode {
  if (node.kind !== 'filter') return { kind: 'not', node };
  const { filter } = node;
  if (filter.condition === 'is') return { kind: 'filter', filter: { ...filter, condition: 'is-not' } };
  if (filter.condition === 'any') return { kind: 'filter', filter: { ...filter, condition: 'none' } };
  return { kind: 'not', node };
}
