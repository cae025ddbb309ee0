/** A ground on which an agency holds back: of the Freedom of Information Act or of Executive Order 13526, or as another law calls it. */
export type Exemption =
  | { readonly law: 'foia' | 'order'; readonly number: number; readonly words: string }
  | { readonly law: 'other'; readonly words: string };

const LONGEST = 60;
const ORDER = /(?:^|[\s,(])3\.3\s*\(?b\)?\s*\(?([1-9])\)?(?![\d.])/iu;
const FOIA =
  /^(?:foia|exemption|5\s*u\.?\s*s\.?\s*c\.?\s*§*\s*552)?[\s,:]*\(?b\)?\s*-?\(?([1-9])\)?((?:\([a-f]\))?)$/iu;

/**
 * What a claim names, one ground each; a list of several is taken apart.
 *
 *   "b1", "(b)(1)", "FOIA (b)(1)"     -> FOIA 1, "(b)(1)"
 *   "E.O. 13526, sec. 3.3(b)(6)"      -> order 6, "3.3(b)(6)"
 *   "s. 4(1)(a), s. 6"                -> other "s. 4(1)(a)", other "s. 6"
 */
export function readExemptions(claim: string): readonly Exemption[] {
  const whole = claim.replace(/\s+/gu, ' ').trim();
  const order = ORDER.exec(whole);
  const isOneOrder = order !== null && !/[;]|,\s*(?:3\.3|\(?b\)?\()/iu.test(whole.slice(order.index + 1));
  if (isOneOrder) return [orderOf(Number(order[1]))];
  return whole.split(/\s*[;,]\s*(?![^()]*\))/u).flatMap((part) => (part === '' ? [] : [readOne(part)]));
}

const orderOf = (number: number): Exemption => ({ law: 'order', number, words: `3.3(b)(${number})` });

function readOne(part: string): Exemption {
  const order = ORDER.exec(part);
  if (order !== null) return orderOf(Number(order[1]));
  const foia = FOIA.exec(part);
  if (foia === null) return { law: 'other', words: part.slice(0, LONGEST) };
  const number = Number(foia[1]);
  return { law: 'foia', number, words: `(b)(${number})${foia[2] ?? ''}`.toLowerCase() };
}
