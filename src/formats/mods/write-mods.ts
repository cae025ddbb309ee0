import type { Collection } from '../../core/collection.ts';
import type { Title } from '../../core/document.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import type { Rights } from '../../core/rights.ts';
import type { Described } from '../fields/described.ts';
import { descriptionLanguageOf, isOf, paragraphsOf, warningsOf } from '../fields/said-of-forms.ts';
import { saidOf } from '../fields/said-of-record.ts';
import { webUriOf } from '../fields/web-uri.ts';
import { printAround, printElement, printText, printWords } from '../xml/print-xml.ts';
import { documentParts } from './document-parts.ts';

/** Kinds of record that are resources, which MODS describes. */
export const MODS_KINDS = ['document', 'collection'] as const;

/**
 * A document or collection in MODS 3.8; of any other kind its title, dates and address alone. Zotero reads title,
 * people by role, date, language, rights, abstract, kind and archive from it.
 *
 *   <mods version="3.8"><titleInfo>… <name>… <originInfo>… <location><physicalLocation>…
 *
 * Source: MODS 3.8 of the Library of Congress, and Zotero's translator MODS.js, read 2026-11-23.
 */
export function modsElement(described: Described): string {
  return printElement('mods', NAMESPACES, contentOf(described) + recordInfoOf(described));
}

const NAMESPACES = {
  xmlns: 'http://www.loc.gov/mods/v3',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation': 'http://www.loc.gov/mods/v3 http://www.loc.gov/standards/mods/v3/mods-3-8.xsd',
  version: '3.8',
};

function contentOf(described: Described): string {
  if (isOf(described, 'document')) return ofDocument(described);
  if (isOf(described, 'collection')) return ofCollection(described);
  return ofAny(described);
}

function ofDocument(described: Described<ArchiveDocument>): string {
  const { record } = described.view;
  const parts = documentParts(described);
  return [
    titlesOf(record.titles, described),
    parts.names,
    parts.kind,
    parts.origin,
    parts.languages,
    parts.physical,
    ...record.summaries.map(({ text, lang }) => printWords('abstract', { 'xml:lang': lang }, text)),
    parts.notes,
    parts.subjects,
    parts.hosts,
    parts.related,
    parts.identifiers,
    identifiersOf(described),
    parts.location,
    accessOf(record.rights, record.creditLine),
  ].join('');
}

function ofCollection(described: Described<Collection>): string {
  const { record } = described.view;
  const { published } = record;
  const host = record.parents.flatMap(({ collection }) => described.named(collection) ?? []);
  return [
    titlesOf(record.titles, described),
    ...record.curators.map((name) => printElement('name', {}, printWords('namePart', {}, name) + CURATOR)),
    printElement('typeOfResource', { collection: 'yes' }, 'mixed material'),
    printAround(
      'originInfo',
      {},
      printAround('place', {}, printWords('placeTerm', { type: 'text' }, published?.place)) +
        printWords('publisher', {}, published?.publisher) +
        printWords('dateIssued', {}, published?.year) +
        printWords('dateCreated', { encoding: 'edtf', keyDate: 'yes' }, record.period),
    ),
    ...paragraphsOf(record).map((words) =>
      printWords('abstract', { 'xml:lang': descriptionLanguageOf(record) }, words),
    ),
    ...[...warningsOf(described), ...record.notes.map(({ text }) => text)].map((words) =>
      printWords('note', {}, words),
    ),
    ...host.map(({ label, url }) =>
      printElement(
        'relatedItem',
        { type: 'host' },
        printElement('titleInfo', {}, printWords('title', { 'xml:lang': label.lang }, label.title)) +
          printElement('location', {}, printWords('url', {}, url)),
      ),
    ),
    identifiersOf(described),
    locationOf(described),
    accessOf(record.rights),
  ].join('');
}

const CURATOR = printElement(
  'role',
  {},
  printWords('roleTerm', { type: 'text' }, 'curator') +
    printWords('roleTerm', { type: 'code', authority: 'marcrelator' }, 'cur'),
);

function ofAny(described: Described): string {
  const { title, titleLang, otherTitles, summary, years } = saidOf(described);
  return [
    printElement('titleInfo', {}, printWords('title', { 'xml:lang': titleLang }, title)),
    ...otherTitles.map((words) =>
      printElement('titleInfo', { type: 'alternative' }, printWords('title', {}, words)),
    ),
    printAround('originInfo', {}, printWords('dateOther', { encoding: 'edtf' }, years)),
    printWords('abstract', {}, summary),
    ...warningsOf(described).map((words) => printWords('note', {}, words)),
    identifiersOf(described),
    locationOf(described),
  ].join('');
}

const locationOf = ({ url }: Described): string =>
  printElement('location', {}, printWords('url', { usage: 'primary' }, url));

/** The first is the title; a translated one says so, any other is an alternative; whoever supplied one says that. */
function titlesOf(titles: readonly Title[], { label }: Described): string {
  if (titles.length === 0) return printElement('titleInfo', {}, printWords('title', {}, label.title));
  return titles
    .map(({ text, lang, titleKind }, at) =>
      printElement(
        'titleInfo',
        {
          type: at === 0 ? undefined : titleKind === 'translated' ? 'translated' : 'alternative',
          usage: at === 0 ? 'primary' : undefined,
          supplied: titleKind === 'supplied' ? 'yes' : undefined,
          'xml:lang': lang,
          displayLabel: at > 0 && titleKind === 'original' ? 'Original title' : undefined,
        },
        // An element of XML is there even where a title has no words.
        printElement('title', {}, printText(text)),
      ),
    )
    .join('');
}

function identifiersOf({ view, url, ark }: Described): string {
  return [
    printWords('identifier', { type: 'uri' }, url),
    printWords('identifier', { type: 'ark' }, ark),
    printWords('identifier', { type: 'local' }, view.id),
    ...view.record.identifiers.map(({ scheme, value }) =>
      printWords('identifier', { type: scheme, invalid: scheme === 'former' ? 'yes' : undefined }, value),
    ),
  ].join('');
}

/** The terms of use: in words, and as an address where it has one. */
function accessOf({ uri, words, holder }: Rights, credit?: string): string {
  const href = webUriOf(uri);
  const use = { type: 'use and reproduction', 'xlink:href': href } as const;
  return (
    (words === undefined && uri === undefined
      ? ''
      : printElement('accessCondition', use, printText(words || uri || ''))) +
    printWords('accessCondition', { type: 'rights holder' }, holder) +
    printWords('note', { type: 'acknowledgment' }, credit)
  );
}

function recordInfoOf({ view, archive, changed, opened }: Described): string {
  const at = (name: string, instant: string): string => printWords(name, { encoding: 'w3cdtf' }, instant);
  return printElement(
    'recordInfo',
    {},
    printWords('recordContentSource', {}, archive.name) +
      at('recordCreationDate', opened) +
      at('recordChangeDate', changed) +
      printWords('recordIdentifier', { source: archive.url }, view.id) +
      printWords('recordInfoNote', {}, `Edition ${view.edition.number} of ${view.edition.at.slice(0, 10)}`),
  );
}
