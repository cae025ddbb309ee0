import type { Span, Wording } from '../difference/wording.ts';
import type { RecordId } from '../id.ts';
import { primaryLanguage, UNDETERMINED, type LanguageTag } from '../language.ts';
import { terms, tokenize } from '../tokens/tokenize.ts';
import { numberIn } from './signs.ts';

/** A name or a number of a passage, where it stands: "n:…" of a record that a name is bound to, "#7". */
interface Told extends Span {
  readonly key: string;
}

/**
 * Of passages that tell of the same, the names and numbers that one has and no other: where accounts differ in
 * what can be held against each other, whatever their languages. A passage that stands alone tells nothing here.
 *
 *   "The colonel ate seven."   "Полковник съел три."   -> seven | три
 */
export function toldOnlyHere(
  passages: readonly Wording[],
  texts: readonly ToldIn[],
): readonly (readonly Span[])[] {
  const told = passages.map((passage, at) => toldIn(passage, texts[at] ?? NOWHERE));
  const spoken = passages.filter(({ text }) => text !== '').length;
  return told.map((mine, at) => {
    if (spoken < 2) return [];
    const elsewhere = new Set(told.flatMap((others, n) => (n === at ? [] : others.map(({ key }) => key))));
    const words = passages.flatMap(({ text }, n) => (n === at ? [] : text.toLowerCase())).join('\n');
    return mine
      .filter(({ key }) => !elsewhere.has(key))
      .map(({ from, to }) => ({ from, to }))
      .filter(({ from, to }) => !words.includes((passages[at]?.text ?? '').slice(from, to).toLowerCase()));
  });
}

/** What a passage is of: how its document binds names, and its language. */
export interface ToldIn {
  readonly bound: ReadonlyMap<string, RecordId>;
  readonly language: LanguageTag;
}
const NOWHERE: ToldIn = { bound: new Map(), language: UNDETERMINED };

function toldIn({ text, named, held }: Wording, { bound, language }: ToldIn): readonly Told[] {
  const told: Told[] = [];
  const isTaken = (start: number, end: number): boolean =>
    held.some(({ from, to }) => start < to && end > from);
  for (const { from, to, key } of named ?? []) {
    const id = bound.get(key);
    if (to > from) told.push({ from, to, key: `n:${id ?? terms(text.slice(from, to)).join(' ')}` });
  }
  tokenize(text, (term, from, to) => {
    const number = numberIn(term, primaryLanguage(language));
    const isInName = told.some((one) => from < one.to && to > one.from);
    if (number !== undefined && !isInName && !isTaken(from, to)) told.push({ from, to, key: `#${number}` });
  });
  return told.toSorted((a, b) => a.from - b.from);
}
