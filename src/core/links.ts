import type { OwnNumber } from './document.ts';
import type { ArchiveRecord } from './record.ts';
import { printIdentifier } from './id.ts';
import { eachMarked } from './each-marked.ts';
import type { LinkTarget, Text } from './text.ts';

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * The identifiers under which a document answers to its own numbers, so that "your 1234" finds it:
 *
 *   { value: "243", from: "Geneva", to: "Department of State" }
 *   -> "number:243@geneva", "number:243@geneva>department of state"
 */
export function numberIdentifiers(number: OwnNumber): readonly string[] {
  if (number.from === undefined) return [];
  const from = `number:${fold(number.value)}@${fold(number.from)}`;
  return number.to === undefined ? [from] : [from, `${from}>${fold(number.to)}`];
}

/** The identifier that a link asks for; undefined for one that stays in its text or leaves the archive. */
export function identifierOfLink(to: LinkTarget): string | undefined {
  switch (to.kind) {
    case 'identifier':
      return to.identifier;
    case 'number': {
      if (to.from === undefined) return undefined;
      const from = `number:${fold(to.number)}@${fold(to.from)}`;
      return to.to === undefined ? from : `${from}>${fold(to.to)}`;
    }
    case 'block':
    case 'web':
      return undefined;
  }
}

/** The same with the place in it that is led to, so that two places of one record are two. */
export function placeOfLink(to: LinkTarget): string | undefined {
  const identifier = identifierOfLink(to);
  return to.kind === 'identifier' && to.block !== undefined ? `${identifier} ${to.block}` : identifier;
}

/**
 * Whether a document that cites a number answers what bears it: it came from the other end of the same
 * exchange. "Your 1234" is answered; "my 1234" and "telegram 217 from elsewhere" are spoken of.
 *
 *   number 1234 from Geneva, in a telegram from the Department to Geneva -> true
 *   number 1234 from Geneva, in a telegram from Geneva                   -> false
 */
export function isAnswer(to: LinkTarget, own: readonly OwnNumber[]): boolean {
  if (to.kind !== 'number' || to.from === undefined) return false;
  const from = fold(to.from);
  return own.some(
    (number) =>
      number.from !== undefined &&
      fold(number.from) !== from &&
      (number.to === undefined || fold(number.to) === from),
  );
}

/** Every printed identifier that a record answers to. */
export function identifiersOf(record: ArchiveRecord): readonly string[] {
  const own = record.identifiers.map(printIdentifier);
  return record.kind === 'document' ? [...own, ...record.numbers.flatMap(numberIdentifiers)] : own;
}

/** Every link of a text, each once by what it asks for ({@link placeOfLink}). */
export function linksOf(text: Text): ReadonlyMap<string, LinkTarget> {
  const found = new Map<string, LinkTarget>();
  eachMarked(text, (marked) => {
    if (marked.kind !== 'link') return;
    const place = placeOfLink(marked.to);
    if (place !== undefined && !found.has(place)) found.set(place, marked.to);
  });
  return found;
}
