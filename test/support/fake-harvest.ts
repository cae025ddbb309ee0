import type { Harvesting } from '../../src/actions/harvest.ts';
import type { Everything } from '../../src/actions/list-everything.ts';
import type { RecordId } from '../../src/core/id.ts';
import { labelOf } from '../../src/core/label.ts';
import type { PublicRecord } from '../../src/core/public-record.ts';

/** Everything in one stretch, as if each had become public in its turn. */
export function fakeHarvest(
  views: ReadonlyMap<RecordId, PublicRecord>,
  question: <T>(name: string, answer: () => T) => Promise<T>,
): Harvesting {
  const heads = [...views.values()].map(({ id, edition, record }, at) => ({
    id,
    kind: record.kind,
    seq: at + 1,
    changed: edition.at,
    isGone: false,
    sets:
      record.kind === 'document'
        ? record.collections.map(({ collection }) => [collection])
        : record.kind === 'collection'
          ? [[id]]
          : [],
  }));
  return {
    now: () => '2026-06-01T12:00:00.000Z',
    began: () => question('began', () => heads[0]?.changed),
    list: ({ kinds, after = 0, most }) =>
      question('list', () => ({
        upTo: heads.length,
        heads: heads.filter(({ kind, seq }) => kinds.includes(kind) && seq > after).slice(0, most),
      })),
    head: (id) => question('head', () => heads.find((head) => head.id === id)),
  };
}

/** Everything in one part for each kind. */
export function fakeEverything(
  views: ReadonlyMap<RecordId, PublicRecord>,
  question: <T>(name: string, answer: () => T) => Promise<T>,
): Everything {
  const all = [...views.values()].map((view) => ({
    view,
    label: labelOf(view),
    changed: view.edition.at,
  }));
  const begins = (beginning: string) => all.filter(({ view }) => view.id.startsWith(beginning));
  return {
    buckets: () =>
      question('buckets', () =>
        [...new Set([...views.keys()].map((id) => id.charAt(0)))]
          .sort()
          .map((beginning) => ({ beginning, changed: '2026-01-02T03:04:05Z' })),
      ),
    bucket: (beginning) =>
      question('bucket', () => {
        const found = begins(beginning);
        return found.length === 0 ? undefined : found;
      }),
  };
}
