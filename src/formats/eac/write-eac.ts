import type { Agent, Name } from '../../core/agent.ts';
import { printIdentifier } from '../../core/id.ts';
import { primaryLanguage } from '../../core/language.ts';
import type { Described } from '../fields/described.ts';
import { scriptOf } from '../fields/library-code.ts';
import { warningsOf } from '../fields/said-of-forms.ts';
import { webUriOf } from '../fields/web-uri.ts';
import { printAround, printElement, printWords } from '../xml/print-xml.ts';
import { datesElement } from './dates.ts';

/**
 * A person, body or office in EAC-CPF 2.0: every name with its kind, language, script, romanisation and years; the
 * years of life or existence; what is told of it; where else it is described; and its editions.
 *
 *   <eac><control>…</control><cpfDescription><identity><entityType value="person"/><nameEntry …>…
 *
 * An office has no kind of entity of its own: it is a corporate body, and `localType` says office.
 * Source: EAC-CPF 2.0 of the Society of American Archivists, read 2026-11-23.
 */
export function eacElement(described: Described<Agent>): string {
  const { record } = described.view;
  return printElement(
    'eac',
    NAMESPACES,
    controlOf(described) +
      printElement(
        'cpfDescription',
        {},
        identityOf(described) + descriptionOf(record) + relationsOf(described),
      ),
  );
}

/** That of EAC-CPF 2.0. */
export const EAC_NAMESPACE = 'https://archivists.org/ns/eac/v2';

const NAMESPACES = {
  xmlns: EAC_NAMESPACE,
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation': 'https://archivists.org/ns/eac/v2 https://www.loc.gov/ead/eac2/schema/eac2.xsd',
};

function controlOf(described: Described<Agent>): string {
  const { view, archive, url } = described;
  const events = view.editions.map(({ at, number, why }, nth) =>
    printElement(
      'maintenanceEvent',
      { maintenanceEventType: nth === 0 ? 'created' : 'revised' },
      printWords('agent', { agentType: 'unknown' }, archive.name) +
        printWords('eventDateTime', { standardDateTime: at }, at) +
        printWords('eventDescription', {}, why ?? `Edition ${number}`),
    ),
  );
  const sources = view.record.links.map((link) => {
    const href = webUriOf(link.url);
    return printElement('source', { href }, printWords('reference', { href }, `${link.scheme}: ${link.url}`));
  });
  return printElement(
    'control',
    {
      languageEncoding: 'ietf-bcp-47',
      scriptEncoding: 'iso15924',
      dateEncoding: 'otherDateEncoding',
      maintenanceStatus: view.editions.length > 1 ? 'revised' : 'new',
      publicationStatus: 'published',
    },
    printWords('recordId', {}, view.id) +
      printElement('maintenanceAgency', {}, printWords('agencyName', {}, archive.name || archive.url)) +
      printElement('maintenanceHistory', {}, events.join('')) +
      printAround('sources', {}, sources.join('')) +
      view.record.identifiers
        .map((one) => printWords('otherRecordId', { localType: one.scheme }, printIdentifier(one)))
        .join('') +
      printWords('otherRecordId', { localType: 'ark' }, described.ark) +
      printWords('representation', { href: url }, url),
  );
}

const ENTITY = { person: 'person', body: 'corporateBody', office: 'corporateBody' } as const;

function identityOf(described: Described<Agent>): string {
  const { record } = described.view;
  const { label } = described;
  const listed = record.names.findIndex(({ form }) => form === label.title);
  const entries = record.names.flatMap((name, at) =>
    name.form.trim() === '' ? [] : [nameEntry(name, at === listed)],
  );
  const warnings = warningsOf(described).map((words) => printWords('p', {}, words));
  return printElement(
    'identity',
    { localType: record.agentKind },
    printElement('entityType', { value: ENTITY[record.agentKind] }) +
      (entries.join('') || printElement('nameEntry', {}, printWords('part', {}, label.title))) +
      record.links
        .map(({ scheme, url }) =>
          printWords('identityId', { localType: scheme, valueURI: webUriOf(url) }, url),
        )
        .join('') +
      printAround('descriptiveNote', {}, warnings.join('')),
  );
}

/** `localType`: what kind of name it is, and after a space by what system it is romanised. */
const nameEntry = (name: Name, isListed: boolean): string =>
  printElement(
    'nameEntry',
    {
      languageOfElement: name.lang === undefined ? undefined : primaryLanguage(name.lang),
      scriptOfElement: name.lang === undefined ? undefined : scriptOf(name.lang),
      preferredForm: isListed ? 'true' : undefined,
      status: isListed ? 'authorized' : 'alternative',
      localType: [name.kind, name.romanisation].filter((one) => one !== undefined).join(' '),
    },
    printWords('part', {}, name.form) +
      (name.years === undefined ? '' : printElement('useDates', {}, datesElement(name.years))),
  );

function descriptionOf(record: Agent): string {
  const told = record.notes.map(({ text, lang }) =>
    printAround(
      'biogHist',
      { languageOfElement: lang },
      text
        .split(/\n+/)
        .map((words) => printWords('p', {}, words.trim()))
        .join(''),
    ),
  );
  const years = record.years ? printElement('existDates', {}, datesElement(record.years)) : '';
  return printAround('description', {}, years + told.join(''));
}

/** The documents that name it are listed on its page. */
const relationsOf = ({ url, archive }: Described<Agent>): string =>
  printElement(
    'relations',
    {},
    printElement(
      'relation',
      {},
      printElement(
        'targetEntity',
        { targetType: 'resource', valueURI: url },
        printWords('part', {}, archive.name || archive.url),
      ) + printWords('relationType', {}, 'documents that name it'),
    ),
  );
