import type { Leaf } from '../citation/passage.ts';
import type { BlockId } from '../text.ts';
import { fit, type Step } from './align.ts';
import { quotedWords, type Quotation, type QuotedWord, type Segment } from './read-quotation.ts';
import { settledEdges } from './edges.ts';
import { isSpeltOtherwise, sameGap, sameWord, type Forgiven } from './forgiven.ts';
import { rejoined, withoutNoteMarks, wordsOf, type Word } from './words.ts';

/** A stretch of a quotation beside the text: the same in both, or what each has. */
export interface Stretch {
  readonly kind: 'same' | 'differs' | 'left-out' | 'added';
  readonly quote: string;
  readonly text: string;
}

/** A word as the quotation and as the text writes it. */
export interface SpeltWord {
  readonly quote: string;
  readonly text: string;
}

/** How a quotation stands in a text. */
export interface Comparison {
  readonly verdict: 'exact' | 'forgiven' | 'differs';
  readonly forgiven: ReadonlySet<Forgiven>;
  /** Words that are the same and written otherwise ("fuer" for "für"), each pair once. */
  readonly spelt: readonly SpeltWord[];
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
  const asked = new Set(quotation.segments.flatMap(({ words }) => words.map(({ fold }) => fold)));
  const words = text.leaves.flatMap(({ text: line }, leaf) =>
    rejoined(line, wordsOf(line), asked).map((word) => ({ ...word, leaf })),
  );
  const folds = words.map(({ fold }) => fold);
  const segments = withWordsOf(quotation.segments, new Set(folds), text.noteLabels);
  const parts: { readonly segment: Segment; readonly steps: readonly Step[] }[] = [];
  let from = 0;
  for (const segment of segments) {
    const fitted = fit(
      segment.words.map(({ fold }) => fold),
      folds,
      from,
    );
    if (fitted === undefined) {
      if (segment.words.every(({ isAdded }) => isAdded)) continue;
      return undefined;
    }
    const steps = settledEdges(fitted.steps, segment.words, words, text.noteLabels);
    parts.push({ segment, steps });
    from = lastText(steps, from) + 1;
  }
  const total = quotedWords({ segments });
  const same = parts.reduce((sum, { segment, steps }) => sum + sameWords(segment, steps), 0);
  if (parts.length === 0 || same < total * LEAST_SHARE) return undefined;
  return told(quotation, text, { words, parts, same, total });
}

/** The words of a quotation as the text has them: not parted by the end of a line, nor joined to a note's mark. */
const withWordsOf = (
  segments: readonly Segment[],
  known: ReadonlySet<string>,
  labels: ReadonlySet<string>,
): readonly Segment[] =>
  segments.map(({ text, words }) => ({
    text,
    words: withoutNoteMarks(rejoined(text, words, known), known, labels),
  }));

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
  const spelt = new Map<string, SpeltWord>();
  parts.forEach(({ segment, steps }, at) => {
    if (at > 0) stretches.push({ kind: 'left-out', quote: '…', text: '…' });
    for (const one of stretchesOf({ segment, steps, words, text, forgiven, spelt })) push(stretches, one);
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
    spelt: [...spelt.values()],
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

interface Noted {
  readonly forgiven: Set<Forgiven>;
  readonly spelt: Map<string, SpeltWord>;
}

interface Beside extends Noted {
  readonly segment: Segment;
  readonly steps: readonly Step[];
  readonly words: readonly TextWord[];
  readonly text: ComparedText;
}

function* stretchesOf(beside: Beside): Generator<Stretch> {
  const { segment, steps, words, forgiven, spelt } = beside;
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
    else if (quote !== undefined && word !== undefined) {
      // Before its first word a text is not looked at: what the quotation has there is its own.
      if (lastText < 0 && gaps.quote !== '')
        yield { kind: isAfterAdded ? 'same' : 'added', quote: gaps.quote, text: '' };
      yield* ofPair({
        quote,
        word,
        gaps: lastText < 0 ? NO_GAPS : gaps,
        isFirst: lastQuote < 0,
        isSame: step.kind === 'same',
        forgiven,
        spelt,
      });
    }
    isAfterAdded = step.kind === 'added' && quote?.isAdded === true;
    if (step.kind !== 'left-out') lastQuote = step.quote;
    if (step.kind !== 'added') lastText = step.text;
  }
}

const NO_GAPS = { quote: '', text: '' };

interface Pair extends Noted {
  readonly quote: QuotedWord;
  readonly word: Word;
  readonly gaps: { readonly quote: string; readonly text: string };
  readonly isFirst: boolean;
  readonly isSame: boolean;
}

function* ofPair({ quote, word, gaps, isFirst, isSame, forgiven, spelt }: Pair): Generator<Stretch> {
  if (gaps.quote !== '' || gaps.text !== '') yield* ofGap(gaps, forgiven);
  const isWordSame = isSame && sameWord(quote, word, isFirst, forgiven);
  if (isWordSame && isSpeltOtherwise(quote.text, word.text))
    spelt.set(`${quote.text} ${word.text}`, { quote: quote.text, text: word.text });
  yield { kind: isWordSame ? 'same' : 'differs', quote: quote.text, text: word.text };
}

/** Of what differs between two words, only that which does. */
function* ofGap({ quote, text }: Pair['gaps'], forgiven: Set<Forgiven>): Generator<Stretch> {
  if (sameGap(quote, text, forgiven)) {
    yield { kind: 'same', quote, text };
    return;
  }
  const most = Math.min(quote.length, text.length);
  let before = 0;
  while (before < most && quote[before] === text[before]) before++;
  let after = 0;
  while (after < most - before && quote.at(-1 - after) === text.at(-1 - after)) after++;
  const cut = (gap: string): string => gap.slice(before, gap.length - after);
  const [start, end] = [quote.slice(0, before), quote.slice(quote.length - after)];
  if (start !== '') yield { kind: 'same', quote: start, text: start };
  yield { kind: 'differs', quote: cut(quote), text: cut(text) };
  if (end !== '') yield { kind: 'same', quote: end, text: end };
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
