import { shareOf } from '../core/fingerprint/shared-text.ts';
import type { ArchiveDocument } from '../core/document.ts';
import type { RecordId } from '../core/id.ts';
import { labelOf } from '../core/label.ts';
import type { PublicRecord } from '../core/public-record.ts';
import type { Ports } from './archive.ts';
import { PublicViews } from './public-views.ts';
import { sameTextElsewhere } from './same-text.ts';

/** Two documents of which one's text stands in the other, for a person to decide. */
export interface SameTextPair {
  readonly one: { readonly id: RecordId; readonly label: string };
  readonly other: { readonly id: RecordId; readonly label: string };
  /** Words of the first that stand in the second. */
  readonly words: number;
  /** The part of the first that stands in the second, and of the second in the first; at most 1. */
  readonly ofOne: number;
  readonly ofOther: number;
}

/** More than are shown to readers, so that no pair is lost because one of the two has very many copies. */
const MOST_COMPARED = 40;

/** Whether either says of the other that it is the same text, or that it is not. */
const isDecided = (one: PublicRecord<ArchiveDocument>, other: PublicRecord<ArchiveDocument>): boolean =>
  says(one, other.id) || says(other, one.id);
const says = ({ record }: PublicRecord<ArchiveDocument>, id: RecordId): boolean =>
  record.related.some(
    ({ document, relation }) => document === id && (relation === 'same-text' || relation === 'not-same-text'),
  );

/**
 * Every pair of public documents with the same text that nobody has decided on, each once, in the order of
 * their dates. `least`: the least part of either that must stand in the other, 0.5 to 1.
 */
export async function* listSameText(
  deps: Pick<Ports, 'records' | 'index' | 'world'>,
  least: number,
): AsyncGenerator<SameTextPair> {
  const views = new PublicViews(deps);
  await views.refresh();
  const documents = { field: 'kind', condition: 'is', values: ['document'] } as const;
  for await (const id of deps.index.scan({ node: { kind: 'everything' }, filters: [documents] })) {
    const proposed = await deps.index.sharingPrints(id, MOST_COMPARED);
    if (!proposed.some((other) => id < other.id)) continue;
    const view = await views.view(id, 'whole');
    if (view.kind !== 'public' || view.view.record.kind !== 'document') continue;
    const one = { ...view.view, record: view.view.record };
    for (const { view: other, shared } of await sameTextElsewhere({ ...deps, views }, one, MOST_COMPARED))
      if (one.id < other.id && shareOf(shared) >= least && !isDecided(one, other))
        yield { one: named(one), other: named(other), ...shared };
  }
}

const named = (view: PublicRecord): SameTextPair['one'] => ({ id: view.id, label: labelOf(view).title });
