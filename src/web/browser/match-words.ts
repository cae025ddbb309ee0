import type { Box, PageWord } from './page-words.ts';

const WORDS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu;

/** The words of a text, as they are compared: without case and accents. */
export const foldedWords = (text: string): readonly string[] =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(WORDS) ?? [];

interface Token {
  readonly word: string;
  readonly from: PageWord;
}

const tokensOf = (page: readonly PageWord[]): readonly Token[] =>
  page.flatMap((from) => foldedWords(from.text).map((word) => ({ word, from })));

/** Words so far from where they are expected do not belong to the passage. */
const DRIFT = 12;
const COMMON = 12;
const LEAST_SHARE = 0.4;

/**
 * Where a passage stands on a page, line by line: where most of its words stand in its order, though a
 * machine may have misread some. Empty where it does not, or only in part.
 */
export function linesOfPassage(passage: string, page: readonly PageWord[]): readonly Box[] {
  const sought = foldedWords(passage);
  const tokens = tokensOf(page);
  const places = new Map<string, number[]>();
  tokens.forEach(({ word }, at) => places.set(word, [...(places.get(word) ?? []), at]));
  const offset = likeliestOffset(sought, places);
  if (offset === undefined) return [];
  const matched = new Set<number>();
  let count = 0;
  sought.forEach((word, at) => {
    const from = (place: number): number => Math.abs(place - at - offset);
    const [nearest] = (places.get(word) ?? [])
      .filter((place) => from(place) <= DRIFT)
      .sort((a, b) => from(a) - from(b));
    if (nearest === undefined) return;
    count += 1;
    matched.add(nearest);
  });
  if (count < Math.max(1, sought.length * LEAST_SHARE)) return [];
  const order = [...matched].sort((a, b) => a - b);
  const [first = 0] = order;
  const last = order.at(-1) ?? first;
  return linesOf(tokens.slice(first, last + 1).map(({ from }) => from));
}

/** By how much a passage is shifted against the page: rare words that stand in both say so. */
function likeliestOffset(
  sought: readonly string[],
  places: ReadonlyMap<string, readonly number[]>,
): number | undefined {
  const votes = new Map<number, number>();
  sought.forEach((word, at) => {
    const found = places.get(word) ?? [];
    if (found.length > COMMON) return;
    for (const place of found) votes.set(place - at, (votes.get(place - at) ?? 0) + 1 / found.length);
  });
  let best: number | undefined;
  let most = 0;
  for (const [shift, own] of votes) {
    // Words that were split or lost shift the rest: their neighbours speak for them, too.
    const sum = [-3, -2, -1, 1, 2, 3].reduce((all, step) => all + (votes.get(shift + step) ?? 0) / 2, own);
    if (sum > most) [best, most] = [shift, sum];
  }
  return best;
}

/** Every place on the page where one of the words stands, in a language without spaces as much of the line as it is. */
export function boxesOfWords(words: readonly string[], page: readonly PageWord[]): readonly Box[] {
  const sought = sequencesOf(words);
  return page.flatMap(({ text, x, y, w, h }): readonly Box[] =>
    placesIn(sought, text).map(({ from, to }) =>
      w <= h ? { x, y, w, h } : { x: x + (w * from) / text.length, y, w: (w * (to - from)) / text.length, h },
    ),
  );
}

/** From and up to, but not with: as characters of a text are counted. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const SIGN = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]';
/** A sign of a script that has no need of spaces, or a whole word; with its accents, since places are counted. */
const SIGNS_AND_WORDS = new RegExp(`${SIGN}|(?:(?!${SIGN})[\\p{L}\\p{N}\\p{M}])+`, 'gu');

const folded = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Each word as what follows each other in it. */
const sequencesOf = (words: readonly string[]): readonly (readonly string[])[] => [
  ...new Map(
    words.map((word) => {
      const parts = (word.match(SIGNS_AND_WORDS) ?? []).map(folded);
      return [parts.join(' '), parts] as const;
    }),
  ).values(),
];

/**
 * Where words stand in a text, without regard to case and accents, in order. Whole words: "he" does not stand
 * in "the"; but 世界 does in 世界人權, where there are no spaces.
 */
export const placesOfWords = (words: readonly string[], text: string): readonly Stretch[] =>
  placesIn(sequencesOf(words), text);

function placesIn(sought: readonly (readonly string[])[], text: string): readonly Stretch[] {
  const tokens = [...text.matchAll(SIGNS_AND_WORDS)].map((match) => ({
    word: folded(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }));
  const places: Stretch[] = [];
  let end = 0;
  tokens.forEach(({ from }, at) => {
    if (from < end) return;
    const longest = sought.reduce(
      (most, parts) =>
        parts.length > most && parts.every((part, n) => tokens[at + n]?.word === part) ? parts.length : most,
      0,
    );
    if (longest === 0) return;
    end = tokens[at + longest - 1]?.to ?? end;
    places.push({ from, to: end });
  });
  return places;
}

/** Words that follow each other as one box a line. */
export function linesOf(words: readonly Box[]): readonly Box[] {
  const lines: Box[] = [];
  for (const { x, y, w, h } of words) {
    const last = lines.at(-1);
    const isSameLine = last !== undefined && y + h / 2 > last.y && y + h / 2 < last.y + last.h;
    if (!isSameLine) {
      lines.push({ x, y, w, h });
      continue;
    }
    const left = Math.min(last.x, x);
    const top = Math.min(last.y, y);
    const right = Math.max(last.x + last.w, x + w);
    const foot = Math.max(last.y + last.h, y + h);
    lines[lines.length - 1] = { x: left, y: top, w: right - left, h: foot - top };
  }
  return lines;
}
