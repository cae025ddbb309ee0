import type { Span } from '../../core/difference/wording.ts';
import { escapeText } from '../html.ts';

/** Writes the strings of a text in their order, with what is to be marked of them. */
export interface Pen {
  write(words: string): string;
  /** Words that are written otherwise: what is held back, a break of a line. */
  pass(words: string): void;
}

/** A stretch of the wording with what stands before each piece of it, after each, and after its last. */
export interface Stroke extends Span {
  readonly open: string;
  readonly close: string;
  readonly end: string;
}

/** A pen for one wording (`wordingOf`, joined): strings are known by their place in it; what is not found is written plainly. */
export function penFor(text: string, strokes: readonly Stroke[]): Pen {
  let at = 0;
  const goTo = (words: string): boolean => {
    let place = at;
    while (text[place] === '\n' && !text.startsWith(words, place)) place++;
    if (!text.startsWith(words, place)) return false;
    at = place;
    return true;
  };
  return {
    write(words) {
      if (!goTo(words)) return escapeText(words);
      const from = at;
      at += words.length;
      return writeBetween(text, from, at, strokes);
    },
    pass(words) {
      if (goTo(words)) at += words.length;
    },
  };
}

function writeBetween(text: string, from: number, to: number, strokes: readonly Stroke[]): string {
  let out = '';
  let at = from;
  for (const stroke of strokes) {
    const start = Math.max(stroke.from, at);
    const end = Math.min(stroke.to, to);
    if (start >= end) continue;
    out += escapeText(text.slice(at, start));
    out += stroke.open + escapeText(text.slice(start, end)) + stroke.close;
    if (end === stroke.to) out += stroke.end;
    at = end;
  }
  return out + escapeText(text.slice(at, to));
}
