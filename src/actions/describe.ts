import { arkOf, canonicalPath } from '../core/canonical-path.ts';
import { citedVolume } from '../core/citation/cited-volume.ts';
import type { RecordId } from '../core/id.ts';
import { labelOf, type Label } from '../core/label.ts';
import type { PublicRecord } from '../core/public-record.ts';
import { referencesOf } from '../core/references.ts';
import type { Described, NamedRecord } from '../formats/fields/described.ts';
import type { Depth } from '../ports/record-store.ts';
import type { Ports } from './archive.ts';
import type { PublicViews } from './public-views.ts';
import { editionView } from './read-record.ts';
import { placeOfRepository, trailTo, volumeOf } from './surroundings.ts';

type Deps = Pick<Ports, 'records' | 'settings'> & { readonly views: PublicViews };

/**
 * Those of some records that are public, in the order asked for, each with what its forms say of it.
 * `description`: their texts are empty, which is quick.
 */
export async function describe(
  deps: Deps,
  ids: readonly RecordId[],
  depth: Depth = 'whole',
): Promise<readonly Described[]> {
  const found = await deps.views.views(ids, depth);
  const views = ids.flatMap((id) => {
    const view = found.get(id);
    return view?.kind === 'public' ? [view.view] : [];
  });
  return describeViews(deps, views);
}

/** The same of a record as one of its editions had it, but for what is held back today; undefined where there is none. */
export async function describeEdition(
  deps: Deps & Pick<Ports, 'world'>,
  id: RecordId,
  edition: number,
): Promise<Described | undefined> {
  const view = await editionView(deps, id, edition);
  const [described] = view.kind === 'public' ? await describeViews(deps, [view.view]) : [];
  return described;
}

async function describeViews(deps: Deps, views: readonly PublicRecord[]): Promise<readonly Described[]> {
  const labels = await deps.views.labels(new Set(views.flatMap(({ record }) => [...referencesOf(record)])));
  const changes = await deps.records.latestChanges(views.map(({ id }) => id));
  const described: Described[] = [];
  for (const view of views) {
    const changed = changes.get(view.id)?.at ?? view.edition.at;
    described.push({
      ...describedBy(deps.settings, view, labels, changed),
      ...(await aroundDocument(deps.views, view)),
    });
  }
  return described;
}

/** The same of one, whose labels and last change are known; its own label is made where it is not. */
export function describedBy(
  settings: Ports['settings'],
  view: PublicRecord,
  labels: ReadonlyMap<RecordId, Label>,
  changed: string,
  label: Label = labelOf(view),
): Described {
  const urlOf = (of: Label): string => settings.address + canonicalPath(of);
  const named = (id: RecordId): NamedRecord | undefined => {
    const of = labels.get(id);
    return of && { label: of, url: urlOf(of) };
  };
  const ark = arkOf(settings, view.id);
  return {
    view,
    label,
    url: urlOf(label),
    archive: { name: settings.name, url: settings.address },
    named,
    nameOf: (id) => labels.get(id)?.title,
    changed,
    opened: view.editions[0]?.at ?? view.edition.at,
    ...(ark === undefined ? {} : { ark }),
  };
}

/** The printed volume that a document came from, and where the archive is that holds its original. */
async function aroundDocument(
  views: PublicViews,
  { record }: PublicRecord,
): Promise<Pick<Described, 'volume' | 'repositoryPlace'>> {
  if (record.kind !== 'document') return {};
  const [outermost] = await trailTo(views, record.collections[0]?.collection);
  const { volume } = await volumeOf(views, outermost?.id);
  const cited = citedVolume(record.identifiers, volume);
  const place = await placeOfRepository(views, record.source.original?.repository);
  return {
    ...(cited === undefined ? {} : { volume: cited }),
    ...(place === undefined ? {} : { repositoryPlace: place }),
  };
}
