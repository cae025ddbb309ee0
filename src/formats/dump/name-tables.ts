import type { Collection } from '../../core/collection.ts';
import type { Contribution } from '../../core/contribution.ts';
import type { RecordKind } from '../../core/id.ts';
import type { RecordOf } from '../../core/record.ts';
import { passagesOf, type Block } from '../../core/text.ts';
import type { Described } from '../fields/described.ts';
import { earliest, idOf, latest, position } from './document-tables.ts';
import {
  flag,
  link,
  linksOf,
  owner,
  partsOf,
  publicId,
  real,
  said,
  tableOf,
  text,
  whole,
  type DataTable,
  type Part,
} from './table.ts';

interface RowOf<K extends RecordKind> {
  readonly of: Described;
  readonly record: RecordOf<K>;
}

/** Records of one kind, or nothing. */
function ofKind<K extends RecordKind>(kind: K) {
  return (of: Described): readonly RowOf<K>[] => {
    const { record } = of.view;
    return isOf(record, kind) ? [{ of, record }] : [];
  };
}

const isOf = <K extends RecordKind>(
  record: Described['view']['record'],
  kind: K,
): record is RecordOf<K> & Described['view']['record'] => record.kind === kind;

/** The words of blocks, an empty line between two. */
export const wordsOf = (blocks: readonly Block[]): string =>
  [...passagesOf(blocks)].map((passage) => passage.text).join('\n\n');

const agents = tableOf(
  'agents',
  'persons, bodies and offices',
  ofKind('agent'),
)([
  owner('id', 'the person, body or office', 'records', idOf),
  text('kind', 'person, body or office', ({ record }) => record.agentKind),
  text('years', 'of life or existence, in EDTF', ({ record }) => record.years),
]);

const places = tableOf(
  'places',
  'places',
  ofKind('place'),
)([
  owner('id', 'the place', 'records', idOf),
  real('latitude', 'WGS 84, in degrees', ({ record }) => record.coordinates?.latitude),
  real('longitude', 'the same', ({ record }) => record.coordinates?.longitude),
  link('within', 'the place that it lies in', 'places', ({ of, record }) => publicId(of, record.within)),
]);

const subjects = tableOf(
  'subjects',
  'what documents are about',
  ofKind('subject'),
)([owner('id', 'the subject', 'records', idOf)]);

const broader = tableOf('subject_broader', 'from narrow subjects to broader ones', (of) =>
  ofKind('subject')(of).flatMap(({ record }) => linksOf(of, record, record.broader, (one) => one)),
)([
  owner('subject', 'the narrower', 'subjects', idOf),
  owner('broader', 'the broader', 'subjects', ({ to }) => to),
]);

const repositories = tableOf(
  'repositories',
  'archives, libraries and offices that hold originals',
  ofKind('repository'),
)([
  owner('id', 'the archive', 'records', idOf),
  text('country', 'its country, as ISO 3166 has it', ({ record }) => record.country),
  link('place', 'where it is', 'places', ({ of, record }) => publicId(of, record.place)),
]);

const units = tableOf(
  'units',
  'fonds, series and files that somebody described',
  ofKind('unit'),
)([
  owner('id', 'the unit', 'records', idOf),
  link('repository', 'the archive that it is of', 'repositories', ({ of, record }) =>
    publicId(of, record.repository),
  ),
  text('level', 'fonds, series, file …', ({ record }) => record.level),
  text('path', 'the codes from the archive down to it, parted by " | "', ({ record }) =>
    said(record.path.map(({ code }) => code).join(' | ')),
  ),
  text('date_words', 'its dates in words', ({ record }) => record.dateWords),
  text('edtf', 'the same in EDTF', ({ record }) => record.edtf),
  text('extent', 'how much it is', ({ record }) => record.extent),
  text('access', 'under which conditions it is seen there', ({ record }) => record.accessWords),
]);

const unitElements = tableOf(
  'unit_elements',
  'what is said of a unit: scope and content, history, arrangement …',
  (of) => ofKind('unit')(of).flatMap(({ record }) => partsOf(of, record, record.elements)),
)([
  owner('unit', 'the unit', 'units', idOf),
  position(),
  text('element', 'the element of ISAD(G)', ({ one }) => one.element),
  text('words', 'what it says', ({ one }) => one.text),
]);

const terms = tableOf(
  'terms',
  'abbreviations and code words',
  ofKind('term'),
)([
  owner('id', 'the term', 'records', idOf),
  text('form', 'the abbreviation or code word', ({ record }) => record.form),
  text('language', 'as a BCP 47 tag', ({ record }) => record.lang),
  text('expansion', 'what it stands for', ({ record }) => record.expansion),
]);

const events = tableOf(
  'events',
  'meetings, visits, conferences, crises',
  ofKind('event'),
)([
  owner('id', 'the event', 'records', idOf),
  text('date_words', 'when, in words', ({ record }) => record.dates[0]?.words),
  text('edtf', 'the same in EDTF', ({ record }) => record.dates[0]?.edtf),
  text('earliest', 'the first day, YYYY-MM-DD', ({ record }) => earliest(record.dates[0])),
  text('latest', 'the last day', ({ record }) => latest(record.dates.at(-1))),
]);

const eventPlaces = tableOf('event_places', 'where events were', (of) =>
  ofKind('event')(of).flatMap(({ record }) => linksOf(of, record, record.places, (one) => one)),
)([owner('event', 'the event', 'events', idOf), owner('place', 'the place', 'places', ({ to }) => to)]);

const accounts = tableOf('event_accounts', 'documents that tell of an event, each from one side', (of) =>
  ofKind('event')(of).flatMap(({ record }) => linksOf(of, record, record.accounts, (one) => one.document)),
)([
  owner('event', 'the event', 'events', idOf),
  owner('document', 'the account', 'documents', ({ to }) => to),
  text('side', 'whose account it is', ({ one }) => one.side),
]);

const contributions = tableOf<Part<Contribution>>(
  'contributions',
  'who did what in a document or an event',
  (of) => {
    const { record } = of.view;
    if (record.kind === 'document') return partsOf(of, record, record.contributions);
    return record.kind === 'event' ? partsOf(of, record, record.participants) : [];
  },
)([
  owner('record', 'the document or event', 'records', idOf),
  position(),
  text('role', 'author, sender, recipient, participant, translator …', ({ one }) => one.role),
  text('name', 'the name as it stands there', ({ one }) => one.name),
  link('agent', 'who it is, where that is known', 'agents', ({ of, one }) => publicId(of, one.agent)),
  text('station', 'where they were, or spoke for', ({ one }) => one.station),
  text('text', 'the key of the text that it is about, of translators', ({ one }) => one.rendition),
]);

const collections = tableOf(
  'collections',
  'collections and volumes',
  ofKind('collection'),
)([
  owner('id', 'the collection', 'records', idOf),
  text('description', 'its description, in plain words', ({ record }) => said(wordsOf(record.description))),
  text('period', 'the years that it sets out to cover, in EDTF', ({ record }) => record.period),
  text('curators', 'who made it, parted by " | "', ({ record }) => said(record.curators.join(' | '))),
  text('rights_uri', 'a rights statement or licence, by its address', ({ record }) => record.rights.uri),
  text('rights', 'rights in it, in words', ({ record }) => record.rights.words),
  whole('is_featured', '1 for those on the first page', ({ record }) => flag(record.isFeatured)),
]);

const parents = tableOf('collection_parents', 'which collections stand within which', (of) =>
  ofKind('collection')(of).flatMap(({ record }) =>
    linksOf(of, record, record.parents, (one) => one.collection),
  ),
)([
  owner('collection', 'the collection', 'collections', idOf),
  owner('parent', 'the one above it', 'collections', ({ to }) => to),
  whole('sequence', 'its place in the order of that', ({ one }) => one.sequence),
]);

const matter = tableOf<{
  readonly of: Described;
  readonly one: Collection['matter'][number];
  readonly position: number;
}>('collection_matter', 'prefaces, lists and other front and back matter of volumes', (of) =>
  ofKind('collection')(of).flatMap(({ record }) => partsOf(of, record, record.matter)),
)(
  [
    owner('collection', 'the collection', 'collections', idOf),
    position(),
    text('slug', 'its name in addresses', ({ one }) => one.slug),
    text('title', 'its title', ({ one }) => one.title),
    text('side', 'front or back', ({ one }) => one.position),
    text('words', 'its words, an empty line between paragraphs', ({ one }) => said(wordsOf(one.text.blocks))),
  ],
  { isInDatabaseOnly: true },
);

/** The tables of names, of what holds originals, of events and collections. */
export const NAME_TABLES: readonly DataTable[] = [
  agents,
  places,
  subjects,
  broader,
  repositories,
  units,
  unitElements,
  terms,
  events,
  eventPlaces,
  accounts,
  contributions,
  collections,
  parents,
  matter,
];
