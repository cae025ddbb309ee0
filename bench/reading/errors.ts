/** How far what was read is from what stands there, in steps: insertions, deletions and replacements (Levenshtein). */
export function distance<T>(read: readonly T[], given: readonly T[]): number {
  let before = Array.from({ length: given.length + 1 }, (_, at) => at);
  for (const [row, one] of read.entries()) {
    const next = [row + 1];
    for (const [at, other] of given.entries())
      next.push(
        Math.min((before[at] ?? 0) + (one === other ? 0 : 1), (before[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1),
      );
    before = next;
  }
  return before.at(-1) ?? 0;
}

/** Counts of characters and words, and of the errors in them. */
export interface Errors {
  chars: number;
  charErrors: number;
  words: number;
  wordErrors: number;
}

export const noErrors = (): Errors => ({ chars: 0, charErrors: 0, words: 0, wordErrors: 0 });

/** Signs that only look otherwise are one: quotation marks, dashes, spaces. */
const evened = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replace(/[–—‐‑]/g, '-')
    .replace(/[\uff01-\uff5e]/g, (wide) => wide.normalize('NFKC'))
    .replace(/\s+/g, ' ')
    .trim();

/** Scripts without spaces are counted by character only; a space in them is none. */
const UNSPACED =
  /(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uffef]) | (?=[\p{Script=Han}\u3000-\u303f\uff00-\uffef])/gu;

export function addErrors(sum: Errors, read: string, given: string): void {
  const [one, other] = [evened(read).replace(UNSPACED, ''), evened(given).replace(UNSPACED, '')];
  const [words, givenWords] = [one.split(' ').filter(Boolean), other.split(' ').filter(Boolean)];
  sum.chars += [...other].length;
  sum.charErrors += distance([...one], [...other]);
  sum.words += givenWords.length;
  sum.wordErrors += distance(words, givenWords);
}

export const percent = (part: number, whole: number): string =>
  whole === 0 ? '-' : `${((part / whole) * 100).toFixed(2)}%`;
