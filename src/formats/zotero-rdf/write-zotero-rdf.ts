import { inRoles, type Citation } from '../../core/citation/citation.ts';
import type { CitedName } from '../../core/citation/cited-name.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import { authorsOf, locationOf } from '../csl/csl-item.ts';
import {
  citedDocument,
  eachOnce,
  invertedName,
  itemTypeOf,
  type ItemType,
} from '../fields/cited-document.ts';
import type { Described } from '../fields/described.ts';
import { saidOf } from '../fields/said-of-record.ts';
import { isoDateOf } from '../json-ld/ld-dates.ts';
import { printElement, printText } from '../xml/print-xml.ts';

/** A file that belongs to a document, with what a reader calls it. */
export interface ZoteroFile {
  readonly title: string;
  readonly url: string;
  readonly mediaType: string;
}

const NAMESPACES = {
  'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'xmlns:z': 'http://www.zotero.org/namespaces/export#',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:bib': 'http://purl.org/net/biblio#',
  'xmlns:foaf': 'http://xmlns.com/foaf/0.1/',
  'xmlns:link': 'http://purl.org/rss/1.0/modules/link/',
};

const CLASSES: Readonly<Record<ItemType, string>> = {
  letter: 'bib:Letter',
  report: 'bib:Report',
  manuscript: 'bib:Manuscript',
};

/**
 * A document as Zotero writes its own: the one form that it reads archive, place in the archive, people by
 * role and files from, when it saves from a page.
 *
 *   <rdf:RDF …><bib:Letter rdf:about="https://archive.example/document/d…">
 *   <z:itemType>letter</z:itemType><dc:title>…</dc:title><z:recipients>…</z:recipients><z:archive>…</z:archive>
 *
 * Of what no field is for (edition, who translated a letter) a line of `dc:description` tells, which becomes the
 * item's "Extra". Source: Zotero's translators "Zotero RDF" and RDF.js, read 2026-11-23.
 */
export function zoteroRdf(described: Described<ArchiveDocument>, files: readonly ZoteroFile[]): string {
  const cited = citedDocument(described);
  const type = itemTypeOf(cited.kind, inRoles(cited, 'recipient').length > 0);
  const item = printElement(
    CLASSES[type],
    { 'rdf:about': described.url },
    fieldsOf(described, cited, type) +
      files.map((_, at) => printElement('link:link', { 'rdf:resource': fileId(described, at) })).join(''),
  );
  const attached = files.map((file, at) => attachment(file, fileId(described, at))).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${printElement('rdf:RDF', NAMESPACES, item + attached)}\n`;
}

function fieldsOf(described: Described<ArchiveDocument>, cited: Citation, type: ItemType): string {
  const said = saidOf(described);
  const { rights } = described.view.record;
  return [
    words('z:itemType', type),
    words('dc:title', cited.listedAs),
    peopleOf(cited, type),
    words('dc:date', isoDateOf(cited.date?.edtf) ?? cited.date?.words),
    words('dc:type', cited.genre),
    words('z:archive', cited.original?.repository ?? said.repository),
    words('dc:coverage', cited.original === undefined ? cited.sourceLine : locationOf(cited.original.path)),
    words('z:language', cited.languages.join(', ')),
    words('dc:rights', [rights.words, rights.uri].filter((one) => one !== undefined).join('. ')),
    words('dcterms:abstract', cited.summary),
    words('z:libraryCatalog', described.archive.name),
    address(described.url),
    [...said.subjects, ...said.places].map((subject) => words('dc:subject', subject)).join(''),
    words('dc:description', extraOf(described, cited, type)),
  ].join('');
}

const words = (name: string, value: string | undefined): string =>
  value === undefined || value === '' ? '' : printElement(name, {}, printText(value));

const address = (url: string): string =>
  printElement('dc:identifier', {}, printElement('dcterms:URI', {}, words('rdf:value', url)));

/** By the roles that Zotero has for the type; others who took part are its contributors. */
function peopleOf(cited: Citation, type: ItemType): string {
  const isLetter = type === 'letter';
  const others = eachOnce([
    ...inRoles(cited, 'participant', 'contributor', 'interpreter', 'editor'),
    ...(isLetter ? inRoles(cited, 'translator') : inRoles(cited, 'recipient')),
  ]);
  return [
    people('bib:authors', authorsOf(cited)),
    isLetter ? people('z:recipients', eachOnce(inRoles(cited, 'recipient'))) : '',
    isLetter ? '' : people('z:translators', eachOnce(inRoles(cited, 'translator'))),
    people('bib:contributors', others),
  ].join('');
}

/** Of what names hundreds, so many. */
const MOST = 60;

function people(name: string, all: readonly CitedName[]): string {
  const listed = all.slice(0, MOST).map((one) => printElement('rdf:li', {}, person(one)));
  return listed.length === 0 ? '' : printElement(name, {}, printElement('rdf:Seq', {}, listed.join('')));
}

const person = (name: CitedName): string =>
  printElement(
    'foaf:Person',
    {},
    name.kind === 'whole'
      ? words('foaf:surname', name.name)
      : words('foaf:surname', name.family) +
          words('foaf:givenName', [name.given, name.suffix].filter(Boolean).join(', ')),
  );

/** In lines of "name: value", which citations made with Zotero read too. */
function extraOf(described: Described<ArchiveDocument>, cited: Citation, type: ItemType): string {
  const { volume, copy, edition, ark, invented, printedIn } = cited;
  const { view } = described;
  const lines: readonly (readonly [name: string, value: string | undefined])[] = [
    ['Invented', invented],
    ...(type === 'letter'
      ? inRoles(cited, 'translator').map((one) => ['Translator', doubled(one)] as const)
      : []),
    ['Container Title', volume?.title],
    ['Document number', volume?.document],
    ['Copy', copy && [copy.repositoryName, locationOf(copy)].filter(Boolean).join(', ')],
    ['Text from', printedIn],
    ['Edition', `${edition.number}, ${edition.at.slice(0, 10)}`],
    ['ARK', ark],
    ...view.withheld.map((one) => ['Withheld', one.words] as const),
    ['Not held', view.record.holding.kind === 'not-held' ? view.record.holding.words : undefined],
    ['Identifier', view.id],
  ];
  return lines
    .flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [`${name}: ${value.replace(/\s+/g, ' ')}`],
    )
    .join('\n');
}

/** "Falk || Henriette", as names stand in such lines. */
const doubled = (name: CitedName): string =>
  name.kind === 'whole' ? invertedName(name) : `${name.family} || ${name.given}`;

const fileId = ({ url }: Described, at: number): string => `${url}#file-${at + 1}`;

/** A file is fetched from its address: mode 1 of Zotero's links, a copy of what is on the web. */
const attachment = ({ title, url, mediaType }: ZoteroFile, id: string): string =>
  printElement(
    'z:Attachment',
    { 'rdf:about': id },
    words('z:itemType', 'attachment') +
      address(url) +
      words('dc:title', title) +
      words('z:linkMode', '1') +
      words('link:type', mediaType),
  );
