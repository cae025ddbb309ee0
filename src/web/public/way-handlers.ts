import type { TimelineOf } from '../../actions/browse-timeline.ts';
import type { RecordPage, ValueList } from '../../actions/pages.ts';
import type { Collection } from '../../core/collection.ts';
import { found, moved, type Answer } from '../answer.ts';
import { readNarrowing, yearsOfFields, type Narrowing } from '../narrowing.ts';
import type { Visit } from '../site.ts';
import { ofKind, pageNumber, read } from './handlers.ts';
import { MAP_ROLES, mapAddress, mapPage } from './map.ts';
import { isRegion, REGION_NAMES } from './map-regions.ts';
import { authorityListPage, namesAddress, rolesOfList, type ListOf } from './authority-list.ts';
import { newlyOpenedPage } from './newly-opened.ts';
import { lastPage } from './pager.ts';
import { timelinePage } from './timeline.ts';
import { valueListPage } from './value-list.ts';

type Said = Promise<Answer | undefined>;

export async function newest(visit: Visit): Said {
  const { site, room, params } = visit;
  const page = pageNumber(params['page']);
  if (page === undefined) return undefined;
  const way = await into(visit);
  if (way.kind === 'answer') return way.answer;
  const listing = await room.newest(page, way.within?.label.id);
  return page > lastPage(listing) ? undefined : found(newlyOpenedPage(site, listing, way.within));
}

export const valueList =
  (field: ValueList['field']) =>
  async (visit: Visit): Said => {
    const way = await into(visit);
    if (way.kind === 'answer') return way.answer;
    const list = await visit.room.values(field, way.within?.label.id);
    return found(valueListPage(visit.site, list, way.within));
  };

/** Names of a kind: `/people`, `/people/recipient/1945-1949/S/page/2`, and the same of a collection. */
export const names =
  (of: ListOf) =>
  async (visit: Visit): Said => {
    const { site, room } = visit;
    const narrowing = readNarrowing(segmentsAfter(visit, of.path), { roles: rolesOfList(of), isPaged: true });
    if (narrowing === undefined) return undefined;
    const way = await into(visit);
    if (way.kind === 'answer') return way.answer;
    const at = { site, of, ...(way.within === undefined ? {} : { within: way.within }) };
    const sent = sentYears(visit, narrowing, (one) => namesAddress(at, one));
    if (sent !== undefined) return sent;
    const { region: _none, ...asked } = narrowing;
    const list = await room.authorities({
      kind: of.kind,
      ...asked,
      ...(of.agentKind ? { agentKind: of.agentKind } : {}),
      ...(way.within === undefined ? {} : { within: way.within.label.id }),
    });
    const isThere =
      list !== undefined &&
      narrowing.page <= lastPage(list.listing) &&
      (narrowing.letter === undefined || list.letters.some(({ letter }) => letter === narrowing.letter));
    return isThere ? found(authorityListPage({ ...at, list, narrowing })) : undefined;
  };

const stretchOf = ({ params }: Visit): Pick<TimelineOf, 'stretch'> => {
  const stretch = params['stretch'];
  return stretch === undefined ? {} : { stretch };
};

export async function timeline(visit: Visit): Said {
  const way = await into(visit);
  if (way.kind === 'answer') return way.answer;
  const { within } = way;
  const inside = within === undefined ? {} : { within: within.label.id };
  const time = await visit.room.timeline({ ...stretchOf(visit), ...inside });
  return time && found(timelinePage({ site: visit.site, time, ...(within === undefined ? {} : { within }) }));
}

/** The segments after the name of a way in, decoded: "/map/about/1945" -> ["about", "1945"]. */
const segmentsAfter = ({ site, url }: Visit, way: string): readonly string[] => {
  const all = url.pathname.slice(site.prefix.length).split('/');
  return all.slice(all.indexOf(way) + 1).map(decodeURIComponent);
};

/** The collection that a way leads into; undefined answer: the way is into all there is. */
type Into =
  | { readonly kind: 'into'; readonly within?: RecordPage<Collection> }
  | { readonly kind: 'answer'; readonly answer: Answer | undefined };

async function into(visit: Visit): Promise<Into> {
  if (visit.params['asked'] === undefined) return { kind: 'into' };
  const reading = await read(visit, 'collection');
  if (reading.kind === 'answer') return reading;
  const within = ofKind(reading.page, 'collection');
  return within === undefined ? { kind: 'answer', answer: undefined } : { kind: 'into', within };
}

/** What the two fields of years say, as the address that has it in its path; undefined where none was sent. */
function sentYears({ url }: Visit, narrowing: Narrowing, address: (narrowing: Narrowing) => string) {
  const [from, to] = [url.searchParams.get('from'), url.searchParams.get('to')];
  if (from === null && to === null) return undefined;
  const years = yearsOfFields(from, to);
  const { years: _old, page: _page, ...rest } = narrowing;
  return moved(address({ ...rest, page: 1, ...(years === undefined ? {} : { years }) }));
}

export async function map(visit: Visit): Said {
  const narrowing = readNarrowing(segmentsAfter(visit, 'map'), { roles: MAP_ROLES, regions: REGION_NAMES });
  if (narrowing === undefined) return undefined;
  const way = await into(visit);
  if (way.kind === 'answer') return way.answer;
  const { within } = way;
  const { site, room } = visit;
  const at = { site, ...(within === undefined ? {} : { within }) };
  const sent = sentYears(visit, narrowing, (one) => mapAddress(at, one));
  if (sent !== undefined) return sent;
  const role = MAP_ROLES.find((one) => one === narrowing.role);
  const shown = await room.map({
    ...(role === undefined ? {} : { role }),
    ...(narrowing.years === undefined ? {} : { years: narrowing.years }),
    ...(within === undefined ? {} : { within: within.label.id }),
  });
  const region = isRegion(narrowing.region) ? { region: narrowing.region } : {};
  return found(await mapPage({ ...at, map: shown, ...region }));
}
