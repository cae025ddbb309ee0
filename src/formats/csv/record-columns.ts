import { saidOf, type SaidOfRecord, type Written } from '../fields/said-of-record.ts';
import { writeTable } from './write-table.ts';

/** A column of a table of records: its name, and what it says, as the reference prints it. */
export interface RecordColumn {
  readonly name: string;
  readonly says: string;
  readonly of: (said: SaidOfRecord, written: Written) => string | readonly string[] | undefined;
}

/** Columns in their order, which never changes: new ones come last. */
export const RECORD_COLUMNS: readonly RecordColumn[] = [
  { name: 'id', says: 'the record’s id, which it keeps for ever', of: (_, { view }) => view.id },
  {
    name: 'kind',
    says: 'document, collection, agent, place, subject, repository, unit, term or event',
    of: (_, { view }) => view.record.kind,
  },
  { name: 'title', says: 'its title, or the name by which it is listed', of: ({ title }) => title },
  {
    name: 'title_language',
    says: 'the language of that, as a BCP 47 tag',
    of: ({ titleLang }) => titleLang,
  },
  {
    name: 'other_titles',
    says: 'titles in other languages; other names',
    of: ({ otherTitles }) => otherTitles,
  },
  { name: 'date', says: 'the date in the words of its source', of: ({ date }) => date?.words },
  {
    name: 'edtf',
    says: 'what those words mean, in EDTF; of a person, body or collection its years',
    of: ({ date, years }) => date?.edtf ?? years,
  },
  { name: 'genre', says: 'telegram, letter, record of a meeting …', of: ({ genre }) => genre },
  {
    name: 'people',
    says: 'who had a part in it, each with the role: “Name (author)”',
    of: ({ people }) => people.map(({ name, role }) => `${name} (${role})`),
  },
  { name: 'places', says: 'the places it names or was written at', of: ({ places }) => places },
  { name: 'subjects', says: 'what it is about', of: ({ subjects }) => subjects },
  { name: 'collections', says: 'the collections it stands in', of: ({ collections }) => collections },
  { name: 'languages', says: 'the languages it was written in', of: ({ languages }) => languages },
  { name: 'repository', says: 'the archive that holds the original', of: ({ repository }) => repository },
  { name: 'source', says: 'the source line as it stands', of: ({ source }) => source },
  { name: 'summary', says: 'its summary, or the first note', of: ({ summary }) => summary },
  {
    name: 'held',
    says: '“held”, or the reason why it is known but not held',
    of: ({ holding }) => (holding?.kind === 'not-held' ? holding.reason : holding?.kind),
  },
  {
    name: 'withheld',
    says: 'what the archive holds back of it, in words',
    of: (_, { view }) => view.withheld.map(({ words }) => words),
  },
  { name: 'rights', says: 'rights in it', of: ({ rights }) => rights },
  {
    name: 'invented',
    says: 'that it was invented, and for what; empty for what is real',
    of: ({ invented }) => invented,
  },
  { name: 'edition', says: 'the number of the edition', of: (_, { view }) => String(view.edition.number) },
  { name: 'edition_at', says: 'when that edition came out', of: (_, { view }) => view.edition.at },
  { name: 'url', says: 'its address', of: (_, { url }) => url },
];

/**
 * Records as a table, a line each, under the names of the columns. Several values of one cell stand apart by
 * " | "; that sign within a value is written "/".
 *
 *   id,kind,title,…  d4k…,document,Record of a meeting,…
 */
export const writeRecordTable = (records: readonly Written[]): string =>
  writeTable([
    RECORD_COLUMNS.map(({ name }) => name),
    ...records.map(recordCells),
  ]);

/** What one record says in these columns. */
export function recordCells(written: Written): readonly string[] {
  const said = saidOf(written);
  return RECORD_COLUMNS.map(({ of }) => {
    const value = of(said, written) ?? '';
    return typeof value === 'string' ? value : value.map((one) => one.replaceAll('|', '/')).join(' | ');
  });
}
