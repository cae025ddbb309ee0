import type { SourceNote } from '../source.ts';
import { readCredits, type Credit } from './credits.ts';
import { joinMarkings, readMarking, type Marking } from './marking.ts';
import { readReference } from './path.ts';
import { statementsOf } from './statements.ts';

/** What a source line says: of the source itself, and of what else such lines state. */
export interface SourceLine {
  readonly source: SourceNote<never>;
  readonly marking: Marking;
  /** Drafters, contributors, translators …, in the order of the line. */
  readonly credits: readonly Credit[];
  /** "Telegram", where the line ends in it: "893.24/1526: Telegram". */
  readonly genre?: string;
}

/** Longer than any line that is only about the source; what is longer stays whole. */
const LONGEST_LINE = 8000;
/** A sentence that is longer is about something else. */
const LONGEST_REFERENCE = 400;

const OPENING = /^(?:Source|Sources|Quelle|Источник|来源|來源|출처)\s*[:：;]\s*/iu;
const GENRE = /[:;]\s*((?:Circular )?(?:Telegram|Airgram|Despatch|Dispatch|Instruction|Circular))s?:?$/iu;
const COPY =
  /(?:^|[;,(]\s*)(?:a |another )?cop(?:y|ies) (?:is |are )?(?:also )?(?:held |filed )?(?:in|at|from)\s+(?:the\s+)?([^()]+)\)?$/iu;
const EDITION =
  /^(?:(?:Published|Printed|Reprinted|Reproduced|Originally published) (?:in|from)\s+)(.+)$|^((?:Department of State |CWIHP |Cold War International History Project )?Bulletin\b.*|Department of State Bulletin\b.*|Public Papers\b.*|Congressional Record\b.*)$/iu;

/**
 * Reads a source line as catalogues and editions write it. A sentence is understood as a whole, or stands
 * in `unparsed`; days on which a hand signed or cleared are read over. The line itself is kept in `verbatim`.
 *
 *   "RGASPI, f. 558, op. 11, d. 97, ll. 67-70. Contributed by A and translated by B."
 *   -> original RGASPI [fonds 558, inventory 11, file 97, leaf 67-70]; contributor A; translator B
 *
 *   "Department of State, Central Files, 611.93/8–255. Secret. Drafted by Clough."
 *   -> original Department of State [series Central Files, decimal 611.93/8–255]; Secret; drafter Clough
 */
export function readSourceLine(verbatim: string): SourceLine {
  const line = verbatim.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const reading = new Reading();
  if (line.length > LONGEST_LINE) return reading.leave(line).done(verbatim);
  for (const [at, statement] of statementsOf(withoutOpening(line)).entries())
    reading.take(statement, at === 0 || OPENING.test(statement));
  return reading.done(verbatim);
}

/** Without the brackets around it and the word "Source:" before it. */
function withoutOpening(line: string): string {
  const inner = /^\[(.*)\]\.?$/su.exec(line)?.[1] ?? line;
  return inner.replace(OPENING, '');
}

/** Gathers what the statements of one line say. */
class Reading {
  #original: SourceNote<never>['original'];
  #copy: SourceNote<never>['copy'];
  #edition: SourceNote<never>['edition'];
  #marking: Marking | undefined;
  #genre: string | undefined;
  readonly #credits: Credit[] = [];
  readonly #unparsed: string[] = [];

  /** `mayBeOriginal`: it is where the original is named; a later sentence names other copies. */
  take(statement: string, mayBeOriginal: boolean): void {
    if (this.#takesEdition(statement) || (mayBeOriginal && this.#takesReference(statement))) return;
    const marking = readMarking(statement);
    const joined = marking === undefined ? undefined : joinMarkings(this.#marking, marking);
    if (joined !== undefined) {
      this.#marking = joined;
      return;
    }
    const credits = readCredits(statement);
    if (credits !== undefined) this.#credits.push(...credits);
    else if (!this.#takesCopy(statement)) this.#unparsed.push(statement);
  }

  leave(line: string): this {
    this.#unparsed.push(line);
    return this;
  }

  #takesEdition(statement: string): boolean {
    if (this.#edition !== undefined) return false;
    const read = EDITION.exec(statement);
    const words = read?.[1] ?? read?.[2];
    if (words === undefined) return false;
    this.#edition = { words };
    return true;
  }

  #takesReference(statement: string): boolean {
    if (this.#original !== undefined) return false;
    const text = statement.replace(OPENING, '');
    if (text.length > LONGEST_REFERENCE) return false;
    const copy = COPY.exec(text);
    const copyPath = copy === null || copy.index === 0 ? undefined : readReference(copy[1] ?? '');
    const withoutCopy = copyPath === undefined || copy === null ? text : text.slice(0, copy.index);
    const genre = GENRE.exec(withoutCopy);
    const original = readReference(genre === null ? withoutCopy : withoutCopy.slice(0, genre.index));
    if (original === undefined || !isReference(original)) return false;
    this.#original = original;
    this.#genre = genre?.[1] && genre[1].charAt(0).toUpperCase() + genre[1].slice(1);
    if (copyPath !== undefined) this.#copy = copyPath;
    return true;
  }

  #takesCopy(statement: string): boolean {
    if (this.#copy !== undefined || statement.length > LONGEST_REFERENCE) return false;
    const read = COPY.exec(statement);
    const path = read === null || read.index > 0 ? undefined : readReference(read[1] ?? '');
    if (path === undefined) return false;
    this.#copy = path;
    return true;
  }

  done(verbatim: string): SourceLine {
    const unparsed = this.#unparsed.join('. ');
    return {
      source: {
        verbatim,
        ...(this.#original === undefined ? {} : { original: this.#original }),
        ...(this.#copy === undefined ? {} : { copy: this.#copy }),
        ...(this.#edition === undefined ? {} : { edition: this.#edition }),
        ...(unparsed === '' ? {} : { unparsed }),
      },
      marking: this.#marking ?? { handling: [] },
      credits: this.#credits,
      ...(this.#genre === undefined ? {} : { genre: this.#genre }),
    };
  }
}

/** A sentence that only begins with an archive's name is none: its parts are too long to be steps. */
function isReference(path: NonNullable<SourceNote<never>['original']>): boolean {
  return path.steps.every(
    ({ code }) => code.length <= 120 && !/\b(?:was|were|is|has|had|are|that|which)\b/u.test(code),
  );
}
