/** A word of a text, and where it stands in it (UTF-16 offsets, end excluded). */
export interface Word {
  readonly text: string;
  /** By which words are compared: small letters, one kind of apostrophe, without what may be left out in writing. */
  readonly fold: string;
  readonly from: number;
  readonly to: number;
  /** It was parted at the end of a line. */
  readonly isRejoined?: boolean;
}

/**
 * A sign of Chinese or Japanese is a word of its own; elsewhere letters and digits make one, with apostrophes and
 * what is not seen (soft hyphens, joiners) in it.
 */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])(?:[\p{L}\p{N}\p{M}]|(?<=[\p{L}\p{M}])[\u00ad\u200b-\u200d\u2060](?=\p{L})))+(?:['’ʼ](?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{M}])+)*/gu;

const UNSEEN = /[\u00ad\u200b-\u200d\u2060]/g;
/** Vowel signs of Arabic and Hebrew, and the stroke that draws a word out. */
const VOWEL_SIGNS = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u0652\u0670]/g;

/** Without signs that are not seen. */
export const seen = (word: string): string => word.replace(UNSEEN, '');
/** Without what writers may leave out: vowel signs, the points of ё. */
export const bareLetters = (word: string): string =>
  word.replace(VOWEL_SIGNS, '').replaceAll('ё', 'е').replaceAll('Ё', 'Е');
export const oneApostrophe = (word: string): string => word.replace(/[’ʼ]/g, "'");

const LETTERS_WITH_TWO_SPELLINGS = /[äöüßæœøå]/giu;
const SPELT: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'oe',
  å: 'aa',
};
const BEYOND_ASCII = /[^\0-\x7f]/;
const CAPITAL = /\p{Lu}/u;

/**
 * With two letters for one, as telegrams and typewriters have it, and without forms of letters that only print has.
 *
 *   "für" -> "fuer"    "STRAẞE" -> "STRASSE"    "Œuvre" -> "Oeuvre"    "ﬁrſt" -> "first"
 */
export const spelledOut = (word: string): string =>
  BEYOND_ASCII.test(word)
    ? word.normalize('NFKC').replace(LETTERS_WITH_TWO_SPELLINGS, (letter, at: number, whole: string) => {
        const two = SPELT[letter.toLowerCase()] ?? letter;
        const [before, after] = [whole.charAt(at - 1), whole.charAt(at + 1)];
        if (!CAPITAL.test(letter === 'ß' ? before : letter)) return two;
        const isAmongCapitals = CAPITAL.test(after === '' || after === 'ß' ? before : after);
        return isAmongCapitals ? two.toUpperCase() : two.charAt(0).toUpperCase() + two.slice(1);
      })
    : word;

const TWO_FOR_ONE = /[äöüæœøå]|ae|oe|ue|aa/iu;

/** Whether a word may be written otherwise so that a search for it does not find it: "für" and "fuer", "neue". */
export const mayBeSpeltOtherwise = (word: string): boolean => TWO_FOR_ONE.test(word);

const ONE_FOR_TWO: Readonly<Record<string, string>> = { ae: 'ä', oe: 'ö', ue: 'ü', aa: 'å' };

/** The word with one letter for each two that may stand for it, else with two for each one. */
export const otherSpelling = (word: string): string => {
  const joined = word.toLowerCase().replace(/ae|oe|ue|aa/gu, (two) => ONE_FOR_TWO[two] ?? two);
  return joined === word.toLowerCase() ? spelledOut(word) : joined;
};

const foldOf = (word: string): string => spelledOut(bareLetters(seen(oneApostrophe(word.toLowerCase()))));

/** The words of a text in their order. Whatever stands between them is found by their places. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    words.push({ text: word, fold: foldOf(word), from: match.index, to: match.index + word.length });
  }
  return words;
}

const LINE_END = /^[-‐¬\u00ad]\s+$/u;
const MAY_BE_PARTED = /\p{L}[-‐¬\u00ad]\s/u;

/**
 * Words that were parted at the end of a line are one again, where the other text has them so.
 *
 *   "har-\nbour" -> "harbour", if that is known; "co-\noperative" stays two where only those are
 */
export function rejoined<W extends Word>(
  text: string,
  words: readonly W[],
  known: ReadonlySet<string>,
): readonly W[] {
  if (!MAY_BE_PARTED.test(text)) return words;
  const whole: W[] = [];
  for (const word of words) {
    const last = whole.at(-1);
    const fold = (last?.fold ?? '') + word.fold;
    if (last === undefined || !LINE_END.test(text.slice(last.to, word.from)) || !known.has(fold))
      whole.push(word);
    else
      whole[whole.length - 1] = { ...last, text: last.text + word.text, fold, to: word.to, isRejoined: true };
  }
  return whole;
}

/** The mark of a note that was copied along, close behind a word ("home3"), is a word of its own. */
export function withoutNoteMarks<W extends Word>(
  words: readonly W[],
  known: ReadonlySet<string>,
  labels: ReadonlySet<string>,
): readonly W[] {
  if (labels.size === 0) return words;
  return words.flatMap((word) => {
    const [, stem = '', label = ''] = /^(.*\p{L})(\d{1,3})$/u.exec(word.text) ?? [];
    if (label === '' || known.has(word.fold) || !labels.has(label)) return [word];
    const at = word.from + stem.length;
    return [
      { ...word, text: stem, fold: foldOf(stem), to: at },
      { ...word, text: label, fold: label, from: at },
    ];
  });
}
