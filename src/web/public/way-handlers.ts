import type { TimelineOf } from '../../actions/browse-timeline.ts';
import type { ValueList } from '../../actions/pages.ts';
import { found, type Answer } from '../answer.ts';
import type { Visit } from '../site.ts';
import { ofKind, pageNumber, read } from './handlers.ts';
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

export async function collectionTimeline(visit: Visit): Said {
  const reading = await read(visit, 'collection');
  if (reading.kind === 'answer') return reading.answer;
  const within = ofKind(reading.page, 'collection');
  if (within === undefined) return undefined;
  const time = await visit.room.timeline({ ...stretchOf(visit), within: within.label.id });
  return time && found(timelinePage({ site: visit.site, time, within }));
}
