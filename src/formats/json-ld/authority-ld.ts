import type { Agent } from '../../core/agent.ts';
import type { Collection } from '../../core/collection.ts';
import type { HistoricalEvent } from '../../core/event.ts';
import type { Place } from '../../core/place.ts';
import type { Repository, Unit } from '../../core/repository.ts';
import type { Subject } from '../../core/subject.ts';
import type { Term } from '../../core/term.ts';
import { plainInline } from '../../core/text.ts';
import type { Described } from '../fields/described.ts';
import type { LdForms } from './document-ld.ts';
import { isoEndsOf, isoStretchOf } from './ld-dates.ts';
import { node, type LdNode } from './ld-node.ts';
import {
  archiveLd,
  authorityLd,
  identifiersOf,
  namedNode,
  namedNodes,
  rightsLd,
  someone,
  thingId,
} from './ld-shared.ts';

export function collectionLd(described: Described<Collection>, { image }: LdForms): LdNode {
  const { record, edition } = described.view;
  const words = record.description.flatMap((block) =>
    block.kind === 'paragraph' ? [plainInline(block.content)] : [],
  );
  return node('Collection', {
    '@id': thingId(described, described.label),
    url: described.url,
    mainEntityOfPage: described.url,
    name: described.label.title,
    alternateName: record.titles.slice(1).map(({ text }) => text),
    description: words.join('\n\n'),
    disambiguatingDescription: record.invented,
    temporalCoverage: isoStretchOf(record.period),
    editor: record.curators.map((name) => someone(described, name, undefined)),
    isPartOf: namedNodes(
      described,
      record.parents.map(({ collection }) => collection),
      () => 'Collection',
    ),
    ...rightsLd(record.rights),
    identifier: identifiersOf(described, record.identifiers),
    image,
    dateModified: edition.at,
    provider: archiveLd(described),
  });
}

export function agentLd(described: Described<Agent>): LdNode {
  const { record } = described.view;
  const { first, last } = isoEndsOf(record.years);
  const isPerson = record.agentKind === 'person';
  return node(isPerson ? 'Person' : 'Organization', {
    ...authorityLd(described, record),
    ...(isPerson ? { birthDate: first, deathDate: last } : { foundingDate: first, dissolutionDate: last }),
  });
}

export function placeLd(described: Described<Place>): LdNode {
  const { record } = described.view;
  const { coordinates, within } = record;
  return node('Place', {
    ...authorityLd(described, record),
    geo:
      coordinates &&
      node('GeoCoordinates', { latitude: coordinates.latitude, longitude: coordinates.longitude }),
    containedInPlace: within === undefined ? undefined : namedNode(described, within, () => 'Place'),
  });
}

/** The archive's own list of subjects or abbreviations, of which a term is one. */
const listOf = ({ archive }: Described, path: 'subjects' | 'terms'): LdNode =>
  node('DefinedTermSet', { '@id': `${archive.url}/${path}`, name: `${archive.name}: ${path}` });

export const subjectLd = (described: Described<Subject>): LdNode =>
  node('DefinedTerm', {
    ...authorityLd(described, described.view.record),
    inDefinedTermSet: listOf(described, 'subjects'),
  });

export function termLd(described: Described<Term>): LdNode {
  const { record } = described.view;
  return node('DefinedTerm', {
    '@id': thingId(described, described.label),
    url: described.url,
    name: record.form,
    description: [record.expansion, ...record.notes.map(({ text }) => text)].join('\n\n'),
    disambiguatingDescription: record.invented,
    inDefinedTermSet: listOf(described, 'terms'),
    subjectOf: namedNodes(described, record.explainedIn, () => 'CreativeWork'),
    identifier: identifiersOf(described, record.identifiers),
  });
}

/** Of an event that names hundreds, so many. */
const MOST = 60;

export function eventLd(described: Described<HistoricalEvent>): LdNode {
  const { record } = described.view;
  const { first, last } = isoEndsOf(record.dates[0]?.edtf);
  return node('Event', {
    ...authorityLd(described, record),
    startDate: first,
    endDate: last,
    location: namedNodes(described, record.places, () => 'Place'),
    attendee: record.participants.slice(0, MOST).map(({ name, agent }) => someone(described, name, agent)),
    subjectOf: namedNodes(
      described,
      record.accounts.map(({ document }) => document),
      () => 'ArchiveComponent',
    ).slice(0, MOST),
  });
}

export function repositoryLd(described: Described<Repository>): LdNode {
  const { record } = described.view;
  return node('ArchiveOrganization', {
    ...authorityLd(described, record),
    address:
      record.country === undefined ? undefined : node('PostalAddress', { addressCountry: record.country }),
    location: record.place === undefined ? undefined : namedNode(described, record.place, () => 'Place'),
  });
}

export function unitLd(described: Described<Unit>): LdNode {
  const { record } = described.view;
  return node('ArchiveComponent', {
    '@id': thingId(described, described.label),
    url: described.url,
    name: described.label.title,
    alternateName: record.titles.slice(1).map(({ text }) => text),
    genre: record.level,
    description: record.elements.map(({ text }) => text).join('\n\n'),
    disambiguatingDescription: record.invented,
    temporalCoverage: isoStretchOf(record.edtf),
    materialExtent: record.extent,
    conditionsOfAccess: record.accessWords,
    holdingArchive: namedNode(described, record.repository, () => 'ArchiveOrganization'),
    itemLocation: record.path
      .map(({ label, code }) => (label === undefined ? code : `${label} ${code}`))
      .join(', '),
    identifier: identifiersOf(described, record.identifiers),
    provider: archiveLd(described),
  });
}
