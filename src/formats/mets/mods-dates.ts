import { plainOf, type XmlElement } from '../xml/xml-node.ts';
import { bare, elementsOf } from './mets-names.ts';

/** A date as MODS gives it, in words or EDTF that dates are read from. */
export interface ModsDate {
  readonly words: string;
  readonly name: string;
  /** The elements that say it: the two ends of a span. */
  readonly from: readonly XmlElement[];
}

/** Which date of an origin is the document's, the surest first. */
const NAMES = ['dateCreated', 'dateIssued', 'copyrightDate', 'dateOther'];

/** The date that an `originInfo` says; undefined where it says none. */
export function dateOf(origin: XmlElement): ModsDate | undefined {
  const dates = elementsOf(origin).filter(
    (element) => NAMES.includes(bare(element)) && plainOf(element) !== '',
  );
  const key = dates.find(({ attributes }) => attributes['keyDate'] === 'yes');
  const name = key ? bare(key) : NAMES.find((one) => dates.some((date) => bare(date) === one));
  if (name === undefined) return undefined;
  const same = dates.filter((date) => bare(date) === name);
  const start = same.find(({ attributes }) => attributes['point'] === 'start');
  const end = same.find(({ attributes }) => attributes['point'] === 'end');
  if (start || end) {
    const words = `${start ? edtfOf(start) : '..'}/${end ? edtfOf(end) : '..'}`;
    return { words, name, from: [start, end].filter((one) => one !== undefined) };
  }
  const [first] = same;
  const best = key ?? same.find(({ attributes }) => attributes['encoding'] !== undefined) ?? first;
  return best && { words: edtfOf(best), name, from: [best] };
}

/** "19120503" -> "1912-05-03"; what is about so or uncertain says it. Words stay words. */
function edtfOf(element: XmlElement): string {
  const words = plainOf(element);
  const whole = words
    .replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
    .replace(/T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?$/, '');
  if (!/^-?[\dX]{4}(?:-\d{2}){0,2}$/.test(whole)) return words;
  const { qualifier } = element.attributes;
  return `${whole}${qualifier === 'approximate' ? '~' : qualifier === 'questionable' ? '?' : ''}`;
}

/** Whether an `originInfo` tells when pictures were taken, and not when the document was made. */
export const isOfDigitisation = (origin: XmlElement): boolean =>
  /digiti|captur/i.test(origin.attributes['eventType'] ?? '') ||
  elementsOf(origin).some(
    (one) =>
      bare(one) === 'dateCaptured' ||
      (bare(one) === 'edition' && /electronic|elektron|digital|électron/i.test(plainOf(one))),
  );
