import { parseId, type RecordId } from '../core/id.ts';
import type { PublicChange } from '../core/lifecycle.ts';
import type { View } from '../core/public-record.ts';
import type { Ports } from './archive.ts';
import type { PublicViews } from './public-views.ts';

/** One entry of the list of public changes, with what may be said today of a record that is gone. */
export interface ListedChange extends PublicChange {
  /** Why it is gone now; absent for one that is public, or is so again. */
  readonly gone?: 'withdrawn' | 'embargoed' | 'restricted' | 'merged';
  /** Of a merged record: the public one that it is part of. */
  readonly into?: RecordId;
}

export interface ChangeStretch {
  readonly changes: readonly ListedChange[];
  /** The number of the last change that was looked at: the next stretch begins after it. */
  readonly upTo: number;
  /** The number of the last change there is. */
  readonly last: number;
}

/** The list of public changes after one of them, as it may be told: of a record that never was public, nothing. */
export async function listChanges(
  { records, views }: Pick<Ports, 'records'> & { readonly views: PublicViews },
  since: number,
  limit: number,
): Promise<ChangeStretch> {
  const last = await records.lastChange();
  const found = await records.changesSince(since, limit);
  const ids = [...new Set(found.map(({ id }) => id))];
  const known = await views.views(ids, 'description');
  const merged = ids.filter((id) => known.get(id)?.kind === 'merged');
  const survivors = merged.length === 0 ? undefined : await views.labels(merged);
  return {
    changes: found.flatMap((change) => told(change, known.get(change.id), survivors?.get(change.id)?.id)),
    upTo: found.at(-1)?.seq ?? Math.max(since, last),
    last,
  };
}

function told(
  change: PublicChange,
  view: View | undefined,
  into: string | undefined,
): readonly ListedChange[] {
  switch (view?.kind) {
    case undefined:
    case 'unknown':
      return [];
    case 'public':
      return [change];
    case 'gone':
      return [{ ...change, change: 'gone', gone: view.why }];
    case 'withdrawn':
      return [{ ...change, change: 'gone', gone: 'withdrawn' }];
    case 'merged': {
      const id = into === undefined ? undefined : parseId(into);
      return [{ ...change, change: 'gone', gone: 'merged', ...(id ? { into: id } : {}) }];
    }
  }
}
