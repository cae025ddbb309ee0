import type { OwnNumber } from '../../core/document.ts';
import { descendantsOf, plainOf, type XmlElement } from '../xml/xml-node.ts';
import type { Heading } from './heading.ts';
import type { Exchange } from './cited-numbers.ts';
import { DEPARTMENT } from './stations.ts';

const NOTES = new Set(['note']);
const OUTSIDE = new Set(['note', 'frus:attachment', 'table', 'quote']);
const LEADING = /^((?:(?:\p{Lu}\p{Ll}{2,7}|CAP|WH|SECTO|TOSEC|USUN|A|G|R|No\.)[\s-])?\d{1,6})\.\s/u;
const FILE = /^\[?(\d{3}[A-Z]?(?:\.\d+)?[\w.]*\s?[A-Z]*\/\d+(?:[–-]\d+)*[a-z]?)/;

function firstParagraph(div: XmlElement): string {
  for (const child of div.children)
    if (typeof child !== 'string' && child.name === 'p') return plainOf(child, NOTES);
  return '';
}

function openerNumber(div: XmlElement): string | undefined {
  for (const seg of descendantsOf(div, 'seg', OUTSIDE)) {
    const found = /^\[?No\.\s*(\d{1,6})\b/.exec(plainOf(seg, NOTES))?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

function fileNumber(div: XmlElement): string | undefined {
  for (const note of descendantsOf(div, 'note', new Set(['p', 'frus:attachment']))) {
    if (note.attributes['type'] !== 'source') continue;
    return FILE.exec(plainOf(note))?.[1];
  }
  return undefined;
}

const KINDS: readonly (readonly [RegExp, OwnNumber['numberKind']])[] = [
  [/airgram/i, 'airgram'],
  [/despatch|instruction/i, 'dispatch'],
  [/circular/i, 'circular'],
  [/telegram|cable|message/i, 'telegram'],
];

/** The numbers that a document bears: a telegram's at its head, a despatch's in its opener, its file's above it. */
export function readNumbers(div: XmlElement, heading: Heading, exchange: Exchange): readonly OwnNumber[] {
  const numbers: OwnNumber[] = [];
  const kind = KINDS.find(([pattern]) => pattern.test(heading.genre ?? ''))?.[1];
  const parties =
    exchange.post === undefined
      ? {}
      : exchange.isFromPost
        ? { from: exchange.post, to: DEPARTMENT }
        : { from: DEPARTMENT, to: exchange.post };
  const isCorrespondence = kind !== undefined || heading.contributions.length > 1;
  const leading = isCorrespondence ? LEADING.exec(firstParagraph(div))?.[1] : undefined;
  if (leading !== undefined && !(kind === undefined && /^\d$/.test(leading)))
    numbers.push({ numberKind: kind ?? 'telegram', value: leading, ...parties });
  const opener = openerNumber(div);
  if (opener !== undefined) numbers.push({ numberKind: kind ?? 'dispatch', value: opener, ...parties });
  const file = fileNumber(div);
  if (file !== undefined) numbers.push({ numberKind: 'file', value: file });
  return numbers;
}
