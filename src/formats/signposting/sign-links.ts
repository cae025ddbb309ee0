import { thingId } from '../json-ld/ld-shared.ts';
import type { Described } from '../fields/described.ts';

/** A typed link from a record's page to something of it. Addresses are whole. */
export interface SignLink {
  readonly rel: 'cite-as' | 'describedby' | 'type' | 'author' | 'license' | 'item' | 'collection' | 'linkset';
  readonly href: string;
  readonly type?: string;
  readonly profile?: string;
}

/** What a record can be had as. */
export interface SignForm {
  readonly url: string;
  readonly mediaType: string;
  readonly profile?: string;
  /** What it is called, where its media type alone does not tell it from another form. */
  readonly title?: string;
  /** It is the thing itself, not what is said of it. */
  readonly isContent: boolean;
}

/** So many authors and collections: a header has no room for hundreds. */
const MOST = 5;

/**
 * The signposts of a record's page: the address to cite it by, its type, its authors, its licence, what it can be had
 * as, and the forms in which it is described. Bounded in number.
 *
 * Source: "FAIR Signposting Profile", signposting.org/FAIR, read 2026-11-23.
 */
export function signLinks(described: Described, forms: readonly SignForm[]): readonly SignLink[] {
  const { record } = described.view;
  const addresses = (ids: readonly Parameters<typeof described.named>[0][]): readonly string[] =>
    [...new Set(ids)].flatMap((id) => described.named(id)?.url ?? []).slice(0, MOST);
  const isDocument = record.kind === 'document';
  const authors = isDocument
    ? record.contributions.flatMap(({ role, agent }) =>
        agent !== undefined && (role === 'author' || role === 'sender' || role === 'creator') ? [agent] : [],
      )
    : [];
  const parents = isDocument
    ? record.collections.map(({ collection }) => collection)
    : record.kind === 'collection'
      ? record.parents.map(({ collection }) => collection)
      : [];
  const licence = 'rights' in record ? record.rights.uri : undefined;
  return [
    { rel: 'cite-as', href: citeAs(described) },
    { rel: 'type', href: 'https://schema.org/AboutPage' },
    { rel: 'type', href: `https://schema.org/${TYPES[record.kind]}` },
    ...addresses(authors).map((href): SignLink => ({ rel: 'author', href })),
    ...(licence !== undefined && /^https?:\/\/[!-;=?-~]+$/.test(licence)
      ? [{ rel: 'license', href: licence } as const]
      : []),
    ...addresses(parents).map((href): SignLink => ({ rel: 'collection', href })),
    ...forms.map(({ url, mediaType, profile, isContent }): SignLink => ({
      rel: isContent ? 'item' : 'describedby',
      href: url,
      type: mediaType.replace(/;.*/, ''),
      ...(profile === undefined ? {} : { profile }),
    })),
  ];
}

/** What it is kept under for good: its key where the archive gives such, else its address without decoration. */
export const citeAs = (described: Described): string =>
  described.ark === undefined
    ? thingId(described, described.label)
    : `${described.archive.url}/${described.ark}`;

const TYPES = {
  document: 'ArchiveComponent',
  unit: 'ArchiveComponent',
  collection: 'Collection',
  agent: 'Thing',
  place: 'Place',
  subject: 'DefinedTerm',
  term: 'DefinedTerm',
  event: 'Event',
  repository: 'ArchiveOrganization',
} as const;

/** A link as the header `Link` has it. Source: RFC 8288. */
export const printSignLink = ({ rel, href, type, profile }: SignLink): string =>
  `<${href}>; rel="${rel}"${type === undefined ? '' : `; type="${type}"`}${profile === undefined ? '' : `; profile="${profile}"`}`;

/** The same as a document of its own. Source: RFC 9264. */
export function linksetOf(anchor: string, links: readonly SignLink[]): object {
  const set: Record<string, object[]> = {};
  for (const { rel, href, type, profile } of links)
    (set[rel] ??= []).push({
      href,
      ...(type === undefined ? {} : { type }),
      ...(profile === undefined ? {} : { profile: [profile] }),
    });
  return { linkset: [{ anchor, ...set }] };
}
