import type { CollectionRow } from '../../actions/pages.ts';
import type { RecordId } from '../../core/id.ts';
import type { Label } from '../../core/label.ts';
import { oaiDcElement } from '../../formats/dublin-core/write-dc.ts';
import { oaiFault } from '../../formats/oai/faults.ts';
import type { OaiRequest } from '../../formats/oai/read-request.ts';
import { printSetsToken } from '../../formats/oai/tokens.ts';
import type { Visit } from '../site.ts';
import type { OaiSaid } from './said.ts';

const MOST = 200;
const DEEPEST = 12;

interface SetPlace {
  readonly path: readonly RecordId[];
  readonly spec: string;
  readonly label: Label;
}

/**
 * A part of the list of sets, which are the collections, each at every place where it stands. In the order of their
 * names, so that a list that goes on after one of them misses and repeats none that was there all the while.
 */
export async function listSets(
  { room }: Visit,
  { after, cursor }: Extract<OaiRequest, { readonly verb: 'ListSets' }>,
): Promise<OaiSaid> {
  const all = placesIn(await room.collections(), []).sort((a, b) => (a.spec < b.spec ? -1 : 1));
  const rest = after === undefined ? all : all.filter(({ spec }) => spec > after);
  const some = rest.slice(0, MOST);
  const last = some.at(-1);
  if (last === undefined) return [oaiFault(after === undefined ? 'no-sets' : 'token-wrong')];
  const described = await room.describe(
    some.map(({ label }) => label.id),
    'description',
  );
  const byId = new Map(described.map((one) => [one.view.id, one]));
  const sets = some.map(({ path, label }) => {
    const known = byId.get(label.id);
    return { path, name: label.title, ...(known ? { description: oaiDcElement(known) } : {}) };
  });
  const token = rest.length > MOST ? { token: printSetsToken(last.spec, cursor + sets.length) } : {};
  return { kind: 'ListSets', sets, resumption: { ...token, cursor } };
}

const placesIn = (rows: readonly CollectionRow[], above: readonly RecordId[]): SetPlace[] =>
  rows.flatMap(({ row: { label }, children }) => {
    const path = [...above, label.id];
    if (path.length > DEEPEST) return [];
    return [{ path, spec: path.join(':'), label }, ...placesIn(children, path)];
  });
