import { isField } from '../fields/field-names.ts';
import type { FieldName } from '../fields/field-names.ts';

/** What each column of a table says, and under which scheme its own numbers are identifiers. */
export interface Columns {
  readonly kind: 'template' | 'document-list' | 'collectionbuilder' | 'guessed' | 'mapped';
  readonly fieldOf: ReadonlyMap<string, FieldName>;
  /** Columns that are known and stand among the other fields: for them nothing need be said. */
  readonly kept: ReadonlySet<string>;
  readonly idScheme: string;
  /** Whether a number is unique only within its file. */
  readonly isIdLocal: boolean;
}

/** A column's name for comparing: "Document URL " -> "document_url". */
export const foldColumn = (name: string): string =>
  name
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '_')
    .replace(/^_|_$/g, '');

const DOCUMENT_LIST: Readonly<Record<string, FieldName>> = {
  document_url: 'document_url',
  original_publication_date: 'date',
  title: 'title',
  credits: 'credits',
  text_body: 'text',
  summary: 'summary',
  authors: 'author',
  associated_places: 'places',
  subjects_discussed: 'subjects',
  associated_people_orgs: 'people_and_organizations',
  document_contributors: 'contributor',
  source: 'source',
  original_archive_title: 'repository',
  language: 'languages',
  rights: 'rights',
  record_id: 'record_id',
  original_classification: 'classification',
  donors: 'funders',
  collection: 'collection',
};
const DOCUMENT_LIST_KEPT = ['original_upload_date'];

/** As CollectionBuilder's documentation of metadata has them, collectionbuilder.github.io/cb-docs, read 2026-11-23. */
const COLLECTIONBUILDER: Readonly<Record<string, FieldName>> = {
  objectid: 'record_id',
  parentid: 'part_of',
  title: 'title',
  creator: 'creator',
  date: 'date',
  date_is_approximate: 'date_approximate',
  description: 'summary',
  subject: 'subjects',
  location: 'places',
  source: 'source',
  identifier: 'identifier',
  type: 'genre',
  language: 'languages',
  rights: 'rights',
  rightsstatement: 'rights_uri',
  object_transcript: 'text',
};
const COLLECTIONBUILDER_KEPT =
  'latitude longitude format display_template object_location image_small image_thumb image_alt_text filename youtubeid'.split(
    ' ',
  );

const GUESSES: Readonly<Record<string, FieldName>> = {
  id: 'record_id',
  object_id: 'record_id',
  objectid: 'record_id',
  nr: 'record_id',
  no: 'record_id',
  url: 'document_url',
  link: 'document_url',
  name: 'title',
  titel: 'title',
  titre: 'title',
  название: 'title',
  заголовок: 'title',
  document_title: 'title',
  dc_title: 'title',
  datum: 'date',
  дата: 'date',
  year: 'date',
  document_date: 'date',
  dc_date: 'date',
  description: 'summary',
  abstract: 'summary',
  beschreibung: 'summary',
  zusammenfassung: 'summary',
  résumé: 'summary',
  описание: 'summary',
  dc_description: 'summary',
  type: 'genre',
  document_type: 'genre',
  dc_type: 'genre',
  authors: 'author',
  autor: 'author',
  verfasser: 'author',
  auteur: 'author',
  автор: 'author',
  dc_creator: 'creator',
  from: 'sender',
  to: 'recipient',
  addressee: 'recipient',
  recipients: 'recipient',
  empfänger: 'recipient',
  participants: 'participant',
  translators: 'translator',
  translated_by: 'translator',
  contributors: 'contributor',
  persons: 'people',
  person: 'people',
  personen: 'people',
  organisations: 'organizations',
  organization: 'organizations',
  place: 'places',
  location: 'places',
  ort: 'places',
  orte: 'places',
  место: 'places',
  subject: 'subjects',
  topics: 'subjects',
  keywords: 'subjects',
  tags: 'subjects',
  schlagwörter: 'subjects',
  dc_subject: 'subjects',
  language: 'languages',
  lang: 'languages',
  sprache: 'languages',
  язык: 'languages',
  dc_language: 'languages',
  archive: 'repository',
  archiv: 'repository',
  provenance: 'source',
  reference: 'source',
  signatur: 'source',
  quelle: 'source',
  источник: 'source',
  call_number: 'source',
  licence: 'rights',
  license: 'rights',
  dc_rights: 'rights',
  full_text: 'text',
  fulltext: 'text',
  body: 'text',
  content: 'text',
  transcription: 'text',
  transcript: 'text',
  текст: 'text',
  file: 'files',
  filename: 'files',
  filenames: 'files',
  file_name: 'files',
  pages: 'files',
  scan: 'files',
  scans: 'files',
  images: 'files',
  facsimile: 'files',
  dateien: 'files',
  datei: 'files',
  fichier: 'files',
  fichiers: 'files',
  файл: 'files',
  файлы: 'files',
  collections: 'collection',
  sammlung: 'collection',
  fonds: 'collection',
  notes_on_classification: 'classification',
  secrecy: 'classification',
};

/**
 * Says what the columns of a table mean, where that is known by their names: our template, CollectionBuilder's,
 * the list of documents with `record_id` and `text_body`; else by {@link guessMapping}.
 */
export function recogniseColumns(names: readonly string[]): Columns {
  const folded = new Set(names.map(foldColumn));
  const hasAll = (...wanted: readonly string[]): boolean => wanted.every((name) => folded.has(name));
  if (hasAll('title', 'original_publication_date') && (folded.has('record_id') || folded.has('text_body')))
    return columnsBy(names, DOCUMENT_LIST, DOCUMENT_LIST_KEPT, 'document-list', 'former', false);
  const isBuilders =
    folded.has('display_template') || folded.has('object_location') || folded.has('rightsstatement');
  if (hasAll('objectid', 'title') && isBuilders)
    return columnsBy(
      names,
      COLLECTIONBUILDER,
      COLLECTIONBUILDER_KEPT,
      'collectionbuilder',
      'collectionbuilder',
      true,
    );
  const known = [...folded].filter(isField).length;
  if (folded.has('title') && known >= folded.size / 2)
    return columnsBy(names, {}, [], 'template', 'former', false);
  return columnsBy(names, guessMapping(names), [], 'guessed', 'table', true);
}

function columnsBy(
  names: readonly string[],
  table: Readonly<Record<string, FieldName>>,
  kept: readonly string[],
  kind: Columns['kind'],
  idScheme: string,
  isIdLocal: boolean,
): Columns {
  const byFolded = new Map(Object.entries(table).map(([name, field]) => [foldColumn(name), field]));
  const fieldOf = new Map<string, FieldName>();
  for (const name of names) {
    const folded = foldColumn(name);
    const field = byFolded.get(folded) ?? (isField(folded) && !kept.includes(folded) ? folded : undefined);
    if (field !== undefined) fieldOf.set(name, field);
  }
  return {
    kind,
    fieldOf,
    kept: new Set(names.filter((name) => kept.includes(foldColumn(name)))),
    idScheme,
    isIdLocal,
  };
}

/**
 * A mapping to start from: for each column whose name says what it may be, the field. What it leaves out is
 * kept in `otherFields`.
 *
 *   ["Titel", "Datum", "Bemerkung"] -> { Titel: "title", Datum: "date" }
 */
export function guessMapping(names: readonly string[]): Readonly<Record<string, FieldName>> {
  const table = new Map(Object.entries(GUESSES));
  const guessed: [string, FieldName][] = [];
  for (const name of names) {
    const folded = foldColumn(name);
    const field = isField(folded) ? folded : table.get(folded);
    if (field !== undefined) guessed.push([name, field]);
  }
  return Object.fromEntries(guessed);
}
