import type { AuthorityBase } from '../agent.ts';
import type { ContributionRole } from '../contribution.ts';
import type { ArchiveDocument, PlaceMention } from '../document.ts';
import { kindOf, type RecordId, type RecordKind } from '../id.ts';
import { readExemptions } from '../exemption.ts';
import type { FacetField } from '../query.ts';
import type { ArchiveRecord } from '../record.ts';
import { kindOfRedaction, redactionsOf } from '../redactions-of.ts';
import { impossible } from '../result.ts';
import { unitSteps, type ReferencePath, type ReferenceStep } from '../source.ts';
import { known, type Related } from './related.ts';

type PlaceRole = PlaceMention['role'];

export type Facets = Readonly<Partial<Record<FacetField, readonly string[]>>>;

const FROM: ReadonlySet<ContributionRole> = new Set(['sender', 'author', 'signatory']);
const TO: ReadonlySet<ContributionRole> = new Set(['recipient']);
const PARTICIPANT: ReadonlySet<ContributionRole> = new Set(['participant', 'interpreter', 'note-taker']);
const MENTIONED: ReadonlySet<ContributionRole> = new Set(['subject']);
const PLACE_FROM: ReadonlySet<PlaceRole> = new Set(['written-at', 'sent-from']);
const PLACE_TO: ReadonlySet<PlaceRole> = new Set(['received-at']);
const PLACE_ABOUT: ReadonlySet<PlaceRole> = new Set(['about', 'event', 'mentioned']);

/** The values by which a record is filtered and counted. Only what is public of others is among them. */
export function facetsOf(record: ArchiveRecord, related: Related, titleKey: string): Facets {
  switch (record.kind) {
    case 'document':
      return withoutEmpty(facetsOfDocument(record, related));
    case 'collection':
      return withoutEmpty({ collection: related.ancestors });
    case 'agent':
      return withoutEmpty({ 'agent-kind': [record.agentKind], ...ofAuthority(record, titleKey) });
    case 'event':
      return withoutEmpty({
        ...ofAuthority(record, titleKey),
        person: known(
          related,
          record.participants.flatMap(({ agent }) => agent ?? []),
        ),
        place: known(related, record.places),
      });
    case 'place':
    case 'subject':
    case 'repository':
      return withoutEmpty(ofAuthority(record, titleKey));
    case 'term':
      return withoutEmpty({ letter: letterOf(titleKey), 'said-by': saidBy(record) });
    case 'unit': {
      const repository = related.canonical.get(record.repository);
      return withoutEmpty({
        archive: repository === undefined ? [] : [repository],
        unit: repository === undefined ? [] : unitPaths(repository, record.path),
      });
    }
    default:
      return impossible(record);
  }
}

const ofAuthority = (record: AuthorityBase, titleKey: string): Facets => ({
  letter: letterOf(titleKey),
  'said-by': saidBy(record),
});

const saidBy = ({ attestations }: Pick<AuthorityBase, 'attestations'>): readonly string[] =>
  attestations.map(({ by }) => by);

/** The first letter of a title as it is put in order; what begins otherwise stands under "#". */
function letterOf(titleKey: string): readonly string[] {
  const [first] = titleKey;
  if (first === undefined) return [];
  return [/\p{L}/u.test(first) ? first.toUpperCase() : '#'];
}

function facetsOfDocument(document: ArchiveDocument, related: Related): Facets {
  const { contributions, mentions } = document;
  const inRoles = (roles?: ReadonlySet<ContributionRole>): readonly RecordId[] =>
    contributions.flatMap(({ role, agent }) => (agent && (roles?.has(role) ?? true) ? [agent] : []));
  const placesAs = (roles?: ReadonlySet<PlaceRole>): readonly RecordId[] =>
    document.places.flatMap(({ role, place }) => ((roles?.has(role) ?? true) ? [place] : []));
  const mentioned = (kind: RecordKind): readonly RecordId[] =>
    mentions.map(({ to }) => to).filter((to) => kindOf(to) === kind);
  const paths = [document.source.original, document.source.copy].filter((path) => path !== undefined);
  return {
    collection: related.ancestors,
    person: known(related, [...inRoles(), ...mentioned('agent')]),
    from: known(related, inRoles(FROM)),
    to: known(related, inRoles(TO)),
    participant: known(related, inRoles(PARTICIPANT)),
    mentioned: known(related, [...inRoles(MENTIONED), ...mentioned('agent')]),
    place: known(related, [...placesAs(), ...mentioned('place')]),
    'place-from': known(related, placesAs(PLACE_FROM)),
    'place-to': known(related, placesAs(PLACE_TO)),
    'place-about': known(related, [...placesAs(PLACE_ABOUT), ...mentioned('place')]),
    subject: known(related, [...document.subjects, ...mentioned('subject')]),
    event: known(related, [...mentioned('event'), ...(related.events ?? [])]),
    type: document.genre === undefined ? [] : [document.genre],
    language: languagesOf(document),
    archive: known(
      related,
      paths.flatMap(({ repository }) => repository ?? []),
    ),
    unit: paths.flatMap((path) => unitsOf(path, related)),
    has: formsOf(document),
    held: document.holding.kind === 'held' ? ['held'] : ['not-held', document.holding.reason],
    marking: [
      ...(document.marking.classification === undefined ? [] : [document.marking.classification]),
      ...document.marking.handling,
    ],
    'said-by': [
      ...saidBy(document),
      ...(document.renditions.some(({ madeBy }) => madeBy !== undefined) ? ['machine'] : []),
    ],
    release: document.releases.map(({ outcome }) => outcome),
    ...heldBackIn(document),
  };
}

/** What kinds of things an agency held back in any of its texts, and on which grounds there or in a release. */
function heldBackIn(document: ArchiveDocument): Facets {
  const redactions = document.renditions.flatMap((one) =>
    one.kind === 'facsimile' ? [] : redactionsOf(one.text),
  );
  const claims = [
    ...redactions.flatMap(({ exemption }) => exemption ?? []),
    ...document.releases.flatMap(({ exemptions }) => exemptions),
  ];
  return {
    redaction: redactions.map(kindOfRedaction),
    exemption: claims.flatMap(readExemptions).map(({ words }) => words),
  };
}

/** The languages it was written in; where nobody said, those of its transcriptions. */
function languagesOf(document: ArchiveDocument): readonly string[] {
  if (document.languages.length > 0) return document.languages;
  return document.renditions.flatMap((rendition) =>
    rendition.kind === 'transcription' ? [rendition.language] : [],
  );
}

function formsOf(document: ArchiveDocument): readonly string[] {
  const forms = new Set<string>();
  for (const rendition of document.renditions)
    forms.add(rendition.kind === 'facsimile' ? 'scan' : rendition.kind);
  if (document.summaries.length > 0) forms.add('summary');
  return [...forms];
}

function unitsOf(path: ReferencePath, related: Related): readonly string[] {
  const repository = path.repository === undefined ? undefined : related.canonical.get(path.repository);
  return repository === undefined ? [] : unitPaths(repository, unitSteps(path));
}

/**
 * Every unit on the way down, as the address of the tree of sources writes it; "/" in a code is "~".
 *
 *   r1, [f. 558, op. 11, d. 97] -> r1/558, r1/558/11, r1/558/11/97
 *   r2, [611.93/7-2255]         -> r2/611.93~7-2255
 */
export function unitPaths(repository: RecordId, steps: readonly ReferenceStep[]): readonly string[] {
  const paths: string[] = [];
  let path: string = repository;
  for (const { code } of steps) {
    path += `/${code.replaceAll('/', '~')}`;
    paths.push(path);
  }
  return paths;
}

function withoutEmpty(facets: Facets): Facets {
  return Object.fromEntries(
    Object.entries(facets).flatMap(([field, values]) =>
      values.length > 0 ? [[field, [...new Set(values)]]] : [],
    ),
  );
}
