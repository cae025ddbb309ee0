import type { RecordId } from '../../core/id.ts';
import type { SearchIndex } from '../../ports/search-index.ts';
import { numberOfValues, countValues } from './counting.ts';
import { openDatabase } from './database.ts';
import { answer, matching, passagesReader } from './answer.ts';
import { Relations } from './relations.ts';
import { Session } from './session.ts';
import { suggest } from './suggest.ts';
import { firstOf, ordering } from './counting.ts';

/**
 * The search index on SQLite's FTS5, in a file of its own (":memory:" for tests): words in FTS5, cut by
 * our own tokeniser; facets, dates and orders in columns that are kept in memory, read when first needed.
 */
export function openFts5Index(path: string): SearchIndex {
  const database = openDatabase(path);
  const session = new Session(database);
  const readPassages = passagesReader(database);
  const relations = new Relations(database);
  return {
    update: async (batch) => session.update(batch),
    coveredTo: async () => session.coveredTo(),
    search: async (query) => answer(session.ready(), readPassages, query),
    countValues: async (query, field, values) => {
      const { columns, finder } = session.ready();
      return numberOfValues(columns, countValues(columns, matching(finder, query)), field, values);
    },
    corrections: async ({ node }) => session.ready().finder.vocabulary.corrections(node),
    documentsWith: async (terms) => session.ready().finder.vocabulary.documentsWith(terms),
    suggest: async (query) => suggest(database, session.ready().columns, query),
    sharingPrints: async (id, limit) => relations.sharingPrints(session.ready().columns, id, limit),
    citing: async (identifiers, limit) => relations.citing(session.ready().columns, identifiers, limit),
    similar: async (id, limit) => relations.similar(session.ready(), readPassages, id, limit),
    scan: async function* (query): AsyncGenerator<RecordId> {
      const { columns, finder } = session.ready();
      const slots = firstOf(matching(finder, query), columns.count, ordering(columns, 'earliest', undefined));
      const ids = slots.flatMap((slot) => columns.row(slot)?.id ?? []);
      yield* ids;
    },
    settle: async () => false,
    clear: async () => session.clear(),
    close: async () => database.close(),
  };
}
