import type { HarvestAsked } from '../../actions/harvest.ts';
import { segmentOfKind } from '../../core/canonical-path.ts';
import { parseId, type RecordId, type RecordKind } from '../../core/id.ts';
import { writeAtom, type Feed } from '../../formats/atom/write-atom.ts';
import { writeRss } from '../../formats/rss/write-rss.ts';
import { addressOf, addressOfPage, addressWithin } from '../addresses.ts';
import { moved, type Answer } from '../answer.ts';
import type { Handle } from '../route.ts';
import type { Site, Visit } from '../site.ts';

/** How many a feed tells of: the newest of what was opened, changed or taken back. */
const MOST = 50;
const TOLD: readonly RecordKind[] = ['document', 'collection'];

export const FEED_TYPES = {
  atom: 'application/atom+xml',
  rss: 'application/rss+xml',
} as const;
export type FeedForm = keyof typeof FEED_TYPES;

/** A feed in one of its two forms. */
export const feedAnswer = (form: FeedForm, feed: Feed): Answer => ({
  kind: 'text',
  mediaType: `${FEED_TYPES[form]}; charset=utf-8`,
  body: form === 'atom' ? writeAtom(feed) : writeRss(feed),
});

/** What the archive opened, changed and took back. */
export const archiveFeed =
  (form: FeedForm): Handle =>
  async (visit) => {
    const { site } = visit;
    const at = (which: FeedForm): string => site.settings.address + addressOfPage(site, `/feed.${which}`);
    return feedAnswer(form, {
      title: site.words.feeds.ofArchive(site.settings.name),
      id: at('atom'),
      self: at(form),
      page: site.settings.address + addressOfPage(site, '/new'),
      ...(await told(visit, {})),
    });
  };

/** The same of a collection with those in it. What left it is not told of: nothing says any more that it was there. */
export const collectionFeed =
  (form: FeedForm): Handle =>
  async (visit) => {
    const { site, room, params } = visit;
    const id = parseId(params['asked'] ?? '');
    const head = id && (await room.harvest.head(id));
    const [within] = head?.sets ?? [];
    const [described] =
      head?.kind === 'collection' && within ? await room.describe([head.id], 'description') : [];
    if (described === undefined || within === undefined) return undefined;
    const { label } = described;
    if (params['asked'] !== label.id) return moved(addressWithin(site, label, `feed.${form}`));
    const at = (which: FeedForm): string =>
      site.settings.address + addressWithin(site, label, `feed.${which}`);
    const { gone: _gone, ...open } = await told(visit, { within });
    return feedAnswer(form, {
      title: site.words.feeds.ofCollection(label.title, site.settings.name),
      id: at('atom'),
      self: at(form),
      page: site.settings.address + addressOf(site, label),
      ...open,
    });
  };

type Told = Pick<Feed, 'archive' | 'lang' | 'changedAt' | 'entries' | 'gone'>;

async function told({ site, room }: Visit, asked: Pick<HarvestAsked, 'within'>): Promise<Told> {
  const found = await room.harvest.list({ ...asked, kinds: TOLD, isBackwards: true, most: MOST });
  const heads = found?.heads ?? [];
  const open = heads.filter(({ isGone }) => !isGone).map(({ id }) => id);
  const described = await room.describe(open, 'description');
  return {
    archive: site.settings.name,
    lang: site.words.language.tag,
    changedAt: heads[0]?.changed ?? (await room.harvest.began()) ?? room.harvest.now(),
    entries: described.map((one) => ({
      ...one,
      url: site.settings.address + addressOf(site, one.label),
      permanent: permanentOf(site, one.label.id, one.label.kind),
      updated: one.changed,
    })),
    gone: heads
      .filter(({ isGone }) => isGone)
      .map(({ id, kind, changed }) => ({ permanent: permanentOf(site, id, kind), at: changed })),
  };
}

/** The address of a record that leads to it whatever its title becomes; only works have one here. */
const permanentOf = ({ settings, prefix }: Site, id: RecordId, kind: RecordKind): string =>
  `${settings.address}${prefix}/${segmentOfKind(kind)}/${id}`;
