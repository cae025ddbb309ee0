import { kindOf, parseId, type RecordId } from '../core/id.ts';
import type { PublicRecord } from '../core/public-record.ts';
import type { ArchiveDocument } from '../core/document.ts';
import type { Label } from '../core/label.ts';
import { RELATED_REASONS, type RelatedReason } from '../core/related-reason.ts';
import type { World } from '../ports/world.ts';
import { relatedByRecord } from './related-by-record.ts';
import { alike, ofSameDays, ofSameEvent, ofSameFile } from './related-by-search.ts';
import {
  type FoundGroup,
  type FoundRelated,
  type FoundSameText,
  type RelatedDocuments,
  type RelatedGroup,
  type RelatedRow,
} from './related-documents.ts';
import { rowOf } from './rows.ts';
import { sameTextOf } from './same-text.ts';
import type { Around } from './surroundings.ts';

type DocumentView = PublicRecord<ArchiveDocument>;

interface Found {
  readonly sameText: readonly FoundSameText[];
  readonly groups: readonly FoundGroup[];
}

const NOTHING: RelatedDocuments = { sameText: [], groups: [] };
/** What was found for so many documents is remembered: ids and reasons alone. */
const MOST_KEPT = 2_000;
const MOST_SAME_TEXT = 5;
/** How many are shown for a reason. What is said is shown at more length than what is guessed. */
const MOST: Readonly<Record<RelatedReason, number>> = {
  'reply-to': 6,
  'replied-by': 6,
  stated: 12,
  mentions: 6,
  'mentioned-by': 6,
  'same-event': 3,
  'same-file': 3,
  'same-days': 3,
  similar: 3,
};

/**
 * Finds what stands beside a document, and remembers it until anything public changes. What it remembers is
 * ids: what is shown of another is read through its public view each time, so that nothing hidden is.
 */
export class RelatedFinder {
  readonly #deps: Around & { readonly world: World };
  readonly #kept = new Map<RecordId, Found>();
  #state = '';

  constructor(deps: Around & { readonly world: World }) {
    this.#deps = deps;
  }

  /** `change`: the number of the last public change. Nothing for what is no public document. */
  async relatedTo(asked: string, change: number): Promise<RelatedDocuments> {
    const id = parseId(asked);
    if (id === undefined || kindOf(id) !== 'document') return NOTHING;
    const view = await this.#deps.views.view(id, 'whole');
    if (view.kind !== 'public' || view.view.record.kind !== 'document') return NOTHING;
    const found = await this.#found({ ...view.view, record: view.view.record }, change);
    return shown(this.#deps, found);
  }

  async #found(view: DocumentView, change: number): Promise<Found> {
    const state = `${change} ${this.#deps.world.today()}`;
    if (state !== this.#state) this.#kept.clear();
    this.#state = state;
    const known = this.#kept.get(view.id);
    if (known !== undefined) {
      this.#kept.delete(view.id);
      this.#kept.set(view.id, known);
      return known;
    }
    const found = await findFor(this.#deps, view);
    if (this.#state !== state) return found;
    this.#kept.set(view.id, found);
    if (this.#kept.size > MOST_KEPT)
      for (const oldest of this.#kept.keys()) {
        this.#kept.delete(oldest);
        break;
      }
    return found;
  }
}

/** Everything, each document under its best reason alone. A little more than is shown is kept, since what is hidden goes. */
async function findFor(deps: Around, view: DocumentView): Promise<Found> {
  const stated = await relatedByRecord(deps, view);
  const sameText = await sameTextOf(deps, view, stated);
  const groups = [
    ...stated.groups,
    await ofSameEvent(deps, view, stated.events),
    await ofSameFile(deps, view),
    await ofSameDays(deps, view),
    await alike(deps, view),
  ].filter((group) => group !== undefined);
  const taken = new Set<RecordId>([view.id, ...sameText.map(({ id }) => id)]);
  const kept: FoundGroup[] = [];
  for (const reason of RELATED_REASONS) {
    const group = groups.find((one) => one.reason === reason);
    if (group === undefined) continue;
    const found = group.found
      .filter(({ id, relation }) => !taken.has(id) && !(isTold(reason, relation) && stated.accounts.has(id)))
      .slice(0, MOST[reason] * 2);
    for (const { id } of found.slice(0, MOST[reason])) taken.add(id);
    if (found.length > 0) kept.push({ ...group, found });
  }
  return { sameText, groups: kept };
}

/** The page tells it elsewhere already: that both are accounts of one event says more than these do. */
const isTold = (reason: RelatedReason, relation: FoundRelated['relation']): boolean =>
  relation === 'related' || reason === 'same-event' || reason === 'same-file' || reason === 'similar';

/** Read through public views: what is hidden is not there, nor counted among the rows. */
async function shown({ views }: Around, { sameText, groups }: Found): Promise<RelatedDocuments> {
  const ids = [...sameText.map(({ id }) => id), ...groups.flatMap(({ found }) => found.map(({ id }) => id))];
  const read = await views.views([...new Set(ids)], 'description');
  const people = await views.labels(groups.flatMap(({ found }) => found.flatMap((one) => one.people ?? [])));
  const viewOf = (id: RecordId): PublicRecord | undefined => {
    const view = read.get(id);
    return view?.kind === 'public' ? view.view : undefined;
  };
  const homes = await views.labels(
    sameText.flatMap(({ id }) => {
      const view = viewOf(id);
      return (view && homeOf(view)) ?? [];
    }),
  );
  return {
    sameText: sameText
      .flatMap(({ id, ...more }) => {
        const view = viewOf(id);
        const collection = view && homeOf(view);
        const home = collection && homes.get(collection);
        return view ? [{ row: rowOf(view), ...more, ...(home ? { home } : {}) }] : [];
      })
      .slice(0, MOST_SAME_TEXT),
    groups: groups.flatMap(({ found, ...group }): readonly RelatedGroup[] => {
      const rows = found
        .flatMap((one) => {
          const view = viewOf(one.id);
          return view ? [relatedRow(view, one, people)] : [];
        })
        .slice(0, MOST[group.reason]);
      return rows.length === 0 ? [] : [{ ...group, rows }];
    }),
  };
}

const homeOf = ({ record }: PublicRecord): RecordId | undefined =>
  record.kind === 'document' ? record.collections[0]?.collection : undefined;

function relatedRow(
  view: PublicRecord,
  { id: _id, people, ...more }: FoundRelated,
  labels: ReadonlyMap<RecordId, Label>,
): RelatedRow {
  const named = people?.flatMap((id) => labels.get(id) ?? []);
  return { row: rowOf(view), ...more, ...(named && named.length > 0 ? { people: named } : {}) };
}
