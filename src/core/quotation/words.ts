/** A word of a text, and where it stands in it (UTF-16 offsets, end excluded). */
export interface Word {
  readonly text: string;
  /** By which words are compared: small letters, one kind of apostrophe. */
  readonly fold: string;
  readonly from: number;
  readonly to: number;
}

/** A sign of Chinese or Japanese is a word of its own; elsewhere letters and digits make one, with apostrophes in it. */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{N}\p{M}])+(?:['’ʼ](?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{M}])+)*/gu;

/** The words of a text in their order. Whatever stands between them is found by their places. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    words.push({
      text: word,
      fold: word.toLowerCase().replace(/[’ʼ]/g, "'"),
      from: match.index,
      to: match.index + word.length,
    });
  }
  return words;
}
