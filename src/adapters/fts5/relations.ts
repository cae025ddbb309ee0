import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { likenessOf, tellingTerms, termsToAsk } from '../../core/fingerprint/telling-terms.ts';
import type { RecordId } from '../../core/id.ts';
import { COMMON_PRINT, type PrintsShared, type SimilarDocument } from '../../ports/search-index.ts';
import type { ReadPassages } from './answer.ts';
import type { Columns } from './columns.ts';
import type { Ready } from './session.ts';
import { printsFrom } from './writer.ts';

/** Identifiers that are asked for together: a record has few names of its own. */
const MOST_IDENTIFIERS = 200;

/** What binds documents to each other: prints and citations by table, likeness by the words. */
export class Relations {
  readonly #printsOf: StatementSync;
  readonly #bearers: StatementSync;
  readonly #citing: StatementSync;
  readonly #known: StatementSync;
  readonly #having: StatementSync;
  /** In how many records words stand: of common ones FTS5 counts long, and every document asks for them. */
  readonly #counted = new Map<string, number>();
  #countedAt: { readonly columns: Columns; readonly changes: number } | undefined;

  constructor(database: DatabaseSync) {
    this.#printsOf = database.prepare('SELECT prints FROM prints_of WHERE slot = ?');
    this.#bearers = database.prepare(`SELECT slot FROM prints WHERE print = ? LIMIT ${COMMON_PRINT + 1}`);
    this.#citing = database.prepare('SELECT slot FROM cites WHERE identifier = ? LIMIT ?');
    this.#known = database.prepare('SELECT doc FROM vocabulary WHERE term = ?');
    this.#having = database.prepare('SELECT rowid FROM words WHERE words MATCH ?');
    for (const statement of [this.#bearers, this.#citing, this.#having]) statement.setReturnArrays(true);
  }

  sharingPrints(columns: Columns, id: RecordId, limit: number): readonly PrintsShared[] {
    const own = columns.slotOf(id);
    if (own === undefined) return [];
    const counts = new Map<number, number>();
    for (const print of printsFrom(this.#printsOf.get(own)?.['prints'])) {
      const bearers = slotsIn(this.#bearers.all(print));
      if (bearers.length > COMMON_PRINT) continue;
      for (const slot of bearers) if (slot !== own) counts.set(slot, (counts.get(slot) ?? 0) + 1);
    }
    return [...counts]
      .flatMap(([slot, shared]) => {
        const found = columns.row(slot)?.id;
        return found === undefined ? [] : [{ id: found, shared }];
      })
      .sort((a, b) => b.shared - a.shared || byId(a, b))
      .slice(0, limit);
  }

  citing(columns: Columns, identifiers: readonly string[], limit: number): readonly RecordId[] {
    const found = new Set<RecordId>();
    for (const identifier of new Set(identifiers.slice(0, MOST_IDENTIFIERS)))
      for (const slot of slotsIn(this.#citing.all(identifier, MOST_CITING))) {
        const id = columns.row(slot)?.id;
        if (id !== undefined) found.add(id);
      }
    return [...found].sort().slice(0, limit);
  }

  similar(
    { columns }: Pick<Ready, 'columns'>,
    readPassages: ReadPassages,
    id: RecordId,
    limit: number,
  ): readonly SimilarDocument[] {
    const own = columns.slotOf(id);
    if (own === undefined) return [];
    this.#forgetCounts(columns);
    const telling = tellingTerms(
      termsToAsk(readPassages(own)),
      (term) => this.#bearersOf(term),
      columns.count,
    );
    const met = new Map<number, number>();
    for (const [at, { term }] of telling.entries())
      for (const slot of slotsIn(this.#having.all(`"${term}"`)))
        met.set(slot, (met.get(slot) ?? 0) | (1 << at));
    const found: SimilarDocument[] = [];
    for (const [slot, terms] of met) {
      const row = columns.row(slot);
      if (row?.kind !== 'document' || slot === own) continue;
      const likeness = likenessOf(telling, (at) => (terms & (1 << at)) !== 0);
      if (likeness !== undefined) found.push({ id: row.id, likeness });
    }
    return found.sort((a, b) => b.likeness - a.likeness || byId(a, b)).slice(0, limit);
  }

  #bearersOf(term: string): number {
    const counted = this.#counted.get(term);
    if (counted !== undefined) return counted;
    const count = Number(this.#known.get(term)?.['doc'] ?? 0);
    if (this.#counted.size >= MOST_COUNTED) this.#counted.clear();
    this.#counted.set(term, count);
    return count;
  }

  #forgetCounts(columns: Columns): void {
    const at = this.#countedAt;
    if (at?.columns === columns && at.changes === columns.changes) return;
    this.#counted.clear();
    this.#countedAt = { columns, changes: columns.changes };
  }
}

/** Words whose counts are remembered. */
const MOST_COUNTED = 20_000;
/** So many that cite one thing are looked at: past them it is something that all cite. */
const MOST_CITING = 1_000;

const byId = (a: { readonly id: RecordId }, b: { readonly id: RecordId }): number => (a.id < b.id ? -1 : 1);

const slotsIn = (rows: readonly unknown[]): readonly number[] =>
  rows.flatMap((row) => (Array.isArray(row) ? [Number(row[0])] : []));
