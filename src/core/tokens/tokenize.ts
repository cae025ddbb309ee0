import { BREAK, FOLD, foldAstral, MANY, SKIP, spelledOut, UNSPACED } from './fold.ts';

/** What a token is told as: the term that is searched, and where it stands in the text (UTF-16, end excluded). */
export type Emit = (term: string, start: number, end: number) => void;

/** "Ch'en", "T'ang": after these Wade-Giles initials an apostrophe stands within the word. */
const ASPIRATED = new Set(['ch', 'k', 'p', 't', 'ts', 'tz']);
const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2019 || unit === 0x2018;
/** A term longer than any word: what is longer is cut, so that no text can make a dictionary of itself. */
export const LONGEST_TERM = 64;

/**
 * Cuts a text into the terms by which it is found, in one pass. Every index and every query uses it, so
 * that what one stores the other finds.
 *
 *   "Résumé of T. V. Soong’s" -> resume of t v soong s
 *   "Ch'en Yi"                -> chen yi
 *   "Сталин и ещё"            -> сталин и еще
 *   "中蘇關系"                 -> 中苏 苏关 关系 系    (pairs that overlap, and the last alone)
 *   "김일성"                   -> 김일 일성 성
 *
 * Terms of scripts without spaces come as overlapping pairs, so that a query of two characters or more is
 * a run of pairs, and one of a single character is the beginning of a pair or of the last.
 */
export function tokenize(text: string, emit: Emit): void {
  const plain = (start: number, end: number): void => emit(text.slice(start, end).toLowerCase(), start, end);
  new Cutter(text, { letters: new Uint16Array(LONGEST_TERM), plain, term: emit }).run();
}

/** Who is told of the words of a text without most of them being cut out of it. */
export interface Told {
  /** Takes the units of a plain word's term before it is told: {@link LONGEST_TERM} of them. */
  readonly letters: Uint16Array;
  /** A word of unaccented Latin letters and digits, as it stands in the text, and the {@link hashOfTerm} of its term. */
  plain(start: number, end: number, hash: number): void;
  /** Any other term. */
  readonly term: Emit;
}

/** The same terms as {@link tokenize} emits, in the same order; cheaper for one who has met most of them before. */
export const tellWords = (text: string, told: Told): void => new Cutter(text, told).run();

const START = 0x811c9dc5;
/** A step of FNV-1a over UTF-16 units. */
const step = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/** A number of 32 bits, equal for equal terms. */
export function hashOfTerm(term: string): number {
  let hash = START;
  for (let at = 0; at < term.length; at++) hash = step(hash, term.charCodeAt(at));
  return hash;
}

/** Holds where the cut stands: the word begun, and the last character of a run without spaces. */
class Cutter {
  readonly #text: string;
  readonly #told: Told;
  /** Letters of the word begun whose spelling is altered; while undefined the word is as written. */
  #word: string | undefined;
  #wordStart = -1;
  #hasUpper = false;
  #last = '';
  #lastStart = 0;
  #lastEnd = 0;

  constructor(text: string, told: Told) {
    this.#text = text;
    this.#told = told;
  }

  run(): void {
    const text = this.#text;
    const length = text.length;
    for (let at = 0; at < length; at++) {
      const unit = text.charCodeAt(at);
      if (unit < 0x80) {
        const folded = FOLD[unit] ?? BREAK;
        if (folded !== BREAK) {
          if (this.#last !== '') this.#endRun();
          if (this.#wordStart < 0) {
            const end = this.#plainWord(at);
            if (end > at) {
              at = end - 1;
              continue;
            }
            this.#wordStart = at;
          }
          if (this.#word !== undefined) this.#word += String.fromCharCode(folded);
          else if (folded !== unit) this.#hasUpper = true;
          continue;
        }
        if (unit === 0x27 && this.#joins(at)) continue;
        this.#endAll(at);
      } else at = this.#other(unit, at);
    }
    this.#endAll(length);
  }

  /** Tells the word that begins here, if it is plain to its end; returns where it ends, or where it begins if it is not. */
  #plainWord(start: number): number {
    const text = this.#text;
    const { letters } = this.#told;
    const last = Math.min(text.length, start + LONGEST_TERM);
    let hash = START;
    let end = start;
    let unit = 0;
    for (; end < last; end++) {
      unit = text.charCodeAt(end);
      if (unit >= 0x80) break;
      const folded = FOLD[unit] ?? BREAK;
      if (folded === BREAK) break;
      letters[end - start] = folded;
      hash = step(hash, folded);
    }
    if (end === last && end < text.length) return start;
    if (end < text.length && !this.#endsPlain(unit, end - start)) return start;
    this.#told.plain(start, end, hash);
    return end;
  }

  /** Whether this character ends a plain word of such a length: no letter or mark beyond ASCII, no apostrophe that may join. */
  #endsPlain(unit: number, length: number): boolean {
    if (isApostrophe(unit)) return length > 2;
    return unit < 0x80 || (FOLD[unit] === BREAK && (unit < 0xd800 || unit > 0xdfff));
  }

  /** A character beyond ASCII. Returns where it ends, last unit included. */
  #other(unit: number, at: number): number {
    if (unit >= 0xd800 && unit <= 0xdbff) {
      const codePoint = this.#text.codePointAt(at) ?? unit;
      if (codePoint > 0xffff) {
        const { folded, isUnspaced } = foldAstral(codePoint);
        if (folded === '') this.#endAll(at);
        else if (isUnspaced) this.#pair(folded, at, at + 2);
        else this.#letters(folded, at);
        return at + 1;
      }
    }
    const folded = FOLD[unit] ?? BREAK;
    if (folded === SKIP) this.#letters('', at);
    else if (folded === BREAK) {
      if (!(isApostrophe(unit) && this.#joins(at))) this.#endAll(at);
    } else {
      const letters = folded === MANY ? spelledOut(unit) : String.fromCharCode(folded);
      if (UNSPACED[unit] === 1) this.#pair(letters, at, at + 1);
      else this.#letters(letters, at);
    }
    return at;
  }

  #joins(at: number): boolean {
    if (this.#wordStart < 0 || at - this.#wordStart > 2) return false;
    const next = FOLD[this.#text.charCodeAt(at + 1)] ?? BREAK;
    if (next < 97 || !ASPIRATED.has(this.#begun(at))) return false;
    this.#word = this.#begun(at);
    return true;
  }

  /** The word begun, as searched. */
  #begun(at: number): string {
    if (this.#word !== undefined) return this.#word;
    const written = this.#text.slice(this.#wordStart, at);
    return this.#hasUpper ? written.toLowerCase() : written;
  }

  #letters(letters: string, at: number): void {
    if (letters === '') {
      if (this.#wordStart >= 0) this.#word = this.#begun(at);
      return;
    }
    if (this.#last !== '') this.#endRun();
    if (this.#wordStart < 0) {
      this.#wordStart = at;
      this.#word = letters;
    } else this.#word = this.#begun(at) + letters;
  }

  #pair(character: string, start: number, end: number): void {
    if (this.#wordStart >= 0) this.#endWord(start);
    if (this.#last !== '') this.#told.term(this.#last + character, this.#lastStart, end);
    this.#last = character;
    this.#lastStart = start;
    this.#lastEnd = end;
  }

  #endAll(at: number): void {
    if (this.#wordStart >= 0) this.#endWord(at);
    if (this.#last !== '') this.#endRun();
  }

  #endWord(at: number): void {
    const term = this.#begun(at);
    this.#told.term(term.length > LONGEST_TERM ? term.slice(0, LONGEST_TERM) : term, this.#wordStart, at);
    this.#word = undefined;
    this.#wordStart = -1;
    this.#hasUpper = false;
  }

  #endRun(): void {
    this.#told.term(this.#last, this.#lastStart, this.#lastEnd);
    this.#last = '';
  }
}

/** The terms of a text, in order. */
export function terms(text: string): readonly string[] {
  const found: string[] = [];
  tokenize(text, (term) => found.push(term));
  return found;
}

/** A term that is looked for. `isBegun`: any term that begins so. `isPattern`: any that its `*` and `?` allow. */
export interface QueryTerm {
  readonly term: string;
  readonly isBegun: boolean;
  readonly isPattern?: boolean;
}

/**
 * The terms by which words of a query are looked for, one after another. What stands alone at the end of a
 * run of pairs says nothing that its pair did not; a single character of such a script begins a pair.
 *
 *   "T. V. Soong" -> t v soong
 *   "中蘇關系"     -> 中苏 苏关 关系
 *   "蘇"           -> 苏…
 *   " — "         -> (none)
 */
export function queryTerms(text: string): readonly QueryTerm[] {
  const found: { readonly term: string; readonly start: number; readonly end: number }[] = [];
  const composed = text.normalize('NFC');
  tokenize(composed, (term, start, end) => found.push({ term, start, end }));
  const last = found.at(-1);
  if (last === undefined) return [];
  const lastIsCharacter = isUnspacedCharacter(composed, last);
  const before = found.at(-2);
  if (lastIsCharacter && before !== undefined && before.end === last.end) found.pop();
  return found.map(({ term }, at) => ({
    term,
    isBegun: at === found.length - 1 && lastIsCharacter && term === last.term,
  }));
}

function isUnspacedCharacter(
  text: string,
  token: { readonly term: string; readonly start: number; readonly end: number },
): boolean {
  const codePoint = text.codePointAt(token.start) ?? 0;
  const width = codePoint > 0xffff ? 2 : 1;
  if (token.end - token.start !== width) return false;
  return codePoint > 0xffff ? foldAstral(codePoint).isUnspaced : UNSPACED[codePoint] === 1;
}
