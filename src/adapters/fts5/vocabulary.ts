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
      const own = Number(this.#documentsOf.get(word)?.['doc'] ?? 0);
      return correctionOf(word, own, this.#terms()) ?? [];
    });
  }

  *#terms(): Generator<readonly [string, number]> {
    for (const row of this.#all.iterate()) yield [String(row['term']), Number(row['doc'])];
  }
}
