import { DatabaseSync } from 'node:sqlite';
import { parseId, type RecordId } from '../../src/core/id.ts';
import type { SearchDocument } from '../../src/core/search-document.ts';
import type { Question } from './question.ts';

/** Plain FTS5, as most archives' searches are: one table, SQLite's own tokeniser, its own ranking. */
export interface PlainSearch {
  put(documents: readonly SearchDocument[]): void;
  ask(question: Pick<Question, 'ask' | 'scope'>, limit: number): readonly RecordId[];
}

const KINDS: Readonly<Record<Question['scope'], string>> = {
  everything: '%',
  documents: 'document',
  people: 'agent',
};

/** Given the same passages as our index: titles, and all other words together. */
export function plainSearch(): PlainSearch {
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE VIRTUAL TABLE plain USING fts5 (id UNINDEXED, kind UNINDEXED, title, words)');
  const insert = database.prepare('INSERT INTO plain VALUES (?, ?, ?, ?)');
  const find = database.prepare(
    'SELECT id FROM plain WHERE plain MATCH ? AND kind LIKE ? ORDER BY rank LIMIT ?',
  );
  const idsOf = (match: string, scope: Question['scope'], limit: number): readonly RecordId[] =>
    match === ''
      ? []
      : find.all(match, KINDS[scope], limit).flatMap((row) => parseId(String(row['id'])) ?? []);
  return {
    put(documents) {
      database.exec('BEGIN');
      for (const { id, kind, passages } of documents) {
        const textOf = (isTitle: boolean): string =>
          passages.flatMap(({ field, text }) => ((field === 'title') === isTitle ? text : [])).join('\n');
        insert.run(id, kind, textOf(true), textOf(false));
      }
      database.exec('COMMIT');
    },
    ask({ ask, scope }, limit) {
      const all = idsOf(expressionOf(ask, ' AND '), scope, limit);
      return all.length > 0 ? all : idsOf(expressionOf(ask, ' OR '), scope, limit);
    },
  };
}

/** The words of a query, each quoted, so that no sign in it means anything; what is quoted stays a phrase. */
function expressionOf(ask: string, joint: string): string {
  const parts = ask.match(/"[^"]*"|[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return parts.map((part) => `"${part.replaceAll('"', '')}"`).join(joint);
}
