import { kindOfGenre, type CitedKind } from '../../core/citation/citation.ts';
import { catalogueDate, type ArchiveDocument } from '../../core/document.ts';
import { handsOf } from '../../core/hands.ts';
import { contributorsOf } from '../fields/contributors.ts';
import type { Described } from '../fields/described.ts';
import { locationOf, printNumber, repositoryOf, warningsOf } from '../fields/said-of-forms.ts';
import { languagesOf, printPath } from '../fields/said-of-record.ts';
import { printAround, printElement, printWords } from '../xml/print-xml.ts';
import { originOf } from './dates.ts';
import { languageElement } from './language.ts';
import { nameElement, subjectName } from './names.ts';
import { hostsOf, relatedOf } from './related-items.ts';

/** The parts of a document's description in MODS, each ready to be put in its place. */
export interface DocumentParts {
  readonly names: string;
  readonly kind: string;
  readonly origin: string;
  readonly languages: string;
  readonly physical: string;
  readonly notes: string;
  readonly subjects: string;
  readonly hosts: string;
  readonly related: string;
  readonly identifiers: string;
  readonly location: string;
}

export function documentParts(described: Described<ArchiveDocument>): DocumentParts {
  const { record } = described.view;
  const people = contributorsOf(handsOf(record), described);
  const about = people.filter(({ role }) => role === 'subject');
  return {
    names: people
      .filter(({ role }) => role !== 'subject')
      .map(nameElement)
      .join(''),
    kind: kindOf(record),
    origin: originsOf(described),
    languages: languagesIn(record),
    physical: physicalOf(record),
    notes: notesOf(described),
    subjects:
      record.subjects
        .map((id) => printAround('subject', {}, printWords('topic', {}, described.nameOf(id))))
        .join('') +
      placesOf(described) +
      about.map(subjectName).join(''),
    hosts: hostsOf(described),
    related: relatedOf(described),
    identifiers: record.numbers
      .map((number) => printWords('identifier', { type: number.numberKind }, printNumber(number)))
      .join(''),
    location: locationsOf(described),
  };
}

/** What Zotero and others call it: what has no kind of its own there is a manuscript. */
const GENRES: Readonly<Record<CitedKind, string>> = {
  letter: 'letter',
  message: 'letter',
  report: 'report',
  speech: 'manuscript',
  interview: 'interview',
  treaty: 'manuscript',
  other: 'manuscript',
};

const kindOf = ({ genre }: ArchiveDocument): string =>
  printElement('typeOfResource', { manuscript: 'yes' }, 'text') +
  printWords('genre', { authority: 'local' }, GENRES[kindOfGenre(genre)]) +
  printWords('genre', {}, genre);

function originsOf(described: Described<ArchiveDocument>): string {
  const { record } = described.view;
  const key = catalogueDate(record);
  const from = record.places.filter(({ role }) => role === 'written-at' || role === 'sent-from');
  const places = from
    .map(({ place, name }) =>
      printAround(
        'place',
        {},
        printWords('placeTerm', { type: 'text' }, described.nameOf(place) ?? name) +
          printWords('placeIdentifier', {}, described.named(place)?.url),
      ),
    )
    .join('');
  const others = record.dates.filter((date) => date !== key);
  return [
    key === undefined ? printAround('originInfo', {}, places) : originOf(key, true, places),
    ...others.map((date) => originOf(date, false)),
  ].join('');
}

/** Of the document, then of what it was translated into. */
function languagesIn(record: ArchiveDocument): string {
  const into = record.renditions.flatMap((one) => (one.kind === 'translation' ? [one.language] : []));
  return [
    ...languagesOf(record).map((one) => languageElement(one)),
    ...[...new Set(into)].map((one) => languageElement(one, 'translation')),
  ].join('');
}

function physicalOf({ renditions, marking }: ArchiveDocument): string {
  const pages = renditions.reduce((sum, one) => sum + (one.kind === 'facsimile' ? one.pages.length : 0), 0);
  const isHeld = renditions.length > 0;
  return printAround(
    'physicalDescription',
    {},
    (isHeld ? printWords('digitalOrigin', {}, 'reformatted digital') : '') +
      (pages === 0 ? '' : printWords('extent', {}, `${pages} page image${pages === 1 ? '' : 's'}`)) +
      [marking.classification, ...marking.handling]
        .map((words) => printWords('note', { type: 'marking' }, words))
        .join(''),
  );
}

/** What no element has a place for. That it was invented comes first. */
function notesOf(described: Described<ArchiveDocument>): string {
  const { record } = described.view;
  const { source } = record;
  const note = (type: string, words: string | undefined): string => printWords('note', { type }, words);
  return [
    ...warningsOf(described).map((words) => printWords('note', {}, words)),
    note('source', source.verbatim),
    note('additional physical form', source.copy && printPath(source.copy)),
    note('source of text', source.edition?.words),
    ...record.dates.flatMap(({ inferredFrom, doubt }) => [
      note('date', inferredFrom && `Inferred from ${inferredFrom}`),
      note('date', doubt?.words),
    ]),
    ...record.releases.map((one) =>
      note(
        'release',
        [one.authority, one.date, one.caseNumber, one.outcome, ...one.exemptions, one.words]
          .filter((part) => part !== undefined && part !== '')
          .join(', '),
      ),
    ),
    ...record.funders.map((name) => note('funding', name)),
    ...(record.otherFields ?? []).map(({ name, value }) => note(name, value)),
  ].join('');
}

function placesOf(described: Described<ArchiveDocument>): string {
  const roles = new Set(['about', 'mentioned', 'event']);
  return described.view.record.places
    .filter(({ role }) => roles.has(role))
    .map(({ place, name }) => {
      const named = described.named(place);
      return printAround(
        'subject',
        {},
        printWords('geographic', { valueURI: named?.url }, named?.label.title ?? name),
      );
    })
    .join('');
}

/**
 * The archive that holds the original, and where in it. The place stands twice: programs that know no shelf
 * locator (Zotero) read what is said of the physical location alone.
 */
function locationsOf(described: Described<ArchiveDocument>): string {
  const { record } = described.view;
  const repository = repositoryOf(record, described);
  const place = locationOf(record) ?? (repository === undefined ? record.source.verbatim : undefined);
  const id = record.source.original?.repository;
  return (
    printAround(
      'location',
      {},
      printWords(
        'physicalLocation',
        { type: 'repository', valueURI: id === undefined ? undefined : described.named(id)?.url },
        repository,
      ) +
        printWords('physicalLocation', { type: 'reference' }, place) +
        printWords('shelfLocator', {}, place),
    ) +
    printElement(
      'location',
      {},
      printWords('url', { usage: 'primary', access: 'object in context' }, described.url),
    )
  );
}
