import type { CataloguedDate } from '../../core/date/catalogued-date.ts';
import type { CitedVolume } from '../../core/citation/cited-volume.ts';
import type { ContributionRole } from '../../core/contribution.ts';
import { catalogueDate, type ArchiveDocument } from '../../core/document.ts';
import { handsOf } from '../../core/hands.ts';
import type { RecordId } from '../../core/id.ts';
import { labelOf } from '../../core/label.ts';
import type { LanguageTag } from '../../core/language.ts';
import type { PublicRecord } from '../../core/public-record.ts';
import type { ReferencePath } from '../../core/source.ts';
import { plainInline } from '../../core/text.ts';

/** A public record that is written out, where it is found, and what the others that it names are called. */
export interface Written {
  readonly view: PublicRecord;
  /** Its canonical address. */
  readonly url: string;
  /** The name of another public record; undefined where that is not public. */
  readonly nameOf: (id: RecordId) => string | undefined;
  /** The printed volume that it came from, where that is known. */
  readonly volume?: CitedVolume;
}

/** What lists, bibliographies and feeds say of a record, whatever its kind. Empty where it says nothing. */
export interface SaidOfRecord {
  readonly title: string;
  readonly titleLang?: LanguageTag;
  /** Its titles in other languages; other names of an authority. */
  readonly otherTitles: readonly string[];
  readonly date?: CataloguedDate;
  /** Years of life, existence or coverage, EDTF. */
  readonly years?: string;
  readonly genre?: string;
  readonly people: readonly { readonly role: ContributionRole; readonly name: string }[];
  readonly places: readonly string[];
  readonly subjects: readonly string[];
  readonly collections: readonly string[];
  readonly languages: readonly LanguageTag[];
  readonly repository?: string;
  /** The source line as it stands, else the steps of the reference. */
  readonly source?: string;
  readonly summary?: string;
  readonly holding?: ArchiveDocument['holding'];
  readonly rights?: string;
  /** Said wherever the record goes: that it was invented, and for what. */
  readonly invented?: string;
}

const NOTHING = {
  otherTitles: [],
  people: [],
  places: [],
  subjects: [],
  collections: [],
  languages: [],
} as const;

/**
 * What is said of a record in one line of a list.
 *
 *   a document -> its title, catalogue date, persons with their roles, places, collections, source line
 *   a person   -> the name as it is listed, further names, years of life, the first note
 */
export function saidOf({ view, nameOf }: Written): SaidOfRecord {
  const { record } = view;
  const { title, lang } = labelOf(view);
  const shared = {
    ...NOTHING,
    title,
    ...(lang ? { titleLang: lang } : {}),
    ...('invented' in record && record.invented ? { invented: record.invented } : {}),
  };
  switch (record.kind) {
    case 'document':
      return { ...shared, ...saidOfDocument(record, nameOf) };
    case 'collection': {
      const first = record.description.find((block) => block.kind === 'paragraph');
      return {
        ...shared,
        otherTitles: record.titles.slice(1).map(({ text }) => text),
        ...(record.period ? { years: record.period } : {}),
        ...(first?.kind === 'paragraph' ? { summary: plainInline(first.content) } : {}),
        ...optional('rights', record.rights.words ?? record.rights.uri),
      };
    }
    case 'unit':
      return {
        ...shared,
        otherTitles: record.titles.slice(1).map(({ text }) => text),
        ...optional('repository', nameOf(record.repository)),
        ...optional('summary', record.elements[0]?.text),
        ...(record.edtf ? { years: record.edtf } : {}),
      };
    case 'term':
      return { ...shared, summary: record.expansion };
    case 'event':
    case 'agent':
    case 'place':
    case 'subject':
    case 'repository': {
      const [date] = record.kind === 'event' ? record.dates : [];
      return {
        ...shared,
        otherTitles: record.names.map(({ form }) => form).filter((form) => form !== title),
        ...optional('summary', record.notes[0]?.text),
        ...(record.kind === 'agent' && record.years ? { years: record.years } : {}),
        ...(date ? { date } : {}),
      };
    }
  }
}

function saidOfDocument(document: ArchiveDocument, nameOf: Written['nameOf']): Partial<SaidOfRecord> {
  const date = catalogueDate(document);
  const [title] = document.titles;
  const summary = document.summaries.find(({ lang }) => lang === title?.lang) ?? document.summaries[0];
  const { original, verbatim } = document.source;
  const repository = original?.repository === undefined ? undefined : nameOf(original.repository);
  return {
    otherTitles: document.titles.slice(1).map(({ text }) => text),
    people: handsOf(document).map(({ role, name, agent }) => ({
      role,
      name: (agent === undefined ? undefined : nameOf(agent)) ?? name,
    })),
    places: each(document.places.map(({ place, name }) => nameOf(place) ?? name)),
    subjects: each(document.subjects.map(nameOf)),
    collections: each(document.collections.map(({ collection }) => nameOf(collection))),
    languages: languagesOf(document),
    holding: document.holding,
    ...(date ? { date } : {}),
    ...(document.genre ? { genre: document.genre } : {}),
    ...optional('repository', repository ?? original?.repositoryName),
    ...optional('source', verbatim ?? (original && printPath(original))),
    ...optional('summary', summary?.text),
    ...optional('rights', document.rights.words ?? document.rights.uri),
  };
}

/** The languages it was written in; where nobody said, those of its transcriptions. */
export function languagesOf(document: ArchiveDocument): readonly LanguageTag[] {
  if (document.languages.length > 0) return document.languages;
  return each(document.renditions.map((one) => (one.kind === 'transcription' ? one.language : undefined)));
}

/** A reference in words, the whole before its parts: "State Archive, Best. AfÄ, Akte 112/a, Bl. 94". */
export const printPath = ({ repositoryName, steps }: ReferencePath<string>): string =>
  [repositoryName, ...steps.map(({ label, code }) => (label === undefined ? code : `${label} ${code}`))]
    .filter((part) => part !== '')
    .join(', ');

const each = <T>(values: readonly (T | undefined)[]): readonly T[] => [
  ...new Set(values.filter((one) => one !== undefined)),
];

const optional = <K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> => {
  const said: Partial<Record<K, string>> = {};
  if (value !== undefined && value !== '') said[key] = value;
  return said;
};
