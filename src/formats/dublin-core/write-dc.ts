import type { Collection } from '../../core/collection.ts';
import { catalogueDate, type ArchiveDocument } from '../../core/document.ts';
import { handsOf } from '../../core/hands.ts';
import { printIdentifier } from '../../core/id.ts';
import type { RecordId } from '../../core/id.ts';
import { contributorsOf, CREATORS } from '../fields/contributors.ts';
import type { Described } from '../fields/described.ts';
import { isoDateOf } from '../fields/iso-date.ts';
import {
  descriptionLanguageOf,
  isOf,
  paragraphsOf,
  printNumber,
  warningsOf,
} from '../fields/said-of-forms.ts';
import { languagesOf, printPath } from '../fields/said-of-record.ts';
import { printElement, printWords } from '../xml/print-xml.ts';
import { statementsOfAuthority } from './authorities.ts';
import { statement, type Statement } from './statement.ts';

/**
 * A public record in simple Dublin Core, as OAI-PMH has it (`oai_dc`): every kind of record. Names stand as the
 * archive lists them; that a text is invented, not held, or held back in part is the first description.
 *
 *   <oai_dc:dc …><dc:title xml:lang="en">…</dc:title> … <dc:identifier>https://…</dc:identifier></oai_dc:dc>
 *
 * A date that is no plain ISO 8601 is given in EDTF, and once more as the days from which and to which it may be.
 * Source: DCMI Metadata Terms, and oai_dc.xsd of OAI-PMH 2.0, read 2026-11-23.
 */
export function oaiDcElement(described: Described): string {
  const statements = [...statementsOf(described), ...shared(described)];
  const seen = new Set<string>();
  const content = statements.flatMap(({ term, words, lang }) => {
    const printed = printWords(`dc:${term}`, { 'xml:lang': lang }, words?.trim());
    if (printed === '' || seen.has(printed)) return [];
    seen.add(printed);
    return [printed];
  });
  return printElement('oai_dc:dc', NAMESPACES, content.join(''));
}

/** What Dublin Core in XML is told from other XML by, as OAI-PMH has it. */
export const DC_NAMESPACE = 'http://www.openarchives.org/OAI/2.0/oai_dc/';

const NAMESPACES = {
  'xmlns:oai_dc': DC_NAMESPACE,
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation':
    'http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
};

function statementsOf(described: Described): readonly Statement[] {
  const warnings = warningsOf(described).map((words) => statement('description', words));
  const said = isOf(described, 'document')
    ? ofDocument(described)
    : isOf(described, 'collection')
      ? ofCollection(described)
      : statementsOfAuthority(described);
  const at = said.findIndex(({ term }) => term === 'description');
  return at < 0 ? [...said, ...warnings] : [...said.slice(0, at), ...warnings, ...said.slice(at)];
}

/** What every record says: who gives it out, where it is found, and its other names. */
function shared({ view, url, ark, archive }: Described): readonly Statement[] {
  return [
    statement('publisher', archive.name),
    statement('identifier', url),
    statement('identifier', ark),
    ...view.record.identifiers.map((one) => statement('identifier', printIdentifier(one))),
  ];
}

const titlesOf = ({ view, label }: Described<ArchiveDocument | Collection>): readonly Statement[] =>
  view.record.titles.length === 0
    ? [statement('title', label.title)]
    : view.record.titles.map(({ text, lang }) => statement('title', text, lang));

function ofDocument(described: Described<ArchiveDocument>): readonly Statement[] {
  const { record } = described.view;
  const people = contributorsOf(handsOf(record), described);
  return [
    ...titlesOf(described),
    ...people
      .filter(({ role }) => role !== 'subject')
      .map(({ role, name }) => statement(CREATORS.has(role) ? 'creator' : 'contributor', name)),
    ...record.subjects.map((id) => statement('subject', described.nameOf(id))),
    ...people.filter(({ role }) => role === 'subject').map(({ name }) => statement('subject', name)),
    ...record.summaries.map(({ text, lang }) => statement('description', text, lang)),
    ...datesOf(record),
    statement('type', 'Text'),
    statement('type', record.genre),
    ...record.renditions.map((one) =>
      statement('format', one.kind === 'facsimile' ? pagesOf(one.pages.length) : undefined),
    ),
    ...languagesOf(record).map((lang) => statement('language', lang)),
    ...sourcesOf(record),
    ...relationsOf(described),
    ...record.places.map(({ place, name }) => statement('coverage', described.nameOf(place) ?? name)),
    ...rightsOf(record),
    ...record.numbers.map((number) => statement('identifier', printNumber(number))),
  ];
}

const pagesOf = (count: number): string => `${count} page image${count === 1 ? '' : 's'}`;

/** The catalogue date; its words where they say what no notation does. */
function datesOf(record: ArchiveDocument): readonly Statement[] {
  const date = catalogueDate(record);
  if (date === undefined) return [];
  if (date.edtf === undefined) return [statement('date', date.words)];
  return [statement('date', date.edtf), statement('date', isoDateOf(date.edtf))];
}

function sourcesOf({ source }: ArchiveDocument): readonly Statement[] {
  const { verbatim, original, copy, edition } = source;
  return [
    statement('source', verbatim),
    statement('source', original && printPath(original)),
    statement('source', copy && `Copy: ${printPath(copy)}`),
    statement('source', edition?.words),
    statement('source', edition?.url),
  ];
}

const referred = (described: Described, id: RecordId): readonly Statement[] => {
  const named = described.named(id);
  return named === undefined
    ? []
    : [statement('relation', named.label.title, named.label.lang), statement('relation', named.url)];
};

function relationsOf(described: Described<ArchiveDocument>): readonly Statement[] {
  const { record } = described.view;
  const related = record.related.filter(({ relation }) => relation !== 'not-same-text');
  return [
    ...record.collections.flatMap(({ collection }) => referred(described, collection)),
    statement('relation', described.volume?.title),
    statement('relation', described.volume?.url),
    ...related.map(({ document }) => statement('relation', described.named(document)?.url)),
  ];
}

const rightsOf = ({ rights, ...rest }: ArchiveDocument | Collection): readonly Statement[] => [
  statement('rights', rights.uri),
  statement('rights', rights.words),
  statement('rights', rights.holder),
  statement('rights', 'creditLine' in rest ? rest.creditLine : undefined),
];

function ofCollection(described: Described<Collection>): readonly Statement[] {
  const { record } = described.view;
  const { published } = record;
  return [
    ...titlesOf(described),
    ...record.curators.map((name) => statement('contributor', name)),
    ...(published?.editors ?? []).map((name) => statement('contributor', name)),
    statement('publisher', published?.publisher),
    statement('date', published?.year),
    ...paragraphsOf(record).map((words) => statement('description', words, descriptionLanguageOf(record))),
    ...record.notes.map(({ text, lang }) => statement('description', text, lang)),
    statement('type', 'Collection'),
    statement('coverage', record.period),
    ...record.parents.flatMap(({ collection }) => referred(described, collection)),
    ...record.seeAlso.map(({ collection }) => statement('relation', described.named(collection)?.url)),
    ...rightsOf(record),
  ];
}
