import type { Described } from '../fields/described.ts';
import { warningsOf } from '../fields/said-of-forms.ts';
import { printAround, printElement, printWords } from '../xml/print-xml.ts';

/** That of EAD3. */
export const EAD_NAMESPACE = 'http://ead3.archivists.org/schema/';

export const EAD_NAMESPACES = {
  xmlns: EAD_NAMESPACE,
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation': 'http://ead3.archivists.org/schema/ https://www.loc.gov/ead/ead3.xsd',
};

/** What is said of the finding aid itself: who made it, of which record, and its editions. */
export function controlElement(described: Described): string {
  const { view, url, archive, label } = described;
  const events = view.editions.map(({ at, number, why }, nth) =>
    printElement(
      'maintenanceevent',
      {},
      printElement('eventtype', { value: nth === 0 ? 'created' : 'revised' }) +
        printWords('eventdatetime', { standarddatetime: at.slice(0, 10) }, at) +
        printElement('agenttype', { value: 'unknown' }) +
        printWords('agent', {}, archive.name || archive.url) +
        printWords('eventdescription', {}, why ?? `Edition ${number}`),
    ),
  );
  const notes = warningsOf(described).map((words) => printWords('p', {}, words));
  return printElement(
    'control',
    {},
    printWords('recordid', { instanceurl: url }, view.id) +
      printElement(
        'filedesc',
        {},
        printElement('titlestmt', {}, printWords('titleproper', {}, label.title)) +
          printElement('publicationstmt', {}, printWords('publisher', {}, archive.name || archive.url)) +
          printAround('notestmt', {}, printAround('controlnote', {}, notes.join(''))),
      ) +
      printElement('maintenancestatus', { value: view.editions.length > 1 ? 'revised' : 'new' }) +
      printElement('maintenanceagency', {}, printWords('agencyname', {}, archive.name || archive.url)) +
      printElement('maintenancehistory', {}, events.join('')),
  );
}
