import type { Contribution } from '../../core/contribution.ts';
import type { CataloguedDate } from '../../core/date/catalogued-date.ts';
import type { ArchiveDocument, PlaceMention } from '../../core/document.ts';
import type { PublicRecord } from '../../core/public-record.ts';
import type { ReferencePath } from '../../core/source.ts';
import { warningsOf } from '../fields/said-of-forms.ts';
import { printElement, printText, type XmlAttributes } from '../xml/print-xml.ts';
import { writeEngines } from './engines.ts';
import { writeDescription } from './own-description.ts';
import type { TeiAbout } from './write-tei.ts';

const element = (name: string, attributes: XmlAttributes, words: string | undefined): string =>
  words === undefined || words === '' ? '' : printElement(name, attributes, printText(words));
const around = (name: string, content: string, attributes: XmlAttributes = {}): string =>
  content === '' ? '' : printElement(name, attributes, content);

/** A day, month or year that XML Schema has: months beyond the twelfth are seasons of EDTF, and there is no year 0. */
const W3C = /^(?!0000)-?(?!0000)\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?$/;

/** EDTF as TEI's dating attributes: a day, an interval of two, else as it stands. */
export function datingOf(date: CataloguedDate): XmlAttributes {
  const { edtf } = date;
  if (edtf === undefined) return {};
  if (W3C.test(edtf)) {
    const { time } = date;
    const two = (value: number): string => String(value).padStart(2, '0');
    const isClock =
      time !== undefined &&
      time.hour < 24 &&
      /^\d{4}-\d\d-\d\d$/.test(edtf) &&
      /^(?:Z|[+-]\d\d:\d\d)?$/.test(time.zone ?? '');
    return {
      when: isClock ? `${edtf}T${two(time.hour)}:${two(time.minute ?? 0)}:00${time.zone ?? ''}` : edtf,
    };
  }
  const [from, to, ...more] = edtf.split('/');
  if (from && to && more.length === 0 && W3C.test(from) && W3C.test(to)) return { from, to };
  return { 'when-custom': edtf };
}

const writeDate = (date: CataloguedDate): string =>
  element('date', { ...datingOf(date), type: date.kind }, date.words);

function agentOf(one: Contribution, about: TeiAbout): string {
  const named = one.agent === undefined ? undefined : about.nameOf?.(one.agent);
  return element(
    named?.isBody ? 'orgName' : 'persName',
    { ref: one.agent === undefined ? undefined : (named?.ref ?? one.agent) },
    one.name,
  );
}

const placeOf = (place: PlaceMention): string => element('placeName', { ref: place.place }, place.name);

function writeCorrespondence(document: ArchiveDocument, about: TeiAbout): string {
  const action = (type: 'sent' | 'received'): string => {
    const role = type === 'sent' ? 'sender' : 'recipient';
    const agents = document.contributions
      .filter((one) => one.role === role)
      .map((one) => agentOf(one, about));
    const dates = document.dates.filter((date) => date.kind === type).map(writeDate);
    const places = document.places
      .filter((place) =>
        type === 'sent'
          ? place.role === 'sent-from' || place.role === 'written-at'
          : place.role === 'received-at',
      )
      .map(placeOf);
    return around('correspAction', [...agents, ...dates, ...places].join(''), { type });
  };
  const hasSender = document.contributions.some((one) => one.role === 'sender' || one.role === 'recipient');
  return hasSender ? around('correspDesc', action('sent') + action('received')) : '';
}

function writePath(path: ReferencePath): string {
  const steps = path.steps.map((step) => [step.label, step.code].filter(Boolean).join(' '));
  const last = steps.at(-1);
  const collections = steps.slice(0, -1).map((step) => element('collection', {}, step));
  return printElement(
    'msDesc',
    {},
    around(
      'msIdentifier',
      element('repository', {}, path.repositoryName) + collections.join('') + element('idno', {}, last),
    ),
  );
}

function writeSource(document: ArchiveDocument): string {
  const { original, verbatim, edition, copy } = document.source;
  const words =
    element('bibl', { type: 'source' }, verbatim) +
    (copy ? element('bibl', { type: 'copy' }, copy.repositoryName) : '') +
    (edition
      ? around(
          'bibl',
          printText(edition.words) + (edition.url ? printElement('ref', { target: edition.url }) : ''),
          { type: 'edition' },
        )
      : '');
  const all = (original ? writePath(original) : '') + words;
  return printElement('sourceDesc', {}, all === '' ? '<p/>' : all);
}

function writeTitles(document: ArchiveDocument, id: string, about: TeiAbout): string {
  const titles = document.titles.map((title) =>
    element('title', { type: title.titleKind, 'xml:lang': title.lang }, title.text),
  );
  const authors = document.contributions
    .filter((one) => one.role === 'author' || one.role === 'creator')
    .map((one) => around('author', agentOf(one, about)));
  const hands = document.contributions
    .filter((one) => !['author', 'creator', 'sender', 'recipient'].includes(one.role))
    .map((one) => around('respStmt', element('resp', {}, one.role) + agentOf(one, about)));
  const funders = document.funders.map((funder) => element('funder', {}, funder));
  return printElement(
    'titleStmt',
    {},
    (titles.join('') || element('title', {}, id)) + authors.join('') + funders.join('') + hands.join(''),
  );
}

function writePublication(shown: PublicRecord<ArchiveDocument>, about: TeiAbout): string {
  const { record, id } = shown;
  const idnos = [
    element('idno', { type: 'unsealed' }, id),
    element('idno', { type: 'URI' }, about.url),
    ...record.identifiers.map((one) =>
      element('idno', { type: one.scheme.replace(/[^\p{L}\p{N}_.-]/gu, '-') }, one.value),
    ),
  ];
  const rights = [record.rights.words, record.rights.holder, record.creditLine, record.invented]
    .filter((words) => words !== undefined && words !== '')
    .join(' ');
  const licence =
    record.rights.uri === undefined
      ? element('p', {}, rights)
      : printElement('licence', { target: record.rights.uri }, printText(rights || record.rights.uri));
  return printElement(
    'publicationStmt',
    {},
    element('publisher', {}, about.archive ?? 'Unsealed') +
      element('date', { when: shown.edition.at.slice(0, 10) }, shown.edition.at.slice(0, 10)) +
      idnos.join('') +
      around('availability', licence),
  );
}

/** What must be said first of a document; an invented one says so where its rights stand, too. */
const writeWarnings = (view: PublicRecord<ArchiveDocument>): string =>
  around(
    'notesStmt',
    warningsOf({ view })
      .map((words) => element('note', {}, words))
      .join(''),
  );

function writeProfile(document: ArchiveDocument, about: TeiAbout): string {
  const dates = document.dates.map(writeDate).join('');
  const languages = [...new Set(document.languages)].map((lang) =>
    printElement('language', { ident: lang }, printText(lang)),
  );
  const summaries = document.summaries
    .map((summary) => element('p', { 'xml:lang': summary.lang }, summary.text))
    .join('');
  const keywords =
    document.genre === undefined
      ? ''
      : around(
          'textClass',
          around('keywords', element('term', { type: 'genre' }, document.genre), { scheme: '#genre' }),
        );
  return around(
    'profileDesc',
    around('abstract', summaries) +
      around('creation', dates) +
      around('langUsage', languages.join('')) +
      keywords +
      writeCorrespondence(document, about),
  );
}

/** The header of a document: titles, hands, rights, source, dates, correspondence, editions. */
export function writeHeader(shown: PublicRecord<ArchiveDocument>, about: TeiAbout): string {
  const application = printElement(
    'application',
    { ident: 'unsealed', version: '1' },
    '<label>Unsealed</label>',
  );
  const changes = shown.editions.map((edition) =>
    element(
      'change',
      { n: edition.number, when: edition.at.slice(0, 10) },
      edition.why ?? `Edition ${edition.number}`,
    ),
  );
  return printElement(
    'teiHeader',
    {},
    [
      printElement(
        'fileDesc',
        {},
        writeTitles(shown.record, shown.id, about) +
          writePublication(shown, about) +
          writeWarnings(shown) +
          writeSource(shown.record),
      ),
      printElement('encodingDesc', {}, printElement('appInfo', {}, application + writeEngines(shown.record))),
      writeProfile(shown.record, about),
      writeDescription(shown.record),
      around('revisionDesc', changes.join('')),
    ].join('\n'),
  );
}
