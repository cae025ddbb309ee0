import { printElement, printText, printWords } from '../xml/print-xml.ts';

/**
 * A stretch of time in EAC-CPF: an interval by its ends, anything else as it stands.
 *
 *   "1893-12-26/1976-09-09" -> <dateRange><fromDate …>1893-12-26</fromDate><toDate …>1976-09-09</toDate></dateRange>
 *   "1957/.."               -> <dateRange><fromDate …>1957</fromDate><toDate status="ongoing"/></dateRange>
 */
export function datesElement(edtf: string): string {
  const [from, to, ...more] = edtf.split('/');
  if (from === undefined || to === undefined || more.length > 0)
    return printElement('date', { standardDate: edtf }, printText(edtf));
  const begin = from === '..' ? '' : endOf('fromDate', from);
  return printElement('dateRange', {}, begin + (to === '..' ? ONGOING : endOf('toDate', to)));
}

const ONGOING = printElement('toDate', { status: 'ongoing' });

const endOf = (name: string, edtf: string): string =>
  edtf === '' ? printElement(name, { status: 'unknown' }) : printWords(name, { standardDate: edtf }, edtf);
