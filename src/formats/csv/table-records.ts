import { parse } from 'csv-parse/sync';
import { problem } from '../../core/problem.ts';
import type { Problem } from '../../core/problem.ts';
import { LINE_LIMIT, linesOf } from '../encoding/lines.ts';
import type { Delimiter } from '../sniff/delimiter.ts';
import { scanLine } from './scan-line.ts';

/** A row of cells and the line on which it begins. */
export interface TableRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

interface HeldLine {
  readonly number: number;
  readonly text: string;
}

/** A table with more open quotes is not quoted at all: from there on a quote is a character. */
const OPEN_QUOTES_LIMIT = 1000;

/**
 * The rows of a table in text, a quoted cell over as many lines as it takes. A quote that is left open is a
 * problem with the line on which it opened; it is read as a character, and the lines below it as rows again,
 * so that one wrong quote costs at most its own row. Empty lines are no rows.
 */
export async function* recordsOf(
  chunks: AsyncIterable<string>,
  delimiter: Delimiter,
  file: string,
): AsyncGenerator<TableRecord | Problem> {
  const splitter = new RecordSplitter(delimiter, file);
  for await (const line of linesOf(chunks)) {
    if (line.kind === 'line') yield* splitter.take(line);
    else {
      yield* splitter.finish();
      yield problem('line-too-long', { file, line: line.number }, { facts: { limit: LINE_LIMIT } });
    }
  }
  yield* splitter.finish();
}

/** Guards the lines of a row whose quote is still open, and where it opened. */
class RecordSplitter {
  readonly #delimiter: Delimiter;
  readonly #file: string;
  #held: HeldLine[] = [];
  #heldLength = 0;
  /** Which held line the open quote stands on, and where on it. */
  #opened: { readonly line: number; readonly at: number } | undefined;
  #openQuotes = 0;

  constructor(delimiter: Delimiter, file: string) {
    this.#delimiter = delimiter;
    this.#file = file;
  }

  /** The rows that end with this line. */
  *take(first: HeldLine): Generator<TableRecord | Problem> {
    let queue: readonly HeldLine[] = [first];
    for (let at = 0; at < queue.length; at++) {
      const line = queue[at];
      if (line === undefined) break;
      const again = yield* this.#read(line);
      if (again === undefined) continue;
      queue = [...again, ...queue.slice(at + 1)];
      at = -1;
    }
  }

  /** The rows that are left when no line follows. */
  *finish(): Generator<TableRecord | Problem> {
    while (this.#opened !== undefined) for (const line of yield* this.#leaveOpen()) yield* this.take(line);
  }

  /** Reads one more line; answers the lines to be read anew, where a quote turned out to be left open. */
  *#read(line: HeldLine): Generator<TableRecord | Problem, readonly HeldLine[] | undefined> {
    const isPlain = this.#openQuotes > OPEN_QUOTES_LIMIT;
    const scan = isPlain
      ? { isWrong: false, openedAt: undefined, isQuoted: false }
      : scanLine(line.text, this.#opened !== undefined, this.#delimiter);
    if (scan.isWrong || this.#heldLength + line.text.length > LINE_LIMIT)
      return [...(yield* this.#leaveOpen()), line];
    this.#held.push(line);
    this.#heldLength += line.text.length + 1;
    if (scan.isQuoted) {
      if (scan.openedAt !== undefined) this.#opened = { line: this.#held.length - 1, at: scan.openedAt };
      return undefined;
    }
    yield* this.#record(isPlain);
    return undefined;
  }

  *#record(isPlain: boolean): Generator<TableRecord | Problem> {
    const lines = this.#empty();
    const text = lines.map((line) => line.text).join('\n');
    if (text.trim() === '') return;
    const cells = isPlain ? text.split(this.#delimiter) : this.#cells(text);
    yield { line: lines[0]?.number ?? 1, cells };
  }

  /** The open quote is a character: its row ends with its line, and what follows is to be read anew. */
  *#leaveOpen(): Generator<TableRecord | Problem, readonly HeldLine[]> {
    const opened = this.#opened;
    const lines = this.#empty();
    const last = opened && lines[opened.line];
    if (opened === undefined || last === undefined) return lines;
    this.#openQuotes++;
    const where = { file: this.#file, line: last.number };
    yield problem('csv-quote-open', where, { value: last.text.slice(opened.at) });
    const before = [
      ...lines.slice(0, opened.line).map((line) => line.text),
      last.text.slice(0, opened.at),
    ].join('\n');
    const cells = before.trim() === '' ? [] : this.#cells(before).slice(0, -1);
    yield {
      line: lines[0]?.number ?? last.number,
      cells: [...cells, ...last.text.slice(opened.at).split(this.#delimiter)],
    };
    return lines.slice(opened.line + 1);
  }

  #empty(): readonly HeldLine[] {
    const lines = this.#held;
    this.#held = [];
    this.#heldLength = 0;
    this.#opened = undefined;
    return lines;
  }

  #cells(text: string): readonly string[] {
    const rows = parse(text, {
      delimiter: this.#delimiter,
      relax_quotes: true,
      relax_column_count: true,
      record_delimiter: '\n\u0000never',
    });
    const [cells] = rows;
    return rows.length === 1 && cells ? cells : text.split(this.#delimiter);
  }
}
