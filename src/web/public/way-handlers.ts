import type { TimelineOf } from '../../actions/browse-timeline.ts';
import type { RecordPage, ValueList } from '../../actions/pages.ts';
import type { Collection } from '../../core/collection.ts';
import { found, moved, type Answer } from '../answer.ts';
import { readNarrowing, yearsOfFields, type Narrowing } from '../narrowing.ts';
import type { Visit } from '../site.ts';
import { ofKind, pageNumber, read } from './handlers.ts';
import { MAP_ROLES, mapAddress, mapPage } from './map.ts';
import { isRegion, REGION_NAMES } from './map-regions.ts';
import { newlyOpenedPage } from './newly-opened.ts';
import { lastPage } from './pager.ts';
import { timelinePage } from './timeline.ts';
import { valueListPage } from './value-list.ts';

type Said = Promise<Answer | undefined>;

export async function newest({ site, room, params }: Visit): Said {
  const page = pageNumber(params['page']);
  if (page === undefined) return undefined;
  const listing = await room.newest(page);
  return page > lastPage(listing) ? undefined : found(newlyOpenedPage(site, listing));
}

export const valueList =
  (field: ValueList['field']) =>
  async ({ site, room }: Visit): Said =>
    found(valueListPage(site, await room.values(field)));

const stretchOf = ({ params }: Visit): Pick<TimelineOf, 'stretch'> => {
  const stretch = params['stretch'];
  return stretch === undefined ? {} : { stretch };
};

export async function timeline(visit: Visit): Said {
  const time = await visit.room.timeline(stretchOf(visit));
  return time && found(timelinePage({ site: visit.site, time }));
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
  const { within, ...reading } = { within: undefined, ...(await into(visit)) };
  if (reading.kind === 'answer') return reading.answer;
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

export async function collectionTimeline(visit: Visit): Said {
  const reading = await read(visit, 'collection');
  if (reading.kind === 'answer') return reading.answer;
  const within = ofKind(reading.page, 'collection');
  if (within === undefined) return undefined;
  const time = await visit.room.timeline({ ...stretchOf(visit), within: within.label.id });
  return time && found(timelinePage({ site: visit.site, time, within }));
}
