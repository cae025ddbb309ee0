import type { ReadingRoom } from '../../actions/archive.ts';
import { PUBLIC_KINDS, type PublicKind } from '../../formats/api/record.ts';
import { FAMILY_OF } from '../../formats/api/record-answer.ts';
import type { Endpoint } from './endpoint.ts';

/** Something of each kind that is in this very archive, for examples that work. */
export interface Examples {
  readonly ids: ReadonlyMap<PublicKind, string>;
  readonly key?: string;
  readonly block?: string;
}

/** The first record of each kind, and a text of a document. */
export async function findExamples(room: ReadingRoom): Promise<Examples> {
  const ids = new Map<PublicKind, string>();
  for (const kind of PUBLIC_KINDS) {
    const [first] = (await room.records({ kind, limit: 1 })).rows;
    if (first !== undefined) ids.set(kind, first.label.id);
  }
  const { rows } = await room.records({ kind: 'document', limit: LOOKED_AT });
  for (const document of await room.describe(rows.map(({ label }) => label.id))) {
    if (document.view.record.kind !== 'document') continue;
    for (const one of document.view.record.renditions) {
      const block =
        one.kind === 'facsimile' ? undefined : one.text.blocks.find(({ kind }) => kind === 'paragraph');
      if (block === undefined) continue;
      return { ids: ids.set('document', document.view.id), key: one.key, block: block.id };
    }
  }
  return { ids };
}
const LOOKED_AT = 10;

/** An address of an endpoint that answers here; undefined where the archive has nothing for it. */
export function exampleOf({ path, example }: Endpoint, { ids, key, block }: Examples): string | undefined {
  const family = path.split('/')[3] ?? '';
  const kind = PUBLIC_KINDS.find((one) => FAMILY_OF[one] === family);
  const values: Readonly<Record<string, string | undefined>> = {
    id: kind === undefined ? undefined : ids.get(kind),
    key,
    block,
    page: '1',
    edition: '1',
    field: 'type',
  };
  let isWhole = true;
  const filled = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
    const value = values[name];
    isWhole &&= value !== undefined;
    return encodeURIComponent(value ?? '');
  });
  if (!isWhole) return undefined;
  return example === undefined ? filled : `${filled}?${example}`;
}
