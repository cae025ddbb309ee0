import { preferredName, type AuthorityBase, type Name } from '../../core/agent.ts';
import type { Identifier } from '../../core/id.ts';
import type { ArchiveRecord } from '../../core/record.ts';
import type { Described } from '../fields/described.ts';
import { idOf, position } from './document-tables.ts';
import { owner, partsOf, said, tableOf, text, whole, type DataTable, type Part } from './table.ts';

const record = <T extends { readonly of: Described }>() => owner<T>('record', 'the record', 'records', idOf);

/** What a table lists of records of any kind. */
const inRecords =
  <T>(parts: (record: ArchiveRecord) => readonly T[]) =>
  (of: Described): readonly Part<T>[] =>
    partsOf(of, of.view.record, parts(of.view.record));

const records = tableOf<{ readonly of: Described }>(
  'records',
  'every public record, whatever its kind: what it is called, where it is, and which edition this is',
  (of) => [{ of }],
)([
  { ...text('id', 'the record’s id, which it keeps for ever', idOf), isKey: true },
  text(
    'kind',
    'document, collection, agent, place, subject, repository, unit, term or event',
    ({ of }) => of.view.record.kind,
  ),
  text('label', 'its title, or the name by which it is listed', ({ of }) => of.label.title),
  text('language', 'the language of that, as a BCP 47 tag', ({ of }) => of.label.lang),
  text('url', 'its address', ({ of }) => of.url),
  text('ark', 'its archival resource key', ({ of }) => of.ark),
  whole('edition', 'the number of the edition', ({ of }) => of.view.edition.number),
  text('edition_at', 'when that edition came out', ({ of }) => of.view.edition.at),
  text('opened', 'when readers first had it', ({ of }) => of.opened),
  text('changed', 'when its public form last changed', ({ of }) => of.changed),
  text('withheld', 'what the archive holds back of it, in words, parted by " | "', ({ of }) =>
    said(of.view.withheld.map(({ words }) => words).join(' | ')),
  ),
  text('invented', 'that it was invented, and for what; empty for what is real', ({ of }) =>
    'invented' in of.view.record ? of.view.record.invented : undefined,
  ),
]);

const titles = tableOf(
  'titles',
  'titles of documents, collections and units, in all languages',
  inRecords((one) =>
    'titles' in one
      ? one.titles.map((title) => ({ ...title, kind: 'titleKind' in title ? title.titleKind : undefined }))
      : [],
  ),
)([
  record(),
  position(),
  text('title', 'the title', ({ one }) => one.text),
  text('language', 'as a BCP 47 tag', ({ one }) => one.lang),
  text('kind', 'original, supplied or translated', ({ one }) => one.kind),
  text('by', 'who wrote it', ({ one }) => one.by),
]);

const NO_NAMES: readonly Name[] = [];
const names = tableOf(
  'names',
  'every form of the names of persons, bodies, places, subjects, archives and events',
  inRecords((one) => ('names' in one ? one.names : NO_NAMES)),
)([
  record(),
  position(),
  text('name', 'this form of the name', ({ one }) => one.form),
  text('kind', 'preferred, variant, former, cover, pseudonym or abbreviation', ({ one }) => one.kind),
  whole('is_listed', '1 for the form by which it is listed', ({ one, record: of }) =>
    'names' in of && preferredName(of) === one ? 1 : 0,
  ),
  text('language', 'as a BCP 47 tag', ({ one }) => one.lang),
  text('romanisation', 'how it was brought into Latin letters', ({ one }) => one.romanisation),
  text('years', 'when it was used, in EDTF', ({ one }) => one.years),
]);

const NO_IDENTIFIERS: readonly Identifier[] = [];
const identifiers = tableOf(
  'identifiers',
  'what records are or were called elsewhere, and here before',
  inRecords((one) => ('identifiers' in one ? one.identifiers : NO_IDENTIFIERS)),
)([
  record(),
  text('scheme', 'whose identifier it is', ({ one }) => one.scheme),
  text('value', 'the identifier', ({ one }) => one.value),
]);

const NO_LINKS: AuthorityBase['links'] = [];
const links = tableOf(
  'links',
  'the same elsewhere: Wikidata, VIAF, GeoNames …',
  inRecords((one) => ('links' in one ? one.links : NO_LINKS)),
)([
  record(),
  text('scheme', 'where', ({ one }) => one.scheme),
  text('url', 'its address there', ({ one }) => one.url),
]);

const notes = tableOf(
  'record_notes',
  'short texts about persons, places and other names, and about collections',
  inRecords((one) => ('notes' in one ? one.notes : [])),
)([
  record(),
  position(),
  text('words', 'the note', ({ one }) => one.text),
  text('language', 'as a BCP 47 tag', ({ one }) => one.lang),
  text('by', 'who wrote it', ({ one }) => one.by),
]);

const attestations = tableOf(
  'attestations',
  'what did not come from a person’s hand: which field, made by what',
  inRecords((one) => one.attestations),
)([
  record(),
  text('field', 'the field of the record', ({ one }) => one.field),
  text('by', 'human, rule or machine', ({ one }) => one.by),
  text('from', 'from what', ({ one }) => one.from),
]);

/** The tables of records of every kind. */
export const RECORD_TABLES: readonly DataTable[] = [
  records,
  titles,
  names,
  identifiers,
  links,
  notes,
  attestations,
];
