import type { ArchiveDocument } from '../../core/document.ts';
import type { CataloguedDate } from '../../core/date/catalogued-date.ts';
import { catalogueDate } from '../../core/document.ts';
import { boundsOf, daysOf } from '../../core/date/bounds.ts';
import type { Described } from '../fields/described.ts';
import { printPath } from '../fields/said-of-record.ts';
import {
  flag,
  link,
  linksOf,
  owner,
  partsOf,
  publicId,
  said,
  tableOf,
  text,
  whole,
  type DataTable,
  type Part,
} from './table.ts';

interface DocumentRow {
  readonly of: Described;
  readonly record: ArchiveDocument;
  readonly date: CataloguedDate | undefined;
}

/** A record as a document, or nothing. */
export const documentsIn = (of: Described): readonly DocumentRow[] => {
  const { record } = of.view;
  return record.kind === 'document' ? [{ of, record, date: catalogueDate(record) }] : [];
};

/** What a table lists of documents. */
export const inDocuments =
  <T>(parts: (record: ArchiveDocument) => readonly T[]) =>
  (of: Described): readonly Part<T, ArchiveDocument>[] =>
    documentsIn(of).flatMap(({ record }) => partsOf(of, record, parts(record)));

export const idOf = ({ of }: { readonly of: Described }): string => of.view.id;
const document = <T extends { readonly of: Described }>() =>
  owner<T>('document', 'the document', 'documents', idOf);
export const position = <T extends { readonly position: number }>() =>
  whole<T>('position', 'its place in the record’s own order, from 1', (row) => row.position);

/** The first day on which a date may lie. */
export const earliest = (date: CataloguedDate | undefined): string | undefined =>
  date?.edtf === undefined ? undefined : daysOf(boundsOf(date.edtf))?.earliest;
export const latest = (date: CataloguedDate | undefined): string | undefined =>
  date?.edtf === undefined ? undefined : daysOf(boundsOf(date.edtf))?.latest;

const documents = tableOf<DocumentRow>(
  'documents',
  'every document, with its catalogue date and the source line of its original',
  documentsIn,
)([
  owner('id', 'the document', 'records', idOf),
  text('date_words', 'the date by which it is listed, in the words of its source', ({ date }) => date?.words),
  text('edtf', 'what those words mean, in EDTF', ({ date }) => date?.edtf),
  text('earliest', 'the first day that it may be of, YYYY-MM-DD', ({ date }) => earliest(date)),
  text('latest', 'the last day that it may be of', ({ date }) => latest(date)),
  text('genre', 'telegram, letter, record of a meeting …', ({ record }) => record.genre),
  text(
    'classification',
    'the classification that the original bears',
    ({ record }) => record.marking.classification,
  ),
  text('handling', 'its handling marks, parted by " | "', ({ record }) =>
    said(record.marking.handling.join(' | ')),
  ),
  link('repository', 'the archive that holds the original', 'repositories', ({ of, record }) =>
    publicId(of, record.source.original?.repository),
  ),
  text(
    'repository_name',
    'its name as it stands in the source line',
    ({ record }) => record.source.original?.repositoryName,
  ),
  text('source', 'the source line as it stands, else the steps of the reference', ({ record }) =>
    said(record.source.verbatim ?? (record.source.original && printPath(record.source.original))),
  ),
  text('held', '"held", or the reason why it is known but not held', ({ record: { holding } }) =>
    holding.kind === 'held' ? 'held' : holding.reason,
  ),
  text('not_held_words', 'that reason in words', ({ record: { holding } }) =>
    holding.kind === 'held' ? undefined : holding.words,
  ),
  text('rights_uri', 'a rights statement or licence, by its address', ({ record }) => record.rights.uri),
  text('rights', 'rights in it, in words', ({ record }) => record.rights.words),
  text('rights_holder', 'who has them', ({ record }) => record.rights.holder),
  text('credit', 'the line by which it is to be credited', ({ record }) => record.creditLine),
  text('volume', 'the printed volume that it was published in', ({ of }) => of.volume?.title),
]);

const dates = tableOf(
  'document_dates',
  'every date of a document: when it was written, sent, received',
  inDocuments((record) => record.dates),
)([
  document(),
  position(),
  text('kind', 'created, sent, received or event', ({ one }) => one.kind),
  text('words', 'the words of its source', ({ one }) => one.words),
  text('edtf', 'what they mean, in EDTF', ({ one }) => one.edtf),
  text('earliest', 'the first day, YYYY-MM-DD', ({ one }) => earliest(one)),
  text('latest', 'the last day', ({ one }) => latest(one)),
  whole('hour', 'the hour as the source’s clock showed it, 0 to 24', ({ one }) => one.time?.hour),
  whole('minute', 'the minute', ({ one }) => one.time?.minute),
  text('zone', 'the time zone as it stands', ({ one }) => one.time?.zone),
  text(
    'inferred_from',
    'why it is believed, where it does not stand in the document',
    ({ one }) => one.inferredFrom,
  ),
  whole('is_catalogue_date', '1 for the one by which the document is listed', ({ one }) =>
    flag(one.isCatalogueDate),
  ),
  text('doubt', 'why a person should look at it', ({ one }) => one.doubt?.kind),
]);

const summaries = tableOf(
  'summaries',
  'summaries of documents',
  inDocuments((record) => record.summaries),
)([
  document(),
  position(),
  text('words', 'the summary', ({ one }) => one.text),
  text('language', 'its language, as a BCP 47 tag', ({ one }) => one.lang),
  text('by', 'who wrote it', ({ one }) => one.by),
]);

const documentPlaces = tableOf(
  'document_places',
  'places of documents: where they were written or sent, what they are about',
  (of) => documentsIn(of).flatMap(({ record }) => linksOf(of, record, record.places, ({ place }) => place)),
)([
  document(),
  owner('place', 'the place', 'places', ({ to }) => to),
  text('role', 'written-at, sent-from, received-at, about, mentioned or event', ({ one }) => one.role),
  text('name', 'its name as it stands there', ({ one }) => one.name),
]);

const documentSubjects = tableOf('document_subjects', 'what documents are about', (of) =>
  documentsIn(of).flatMap(({ record }) => linksOf(of, record, record.subjects, (subject) => subject)),
)([document(), owner('subject', 'the subject', 'subjects', ({ to }) => to)]);

const documentCollections = tableOf('document_collections', 'in which collections documents stand', (of) =>
  documentsIn(of).flatMap(({ record }) =>
    linksOf(of, record, record.collections, ({ collection }) => collection),
  ),
)([
  document(),
  owner('collection', 'the collection', 'collections', ({ to }) => to),
  whole('sequence', 'its place in the collection’s own order', ({ one }) => one.sequence),
]);

const documentLanguages = tableOf(
  'document_languages',
  'the languages that documents were written in',
  inDocuments((record) => record.languages),
)([document(), position(), text('language', 'as a BCP 47 tag', ({ one }) => one)]);

const numbers = tableOf(
  'document_numbers',
  'numbers that documents bear themselves: of telegrams, dispatches, cases',
  inDocuments((record) => record.numbers),
)([
  document(),
  position(),
  text(
    'kind',
    'telegram, dispatch, airgram, time-group, case, file, circular or other',
    ({ one }) => one.numberKind,
  ),
  text('number', 'the number as it stands', ({ one }) => one.value),
  text('from', 'whose number it is', ({ one }) => one.from),
  text('to', 'to whom', ({ one }) => one.to),
]);

const steps = tableOf(
  'source_steps',
  'the reference of originals and copies, step by step from the whole down to the leaf',
  inDocuments((record) =>
    (['original', 'copy'] as const).flatMap((layer) =>
      (record.source[layer]?.steps ?? []).map((step, at) => ({ layer, step, at: at + 1 })),
    ),
  ),
)([
  document(),
  text('layer', 'original or copy', ({ one }) => one.layer),
  whole('step', 'from 1, the whole before its parts', ({ one }) => one.at),
  text('level', 'fonds, series, file, leaf …', ({ one }) => one.step.level),
  text('code', 'the code as written', ({ one }) => one.step.code),
  text('label', 'the label as written: "f.", "box"', ({ one }) => one.step.label),
]);

const relations = tableOf('document_relations', 'how documents stand to each other', (of) =>
  documentsIn(of).flatMap(({ record }) => linksOf(of, record, record.related, (one) => one.document)),
)([
  document(),
  owner('other', 'the other document', 'documents', ({ to }) => to),
  text('relation', 'reply-to, encloses, enclosed-in, same-text, version-of …', ({ one }) => one.relation),
  text('words', 'the same in words', ({ one }) => one.words),
]);

const mentions = tableOf(
  'mentions',
  'persons, places and terms that are named in the text of documents',
  (of) => documentsIn(of).flatMap(({ record }) => linksOf(of, record, record.mentions, ({ to }) => to)),
)([
  document(),
  text('key', 'the key of the name in the text', ({ one }) => one.key),
  owner('record', 'who or what it is', 'records', ({ to }) => to),
]);

const releases = tableOf(
  'releases',
  'decisions of agencies that let documents out',
  inDocuments((record) => record.releases),
)([
  document(),
  text('key', 'its key within the document: r1, r2 …', ({ one }) => one.key),
  text('date', 'when', ({ one }) => one.date),
  text('authority', 'who decided', ({ one }) => one.authority),
  text('case_number', 'the number of the case', ({ one }) => one.caseNumber),
  text('outcome', 'full, part or denied', ({ one }) => one.outcome),
  text('exemptions', 'exemptions that were claimed, parted by " | "', ({ one }) =>
    said(one.exemptions.join(' | ')),
  ),
  text('words', 'the same in words', ({ one }) => one.words),
  text(
    'text',
    'the key of the text that shows the document as this release left it',
    ({ one }) => one.rendition,
  ),
]);

/** The tables of documents, without their texts. */
export const DOCUMENT_TABLES: readonly DataTable[] = [
  documents,
  dates,
  summaries,
  documentLanguages,
  documentPlaces,
  documentSubjects,
  documentCollections,
  numbers,
  steps,
  relations,
  mentions,
  releases,
];
