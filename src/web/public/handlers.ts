import type { RecordPage } from '../../actions/pages.ts';
import { segmentOf, segmentOfKind } from '../../core/canonical-path.ts';
import type { RecordKind } from '../../core/id.ts';
import type { ArchiveRecord } from '../../core/record.ts';
import { addressOf, addressOfRecordForm, addressOfSource, addressWithin } from '../addresses.ts';
import { found, moved, type Answer } from '../answer.ts';
import type { Visit } from '../site.ts';
import { authorityPage, searchFieldOf, type Authority } from './authority.ts';
import { collectionPage, matterPage } from './collection.ts';
import { collectionsPage } from './collections.ts';
import { away } from './edges.ts';
import { helpSearchPage } from './help-search.ts';
import { homePage } from './home.ts';
import { lastPage } from './pager.ts';
import { AGENT_ROLE_NAMES, fieldOfRole, roleAddress } from './profile.ts';
import { prosePage } from './prose.ts';
import { otherForm } from './other-form.ts';
import { sourcePage } from './source.ts';

type Said = Promise<Answer | undefined>;

export const home = async ({ site, room }: Visit): Said => found(homePage(site, await room.home()));
export const collections = async ({ site, room }: Visit): Said =>
  found(collectionsPage(site, await room.collections()));
export const about = async ({ site }: Visit): Said =>
  found(prosePage(site, '/about', site.words.about(site.settings)));
export const rights = async ({ site }: Visit): Said =>
  found(prosePage(site, '/rights', site.words.rights(site.settings)));
export const help = async ({ site }: Visit): Said => found(prosePage(site, '/help', site.words.help()));
export const helpCiting = async ({ site }: Visit): Said =>
  found(prosePage(site, '/help/citing', site.words.citingHelp()));
export const helpSearch = async ({ site, room }: Visit): Said =>
  found(helpSearchPage(site, await room.examples(site.words.languageName)));

/** A number in an address, from 2 upward: page 1 and edition 0 have no such address. Undefined: not one. */
export function pageNumber(text: string | undefined): number | undefined {
  if (text === undefined) return 1;
  return /^[1-9]\d{0,8}$/.test(text) && text !== '1' ? Number(text) : undefined;
}

type Reading =
  | { readonly kind: 'page'; readonly page: RecordPage }
  | { readonly kind: 'answer'; readonly answer: Answer | undefined };

/** Reads the record asked for; what is not to be shown as a page is answered here. `rest` goes along when it moved. */
export async function read(
  visit: Visit,
  kind: RecordKind,
  options: { readonly edition?: number; readonly suffix?: string } = {},
): Promise<Reading> {
  const { site, room, params } = visit;
  const asked = params['asked'] ?? '';
  const id = options.suffix === undefined ? asked : asked.slice(0, asked.indexOf('.'));
  const answer = await room.read(
    id,
    options.edition === undefined ? { kind } : { kind, edition: options.edition },
  );
  switch (answer.kind) {
    case 'unknown':
      return { kind: 'answer', answer: undefined };
    case 'moved':
      return {
        kind: 'answer',
        answer: moved(
          options.suffix === undefined
            ? addressOf(site, answer.to)
            : addressOfRecordForm(site, answer.to, options.suffix),
        ),
      };
    case 'gone':
    case 'withdrawn':
      return { kind: 'answer', answer: away(site, answer) };
    case 'found':
      return answer.page.view.record.kind === kind
        ? { kind: 'page', page: answer.page }
        : { kind: 'answer', answer: undefined };
  }
}

export function ofKind<K extends ArchiveRecord['kind']>(
  page: RecordPage,
  kind: K,
): RecordPage<Extract<ArchiveRecord, { kind: K }>> | undefined {
  return isOfKind(page, kind) ? page : undefined;
}
const isOfKind = <K extends ArchiveRecord['kind']>(
  page: RecordPage,
  kind: K,
): page is RecordPage<Extract<ArchiveRecord, { kind: K }>> => page.view.record.kind === kind;

/** Whether what is asked for is a form of the record: its id with an ending, and nothing behind. */
export const isForm = ({ params, url, site }: Visit): boolean =>
  (params['asked'] ?? '').includes('.') && url.pathname.slice(site.prefix.length).split('/').length === 3;

export async function collection(visit: Visit): Said {
  const { site, room, params } = visit;
  if (isForm(visit)) return otherForm(visit, 'collection');
  const number = pageNumber(params['page']);
  if (number === undefined) return undefined;
  const reading = await read(visit, 'collection');
  if (reading.kind === 'answer') return reading.answer;
  const page = ofKind(reading.page, 'collection');
  if (page === undefined) return undefined;
  const listing = await room.documents({
    field: 'collection',
    value: page.label.id,
    page: number,
    facets: ['person', 'place', 'subject', 'type', 'language', 'archive'],
    years: true,
  });
  if (number > lastPage(listing)) return undefined;
  const events = await room.authorities({ kind: 'event', within: page.label.id, page: 1 });
  const hasEvents = (events?.listing.total ?? 0) > 0;
  return found(collectionPage(site, page, listing, hasEvents));
}

export async function matter(visit: Visit): Said {
  const reading = await read(visit, 'collection');
  if (reading.kind === 'answer') return reading.answer;
  const page = ofKind(reading.page, 'collection');
  const shown = page && matterPage(visit.site, page, visit.params['matter'] ?? '');
  return shown && found(shown);
}

const KIND_OF_SEGMENT: Readonly<Record<string, Authority['kind']>> = {
  person: 'agent',
  organization: 'agent',
  place: 'place',
  subject: 'subject',
  term: 'term',
  event: 'event',
  repository: 'repository',
};

const isAuthority = (page: RecordPage): page is RecordPage<Authority> =>
  Object.values(KIND_OF_SEGMENT).some((kind) => kind === page.view.record.kind);

export async function authority(visit: Visit): Said {
  const { site, room, url, params } = visit;
  const segment = url.pathname.slice(site.prefix.length).split('/')[1] ?? '';
  const kind = KIND_OF_SEGMENT[segment];
  const number = pageNumber(params['page']);
  if (kind === undefined || number === undefined) return undefined;
  if (isForm(visit)) return otherForm(visit, kind);
  const reading = await read(visit, kind);
  if (reading.kind === 'answer') return reading.answer;
  const { page } = reading;
  if (!isAuthority(page)) return undefined;
  if (page.view.record.kind === 'agent') return agent(visit, page, segment, number);
  if (segmentOfKind(page.label.kind, page.label.agentKind) !== segment)
    return moved(
      number > 1 ? addressWithin(site, page.label, 'page', String(number)) : addressOf(site, page.label),
    );
  const field = searchFieldOf(page.view.record);
  if (field === undefined) return number > 1 ? undefined : found(await authorityPage(site, page, undefined));
  const listing = await room.documents({
    field,
    value: page.label.id,
    page: number,
    facets: ['person', 'place'],
    years: true,
  });
  return number > lastPage(listing) ? undefined : found(await authorityPage(site, page, listing));
}

/** A person or body: what the documents say of them, and those documents, of all roles or of one. */
async function agent(
  { site, room, params }: Visit,
  page: RecordPage<Authority>,
  segment: string,
  number: number,
): Said {
  const role = AGENT_ROLE_NAMES.find((one) => one === params['role']);
  if (params['role'] !== undefined && role === undefined) return undefined;
  if (segmentOfKind(page.label.kind, page.label.agentKind) !== segment)
    return moved(roleAddress(site, page, role, number));
  const { id } = page.label;
  const listing = await room.documents({ field: fieldOfRole(role), value: id, page: number, as: id });
  if (number > lastPage(listing) || (role !== undefined && listing.total === 0)) return undefined;
  const profile = await room.profile(id);
  return found(
    await authorityPage(site, page, listing, { profile, ...(role === undefined ? {} : { role }) }),
  );
}

export async function source({ site, room, params, url }: Visit): Said {
  const rest = url.pathname
    .slice(`${site.prefix}/source/`.length)
    .split('/')
    .slice(1)
    .filter(Boolean)
    .map(decodeURIComponent);
  const isNumbered = rest.length >= 2 && rest.at(-2) === 'page' && /^\d+$/.test(rest.at(-1) ?? '');
  const number = isNumbered ? pageNumber(rest.at(-1)) : 1;
  if (number === undefined) return undefined;
  const page = await room.source(params['repository'] ?? '', isNumbered ? rest.slice(0, -2) : rest, number);
  return page === undefined || number > lastPage(page.documents) ? undefined : found(sourcePage(site, page));
}

/** A unit of description is a level of its archive's tree: its id leads there. */
export async function unit(visit: Visit): Said {
  if (isForm(visit)) return otherForm(visit, 'unit');
  const reading = await read(visit, 'unit');
  if (reading.kind === 'answer') return reading.answer;
  const page = ofKind(reading.page, 'unit');
  if (page === undefined) return undefined;
  const { repository, path } = page.view.record;
  return moved(
    addressOfSource(
      visit.site,
      repository,
      path.map((step) => segmentOf(step.code)),
    ),
  );
}

export async function file({ room, params }: Visit): Said {
  const hex = params['digest'] ?? '';
  if (!/^[0-9a-f]{64}$/.test(hex)) return undefined;
  const digest = `sha256:${hex}`;
  const kept = await room.file(digest);
  return kept && { kind: 'file', mediaType: kept.mediaType, digest, bytes: kept.bytes };
}

export async function asset({ site, params }: Visit): Said {
  const { version, files, lateFiles } = site.assets;
  const name = params['name'] ?? '';
  const kept =
    params['version'] === version ? (files.get(name) ?? (await lateFiles.get(name)?.())) : undefined;
  return (
    kept && {
      kind: 'asset',
      mediaType: kept.mediaType,
      bytes: kept.bytes,
      ...(kept.brotli ? { brotli: kept.brotli } : {}),
    }
  );
}
