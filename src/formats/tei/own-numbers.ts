import type { OwnNumber } from '../../core/document.ts';
import type { SourceKey } from '../../core/draft.ts';
import type { SourceNote } from '../../core/source.ts';
import { descendantsOf, plainOf, type XmlElement } from '../xml/xml-node.ts';
import type { Heading } from './heading.ts';
import type { Exchange } from './cited-numbers.ts';
import { DEPARTMENT } from './stations.ts';

const NOTES = new Set(['note']);
const OUTSIDE = new Set(['note', 'frus:attachment', 'table', 'quote']);
const LEADING = /^((?:(?:\p{Lu}\p{Ll}{2,7}|CAP|WH|SECTO|TOSEC|USUN|A|G|R|No\.)[\s-])?\d{1,6})\.\s/u;

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

/** The number under which the Department filed it: each of its papers has one of its own. */
function fileNumber({ original }: SourceNote<SourceKey>): string | undefined {
  if (original?.repositoryName !== DEPARTMENT) return undefined;
  return original.steps.find((step) => step.level === 'decimal' && step.code.includes('/'))?.code;
}

const KINDS: readonly (readonly [RegExp, OwnNumber['numberKind']])[] = [
  [/airgram/i, 'airgram'],
  [/despatch|instruction/i, 'dispatch'],
  [/circular/i, 'circular'],
  [/telegram|cable|message/i, 'telegram'],
];

/** The numbers that a document bears: a telegram's at its head, a despatch's in its opener, its file's. */
export function readNumbers(
  div: XmlElement,
  heading: Heading,
  exchange: Exchange,
  source: SourceNote<SourceKey>,
): readonly OwnNumber[] {
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
  const file = fileNumber(source);
  if (file !== undefined) numbers.push({ numberKind: 'file', value: file });
  return numbers;
}
