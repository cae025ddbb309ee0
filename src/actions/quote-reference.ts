import type { RecordId } from '../core/id.ts';
import type { QuotedReference } from '../core/quotation/read-reference.ts';
import { readAskedReference } from '../core/source-line/reference-words.ts';
import type { Ports } from './archive.ts';
import { findReference } from './find-reference.ts';
import type { PublicViews } from './public-views.ts';
import type { ReferenceReading } from './quote-page.ts';

type Deps = Pick<Ports, 'records' | 'index'> & { readonly views: PublicViews };

/** Documents of a file that a reference names are compared up to this many. */
const MOST_OF_FILE = 10;

/** The documents that a reference names, as far as they are public. */
export async function readReferred(
  deps: Deps,
  reference: QuotedReference,
): Promise<{ readonly ids: readonly RecordId[]; readonly reading: ReferenceReading }> {
  if (reference.words === '') return { ids: [], reading: { kind: 'none' } };
  const byName = await deps.records.find(reference.identifiers);
  const labels = await deps.views.labels([...reference.ids, ...byName.values()]);
  const named = [...new Map([...labels.values()].map((label) => [label.id, label])).values()].filter(
    ({ kind }) => kind === 'document',
  );
  const [first] = named;
  if (first !== undefined)
    return { ids: named.map(({ id }) => id), reading: { kind: 'document', label: first } };
  return reference.ids.length > 0 || reference.identifiers.length > 0
    ? { ids: [], reading: { kind: 'not-here' } }
    : inFile(deps, reference.words);
}

async function inFile(
  deps: Deps,
  words: string,
): Promise<{ readonly ids: readonly RecordId[]; readonly reading: ReferenceReading }> {
  if (readAskedReference(words) === undefined) return { ids: [], reading: { kind: 'not-here' } };
  const { node, units } = await findReference(deps, words);
  if (units.length === 0) return { ids: [], reading: { kind: 'not-here' } };
  const answer = await deps.index.search({
    node,
    filters: [{ field: 'kind', condition: 'is', values: ['document'] }],
    sort: 'relevance',
    offset: 0,
    limit: MOST_OF_FILE,
    facets: [],
    passages: 0,
  });
  const ids = answer.hits.map(({ id }) => id);
  return { ids, reading: { kind: 'file', words, documents: ids.length } };
}
