import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { RECORD_KINDS, type RecordId, type RecordKind } from '../../core/id.ts';
import { FACET_FIELDS, type FacetField, type PassageField } from '../../core/query.ts';
import { spanOf } from '../../core/query/span.ts';
import type { SearchDocument } from '../../core/search-document.ts';
import { terms, tokenize } from '../../core/tokens/tokenize.ts';
import type { IndexBatch } from '../../ports/search-index.ts';
import { storedSpan, type Columns } from './columns.ts';
import { COLUMNS } from './match-expression.ts';

/** Stands between passages, so that no phrase reaches from one into the next. No query can ask for it. */
const BARRIER = ' \ue000 ';
const LONGEST_BEGINNING = 80;

/** Writes documents into the database and the columns alike. */
export class Writer {
  readonly #database: DatabaseSync;
  readonly #columns: Columns;
  readonly #statements: ReturnType<typeof prepareAll>;

  constructor(database: DatabaseSync, columns: Columns) {
    this.#database = database;
    this.#columns = columns;
    this.#statements = prepareAll(database);
  }

  /** All of it or nothing. If it fails the columns are to be read anew. */
  write({ put, remove, upTo }: IndexBatch): void {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      for (const id of remove) this.#remove(id);
      for (const document of put) this.#put(document);
      this.#statements.cover.run(upTo);
      this.#database.exec('COMMIT');
    } catch (cause) {
      this.#database.exec('ROLLBACK');
      throw new Error('the index could not be written', { cause });
    }
  }

  #remove(id: RecordId): void {
    const slot = this.#columns.slotOf(id);
    if (slot === undefined) return;
    this.#clear(slot);
    this.#columns.remove(slot);
  }

  /** Takes out what stands in a slot. */
  #clear(slot: number): void {
    const { printsOf, removePrint, removals } = this.#statements;
    for (const print of printsFrom(printsOf.get(slot)?.['prints'])) removePrint.run(print, slot);
    for (const statement of removals) statement.run(slot);
  }

  /** What binds it to others. */
  #relate(slot: number, { prints = [], cites = [] }: SearchDocument): void {
    const { putPrints, print, cite } = this.#statements;
    if (prints.length > 0) putPrints.run(slot, new Uint8Array(Float64Array.from(prints).buffer));
    for (const one of prints) print.run(one, slot);
    for (const one of cites) cite.run(one, slot);
  }

  #put(document: SearchDocument): void {
    const known = this.#columns.slotOf(document.id);
    if (known !== undefined) this.#clear(known);
    const slot = known ?? Math.max(1, this.#columns.size);
    const values = this.#valuesOf(document);
    const { id, kind, dateKey, titleKey, openedAt, earliest, latest } = document;
    this.#statements.document.run(
      slot,
      id,
      kind,
      earliest ?? null,
      latest ?? null,
      dateKey,
      titleKey,
      openedAt,
      new Uint8Array(values.buffer),
    );
    this.#statements.passages.run(slot, JSON.stringify(document.passages));
    this.#relate(slot, document);
    this.#statements.words.run(slot, ...wordsByColumn(document));
    for (const [letters, at] of beginningsOf(document)) this.#statements.beginning.run(letters, slot, at);
    this.#columns.put(slot, {
      id,
      kind,
      span: spanOf(earliest, latest),
      dateKey,
      titleKey,
      openedAt,
      values,
    });
  }

  #valuesOf(document: SearchDocument): Uint32Array {
    const numbers = new Set([this.#numberOf('kind', document.kind)]);
    for (const field of FACET_FIELDS)
      if (field !== 'kind')
        for (const value of document.facets[field] ?? []) numbers.add(this.#numberOf(field, value));
    return Uint32Array.from(numbers);
  }

  #numberOf(field: FacetField, value: string): number {
    const { values } = this.#columns;
    const known = values.numberOf(field, value);
    if (known !== undefined) return known;
    const number = values.size;
    this.#statements.facetValue.run(number, field, value);
    values.add(number, field, value);
    return number;
  }
}

function prepareAll(database: DatabaseSync): {
  readonly document: StatementSync;
  readonly passages: StatementSync;
  readonly words: StatementSync;
  readonly beginning: StatementSync;
  readonly facetValue: StatementSync;
  readonly printsOf: StatementSync;
  readonly putPrints: StatementSync;
  readonly print: StatementSync;
  readonly removePrint: StatementSync;
  readonly cite: StatementSync;
  readonly cover: StatementSync;
  readonly removals: readonly StatementSync[];
} {
  // What a run answers has the row id last written, which in FTS5's own tables passes 2^53.
  const prepare = (sql: string): StatementSync => {
    const statement = database.prepare(sql);
    statement.setReadBigInts(true);
    return statement;
  };
  return {
    document: prepare('INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    passages: prepare('INSERT INTO passages VALUES (?, ?)'),
    words: prepare(
      `INSERT INTO words (rowid, ${COLUMNS.join(', ')}) VALUES (?, ${COLUMNS.map(() => '?').join(', ')})`,
    ),
    beginning: prepare('INSERT OR IGNORE INTO beginnings VALUES (?, ?, ?)'),
    facetValue: prepare('INSERT INTO facet_values VALUES (?, ?, ?)'),
    printsOf: prepare('SELECT prints FROM prints_of WHERE slot = ?'),
    putPrints: prepare('INSERT INTO prints_of VALUES (?, ?)'),
    print: prepare('INSERT OR IGNORE INTO prints VALUES (?, ?)'),
    removePrint: prepare('DELETE FROM prints WHERE print = ? AND slot = ?'),
    cite: prepare('INSERT OR IGNORE INTO cites VALUES (?, ?)'),
    cover: prepare('UPDATE covered SET up_to = ?'),
    removals: [
      'documents WHERE slot',
      'passages WHERE slot',
      'words WHERE rowid',
      'beginnings WHERE slot',
      'prints_of WHERE slot',
      'cites WHERE slot',
    ].map((rows) => prepare(`DELETE FROM ${rows} = ?`)),
  };
}

/** The prints of a slot as the database holds them; none where it holds none. */
export function printsFrom(stored: unknown): Float64Array {
  return stored instanceof Uint8Array ? new Float64Array(stored.slice().buffer) : new Float64Array();
}

/** The terms of each column, between spaces. */
function wordsByColumn(document: SearchDocument): readonly string[] {
  const words = new Map<PassageField, string>();
  for (const { field, text } of document.passages) {
    const before = words.get(field);
    let cut = before === undefined ? '' : before + BARRIER;
    tokenize(text, (term) => {
      cut += term + ' ';
    });
    words.set(field, cut);
  }
  return COLUMNS.map((column) => words.get(column) ?? '');
}

/** What a reader may begin to type: each word of a title with what follows it; of an authority each of its names. */
function beginningsOf(document: SearchDocument): readonly (readonly [letters: string, at: number])[] {
  const isNamed = !['document', 'collection', 'unit'].includes(document.kind);
  const found: (readonly [string, number])[] = [];
  for (const { field, text } of document.passages) {
    if (field !== 'title' && !(isNamed && field === 'name')) continue;
    const words = terms(text.slice(0, 400));
    for (let at = 0; at < Math.min(words.length, isNamed ? 8 : 1); at++)
      found.push([words.slice(at).join(' ').slice(0, LONGEST_BEGINNING), at]);
  }
  return found;
}

const isKind = (text: string): text is RecordKind => RECORD_KINDS.some((kind) => kind === text);
const isFacetField = (text: string): text is FacetField => FACET_FIELDS.some((field) => field === text);

/** Reads all columns from the database. */
export function readColumns(
  database: DatabaseSync,
  columns: Columns,
  idOf: (text: string) => RecordId,
): void {
  for (const row of database
    .prepare('SELECT number, field, value FROM facet_values ORDER BY number')
    .iterate()) {
    const field = String(row['field']);
    if (isFacetField(field)) columns.values.add(Number(row['number']), field, String(row['value']));
  }
  for (const row of database.prepare('SELECT * FROM documents ORDER BY slot').iterate()) {
    const kind = String(row['kind']);
    const bytes = row['facet_values'];
    if (!isKind(kind) || !(bytes instanceof Uint8Array)) continue;
    columns.put(Number(row['slot']), {
      id: idOf(String(row['id'])),
      kind,
      span: storedSpan(row['earliest'], row['latest']),
      dateKey: String(row['date_key']),
      titleKey: String(row['title_key']),
      openedAt: String(row['opened_at']),
      values: new Uint32Array(bytes.slice().buffer),
    });
  }
}
