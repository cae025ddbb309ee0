import { passageFields, type PassageField } from '../query.ts';
import type { SearchPassage } from '../search-document.ts';
import { tokenize } from '../tokens/tokenize.ts';
import { placesOf, type Sought } from './sought.ts';

/** A window of a passage as written, and where the found words stand in it (UTF-16, end excluded). */
export interface MarkedPassage {
  readonly field: PassageField;
  readonly block?: string;
  readonly rendition?: string;
  readonly lang?: string;
  readonly text: string;
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
  readonly marks: readonly (readonly [start: number, end: number])[];
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly which: number;
}

/** About three lines of a result page. */
export const WINDOW_CHARACTERS = 240;

/** Where a passage stands decides between equals: the text says more than the title, which is shown anyway. */
const RANK: Readonly<Record<PassageField, number>> = {
  text: 6,
  summary: 5,
  note: 4,
  number: 3,
  name: 2,
  variant: 2,
  source: 1,
  title: 0,
};

/**
 * The passages that show best what was found: most of the words first, then text before notes before
 * titles, then in order. Empty when nothing is looked for in words.
 */
export function bestPassages(
  passages: readonly SearchPassage[],
  sought: readonly Sought[],
  limit: number,
): readonly MarkedPassage[] {
  if (limit <= 0 || sought.length === 0) return [];
  const found: {
    readonly passage: SearchPassage;
    readonly marks: readonly Mark[];
    readonly score: number;
  }[] = [];
  for (const passage of passages) {
    const marks = marksIn(passage, sought);
    if (marks.length === 0) continue;
    found.push({
      passage,
      marks,
      score: passageScore(passage.field, kindsOf(marks), marks.length),
    });
  }
  found.sort((a, b) => b.score - a.score);
  return found.slice(0, limit).map(({ passage, marks }) => windowOf(passage, marks));
}

/** How well a passage shows what was found, where so many of the things sought stand, so often all together. */
export const passageScore = (field: PassageField, kinds: number, marks: number): number =>
  kinds * 100 + RANK[field] * 10 + Math.min(marks, 9);

const kindsOf = (marks: readonly Mark[]): number => new Set(marks.map(({ which }) => which)).size;

function marksIn(passage: SearchPassage, sought: readonly Sought[]): readonly Mark[] {
  const terms: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  tokenize(passage.text, (term, start, end) => {
    terms.push(term);
    starts.push(start);
    ends.push(end);
  });
  const marks: Mark[] = [];
  for (const [which, one] of sought.entries()) {
    if (!passageFields(one.field).includes(passage.field)) continue;
    for (const [first, last] of placesOf(one, terms))
      marks.push({ start: starts[first] ?? 0, end: ends[last] ?? 0, which });
  }
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The stretch with most of what was sought, cut where words end. */
function windowOf(passage: SearchPassage, marks: readonly Mark[]): MarkedPassage {
  const { text } = passage;
  const best = bestCluster(marks);
  const slack = Math.max(0, WINDOW_CHARACTERS - (best.end - best.start));
  let from = Math.max(0, best.start - Math.floor(slack / 3));
  let to = Math.min(text.length, from + Math.max(WINDOW_CHARACTERS, best.end - from));
  from = Math.max(0, Math.min(from, to - WINDOW_CHARACTERS));
  from = wordStart(text, from, best.start);
  to = wordEnd(text, to, best.end);
  const within = marks.filter(({ start, end }) => start >= from && end <= to);
  return {
    field: passage.field,
    ...(passage.block === undefined ? {} : { block: passage.block }),
    ...(passage.rendition === undefined ? {} : { rendition: passage.rendition }),
    ...(passage.lang === undefined ? {} : { lang: passage.lang }),
    text: text.slice(from, to),
    cutBefore: from > 0,
    cutAfter: to < text.length,
    marks: joined(within).map(({ start, end }) => [start - from, end - from] as const),
  };
}

function bestCluster(marks: readonly Mark[]): { readonly start: number; readonly end: number } {
  let best = { start: 0, end: 0, score: -1 };
  let last = 0;
  for (const [at, mark] of marks.entries()) {
    last = Math.max(last, at);
    while ((marks[last + 1]?.end ?? Infinity) - mark.start <= WINDOW_CHARACTERS) last++;
    const window = marks.slice(at, last + 1);
    const score = kindsOf(window) * 1000 + window.length;
    const end = window.reduce((furthest, one) => Math.max(furthest, one.end), mark.end);
    if (score > best.score) best = { start: mark.start, end, score };
  }
  return best;
}

const isSpace = (character: string | undefined): boolean => character !== undefined && /\s/u.test(character);

/** The first beginning of a word at or after `from`, within 24 characters; never inside a surrogate pair. */
function wordStart(text: string, from: number, atMost: number): number {
  if (from === 0) return 0;
  for (let at = from; at < Math.min(from + 24, atMost); at++) if (isSpace(text[at - 1])) return at;
  return isLowSurrogate(text, from) ? from - 1 : from;
}

function wordEnd(text: string, to: number, atLeast: number): number {
  if (to === text.length) return to;
  for (let at = to; at > Math.max(to - 24, atLeast); at--) if (isSpace(text[at])) return at;
  return isLowSurrogate(text, to) ? to + 1 : to;
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Marks that overlap, as pairs of Chinese characters do, are one. */
function joined(marks: readonly Mark[]): readonly { readonly start: number; readonly end: number }[] {
  const out: { start: number; end: number }[] = [];
  for (const { start, end } of marks) {
    const before = out.at(-1);
    if (before !== undefined && start < before.end) before.end = Math.max(before.end, end);
    else out.push({ start, end });
  }
  return out;
}
