import type { Delimiter } from '../sniff/delimiter.ts';

export interface LineScan {
  /** At the end of the line a quote is open. */
  readonly isQuoted: boolean;
  /** Where it opened, if on this line. */
  readonly openedAt?: number;
  /** A quote that opened on an earlier line is closed in the middle of something: it was left open there. */
  readonly isWrong: boolean;
}

/**
 * Follows the quotes of one line. A quote opens only at the beginning of a cell; within quotes two stand for
 * one; after the closing one only the end of the cell may follow.
 *
 *   'a,"b'  -> open since 2
 *   'b",c'  (open before)    -> closed
 *   'x,"y"' (open before)    -> wrong: `"y` closes it in the middle of a word
 */
export function scanLine(text: string, wasQuoted: boolean, delimiter: Delimiter): LineScan {
  let isQuoted = wasQuoted;
  let openedAt: number | undefined;
  let isFromBefore = wasQuoted;
  let isAtStart = !wasQuoted;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (isQuoted) {
      if (character !== '"') continue;
      if (text[at + 1] === '"') {
        at++;
        continue;
      }
      const next = /^[ \t]*(.?)/su.exec(text.slice(at + 1, at + 40))?.[1] ?? '';
      if (isFromBefore && next !== '' && next !== delimiter && text[at + 1] !== delimiter)
        return { isQuoted: true, isWrong: true };
      isQuoted = false;
      isFromBefore = false;
      isAtStart = false;
    } else if (character === delimiter) isAtStart = true;
    else if (character === '"' && isAtStart) {
      isQuoted = true;
      openedAt = at;
    } else isAtStart = false;
  }
  return { isQuoted, isWrong: false, ...(isQuoted && openedAt !== undefined ? { openedAt } : {}) };
}
