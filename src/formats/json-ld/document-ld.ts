import { kindOfGenre } from '../../core/citation/citation.ts';
import type { Contribution, ContributionRole } from '../../core/contribution.ts';
import { catalogueDate, type ArchiveDocument } from '../../core/document.ts';
import type { CataloguedDate } from '../../core/date/catalogued-date.ts';
import type { Described } from '../fields/described.ts';
import { printPath } from '../fields/said-of-record.ts';
import { isoDateOf, isoStretchOf, looseDateOf } from './ld-dates.ts';
import { node, type LdNode, type LdValue } from './ld-node.ts';
import { archiveLd, identifiersOf, namedNode, namedNodes, rightsLd, someone, thingId } from './ld-shared.ts';

/** What a document can be had as, and a picture of it: whole addresses, told by who serves them. */
export interface LdForms {
  readonly forms?: readonly { readonly mediaType: string; readonly url: string }[];
  readonly image?: string;
}

type Document = Described<ArchiveDocument>;

/** A document: part of what an archive holds, and where it is a letter, telegram or report that too. */
export function documentLd(described: Document, { forms = [], image }: LdForms): LdNode {
  const { record, withheld, edition } = described.view;
  const { label, url } = described;
  const { titles, holding } = record;
  const summary = record.summaries.find(({ lang }) => lang === titles[0]?.lang) ?? record.summaries[0];
  return node(typesOf(record), {
    '@id': thingId(described, label),
    url,
    mainEntityOfPage: url,
    name: label.title,
    alternateName: titles.slice(1).map(({ text }) => text),
    genre: record.genre,
    abstract: summary?.text,
    disambiguatingDescription: record.invented,
    ...datesOf(record),
    ...peopleOf(described),
    ...placesOf(described),
    about: [
      ...namedNodes(described, record.subjects, () => 'DefinedTerm'),
      ...inRoles(described, ['subject']),
      ...inPlaces(described, ['about', 'event']),
    ],
    inLanguage: languagesOf(record),
    ...originOf(described),
    isPartOf: namedNodes(
      described,
      record.collections.map(({ collection }) => collection),
      () => 'Collection',
    ),
    workTranslation: translationsOf(described),
    ...rightsLd(record.rights),
    creditText: record.creditLine,
    funder: record.funders.map((name) => node('Organization', { name })),
    isAccessibleForFree: holding.kind === 'held' ? true : undefined,
    conditionsOfAccess: [
      ...(holding.kind === 'not-held' ? [holding.words] : []),
      ...withheld.map(({ words }) => words),
    ],
    identifier: identifiersOf(described, record.identifiers),
    image,
    encoding: forms.map(({ mediaType, url: contentUrl }) =>
      node('MediaObject', { encodingFormat: mediaType.replace(/;.*/, ''), contentUrl }),
    ),
    version: edition.number,
    datePublished: described.opened.slice(0, 10),
    dateModified: edition.at,
    provider: archiveLd(described),
  });
}

const CORRESPONDING: ReadonlySet<ContributionRole> = new Set(['sender', 'recipient', 'copied-to']);

function typesOf({ genre, contributions }: ArchiveDocument): readonly string[] {
  const kind = kindOfGenre(genre);
  const isMessage =
    kind === 'letter' || kind === 'message' || contributions.some(({ role }) => CORRESPONDING.has(role));
  return ['ArchiveComponent', ...(isMessage ? ['Message'] : []), ...(kind === 'report' ? ['Report'] : [])];
}

type Said = Readonly<Record<string, LdValue | undefined>>;

function datesOf(record: ArchiveDocument): Said {
  const date = catalogueDate(record);
  const known = (kind: CataloguedDate['kind']): string | undefined =>
    isoDateOf(record.dates.find((one) => one.kind === kind)?.edtf);
  const event = record.dates.find(({ kind }) => kind === 'event');
  const isMessage = typesOf(record).includes('Message');
  return {
    dateCreated: isoDateOf(date?.edtf),
    temporal: date && looseDateOf(date),
    temporalCoverage: isoStretchOf(event?.edtf),
    dateSent: isMessage ? known('sent') : undefined,
    dateReceived: isMessage ? known('received') : undefined,
  };
}

/** Of a document that names hundreds, the first of each role say enough. */
const MOST_NAMED = 40;

function inRoles(described: Document, roles: readonly ContributionRole[]): readonly LdValue[] {
  const seen = new Set<string>();
  return described.view.record.contributions
    .filter(({ role, name, agent }) => {
      const key = agent ?? name;
      return roles.includes(role) && !seen.has(key) && seen.add(key) !== undefined;
    })
    .slice(0, MOST_NAMED)
    .map(({ name, agent }) => someone(described, name, agent));
}

/** Roles that schema.org has no property for are told as such. */
const IN_WORDS: readonly ContributionRole[] = [
  'participant',
  'interpreter',
  'note-taker',
  'drafter',
  'signatory',
  'transcriber',
  'other',
];

function peopleOf(described: Document): Said {
  const { contributions } = described.view.record;
  const roleOf = ({ role, name, agent }: Contribution): LdNode =>
    node('Role', { roleName: role, contributor: someone(described, name, agent) });
  return {
    author: inRoles(described, ['author', 'sender', 'creator']),
    sender: inRoles(described, ['sender']),
    recipient: inRoles(described, ['recipient']),
    ccRecipient: inRoles(described, ['copied-to']),
    translator: inRoles(described, ['translator']),
    editor: inRoles(described, ['editor']),
    publisher: inRoles(described, ['publisher']),
    contributor: [
      ...inRoles(described, ['contributor']),
      ...contributions
        .filter(({ role }) => IN_WORDS.includes(role))
        .slice(0, MOST_NAMED)
        .map(roleOf),
    ],
  };
}

type PlaceRole = ArchiveDocument['places'][number]['role'];

const inPlaces = (described: Document, roles: readonly PlaceRole[]): readonly LdNode[] =>
  namedNodes(
    described,
    described.view.record.places.flatMap(({ role, place }) => (roles.includes(role) ? [place] : [])),
    () => 'Place',
  ).slice(0, MOST_NAMED);

const placesOf = (described: Document): Said => ({
  locationCreated: inPlaces(described, ['written-at', 'sent-from']),
  contentLocation: inPlaces(described, ['event']),
  mentions: inPlaces(described, ['received-at', 'mentioned']),
});

/** The archive that holds the original, and where in it that lies; the edition that the text was taken from. */
function originOf(described: Document): Said {
  const { original, verbatim, edition } = described.view.record.source;
  const known =
    original?.repository === undefined
      ? undefined
      : namedNode(described, original.repository, () => 'ArchiveOrganization');
  const named =
    original === undefined || original.repositoryName === ''
      ? undefined
      : node('ArchiveOrganization', { name: original.repositoryName });
  return {
    holdingArchive: known ?? named,
    itemLocation: original === undefined ? verbatim : printPath({ ...original, repositoryName: '' }),
    isBasedOn: edition && node('CreativeWork', { name: edition.words, url: edition.url }),
  };
}

const languagesOf = (record: ArchiveDocument): readonly string[] => {
  const known =
    record.languages.length > 0
      ? record.languages
      : record.renditions.flatMap((one) => (one.kind === 'transcription' ? [one.language] : []));
  return [...new Set(known)].filter((one) => one !== 'und');
};

function translationsOf(described: Document): readonly LdNode[] {
  return described.view.record.renditions.flatMap((one) =>
    one.kind === 'translation' && one.language !== 'und'
      ? [
          node('CreativeWork', {
            inLanguage: one.language,
            translator: one.by === undefined ? undefined : someone(described, one.by, undefined),
            url: described.url,
            translationOfWork: { '@id': thingId(described, described.label) },
          }),
        ]
      : [],
  );
}
