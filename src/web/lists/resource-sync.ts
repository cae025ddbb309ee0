import { segmentOfKind } from '../../core/canonical-path.ts';
import type { RecordId, RecordKind } from '../../core/id.ts';
import {
  writeSitemap,
  writeSitemapIndex,
  type SitemapEntry,
  type SyncList,
} from '../../formats/sitemap/write-sitemap.ts';
import { addressOf } from '../addresses.ts';
import type { Answer } from '../answer.ts';
import type { Site, Visit } from '../site.ts';

/** What is kept in step: works and what holds them, each in our own JSON, which has all of it. */
const KEPT: readonly RecordKind[] = ['document', 'collection'];
/** How many changes a list goes back; whoever was away for longer begins with the list of everything. */
const MOST = 1000;

const at = ({ settings }: Site, name: string): string => `${settings.address}/${name}`;
const PLACES = {
  source: '.well-known/resourcesync',
  capabilities: 'resourcesync/capabilitylist.xml',
  resources: 'resourcesync/resourcelist.xml',
  changes: 'resourcesync/changelist.xml',
} as const;

const jsonOf = (site: Site, id: RecordId, kind: RecordKind): string =>
  at(site, `${segmentOfKind(kind)}/${id}.json`);

const answered = (body: string): Answer => ({
  kind: 'text',
  mediaType: 'application/xml; charset=utf-8',
  body,
});

const list = (entries: readonly SitemapEntry[], about: SyncList): Answer =>
  answered(writeSitemap(entries, about));

/** Where one begins who keeps a copy of the archive in step (ResourceSync). */
export async function syncSource({ site }: Visit): Promise<Answer> {
  const address = at(site, PLACES.capabilities);
  return list([{ address, capability: 'capabilitylist' }], { capability: 'description' });
}

/** What there is for those: everything, and what changed. */
export async function syncCapabilities({ site }: Visit): Promise<Answer> {
  return list(
    [
      { address: at(site, PLACES.resources), capability: 'resourcelist' },
      { address: at(site, PLACES.changes), capability: 'changelist' },
    ],
    { capability: 'capabilitylist', up: at(site, PLACES.source) },
  );
}

const upToCapabilities = (site: Site): Pick<SyncList, 'up'> => ({ up: at(site, PLACES.capabilities) });

/** Everything, in the parts of the sitemap. */
export async function syncResources({ site, room }: Visit): Promise<Answer> {
  const parts = (await room.everything.buckets())
    .filter(({ beginning }) => isKept(beginning))
    .map(({ beginning, changed }) => ({
      address: at(site, `resourcesync/resourcelist/${beginning}.xml`),
      changed,
    }));
  const about = { capability: 'resourcelist', at: room.harvest.now(), ...upToCapabilities(site) };
  return answered(writeSitemapIndex(parts, about));
}

/** A part of it: the records whose ids begin so. */
export async function syncResourcePart({ site, room, params }: Visit): Promise<Answer | undefined> {
  const part = /^(.+)\.xml$/.exec(params['part'] ?? '')?.[1];
  const listed = part !== undefined && isKept(part) ? await room.everything.bucket(part) : undefined;
  return (
    listed &&
    list(
      listed.map(({ label, changed }) => ({
        address: jsonOf(site, label.id, label.kind),
        changed,
        page: site.settings.address + addressOf({ prefix: '' }, label),
      })),
      {
        capability: 'resourcelist',
        at: room.harvest.now(),
        ...upToCapabilities(site),
        index: at(site, PLACES.resources),
      },
    )
  );
}

const isKept = (beginning: string): boolean => beginning.startsWith('d') || beginning.startsWith('c');

/** What changed last and what went, in the order of time: each once, as it stands. */
export async function syncChanges({ site, room }: Visit): Promise<Answer> {
  const found = await room.harvest.list({ kinds: KEPT, isBackwards: true, most: MOST + 1 });
  const heads = found?.heads ?? [];
  const shown = heads.slice(0, MOST).reverse();
  const since = heads.length > MOST ? shown[0]?.changed : await room.harvest.began();
  return list(
    shown.map(({ id, kind, changed, isGone }) => ({
      address: jsonOf(site, id, kind),
      changed,
      change: isGone ? ('deleted' as const) : ('updated' as const),
    })),
    { capability: 'changelist', from: since ?? room.harvest.now(), ...upToCapabilities(site) },
  );
}
