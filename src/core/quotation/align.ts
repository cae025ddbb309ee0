/** One step of setting two rows of words beside each other, by their places in both. */
export type Step =
  | { readonly kind: 'same'; readonly quote: number; readonly text: number }
  | { readonly kind: 'changed'; readonly quote: number; readonly text: number }
  | { readonly kind: 'added'; readonly quote: number }
  | { readonly kind: 'left-out'; readonly text: number };

const SEED = 3;
/** How far words may have moved from where they would stand: what bounds the work on a long quotation. */
const MOST_SLACK = 250;

/**
 * Where in a text, from a word of it on, a row of words lies best, and step by step how. Undefined where
 * nothing like it is there. Words are given by what they are compared by.
 */
export function fit(
  quote: readonly string[],
  text: readonly string[],
  from: number,
): { readonly steps: readonly Step[]; readonly same: number } | undefined {
  const numbers = new Map<string, number>();
  for (const word of quote) if (!numbers.has(word)) numbers.set(word, numbers.size + 1);
  const asked = Uint32Array.from(quote, (word) => numbers.get(word) ?? 0);
  const given = Uint32Array.from(
    { length: Math.max(0, text.length - from) },
    (_, at) => numbers.get(text[from + at] ?? '') ?? 0,
  );
  const start = bestStart(asked, given, numbers.size + 1);
  if (start === undefined) return undefined;
  const found = isAt(asked, given, start) ? straight(asked.length, start) : stepsOf(asked, given, start);
  const steps = found.map((step) => (step.kind === 'added' ? step : { ...step, text: step.text + from }));
  return { steps, same: steps.filter(({ kind }) => kind === 'same').length };
}

const isAt = (quote: Uint32Array, text: Uint32Array, start: number): boolean =>
  quote.every((word, at) => text[start + at] === word);

const straight = (length: number, start: number): readonly Step[] =>
  Array.from({ length }, (_, at) => ({ kind: 'same' as const, quote: at, text: start + at }));

/** The place at which most short runs of the quotation lie as they would if it began there. */
function bestStart(quote: Uint32Array, text: Uint32Array, base: number): number | undefined {
  const size = Math.min(SEED, quote.length);
  if (size === 0) return undefined;
  const keyAt = (words: Uint32Array, at: number): number => {
    let key = 0;
    for (let n = 0; n < size; n++) {
      const word = words[at + n] ?? 0;
      if (word === 0) return 0;
      key = key * base + word;
    }
    return key;
  };
  const seeds = new Map<number, number[]>();
  for (let at = 0; at + size <= quote.length; at++) {
    const known = seeds.get(keyAt(quote, at)) ?? [];
    if (known.length < 8) known.push(at);
    seeds.set(keyAt(quote, at), known);
  }
  const diagonals = new Map<number, number>();
  for (let at = 0; at + size <= text.length; at++) {
    const key = keyAt(text, at);
    if (key === 0) continue;
    for (const place of seeds.get(key) ?? []) diagonals.set(at - place, (diagonals.get(at - place) ?? 0) + 1);
  }
  return fullest(diagonals, Math.max(1, Math.ceil(quote.length / 8)));
}

/** The diagonal with most votes on it and beside it. */
function fullest(diagonals: ReadonlyMap<number, number>, width: number): number | undefined {
  const buckets = new Map<number, number>();
  for (const [diagonal, count] of diagonals) {
    const bucket = Math.floor(diagonal / width);
    buckets.set(bucket, (buckets.get(bucket) ?? 0) + count);
  }
  let best: number | undefined;
  let most = 0;
  for (const [diagonal, count] of diagonals) {
    const bucket = Math.floor(diagonal / width);
    const near = [-1, 0, 1].reduce((sum, by) => sum + (buckets.get(bucket + by) ?? 0), 0);
    const weight = near + count / 1000;
    if (weight > most) {
      most = weight;
      best = diagonal;
    }
  }
  return best;
}

const DIAGONAL = 1;
const UP = 2;
const LEFT = 3;
const FAR = 1 << 29;

/**
 * Least changes that make the quotation of a stretch of the text about `start`, wherever in it that begins and
 * ends. Only a band beside the diagonal is looked at.
 */
function stepsOf(quote: Uint32Array, text: Uint32Array, start: number): readonly Step[] {
  const slack = Math.min(Math.ceil(quote.length / 4) + 8, MOST_SLACK);
  const width = 2 * slack + 1;
  const ways = new Uint8Array((quote.length + 1) * width);
  // Column b of row i stands for the text up to word start + i - slack + b.
  let before = new Int32Array(width);
  let row = new Int32Array(width);
  for (let i = 1; i <= quote.length; i++) {
    for (let b = 0; b < width; b++) {
      const at = start + i - slack + b;
      if (at < 0 || at > text.length) {
        row[b] = FAR;
        continue;
      }
      const isSame = at > 0 && quote[i - 1] === text[at - 1];
      // A word for another counts less than one too many and one too few; words are left out more often than added.
      const across = at > 0 ? (before[b] ?? FAR) + (isSame ? 0 : 4) : FAR;
      const up = (b + 1 < width ? (before[b + 1] ?? FAR) : FAR) + 3;
      const left = (b > 0 ? (row[b - 1] ?? FAR) : FAR) + 2;
      const least = Math.min(across, up, left);
      row[b] = least;
      ways[i * width + b] = least === across ? DIAGONAL : least === up ? UP : LEFT;
    }
    [before, row] = [row, before];
  }
  let end = slack;
  for (let b = 0; b < width; b++) if ((before[b] ?? FAR) < (before[end] ?? FAR)) end = b;
  return stepsBack(quote, text, { ways, width, end, origin: start - slack });
}

interface Band {
  readonly ways: Uint8Array;
  readonly width: number;
  readonly end: number;
  readonly origin: number;
}

function stepsBack(
  quote: Uint32Array,
  text: Uint32Array,
  { ways, width, end, origin }: Band,
): readonly Step[] {
  const steps: Step[] = [];
  for (let i = quote.length, b = end; i > 0;) {
    const at = origin + i + b - 1;
    const way = ways[i * width + b];
    if (way === LEFT && b > 0) {
      steps.push({ kind: 'left-out', text: at });
      b -= 1;
    } else if (way === DIAGONAL) {
      const kind = quote[i - 1] === text[at] ? ('same' as const) : ('changed' as const);
      steps.push({ kind, quote: i - 1, text: at });
      i -= 1;
    } else {
      steps.push({ kind: 'added', quote: i - 1 });
      i -= 1;
      b += 1;
    }
  }
  return steps.reverse();
}
