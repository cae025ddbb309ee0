import type { Leaf } from '../citation/passage.ts';
import type { BlockId } from '../text.ts';
import { fit, type Step } from './align.ts';
import { quotedWords, type Quotation, type QuotedWord, type Segment } from './read-quotation.ts';
import { wordsOf, type Word } from './words.ts';

/** What is no difference, and is said all the same. */
export type Forgiven =
  | 'quotation-marks'
  | 'hyphens'
  | 'spaces'
  | 'ellipsis'
  | 'added-in-brackets'
  | 'brackets'
  | 'sic'
  | 'first-capital'
  | 'note-marks';

/** A stretch of a quotation beside the text: the same in both, or what each has. */
export interface Stretch {
  readonly kind: 'same' | 'differs' | 'left-out' | 'added';
  readonly quote: string;
  readonly text: string;
}

/** How a quotation stands in a text. */
export interface Comparison {
  readonly verdict: 'exact' | 'forgiven' | 'differs';
  readonly forgiven: ReadonlySet<Forgiven>;
  readonly stretches: readonly Stretch[];
  /** The blocks in which it begins and ends. */
  readonly first: BlockId;
  readonly last: BlockId;
  /** What stands before and after it in those. */
  readonly before: string;
  readonly after: string;
  /** How many of its words stand so, of how many. */
  readonly same: number;
  readonly words: number;
}

/** A text as it is compared with. */
export interface ComparedText {
  readonly leaves: readonly Leaf[];
  /** Labels of notes: they are copied along with the words. */
  readonly noteLabels: ReadonlySet<string>;
}

interface TextWord extends Word {
  readonly leaf: number;
}

/** Less than this share of the words is no quotation of the text. */
const LEAST_SHARE = 0.6;
const CONTEXT = 160;

/**
 * Sets a quotation beside a text: its parts in their order, each where it lies best. Undefined where less than
 * three fifths of its words stand there.
 */
export function compareQuotation(quotation: Quotation, text: ComparedText): Comparison | undefined {
  const words = text.leaves.flatMap(({ text: line }, leaf) =>
    wordsOf(line).map((word) => ({ ...word, leaf })),
  );
  const folds = words.map(({ fold }) => fold);
  const parts: { readonly segment: Segment; readonly steps: readonly Step[] }[] = [];
  let from = 0;
  for (const segment of quotation.segments) {
    const fitted = fit(
      segment.words.map(({ fold }) => fold),
      folds,
      from,
    );
    if (fitted === undefined) {
      if (segment.words.every(({ isAdded }) => isAdded)) continue;
      return undefined;
    }
    parts.push({ segment, steps: fitted.steps });
    from = lastText(fitted.steps, from) + 1;
  }
  const total = quotedWords(quotation);
  const same = parts.reduce((sum, { segment, steps }) => sum + sameWords(segment, steps), 0);
  if (parts.length === 0 || same < total * LEAST_SHARE) return undefined;
  return told(quotation, text, { words, parts, same, total });
}

const sameWords = ({ words }: Segment, steps: readonly Step[]): number =>
  steps.filter((step) => step.kind === 'same' && words[step.quote]?.isAdded !== true).length;

const lastText = (steps: readonly Step[], otherwise: number): number =>
  steps.reduce((last, step) => (step.kind === 'added' ? last : Math.max(last, step.text)), otherwise - 1);

interface Fitted {
  readonly words: readonly TextWord[];
  readonly parts: readonly { readonly segment: Segment; readonly steps: readonly Step[] }[];
  readonly same: number;
  readonly total: number;
}

function told(quotation: Quotation, text: ComparedText, fitted: Fitted): Comparison | undefined {
  const { words, parts, same, total } = fitted;
  const forgiven = new Set<Forgiven>();
  if (quotation.taken.has('sic')) forgiven.add('sic');
  if (quotation.taken.has('bracketed-capital')) forgiven.add('first-capital');
  if (quotation.segments.length > 1) forgiven.add('ellipsis');
  const stretches: Stretch[] = [];
  parts.forEach(({ segment, steps }, at) => {
    if (at > 0) stretches.push({ kind: 'left-out', quote: '…', text: '…' });
    for (const one of stretchesOf({ segment, steps, words, text, forgiven })) push(stretches, one);
  });
  const places = parts.flatMap(({ steps }) =>
    steps.flatMap((step) => (step.kind === 'added' ? [] : [step.text])),
  );
  const [first, last] = [words[Math.min(...range(places))], words[Math.max(...range(places))]];
  const [firstLeaf, lastLeaf] = [first && text.leaves[first.leaf], last && text.leaves[last.leaf]];
  const [firstId, lastId] = [firstLeaf?.ids.at(-1), lastLeaf?.ids.at(-1)];
  if (!first || !last || !firstLeaf || !lastLeaf || !firstId || !lastId) return undefined;
  const differs = stretches.some(({ kind, quote }) => kind !== 'same' && quote !== '…');
  return {
    verdict: differs ? 'differs' : forgiven.size > 0 ? 'forgiven' : 'exact',
    forgiven,
    stretches,
    first: firstId,
    last: lastId,
    before: firstLeaf.text.slice(Math.max(0, first.from - CONTEXT), first.from),
    after: lastLeaf.text.slice(last.to, last.to + CONTEXT),
    same,
    words: total,
  };
}

/** First and last are enough, however many there are. */
const range = (places: readonly number[]): readonly number[] => [places[0] ?? -1, places.at(-1) ?? -1];

/** Neighbours of one kind are one stretch. */
function push(stretches: Stretch[], one: Stretch): void {
  const last = stretches.at(-1);
  if (last?.kind !== one.kind || one.quote === '…' || last.quote === '…') stretches.push(one);
  else
    stretches[stretches.length - 1] = {
      kind: one.kind,
      quote: last.quote + one.quote,
      text: last.text + one.text,
    };
}

interface Beside {
  readonly segment: Segment;
  readonly steps: readonly Step[];
  readonly words: readonly TextWord[];
  readonly text: ComparedText;
  readonly forgiven: Set<Forgiven>;
}

function* stretchesOf(beside: Beside): Generator<Stretch> {
  const { segment, steps, words, forgiven } = beside;
  let lastQuote = -1;
  let lastText = -1;
  let isAfterAdded = false;
  for (const step of steps) {
    const quote = step.kind === 'left-out' ? undefined : segment.words[step.quote];
    const word = step.kind === 'added' ? undefined : words[step.text];
    const gaps = {
      quote: quote === undefined || lastQuote < 0 ? '' : gapBefore(segment, lastQuote, quote, isAfterAdded),
      text: word === undefined || lastText < 0 ? '' : gapOfText(beside, lastText, word),
    };
    if (step.kind === 'added' && quote !== undefined) {
      const isForgiven = isAddedRightly(beside, quote);
      if (isForgiven !== undefined) {
        forgiven.add(isForgiven);
        yield { kind: 'same', quote: gaps.quote + quote.text, text: '' };
      } else yield { kind: 'added', quote: gaps.quote + quote.text, text: '' };
    } else if (step.kind === 'left-out' && word !== undefined)
      yield { kind: 'left-out', quote: '', text: gaps.text + word.text };
    else if (quote !== undefined && word !== undefined)
      yield* ofPair({ quote, word, gaps, isFirst: lastQuote < 0, isSame: step.kind === 'same', forgiven });
    isAfterAdded = step.kind === 'added' && quote?.isAdded === true;
    if (step.kind !== 'left-out') lastQuote = step.quote;
    if (step.kind !== 'added') lastText = step.text;
  }
}

interface Pair {
  readonly quote: QuotedWord;
  readonly word: Word;
  readonly gaps: { readonly quote: string; readonly text: string };
  readonly isFirst: boolean;
  readonly isSame: boolean;
  readonly forgiven: Set<Forgiven>;
}

function* ofPair({ quote, word, gaps, isFirst, isSame, forgiven }: Pair): Generator<Stretch> {
  const isGapSame = sameGap(gaps.quote, gaps.text, forgiven);
  if (gaps.quote !== '' || gaps.text !== '')
    yield { kind: isGapSame ? 'same' : 'differs', quote: gaps.quote, text: gaps.text };
  const isWordSame = isSame && sameWord(quote.text, word.text, isFirst, forgiven);
  yield { kind: isWordSame ? 'same' : 'differs', quote: quote.text, text: word.text };
}

/** Brackets about what was added belong to that. */
function gapBefore({ text, words }: Segment, last: number, word: QuotedWord, isAfterAdded: boolean): string {
  const gap = text.slice(words[last]?.to ?? word.from, word.from);
  return isAfterAdded ? gap.replace(/[[\]]/g, '') : gap;
}

function gapOfText({ words, text }: Beside, last: number, word: TextWord): string {
  const before = words[last];
  if (before === undefined) return '';
  if (before.leaf === word.leaf) return text.leaves[word.leaf]?.text.slice(before.to, word.from) ?? '';
  const [end, start] = [text.leaves[before.leaf], text.leaves[word.leaf]];
  return `${end?.text.slice(before.to) ?? ''} ${start?.text.slice(0, word.from) ?? ''}`;
}

/** Words that one who quotes may add: in square brackets; the mark of a note that was copied along. */
function isAddedRightly({ text }: Beside, word: QuotedWord): Forgiven | undefined {
  if (word.isAdded) return 'added-in-brackets';
  return text.noteLabels.has(word.text) ? 'note-marks' : undefined;
}

function sameWord(quote: string, text: string, isFirst: boolean, forgiven: Set<Forgiven>): boolean {
  if (quote === text) return true;
  const [a, b] = [quote, text].map((word) => word.replace(/[’ʼ]/g, "'"));
  if (a === b) {
    forgiven.add('quotation-marks');
    return true;
  }
  if (!isFirst || a?.slice(1) !== b?.slice(1)) return false;
  forgiven.add('first-capital');
  return true;
}

const NORMALS: readonly (readonly [kind: Forgiven, pattern: RegExp, as: string])[] = [
  ['brackets', /[[\]]/g, ''],
  ['quotation-marks', /[“”„‟«»‹›‘’‚‛'′″「」『』]/g, '"'],
  ['hyphens', /[‐‑‒–—―−]|--+/g, '-'],
  ['spaces', /[\s\u200b\u00ad]+/gu, ''],
];

const oneSpace = (gap: string): string => gap.replace(/\s+/gu, ' ');

/** What stands between two words, as far as it is told apart: points and commas are, kinds of marks are not. */
function sameGap(quote: string, text: string, forgiven: Set<Forgiven>): boolean {
  // How white space runs is no part of a text: a pasted line may end anywhere.
  let [a, b] = [oneSpace(quote), oneSpace(text)];
  if (a === b) return true;
  const needed: Forgiven[] = [];
  for (const [kind, pattern, as] of NORMALS) {
    const [nextA, nextB] = [a.replace(pattern, as), b.replace(pattern, as)];
    if (a !== b && (nextA !== a || nextB !== b)) needed.push(kind);
    [a, b] = [nextA, nextB];
  }
  if (a !== b) return false;
  for (const kind of needed) forgiven.add(kind);
  return true;
}
