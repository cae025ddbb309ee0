import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { meeting } from '../../core/query/span.ts';
import { wordsAsNode } from '../../core/query/sought.ts';
import { parseId } from '../../core/id.ts';
import { patternOf } from '../../core/query/wildcard.ts';
import type { Filter, QueryNode, Variant } from '../../core/query.ts';
import { impossible } from '../../core/result.ts';
import type { Columns } from './columns.ts';
import { COLUMNS, expressionOf, expressionOfAny, textOfAll, WEIGHTS } from './match-expression.ts';
import { Vocabulary } from './vocabulary.ts';

/** FTS5 is asked for so many terms of a pattern in one go. */
const TERMS_AT_ONCE = 100;

/** A set of documents: 1 in the slots of those that are in it. */
export type Slots = Uint8Array;

/** Finds the slots for which a query holds: words by FTS5, all else in the columns. */
export class Finder {
  readonly #columns: Columns;
  readonly #match: StatementSync;
  readonly #score: StatementSync;
  readonly vocabulary: Vocabulary;

  constructor(database: DatabaseSync, columns: Columns) {
    this.#columns = columns;
    this.vocabulary = new Vocabulary(database);
    this.#match = database.prepare('SELECT rowid FROM words WHERE words MATCH ?');
    const weights = COLUMNS.map((column) => WEIGHTS[column]).join(', ');
    this.#score = database.prepare(`SELECT rowid, bm25(words, ${weights}) FROM words WHERE words MATCH ?`);
    this.#match.setReturnArrays(true);
    this.#score.setReturnArrays(true);
  }

  /** `scores`, where given, gathers how well the words of the query are met, by slot; higher is better. */
  find(node: QueryNode, scores?: Float64Array): Slots {
    const said = expressionOf(node);
    if (said !== undefined) return this.#matching(said, scores);
    switch (node.kind) {
      case 'and':
        return this.#all(node.nodes, scores);
      case 'or':
        return node.nodes
          .map((child) => this.find(child, scores))
          .reduce((left, right) => left.map((is, slot) => is | (right[slot] ?? 0)), this.#none());
      case 'not':
        return minus(this.everything(), this.find(node.node));
      case 'variants':
        return this.#variants(node.nodes, scores);
      case 'wildcard':
        return this.#wildcard(node, scores);
      case 'filter':
        return this.filtered(node.filter, scores);
      case 'everything':
      case 'word':
      case 'prefix':
      case 'phrase':
        return this.everything();
      default:
        return impossible(node);
    }
  }

  everything(): Slots {
    return this.#where(() => true);
  }

  filtered(filter: Filter, scores?: Float64Array): Slots {
    const { values } = this.#columns;
    if (filter.field === 'id') return this.#byId(filter);
    switch (filter.condition) {
      case 'between':
        return this.#dated(filter);
      case 'contains':
        return this.find(wordsAsNode(filter.words, filter.field), scores);
      case 'contains-not':
        return minus(this.everything(), this.find(wordsAsNode(filter.words, filter.field)));
      case 'any':
        return this.#having(values.numbersOf(filter.field));
      case 'none':
        return minus(this.everything(), this.#having(values.numbersOf(filter.field)));
      case 'is':
        return this.#having(filter.values.map((value) => values.numberOf(filter.field, value)));
      case 'is-not':
        return minus(
          this.everything(),
          this.#having(filter.values.map((value) => values.numberOf(filter.field, value))),
        );
      default:
        return impossible(filter);
    }
  }

  /** Of each slot the best of its variants counts, times the variant's weight. */
  #variants(nodes: readonly Variant[], scores: Float64Array | undefined): Slots {
    const slots = this.#none();
    const best = scores && new Float64Array(scores.length);
    for (const { node, weight } of nodes) {
      const own = scores && new Float64Array(scores.length);
      const found = this.find(node, own);
      for (let slot = 0; slot < slots.length; slot++) {
        if (found[slot] !== 1) continue;
        slots[slot] = 1;
        if (best !== undefined) best[slot] = Math.max(best[slot] ?? 0, weight * (own?.[slot] ?? 0));
      }
    }
    if (scores !== undefined && best !== undefined)
      for (let slot = 0; slot < best.length; slot++) scores[slot] = (scores[slot] ?? 0) + (best[slot] ?? 0);
    return slots;
  }

  #wildcard(node: Extract<QueryNode, { kind: 'wildcard' }>, scores: Float64Array | undefined): Slots {
    const pattern = patternOf(node.text);
    if (pattern === undefined) return this.find({ ...node, kind: 'phrase', slop: 0 }, scores);
    const terms = this.vocabulary.allowedBy(pattern);
    const slots = this.#none();
    for (let from = 0; from < terms.length; from += TERMS_AT_ONCE) {
      const found = this.#matching(
        expressionOfAny(terms.slice(from, from + TERMS_AT_ONCE), node.field),
        scores,
      );
      for (let slot = 0; slot < slots.length; slot++) slots[slot] = (slots[slot] ?? 0) | (found[slot] ?? 0);
    }
    return slots;
  }

  #dated(filter: Extract<Filter, { field: 'date' }>): Slots {
    const isMet = meeting(filter);
    return this.#where((slot) => isMet(this.#columns.row(slot)?.span));
  }

  #byId({ condition, values }: Extract<Filter, { field: 'id' }>): Slots {
    const slots = this.#none();
    for (const value of values) {
      const id = parseId(value);
      const slot = id && this.#columns.slotOf(id);
      if (slot !== undefined) slots[slot] = 1;
    }
    return condition === 'is' ? slots : minus(this.everything(), slots);
  }

  #none(): Slots {
    return new Uint8Array(this.#columns.size);
  }

  #where(holds: (slot: number) => boolean): Slots {
    const slots = this.#none();
    for (let slot = 0; slot < slots.length; slot++)
      if (this.#columns.row(slot) !== undefined && holds(slot)) slots[slot] = 1;
    return slots;
  }

  #having(numbers: readonly (number | undefined)[]): Slots {
    const [first, ...others] = numbers.filter((number) => number !== undefined);
    if (first === undefined) return this.#none();
    const valuesAt = (slot: number): Uint32Array | undefined => this.#columns.row(slot)?.values;
    if (others.length === 0) return this.#where((slot) => valuesAt(slot)?.includes(first) === true);
    const wanted = new Set([first, ...others]);
    return this.#where((slot) => valuesAt(slot)?.some((number) => wanted.has(number)) === true);
  }

  #all(nodes: readonly QueryNode[], scores: Float64Array | undefined): Slots {
    const { expression, rest } = textOfAll(nodes);
    const start = expression === undefined ? this.everything() : this.#matching(expression, scores);
    return rest.reduce((slots, child) => intersect(slots, this.find(child, scores)), start);
  }

  #matching(expression: string, scores: Float64Array | undefined): Slots {
    const slots = this.#none();
    const rows: readonly unknown[] = (scores === undefined ? this.#match : this.#score).all(expression);
    for (const row of rows) {
      if (!Array.isArray(row)) continue;
      const slot = Number(row[0]);
      slots[slot] = 1;
      if (scores !== undefined) scores[slot] = (scores[slot] ?? 0) - Number(row[1]);
    }
    return slots;
  }
}

/** In place: the first is given back, narrowed. */
export function intersect(slots: Slots, others: Slots): Slots {
  for (let slot = 0; slot < slots.length; slot++) if (others[slot] !== 1) slots[slot] = 0;
  return slots;
}

function minus(slots: Slots, others: Slots): Slots {
  for (let slot = 0; slot < slots.length; slot++) if (others[slot] === 1) slots[slot] = 0;
  return slots;
}
