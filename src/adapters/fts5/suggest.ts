import type { DatabaseSync } from 'node:sqlite';
import { terms } from '../../core/tokens/tokenize.ts';
import type { SuggestQuery, Suggestion } from '../../ports/search-index.ts';
import type { Columns } from './columns.ts';
import { passagesReader } from './answer.ts';

/** Beginnings that are looked at before the best are chosen: more than anyone's name has namesakes. */
const LOOKED_AT = 400;

interface Candidate {
  readonly slot: number;
  /** Which word of the name the letters begin; 0 is the first. */
  readonly at: number;
}

/** Records whose titles or names have a word that begins so: whole names first, then by name. */
export function suggest(
  database: DatabaseSync,
  columns: Columns,
  query: SuggestQuery,
): readonly Suggestion[] {
  const letters = terms(query.letters).join(' ');
  if (letters === '') return [];
  const readPassages = passagesReader(database);
  const best = new Map<number, Candidate>();
  const rows = database
    .prepare(
      'SELECT slot, at FROM beginnings WHERE letters >= ? AND letters < ? ORDER BY at, letters LIMIT ?',
    )
    .all(letters, `${letters}\u{10ffff}`, LOOKED_AT * (query.kinds === undefined ? 1 : 4));
  for (const row of rows) {
    const candidate = { slot: Number(row['slot']), at: Number(row['at']) };
    const kind = columns.row(candidate.slot)?.kind;
    if (kind === undefined || query.kinds?.includes(kind) === false) continue;
    if (!best.has(candidate.slot)) best.set(candidate.slot, candidate);
  }
  const titles = columns.rank('title');
  const rank = ({ slot, at }: Candidate): number =>
    (columns.row(slot)?.kind === 'document' ? 2e9 : 0) + (at > 0 ? 1e9 : 0) + (titles[slot] ?? 0);
  return [...best.values()]
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, query.limit)
    .flatMap(({ slot }): readonly Suggestion[] => {
      const row = columns.row(slot);
      if (row === undefined) return [];
      const label = readPassages(slot).find(({ field }) => field === 'title')?.text ?? row.id;
      return [{ id: row.id, kind: row.kind, label }];
    });
}
