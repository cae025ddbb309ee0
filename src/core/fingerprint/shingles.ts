import { impossible } from '../result.ts';
import { passagesOf, type Block, type Inline } from '../text.ts';
import { hashWords } from './word-hashes.ts';

/** So many words in a row make a shingle: long enough that no turn of speech is one, short enough that a slip of the pen spoils few. */
export const SHINGLE_WORDS = 8;
/** Words of a text that are looked at; none that was ever written in one piece has more. */
const MOST_WORDS = 200_000;

/**
 * A text as runs of words: at each word the number of the eight that begin there, whole and under 2^48;
 * -1 where there are not eight, or something held back stands among them.
 */
export interface Shingles {
  readonly words: number;
  readonly at: Float64Array;
}

/**
 * The body of a text as runs of words. Its headings are its editor's, its opener and closer are forms
 * that all letters share, its notes are others' words: none of them counts. Paragraphs run on into each
 * other, since another edition may part them elsewhere; no run reaches over what was held back.
 */
export function shinglesOf(blocks: readonly Block[]): Shingles {
  const hashes = new Hashes();
  /** Words from which on a run begins anew. */
  const breaks: number[] = [];
  const put = (hash: number): void => hashes.put(hash);
  const read = (text: string): void => {
    for (const [at, stretch] of text.split(HELD_BACK).entries()) {
      if (at > 0) breaks.push(hashes.count);
      hashWords(stretch, put);
    }
  };
  for (const body of bodiesOf(blocks)) read(body);
  return { words: hashes.count, at: runsOf(hashes.all(), breaks) };
}

/** Numbers of 32 bits, as many as come, up to a bound. */
class Hashes {
  count = 0;
  #kept = new Int32Array(1_024);

  put(hash: number): void {
    if (this.count === MOST_WORDS) return;
    if (this.count === this.#kept.length) {
      const wider = new Int32Array(this.count * 2);
      wider.set(this.#kept);
      this.#kept = wider;
    }
    this.#kept[this.count++] = hash;
  }

  all(): Int32Array {
    return this.#kept.subarray(0, this.count);
  }
}

/** Stands where text was held back. A private character: where a text has it of itself, it only parts a run. */
const HELD_BACK = '\ue001';

/** The words of each passage that counts, in reading order. */
function* bodiesOf(blocks: readonly Block[]): Generator<string> {
  for (const block of blocks)
    switch (block.kind) {
      case 'paragraph':
      case 'rule':
        yield inlineBody(block.content);
        break;
      case 'redaction':
        yield HELD_BACK;
        break;
      case 'quote':
      case 'part':
        yield* bodiesOf(block.blocks);
        break;
      case 'list':
        if (block.caption) yield inlineBody(block.caption);
        for (const { label, blocks: within } of block.items) {
          if (label) yield inlineBody(label);
          yield* bodiesOf(within);
        }
        break;
      case 'table':
      case 'verse':
        for (const { text } of passagesOf([block])) yield text;
        break;
      case 'heading':
      case 'opener':
      case 'closer':
      case 'figure':
      case 'page-break':
        break;
      default:
        impossible(block);
    }
}

function inlineBody(content: readonly Inline[]): string {
  let out = '';
  for (const part of content) {
    if (typeof part === 'string') out += part;
    else if (part.kind === 'line-break') out += ' ';
    else if (part.kind === 'redaction') out += HELD_BACK;
    else if (part.kind !== 'note-mark' && part.kind !== 'page-mark') out += inlineBody(part.content);
  }
  return out;
}

/** The last mixing of MurmurHash3: every bit of the outcome hangs on every bit of what goes in. */
function mixed(hash: number): number {
  let out = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  out = Math.imul(out ^ (out >>> 13), 0xc2b2ae35);
  return (out ^ (out >>> 16)) >>> 0;
}

const BASES = [0x01000193, 0x9e3779b1] as const;
const powerOf = (base: number): number => {
  let power = 1;
  for (let n = 0; n < SHINGLE_WORDS; n++) power = Math.imul(power, base);
  return power;
};
/** What the word that falls out of a run weighs in its sum by then. */
const LEAVING = [powerOf(BASES[0]), powerOf(BASES[1])] as const;

/** Two sums that roll along, each a polynomial of the eight words, taken together as one number under 2^48. */
function runsOf(hashes: Int32Array, breaks: readonly number[]): Float64Array {
  const at = new Float64Array(hashes.length).fill(-1);
  const mixes = new Int32Array(hashes.length);
  let [low, high, begun, next] = [0, 0, 0, 0];
  for (let word = 0; word < hashes.length; word++) {
    for (; (breaks[next] ?? Infinity) <= word; next++) begun = breaks[next] ?? 0;
    const hash = hashes[word] ?? 0;
    const mix = mixed(hash) | 0;
    mixes[word] = mix;
    low = (Math.imul(low, BASES[0]) + hash) | 0;
    high = (Math.imul(high, BASES[1]) + mix) | 0;
    const gone = word - SHINGLE_WORDS;
    if (gone >= 0) {
      low = (low - Math.imul(hashes[gone] ?? 0, LEAVING[0])) | 0;
      high = (high - Math.imul(mixes[gone] ?? 0, LEAVING[1])) | 0;
    }
    if (gone + 1 >= begun) at[gone + 1] = (mixed(high) & 0xffff) * 0x1_0000_0000 + mixed(low);
  }
  return at;
}
