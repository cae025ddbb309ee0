import { parseId, type RecordId } from '../core/id.ts';
import { labelOf } from '../core/label.ts';
import { countHaving, countsOf, yearsOf, type Counting } from './counting.ts';
import { PLACE_ROLES, type MapAsked, type MapPage, type MappedPlace } from './way-pages.ts';

/** More places than this are not drawn nor listed: the least frequent are left out. */
const MOST_PLACES = 1000;

/** Where the documents were written, sent, or what they are about. */
export async function browseMap(deps: Counting, asked: MapAsked): Promise<MapPage> {
  const field = asked.role === undefined ? 'place' : PLACE_ROLES[asked.role];
  const roles: MapPage['roles'][number][] = [];
  for (const role of ['written-at', 'sent-to', 'about'] as const) {
    const documents = await countHaving(deps, asked, PLACE_ROLES[role]);
    if (documents > 0) roles.push({ role, documents });
  }
  return {
    asked,
    total: await countHaving(deps, asked, field),
    roles,
    places: await mappedPlaces(deps, await countsOf(deps, asked, field, MOST_PLACES)),
    years: await yearsOf(deps, { within: asked.within }, 'place'),
  };
}

/** Counted places with where they lie and all their names; what is no longer public is left out. */
export async function mappedPlaces(
  { views }: Pick<Counting, 'views'>,
  counts: ReadonlyMap<string, number>,
): Promise<readonly MappedPlace[]> {
  const ids: readonly RecordId[] = [...counts.keys()].flatMap((value) => parseId(value) ?? []);
  const found = await views.views(ids, 'description');
  return ids.flatMap((id): readonly MappedPlace[] => {
    const view = found.get(id);
    if (view?.kind !== 'public' || view.view.record.kind !== 'place') return [];
    const { coordinates, names } = view.view.record;
    return [
      {
        label: labelOf(view.view),
        names,
        documents: counts.get(id) ?? 0,
        ...(coordinates === undefined ? {} : { coordinates }),
      },
    ];
  });
}
