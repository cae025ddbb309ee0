import type { PageLine } from './page-text.ts';

/** Signs between which nobody writes a space. */
export const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Whether a space stands between a text and the word that follows it. */
export const isSpacedFrom = (text: string, word: string): boolean =>
  !(UNSPACED.test(text.slice(-1)) && UNSPACED.test(word.slice(0, 1)));

/** A line as one reads it: words with spaces between, signs without. */
export function lineWords({ words }: PageLine): string {
  let text = '';
  for (const [at, word] of words.entries())
    text += (at > 0 && isSpacedFrom(text, word.text) ? ' ' : '') + word.text;
  return text;
}
