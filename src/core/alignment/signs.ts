import { primaryLanguage, type LanguageTag } from '../language.ts';
import { meaningOf } from '../date/vocabulary.ts';
import type { RecordId } from '../id.ts';
import { romanised } from '../names/romanise/cyrillic.ts';
import { terms, tokenize } from '../tokens/tokenize.ts';
import { passagesOf, type Block, type Inline } from '../text.ts';
import { numberOfWord } from './number-words.ts';

/** What two passages have in common, for a reader to see why they were set beside each other. */
export type Shared =
  | { readonly kind: 'name'; readonly to: RecordId }
  | { readonly kind: 'day'; readonly edtf: string }
  | { readonly kind: 'number'; readonly words: string }
  /** As it stands in one of the texts. */
  | { readonly kind: 'words'; readonly words: string };

/** Something by which a passage is known again in another language or account, and how much that tells. */
export interface Sign {
  readonly weight: number;
  readonly shared: Shared;
}
export type Signs = ReadonlyMap<string, Sign>;

/** What names in texts stand for: by the key of a bound name, and by the terms of each known form. */
export interface KnownNames {
  readonly byKey: ReadonlyMap<string, RecordId>;
  /** First term of a form -> the forms that begin so. */
  readonly byForm: ReadonlyMap<string, readonly KnownForm[]>;
}
export interface KnownForm {
  readonly terms: readonly string[];
  readonly to: RecordId;
}

export const NO_NAMES: KnownNames = { byKey: new Map(), byForm: new Map() };

const WEIGHTS = { name: 3, day: 3, month: 1.5, number: 2, digit: 1, word: 1 } as const;
/** So much of a word is compared: endings differ between cases and languages. */
const STEM = 5;
const SHORTEST_WORD = 4;
const LONGEST_PASSAGE = 20_000;

/**
 * What a block is known by: whom it names, its days, months and numbers in digits or words, and the beginnings
 * of its words, names in Cyrillic letters also as they are written in Latin ones.
 *
 *   "Am 2. Dezember 1957 schwieg Reuter." -> #12/m #2 #1957 …, name of Reuter, w:dezem w:schwi w:reute
 */
export function signsOf(block: Block, names: KnownNames, language: LanguageTag): Signs {
  const signs = new Map<string, Sign>();
  for (const content of contentsOf(block)) addInlines(content, names, signs);
  for (const { text } of passagesOf([block]))
    addWords(text.slice(0, LONGEST_PASSAGE), names, primaryLanguage(block.lang ?? language), signs);
  return signs;
}

function* contentsOf(block: Block): Generator<readonly Inline[]> {
  switch (block.kind) {
    case 'list':
      if (block.caption) yield block.caption;
      for (const item of block.items) {
        if (item.label) yield item.label;
        for (const inner of item.blocks) yield* contentsOf(inner);
      }
      return;
    case 'table':
      for (const row of block.rows) for (const cell of row.cells) yield cell.content;
      return;
    case 'quote':
    case 'part':
      for (const inner of block.blocks) yield* contentsOf(inner);
      return;
    case 'verse':
      yield* block.lines;
      return;
    case 'page-break':
    case 'redaction':
    case 'figure':
      return;
    default:
      yield block.content;
  }
}

function addInlines(content: readonly Inline[], names: KnownNames, signs: Map<string, Sign>): void {
  for (const part of content) {
    if (typeof part === 'string' || !('content' in part)) continue;
    if (part.kind === 'name' && part.key !== undefined) {
      const to = names.byKey.get(part.key);
      if (to !== undefined) addName(to, signs);
    } else if (part.kind === 'date' && part.date !== undefined)
      signs.set(`d:${part.date}`, { weight: WEIGHTS.day, shared: { kind: 'day', edtf: part.date } });
    addInlines(part.content, names, signs);
  }
}

const addName = (to: RecordId, signs: Map<string, Sign>): void =>
  void signs.set(`n:${to}`, { weight: WEIGHTS.name, shared: { kind: 'name', to } });

interface Word {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

function addWords(text: string, names: KnownNames, language: string, signs: Map<string, Sign>): void {
  const words: Word[] = [];
  tokenize(text, (term, start, end) => words.push({ term, start, end }));
  words.forEach((word, at) => {
    const number = numberIn(word.term, language);
    if (number !== undefined) {
      addNumber(number, text.slice(word.start, word.end), signs);
      return addDay(number, words, at, signs);
    }
    for (const form of names.byForm.get(word.term) ?? [])
      if (form.terms.every((term, n) => words[at + n]?.term === term)) addName(form.to, signs);
    addWord(word, text, signs);
  });
}

const DIGIT_ZEROS = [0x660, 0x6f0, 0x966, 0xff10];

/** The number that a term is, in digits of any script or written out in its language; of a term with letters none. */
export function numberIn(term: string, language: string): number | undefined {
  const first = term.charCodeAt(0);
  if (first >= 48 && first <= 57) return /^\d{1,9}$/.test(term) ? Number(term) : undefined;
  if (DIGIT_ZEROS.some((zero) => first >= zero && first < zero + 10)) return otherDigits(term);
  return term.length <= LONGEST_NUMBER ? numberOfWord(term, language) : undefined;
}

const LONGEST_NUMBER = 16;

function otherDigits(term: string): number | undefined {
  const plain = term.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = DIGIT_ZEROS.find((one) => code >= one && code < one + 10);
    return zero === undefined ? digit : String(code - zero);
  });
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined;
}

function addNumber(value: number, words: string, signs: Map<string, Sign>): void {
  signs.set(`#${value}`, {
    weight: value < 10 ? WEIGHTS.digit : WEIGHTS.number,
    shared: { kind: 'number', words: /^\p{Nd}+$/u.test(words) ? String(value) : words },
  });
}

/** The month beside a number ("2. Dezember", "December 2", "12月2日"); with its day and a year near it that day. */
function addDay(number: number, words: readonly Word[], at: number, signs: Map<string, Sign>): void {
  const month = monthAround(number, words, at);
  if (month === undefined) return;
  const two = (value: number): string => String(value).padStart(2, '0');
  signs.set(`m:${month}`, {
    weight: WEIGHTS.month,
    shared: { kind: 'day', edtf: `XXXX-${two(month)}` },
  });
  const year = words
    .slice(Math.max(0, at - 3), at + 4)
    .map(({ term }) => numberIn(term, ''))
    .find((value) => value !== undefined && value >= 1000 && value < 2200);
  const day = number <= 31 && number !== month ? number : dayAfter(words, at);
  if (year === undefined || day === undefined || day > 31 || day === 0) return;
  const edtf = `${year}-${two(month)}-${two(day)}`;
  signs.set(`d:${edtf}`, { weight: WEIGHTS.day, shared: { kind: 'day', edtf } });
}

/** In "12月2日" the day follows the month; where a month has a name its neighbour is the day. */
function dayAfter(words: readonly Word[], at: number): number | undefined {
  const own = numberIn(words[at]?.term ?? '', '');
  const isNumbered = /^[月월]/u.test(words[at + 1]?.term ?? '');
  return isNumbered ? numberIn(words[at + 2]?.term ?? '', '') : own;
}

function monthAround(number: number, words: readonly Word[], at: number): number | undefined {
  for (const place of [at + 1, at - 1]) {
    const meaning = meaningOf(words[place]?.term ?? '');
    if (meaning?.kind === 'month') return meaning.value;
  }
  return /^[月월]/u.test(words[at + 1]?.term ?? '') && number <= 12 ? number : undefined;
}

function addWord({ term, start, end }: Word, text: string, signs: Map<string, Sign>): void {
  const first = term.charCodeAt(0);
  const isUnspaced = first >= FIRST_UNSPACED;
  const key = `w:${term.slice(0, STEM)}`;
  if (isUnspaced ? term.length === 2 : term.length >= SHORTEST_WORD) {
    if (signs.has(key)) return;
    signs.set(key, { weight: WEIGHTS.word, shared: { kind: 'words', words: text.slice(start, end) } });
  }
  if (first < FIRST_CYRILLIC || first > LAST_CYRILLIC) return;
  const written = text.slice(start, end);
  if (written.charAt(0) === written.charAt(0).toLowerCase()) return;
  const [latin] = terms(romanised(written, 'press'));
  if (latin !== undefined && latin.length >= SHORTEST_WORD)
    signs.set(`w:${latin.slice(0, STEM)}`, {
      weight: WEIGHTS.word,
      shared: { kind: 'words', words: written },
    });
}

/** Where the scripts begin in Unicode whose words come as pairs of characters; and where Cyrillic lies. */
const FIRST_UNSPACED = 0x2e80;
const [FIRST_CYRILLIC, LAST_CYRILLIC] = [0x400, 0x4ff];
