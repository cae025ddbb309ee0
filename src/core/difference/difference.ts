import { editsBetween } from './edits.ts';
import type { Span, Wording } from './wording.ts';

/** A stretch of one text and what stands in its place in the other. Of `kept` both are the same; of `added` the first is empty, of `removed` the second. */
export interface Run {
  readonly kind: 'kept' | 'added' | 'removed' | 'replaced';
  readonly one: Span;
  readonly other: Span;
  /** Words that an agency held back stand in it, in the first or the second. */
  readonly held?: 'one' | 'other' | 'both';
}

interface Token extends Span {
  readonly key: string;
  readonly isHeld: boolean;
}

const TOKEN = /\s+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}’']+|[^\s]/gu;

/**
 * What differs between two texts, word by word, in order: the runs cover both from end to end, and taking the
 * second part of each gives the second text. What was held back is one word, whatever its length. The work is
 * bounded (see `editsBetween`): of texts too unlike each other larger stretches are said to be replaced.
 *
 *   "He ate seven pastries."  "He ate three pastries, it is said."
 *   -> kept "He ate ", replaced "seven" by "three", kept " pastries", added ", it is said", kept "."
 */
export function differenceBetween(one: Wording, other: Wording): readonly Run[] {
  const [mine, theirs] = [tokensOf(one), tokensOf(other)];
  const numbers = new Map<string, number>();
  const numbered = (tokens: readonly Token[]): Int32Array =>
    Int32Array.from(tokens, ({ key }) => {
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, numbers.size);
      return numbers.size - 1;
    });
  const runs: Run[] = [];
  let [at, otherAt] = [0, 0];
  const add = (to: number, otherTo: number, isKept: boolean): void => {
    if (to === at && otherTo === otherAt) return;
    const [cut, otherCut] = [mine.slice(at, to), theirs.slice(otherAt, otherTo)];
    runs.push(runOf(cut, otherCut, endOf(mine, at), endOf(theirs, otherAt), isKept));
    [at, otherAt] = [to, otherTo];
  };
  for (const kept of smoothed(editsBetween(numbered(mine), numbered(theirs)), mine, theirs)) {
    add(kept.one, kept.other, false);
    add(kept.one + kept.length, kept.other + kept.length, true);
  }
  add(mine.length, theirs.length, false);
  return runs;
}

const endOf = (tokens: readonly Token[], at: number): number => tokens[at - 1]?.to ?? 0;

function runOf(
  cut: readonly Token[],
  otherCut: readonly Token[],
  from: number,
  otherFrom: number,
  isKept: boolean,
): Run {
  const [isHeld, isOtherHeld] = [cut.some((one) => one.isHeld), otherCut.some((one) => one.isHeld)];
  const held = isHeld ? (isOtherHeld ? 'both' : 'one') : isOtherHeld ? 'other' : undefined;
  const changed = cut.length === 0 ? 'added' : otherCut.length === 0 ? 'removed' : 'replaced';
  return {
    kind: isKept ? 'kept' : changed,
    one: { from, to: cut.at(-1)?.to ?? from },
    other: { from: otherFrom, to: otherCut.at(-1)?.to ?? otherFrom },
    ...(held === undefined ? {} : { held }),
  };
}

function tokensOf({ text, held }: Wording): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const plainTo = (to: number): void => {
    for (const match of text.slice(at, to).matchAll(TOKEN)) {
      const from = at + match.index;
      const key = match[0].trim() === '' ? ' ' : match[0];
      tokens.push({ from, to: from + match[0].length, key, isHeld: false });
    }
    at = to;
  };
  for (const { from, to } of held) {
    plainTo(from);
    tokens.push({ from, to, key: `\u0000${text.slice(from, to)}`, isHeld: true });
    at = to;
  }
  plainTo(text.length);
  return tokens;
}

interface Kept {
  readonly one: number;
  readonly other: number;
  readonly length: number;
}

/** Between two changes a space, or a comma alone, is no ground to stand on: it goes with them. */
function smoothed(
  kept: readonly Kept[],
  tokens: readonly Token[],
  others: readonly Token[],
): readonly Kept[] {
  return kept.filter(({ one, other, length }) => {
    const isFirst = one === 0 && other === 0;
    const isLast = one + length === tokens.length && other + length === others.length;
    const words = tokens.slice(one, one + length);
    return isFirst || isLast || words.some(({ key, isHeld }) => isHeld || /[\p{L}\p{N}]/u.test(key));
  });
}
