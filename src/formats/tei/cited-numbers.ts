import type { Inline, LinkTarget } from '../../core/text.ts';
import { plainInline } from '../../core/text.ts';
import { DEPARTMENT } from './stations.ts';

/** Between which two a document passed, so that "your 1234" can be read: the Department and a city. */
export interface Exchange {
  /** The city of the post; absent where none is known. */
  readonly post?: string;
  readonly isFromPost: boolean;
}

const CITED =
  /\b(?:(?<kind>[Tt]elegrams?|[Cc]ables?)\s+(?:No\.\s+)?(?<number>\d{1,6})\s+(?<way>from|to)\s+(?<city>\p{Lu}[\p{L}.]+(?:\s(?:City|Delhi|Hague|Kong|York|Aviv|Penh|Aires|Paulo|Janeiro))?)|(?<word>Embtels?|Deptels?|[Uu]rtels?|[Yy]ourtels?|[Mm]ytels?|[Rr]eurtel|[Yy]our|[Mm]y)\s+(?:(?:telegram|tel)\s+)?(?:No\.\s+)?(?<bare>\d{2,6}))(?![\d.,]*\d|\s*(?:percent|per cent|million|billion|days?|years?|months?|miles?|men))/gu;
/** What any citation has: looked for first, because most strings have none. */
const DIGIT = /\d/;
const MAYBE = /(?:tels?|egrams?|ables?|[Yy]our|[Mm]y)\s+(?:\w+\s+)?(?:No\.\s+)?\d/;

/** Which telegram a word and its number mean, or undefined if it can't be known. */
export function meantBy(word: string, number: string, exchange: Exchange): LinkTarget | undefined {
  const { post } = exchange;
  if (post === undefined) return undefined;
  const fromPost: LinkTarget = { kind: 'number', number, from: post };
  const toPost: LinkTarget = { kind: 'number', number, from: DEPARTMENT, to: post };
  if (/^embtel/i.test(word)) return fromPost;
  if (/^deptel/i.test(word)) return toPost;
  if (/^my/i.test(word)) return exchange.isFromPost ? fromPost : toPost;
  return exchange.isFromPost ? toPost : fromPost;
}

function targetOf(
  groups: Readonly<Record<string, string | undefined>>,
  exchange: Exchange,
): LinkTarget | undefined {
  const { number, way, city, word, bare } = groups;
  if (number !== undefined && city !== undefined) {
    if (/^(?:The|Our|That|This|Secretary|Ambassador|President|General|Mr)$/.test(city)) return undefined;
    return way === 'from'
      ? { kind: 'number', number, from: city }
      : { kind: 'number', number, from: DEPARTMENT, to: city };
  }
  return word !== undefined && bare !== undefined ? meantBy(word, bare, exchange) : undefined;
}

function splitString(text: string, exchange: Exchange, out: Inline[]): void {
  let from = 0;
  for (const found of text.matchAll(CITED)) {
    const to = targetOf(found.groups ?? {}, exchange);
    if (to === undefined) continue;
    if (found.index > from) out.push(text.slice(from, found.index));
    out.push({ kind: 'link', to, content: [found[0]] });
    from = found.index + found[0].length;
  }
  if (from < text.length) out.push(text.slice(from));
}

const WORD = /^(?:Embtel|Deptel|[Uu]rtel|[Yy]ourtel|[Mm]ytel|[Rr]eurtel)s?$/;

/**
 * The same inlines with each citation of a telegram by its number as a link:
 * "telegram 217 from New Delhi", "Embtel 1234", "your 567" (where it is known to whom).
 */
export function markCitations(content: readonly Inline[], exchange: Exchange): readonly Inline[] {
  let isChanged = false;
  const out: Inline[] = [];
  content.forEach((part, at) => {
    if (typeof part !== 'string') return void out.push(part);
    const before = content[at - 1];
    const word = typeof before === 'object' && before.kind === 'name' ? plainInline(before.content) : '';
    const number = WORD.test(word) ? /^\s+(\d{1,6})(?!\d)/.exec(part) : null;
    const to = number?.[1] === undefined ? undefined : meantBy(word, number[1], exchange);
    if (number?.[1] !== undefined && to !== undefined) {
      isChanged = true;
      out.push(number[0].slice(0, -number[1].length), { kind: 'link', to, content: [number[1]] });
      if (part.length > number[0].length) splitString(part.slice(number[0].length), exchange, out);
    } else if (DIGIT.test(part) && MAYBE.test(part)) {
      isChanged = true;
      splitString(part, exchange, out);
    } else out.push(part);
  });
  return isChanged ? out : content;
}
