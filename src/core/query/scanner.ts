import { QUOTES } from './symbols.ts';

/** Characters without a space, as they stand in a query. */
export interface Bare {
  /** With escapes undone. */
  readonly text: string;
  /** Ends in an asterisk that was not escaped. */
  readonly isPrefix: boolean;
  /** Has `*` or `?` elsewhere than at its end; neither is escaped anywhere in it. */
  readonly isWild: boolean;
  /** An asterisk stands elsewhere than at its end. */
  readonly hasStar: boolean;
  readonly isEscaped: boolean;
  readonly start: number;
}

/** What a quotation holds, and whether it was closed. */
export interface Quotation {
  readonly text: string;
  readonly isClosed: boolean;
}

const VALUE = new RegExp(
  `[${QUOTES}]((?:[^${QUOTES}\\\\]|\\\\.)*)[${QUOTES}]|((?:[^\\s()${QUOTES}|\\\\]|\\\\.)+)`,
  'suy',
);

/** Holds where in the query we are, and takes the signs that stand there. */
export class Scanner {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }
  /** The character here; empty at the end. */
  get here(): string {
    return this.text.charAt(this.at);
  }

  /** From the quotation mark here to the next, with escapes undone. */
  quotation(): Quotation {
    this.at++;
    let text = '';
    while (!this.isAtEnd) {
      const character = this.text.charAt(this.at++);
      if (character === '\\' && !this.isAtEnd) text += this.text.charAt(this.at++);
      else if (QUOTES.includes(character)) return { text, isClosed: true };
      else text += character;
    }
    return { text, isClosed: false };
  }

  skipSpace(): void {
    while (/\s/u.test(this.text.charAt(this.at))) this.at++;
  }

  takes(shape: RegExp): boolean {
    shape.lastIndex = this.at;
    const found = shape.exec(this.text);
    if (found === null) return false;
    this.at += found[0].length;
    return true;
  }

  slop(): number {
    const shape = /~(\d{1,3})(?![\p{L}\p{N}])/uy;
    shape.lastIndex = this.at;
    const found = shape.exec(this.text);
    if (found === null) return 0;
    this.at += found[0].length;
    return Number(found[1]);
  }

  /** Characters up to a space, a quotation mark or a parenthesis. */
  bare(): Bare {
    const start = this.at;
    let text = '';
    /** Where in `text` signs stand that were not escaped. */
    const signs: number[] = [];
    let isEscaped = false;
    let hasEscapedSign = false;
    while (this.at < this.text.length) {
      const character = this.text.charAt(this.at);
      if (character === '\\' && this.at + 1 < this.text.length) {
        isEscaped ||= !text.includes(':');
        const next = this.text.charAt(this.at + 1);
        hasEscapedSign ||= next === '*' || next === '?';
        text += next;
        this.at += 2;
        continue;
      }
      if (/[\s()]/u.test(character) || QUOTES.includes(character)) break;
      if (character === '*' || character === '?') signs.push(text.length);
      text += character;
      this.at++;
    }
    const isPrefix = signs.at(-1) === text.length - 1 && text.endsWith('*');
    const within = signs.filter((at) => at < text.length - 1);
    const isWild = within.length > 0 && !hasEscapedSign;
    const hasStar = within.some((at) => text.charAt(at) === '*');
    return { text, isPrefix, isWild, hasStar, isEscaped, start };
  }

  /** `a|"b c"|d`. */
  values(): readonly string[] {
    const values: string[] = [];
    for (;;) {
      VALUE.lastIndex = this.at;
      const found = VALUE.exec(this.text);
      if (found === null) return values;
      values.push((found[1] ?? found[2] ?? '').replace(/\\(.)/gsu, '$1'));
      this.at += found[0].length;
      if (this.text[this.at] !== '|') return values;
      this.at++;
    }
  }
}
