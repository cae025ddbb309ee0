import type { SQLInputValue } from 'node:sqlite';
import { expressionOf, expressionOfAny, WEIGHTS } from '../../src/adapters/fts5/match-expression.ts';
import { parseId, RECORD_KINDS } from '../../src/core/id.ts';
import { PASSAGE_FIELDS, type FacetField, type Filter, type QueryNode } from '../../src/core/query.ts';
import { dayNumber, tallyYears, type Span } from '../../src/core/query/span.ts';
import { allows, beginningOf, patternOf } from '../../src/core/query/wildcard.ts';
import { terms } from '../../src/core/tokens/tokenize.ts';
import type { FacetCounts, IndexHit, IndexQuery, Suggestion } from '../../src/ports/search-index.ts';
import type { Engine } from './engines.ts';
import {
  fieldNumber,
  finishTables,
  OPEN,
  openTables,
  peerWriter,
  storeOf,
  type Store,
} from './peer-tables.ts';

type Row = Readonly<Record<string, unknown>>;
interface Sql {
  readonly text: string;
  readonly values: readonly SQLInputValue[];
}

/**
 * FTS5 with SQL facets: what one builds who puts full text, facets and a histogram into SQLite and lets SQL
 * count. The hits go into a table of the connection, from which totals, facets (GROUP BY), years and the
 * first page are read; `snippet()` shows the place. The peer of every figure in the table, made to be quick.
 */
export function openPeer(path: string): Engine {
  const database = openTables(path);
  const store = storeOf(database);
  const write = peerWriter(database);
  return {
    update: async ({ put }) => write(put),
    finish: async () => finishTables(database),
    search: async (query) => search(store, query),
    suggest: async ({ letters, limit }) => suggest(store, letters, limit),
    close: async () => database.close(),
  };
}

function search(store: Store, query: IndexQuery): Awaited<ReturnType<Engine['search']>> {
  const match = matchOf(store, query.node);
  const from = gather(store, match, query.filters, query.sort === 'relevance');
  const total = Number(one(store, `SELECT count(*) AS n FROM ${from}`)['n']);
  const years = query.years === true ? yearsOf(store, from) : [];
  const hits = hitsOf(store, query, match, from);
  const facets = new Map<FacetField, FacetCounts>();
  const fields = query.facets.map(({ field }) => field);
  const limit = Math.max(...query.facets.map((facet) => facet.limit));
  const own = new Set(query.filters.flatMap(({ field, condition }) => (condition === 'is' ? field : [])));
  const count = (which: readonly FacetField[], among: Source): void => {
    for (const [field, counts] of countFacets(store, which, limit, among)) facets.set(field, counts);
  };
  count(
    fields.filter((field) => !own.has(field)),
    from,
  );
  for (const field of fields.filter((one) => own.has(one))) {
    const others = query.filters.filter((filter) => filter.field !== field || filter.condition !== 'is');
    count([field], gather(store, match, others, false));
  }
  return { total, hits, facets, years, stretches: [] };
}

/** Where hits are read from: the table of hits, or all documents, which no table need be filled for. */
type Source = 'hit' | typeof ALL;
const ALL = '(SELECT doc, 0 AS score FROM docs)';

/** Fills the table of hits. Filters are asked of each hit by its own row, which no plan can turn round. */
function gather(
  store: Store,
  match: string | undefined,
  filters: readonly Filter[],
  isScored: boolean,
): Source {
  if (match === undefined && filters.length === 0) return ALL;
  store.database.exec('DELETE FROM hit');
  const held = filters.map(conditionOf);
  const where = held.map(({ text }) => ` AND ${text}`).join('');
  const values = held.flatMap((part) => part.values);
  const weights = PASSAGE_FIELDS.map((field) => WEIGHTS[field]).join(', ');
  const score = isScored ? `bm25(words, ${weights})` : '0';
  if (match === undefined)
    store.prepare(`INSERT INTO hit SELECT docs.doc, 0 FROM docs WHERE 1${where}`).run(...values);
  else
    store
      .prepare(
        `INSERT INTO hit SELECT docs.doc, ${score} FROM words CROSS JOIN docs ON docs.doc = words.rowid
         WHERE words MATCH ?${where}`,
      )
      .run(match, ...values);
  return 'hit';
}

function conditionOf(filter: Filter): Sql {
  if (filter.condition === 'between') {
    const from = (filter.from === undefined ? undefined : dayNumber(filter.from)) ?? OPEN.before;
    const to = (filter.to === undefined ? undefined : dayNumber(filter.to)) ?? OPEN.after;
    return filter.certainly === true
      ? { text: 'docs.from_day >= ? AND docs.to_day <= ?', values: [from, to] }
      : { text: 'docs.from_day <= ? AND docs.to_day >= ?', values: [to, from] };
  }
  if (filter.condition !== 'is') throw new RangeError(`the peer is not asked for ${filter.condition}`);
  const marks = filter.values.map(() => '?').join(', ');
  return {
    text: `EXISTS (SELECT 1 FROM facet_of f WHERE f.doc = docs.doc AND f.field = ? AND f.value IN
             (SELECT number FROM value WHERE field = ? AND text IN (${marks})))`,
    values: [fieldNumber(filter.field), filter.field, ...filter.values],
  };
}

function hitsOf(
  store: Store,
  query: IndexQuery,
  match: string | undefined,
  from: Source,
): readonly IndexHit[] {
  const order = query.sort === 'relevance' && match !== undefined ? 'h.score' : 'docs.date_key';
  const rows = store
    .prepare(
      `SELECT docs.doc, docs.id, docs.kind, h.score FROM ${from} h JOIN docs USING (doc) ORDER BY ${order} LIMIT ? OFFSET ?`,
    )
    .all(query.limit, query.offset);
  const snippet = store.prepare(
    `SELECT snippet(words, -1, '[', ']', '…', 40) AS text FROM words WHERE words MATCH ? AND rowid = ?`,
  );
  return rows.flatMap((row): readonly IndexHit[] => {
    const id = parseId(String(row['id']));
    const kind = RECORD_KINDS.find((known) => known === row['kind']);
    if (id === undefined || kind === undefined) return [];
    const shown =
      match !== undefined && query.passages > 0 ? snippet.get(match, Number(row['doc'])) : undefined;
    const text = String(shown?.['text'] ?? '');
    const passages =
      shown === undefined
        ? []
        : [{ field: 'text' as const, text, cutBefore: true, cutAfter: true, marks: [] }];
    return [{ id, kind, score: Number(row['score']), passages }];
  });
}

function countFacets(
  store: Store,
  fields: readonly FacetField[],
  limit: number,
  from: Source,
): ReadonlyMap<FacetField, FacetCounts> {
  const found = new Map<FacetField, { values: { value: string; count: number }[]; more: number }>();
  for (const field of fields) found.set(field, { values: [], more: 0 });
  const rowsOf = from === ALL ? 'facet_of f' : 'hit CROSS JOIN facet_of f ON f.doc = hit.doc';
  const rows: Iterable<Row> = store
    .prepare(
      `WITH counted AS (
         SELECT f.value AS number, count(*) AS n FROM ${rowsOf}
         WHERE f.field IN (${fields.map(fieldNumber).join(', ')}) GROUP BY f.value),
       placed AS (
         SELECT field, text, n, row_number() OVER (PARTITION BY field ORDER BY n DESC, text) AS place,
                count(*) OVER (PARTITION BY field) AS values_of
         FROM counted JOIN value USING (number))
       SELECT field, text, n, values_of FROM placed WHERE place <= ? ORDER BY field, place`,
    )
    .iterate(limit);
  for (const row of rows)
    for (const [field, counts] of found)
      if (field === row['field']) {
        counts.values.push({ value: String(row['text']), count: Number(row['n']) });
        counts.more = Number(row['values_of']) - counts.values.length;
      }
  return found;
}

/** SQL counts each pair of first and last year; what may fall in several years is spread over them here. */
function yearsOf(store: Store, from: Source): ReturnType<typeof tallyYears> {
  const rows: Iterable<Row> = store
    .prepare(
      `SELECT from_year, to_year, count(*) AS n FROM ${from} JOIN docs USING (doc)
       WHERE from_year IS NOT NULL GROUP BY from_year, to_year`,
    )
    .iterate();
  return tallyYears(spansOf(rows));
}

function* spansOf(rows: Iterable<Row>): Generator<Span> {
  for (const row of rows) {
    const [from, to] = [Number(row['from_year']), Number(row['to_year'])];
    const span = {
      from: from === OPEN.before ? -Infinity : from * 10_000 + 101,
      to: to === OPEN.after ? Infinity : to * 10_000 + 1231,
    };
    for (let n = Number(row['n']); n > 0; n--) yield span;
  }
}

/** A query as FTS5 says it; undefined if it asks for no words. */
function matchOf(store: Store, node: QueryNode): string | undefined {
  switch (node.kind) {
    case 'everything':
      return undefined;
    case 'wildcard':
      return wildcardOf(store, node);
    case 'variants':
      return `(${node.nodes.flatMap((variant) => matchOf(store, variant.node) ?? []).join(' OR ')})`;
    case 'or':
      return `(${node.nodes.flatMap((part) => matchOf(store, part) ?? []).join(' OR ')})`;
    case 'and': {
      const wanted = node.nodes.flatMap((part) => (part.kind === 'not' ? [] : (matchOf(store, part) ?? [])));
      const unwanted = node.nodes.flatMap((part) =>
        part.kind === 'not' ? (matchOf(store, part.node) ?? []) : [],
      );
      const all = `(${wanted.join(' AND ')})`;
      return unwanted.length === 0 ? all : `(${all} NOT (${unwanted.join(' OR ')}))`;
    }
    default:
      return expressionOf(node);
  }
}

function wildcardOf(store: Store, node: Extract<QueryNode, { kind: 'wildcard' }>): string | undefined {
  const pattern = patternOf(node.text);
  if (pattern === undefined) return undefined;
  const begins = beginningOf(pattern);
  const found = store
    .prepare('SELECT term FROM vocabulary WHERE term >= ? AND term < ?')
    .all(begins, `${begins}\u{10ffff}`)
    .map((row) => String(row['term']))
    .filter((term) => allows(pattern, term));
  return found.length === 0 ? '"\ue001"' : `(${expressionOfAny(found, node.field)})`;
}

function suggest(store: Store, letters: string, limit: number): readonly Suggestion[] {
  const begun = terms(letters).join(' ');
  return store
    .prepare(
      `SELECT b.letters, docs.id, docs.kind FROM beginning b JOIN docs USING (doc)
       WHERE b.letters >= ? AND b.letters < ? ORDER BY b.letters LIMIT ?`,
    )
    .all(begun, `${begun}\u{10ffff}`, limit)
    .flatMap((row): readonly Suggestion[] => {
      const id = parseId(String(row['id']));
      const kind = RECORD_KINDS.find((known) => known === row['kind']);
      return id === undefined || kind === undefined ? [] : [{ id, kind, label: String(row['letters']) }];
    });
}

function one(store: Store, sql: string): Row {
  return store.prepare(sql).get() ?? {};
}
