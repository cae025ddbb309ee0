import { bareLetters, oneApostrophe, seen, spelledOut, type Word } from './words.ts';

/** What is no difference, and is said all the same. */
export type Forgiven =
  | 'quotation-marks'
  | 'hyphens'
  | 'spaces'
  | 'width'
  | 'letters'
  | 'spelling'
  | 'ellipsis'
  | 'added-in-brackets'
  | 'brackets'
  | 'sic'
  | 'first-capital'
  | 'note-marks';

/** Whether a word stands so; what was forgiven for it is noted. */
export function sameWord(quote: Word, word: Word, isFirst: boolean, forgiven: Set<Forgiven>): boolean {
  if (quote.isRejoined === true || word.isRejoined === true) forgiven.add('hyphens');
  const [a, b] = [quote.text, word.text];
  if (isSameWord(a, b, forgiven)) return true;
  if (!isFirst || !isSameWord(smallFirst(a), smallFirst(b), forgiven)) return false;
  forgiven.add('first-capital');
  return true;
}

const smallFirst = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1);

function isSameWord(quote: string, text: string, forgiven: Set<Forgiven>): boolean {
  let [a, b] = [quote, text];
  if (a === b) return true;
  for (const [kind, plain] of WORD_NORMALS) {
    [a, b] = [plain(a), plain(b)];
    if (a !== b) continue;
    forgiven.add(kind);
    return true;
  }
  return false;
}

/** Whether two words that are the same have other letters: who compares is told which. */
export const isSpeltOtherwise = (quote: string, text: string): boolean =>
  oneApostrophe(seen(quote)).toLowerCase() !== oneApostrophe(seen(text)).toLowerCase();

const WORD_NORMALS: readonly (readonly [kind: Forgiven, plain: (word: string) => string])[] = [
  ['hyphens', seen],
  ['quotation-marks', oneApostrophe],
  ['letters', bareLetters],
  ['spelling', spelledOut],
];

const MARKS = /[“”„‟«»‹›‘’‚‛'′″「」『』]/g;
/** In a quotation of several paragraphs each begins with a mark. */
const MARK_OF_LINE = /(\n\s*)["“„«»‘「『]/gu;

const NORMALS: readonly (readonly [kind: Forgiven, plain: (gap: string) => string])[] = [
  ['width', (gap) => gap.replace(/[！-～。、]/g, narrow)],
  ['brackets', (gap) => gap.replace(/[[\]]/g, '')],
  ['quotation-marks', (gap) => gap.replace(MARKS, '"')],
  ['hyphens', (gap) => gap.replace(/[‐‑‒–—―−]|--+/g, '-')],
  ['spaces', (gap) => gap.replace(/[\s\u200b\u00ad]+/gu, '')],
];

/** Points and commas of Chinese and Japanese take a whole square: "，" is ",". */
const narrow = (sign: string): string =>
  sign === '。' ? '.' : sign === '、' ? ',' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0);

const oneSpace = (gap: string): string => gap.replace(/\s+/gu, ' ');

/** What stands between two words, as far as it is told apart: points and commas are, kinds of marks are not. */
export function sameGap(quote: string, text: string, forgiven: Set<Forgiven>): boolean {
  if (isSameGap(quote, text, forgiven)) return true;
  const bare = quote.replace(MARK_OF_LINE, '$1');
  if (bare === quote || !isSameGap(bare, text, forgiven)) return false;
  forgiven.add('quotation-marks');
  return true;
}

function isSameGap(quote: string, text: string, forgiven: Set<Forgiven>): boolean {
  // How white space runs is no part of a text: a pasted line may end anywhere.
  const [a, b] = [oneSpace(quote), oneSpace(text)];
  if (a === b) return true;
  const isSameBy = (kinds: typeof NORMALS): boolean =>
    kinds.reduce((gap, [, plain]) => plain(gap), a) === kinds.reduce((gap, [, plain]) => plain(gap), b);
  if (!isSameBy(NORMALS)) return false;
  let needed = NORMALS;
  for (const one of NORMALS) {
    const others = needed.filter((other) => other !== one);
    if (isSameBy(others)) needed = others;
  }
  for (const [kind] of needed) forgiven.add(kind);
  return true;
}
