import { wholeKey } from '../core/names/search-forms.ts';
import type { RecordId } from '../core/id.ts';
import type { IndexQuery, SearchIndex } from '../ports/search-index.ts';
import type { Expanded } from './expand-names.ts';
import type { Row } from './pages.ts';
import { isOtherName, type AlsoSearched, type Ambiguous } from './search-page.ts';

/** How many that share a name are shown. */
const MOST_SHOWN = 8;

/** Of names that several bear, those of them whom these results name, the most named first; a name with fewer than two such asks nothing. */
export async function whichOf(
  index: Pick<SearchIndex, 'countValues'>,
  query: Pick<IndexQuery, 'node' | 'filters'>,
  which: Expanded['which'],
): Promise<readonly Ambiguous[]> {
  if (which.length === 0) return [];
  const ids = (isPlace: boolean): readonly RecordId[] =>
    which.flatMap(({ bearers }) =>
      bearers.filter(({ label }) => (label.kind === 'place') === isPlace).map(({ id }) => id),
    );
  const counts = new Map([
    ...(await index.countValues(query, 'person', ids(false))),
    ...(await index.countValues(query, 'place', ids(true))),
  ]);
  return which.flatMap(({ words, bearers }): readonly Ambiguous[] => {
    const named = bearers
      .map(({ label, names: [name] }) => ({
        label,
        ...(name ? { name: { kind: name.kind, ...(name.years ? { years: name.years } : {}) } } : {}),
        field: label.kind === 'place' ? ('place' as const) : ('person' as const),
        documents: counts.get(label.id) ?? 0,
      }))
      .filter(({ documents }) => documents > 0)
      .toSorted((a, b) => b.documents - a.documents)
      .slice(0, MOST_SHOWN);
    return named.length < 2 ? [] : [{ words, bearers: named }];
  });
}

/** Rows with the other forms of names that stand in their passages: "as Filippov". */
export function withForms(rows: readonly Row[], alsoSearched: readonly AlsoSearched[]): readonly Row[] {
  const forms = new Map(alsoSearched.filter(isOtherName).map(({ words }) => [wholeKey(words), words]));
  if (forms.size === 0) return rows;
  return rows.map((row) => {
    const as = new Set<string>();
    for (const { text, marks } of row.passages)
      for (const [start, end] of marks) {
        const form = forms.get(wholeKey(text.slice(start, end)));
        if (form !== undefined) as.add(form);
      }
    return as.size === 0 ? row : { ...row, as: [...as] };
  });
}
