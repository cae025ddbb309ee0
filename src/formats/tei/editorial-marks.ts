import type { EditorialMark, EmphasisStyle, PageMark } from '../../core/text.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { decoded } from './own-marks.ts';

/** How `hi` is to look, by the word that its source uses. */
export const STYLES: Readonly<Record<string, EmphasisStyle>> = {
  italic: 'italic',
  italics: 'italic',
  i: 'italic',
  bold: 'bold',
  strong: 'bold',
  b: 'bold',
  smallcaps: 'small-caps',
  'small-caps': 'small-caps',
  superscript: 'superscript',
  sup: 'superscript',
  subscript: 'subscript',
  sub: 'subscript',
  underline: 'underline',
  underlined: 'underline',
  strikethrough: 'strikethrough',
  spaced: 'spaced',
  gesperrt: 'spaced',
  'spaced-out': 'spaced',
  roman: 'roman',
  antiqua: 'roman',
  latintype: 'roman',
  code: 'code',
};

/** Editors' marks, by their elements. */
export const MARKS: Readonly<Record<string, EditorialMark>> = {
  unclear: 'unclear',
  supplied: 'supplied',
  del: 'deleted',
  add: 'added',
  sic: 'sic',
  corr: 'corrected',
  orig: 'sic',
  reg: 'corrected',
  abbr: 'abbreviation',
  expan: 'expansion',
  surplus: 'deleted',
};

/** The page that a page break begins, under the label it bears. */
export function pageMarkOf(element: XmlElement, isOwn: boolean): PageMark {
  const { n, facs, ed, 'xml:id': id } = element.attributes;
  const sourceId = isOwn ? element.attributes['source']?.slice(1) : id;
  if (isOwn)
    return { label: n ?? '', ...(facs ? { image: decoded(facs) } : {}), ...(sourceId ? { sourceId } : {}) };
  const label = n ?? ed ?? /(\d+)(?!.*\d)/.exec(facs ?? '')?.[1] ?? '';
  return { label, ...(facs ? { image: facs } : {}), ...(sourceId ? { sourceId } : {}) };
}

/** What an editor's mark says of itself in its attributes. */
export function noteOf(element: XmlElement): string | undefined {
  const { reason, place, rend, quantity, unit, extent, hand, scribe, medium } = element.attributes;
  const words = [quantity, unit, extent, reason, place, rend, hand ?? scribe, medium]
    .filter(Boolean)
    .join(' ');
  return words === '' ? undefined : words;
}

/** Whether a `gap` is an agency's act. */
export const isWithheldGap = (element: XmlElement): boolean =>
  /^(?:withheld|redacted|redaction|declassification|excised|sanitized)$/.test(
    element.attributes['reason'] ?? '',
  );
