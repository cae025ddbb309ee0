import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { correctable, correctionOf, type Correction } from '../../core/query/corrections.ts';
import { allows, beginningOf } from '../../core/query/wildcard.ts';
import type { QueryNode } from '../../core/query.ts';

/** All terms of the word table, with the number of documents that have each. Walked through, not kept. */
export class Vocabulary {
  readonly #documentsOf: StatementSync;
  readonly #all: StatementSync;
  readonly #from: StatementSync;

  constructor(database: DatabaseSync) {
    this.#documentsOf = database.prepare('SELECT doc FROM vocabulary WHERE term = ?');
    this.#all = database.prepare('SELECT term, doc FROM vocabulary');
    this.#from = database.prepare('SELECT term FROM vocabulary WHERE term >= ? AND term < ?');
  }

  /** Terms that a pattern allows. */
  allowedBy(pattern: string): readonly string[] {
    const begins = beginningOf(pattern);
    return this.#from
      .all(begins, `${begins}\u{10ffff}`)
      .map((row) => String(row['term']))
      .filter((term) => allows(pattern, term));
  }

  corrections(node: QueryNode): readonly Correction[] {
    return correctable(node).flatMap((word) => {
      return correctionOf(word, this.#documents(word), this.#terms()) ?? [];
    });
  }

  /** In how many documents each of these terms stands; those in none are left out. */
  documentsWith(terms: readonly string[]): ReadonlyMap<string, number> {
    const counted = terms.map((term) => [term, this.#documents(term)] as const);
    return new Map(counted.filter(([, documents]) => documents > 0));
  }

  #documents(term: string): number {
    return Number(this.#documentsOf.get(term)?.['doc'] ?? 0);
  }

  *#terms(): Generator<readonly [string, number]> {
    for (const row of this.#all.iterate()) yield [String(row['term']), Number(row['doc'])];
  }
}
