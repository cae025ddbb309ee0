import { toldOnlyHere } from '../core/alignment/told-here.ts';
import { differenceBetween, type Run } from '../core/difference/difference.ts';
import type { Span, Wording } from '../core/difference/wording.ts';
import { UNDETERMINED } from '../core/language.ts';
import type { CompareColumn, Comparison, Mark } from './compare-page.ts';
import { areOneLanguage } from './compare-links.ts';

/** Rows of more characters than this are shown and not compared word by word. */
const LONGEST_COMPARED = 200_000;
/** Less than this of the shorter in common is another wording, not a changed one. */
const LEAST_KEPT = 0.5;

/**
 * What is to be seen in the cells of a row, a list of marks each: of states of one text the words that came and
 * went from one to the next; of accounts what one says alone: its words where another says nearly the same, else
 * its names and numbers.
 */
export function marksOf(
  kind: Comparison,
  columns: readonly CompareColumn[],
  cells: readonly Wording[],
): readonly (readonly Mark[])[] {
  return kind === 'releases' || kind === 'editions'
    ? marksInTime(kind, columns, cells)
    : marksBeside(kind, columns, cells);
}

function marksInTime(
  kind: Comparison,
  columns: readonly CompareColumn[],
  cells: readonly Wording[],
): readonly (readonly Mark[])[] {
  const marks: Mark[][] = cells.map(() => []);
  for (let at = 1; at < cells.length; at++) {
    const runs = runsBetween(kind, columns, cells, at - 1, at);
    const [before, cell] = [cells[at - 1], cells[at]];
    if (before === undefined || cell === undefined) continue;
    for (const run of runs ?? []) addMarks(run, before, cell, marks[at - 1] ?? [], marks[at] ?? []);
  }
  return marks.map(apart);
}

/** Each is held against each, since none of them is before another: what one says alone is marked. */
function marksBeside(
  kind: Comparison,
  columns: readonly CompareColumn[],
  cells: readonly Wording[],
): readonly (readonly Mark[])[] {
  const alone: (readonly Span[] | undefined)[] = cells.map(() => undefined);
  for (const [other, there] of cells.entries())
    for (const [one, here] of cells.slice(0, other).entries()) {
      const runs = runsBetween(kind, columns, cells, one, other);
      if (runs === undefined) continue;
      const [removed, added]: [Mark[], Mark[]] = [[], []];
      for (const run of runs) addMarks(run, here, there, removed, added);
      alone[one] = inBoth(alone[one], removed);
      alone[other] = inBoth(alone[other], added);
    }
  const told = kind === 'texts' ? [] : toldMarks(columns, cells);
  return alone.map((mine, at) => {
    const text = cells[at]?.text ?? '';
    return (
      mine?.flatMap((span) => wordsWithin(span, text)).map((span): Mark => ({ ...span, kind: 'told' })) ??
      told[at] ??
      []
    );
  });
}

/** Of stretches in their order what both lists have; all, where there is no list yet. */
function inBoth(some: readonly Span[] | undefined, others: readonly Span[]): readonly Span[] {
  if (some === undefined) return others;
  const both: Span[] = [];
  let next = 0;
  for (const { from, to } of some) {
    while ((others[next]?.to ?? Infinity) <= from) next++;
    for (let at = next; (others[at]?.from ?? Infinity) < to; at++)
      both.push({ from: Math.max(from, others[at]?.from ?? from), to: Math.min(to, others[at]?.to ?? to) });
  }
  return both;
}

/** What is the same and what differs in two cells; undefined where they are not compared word by word. */
function runsBetween(
  kind: Comparison,
  columns: readonly CompareColumn[],
  cells: readonly Wording[],
  one: number,
  other: number,
): readonly Run[] | undefined {
  const [here, there] = [cells[one], cells[other]];
  if (here === undefined || there === undefined || !areCompared(columns[one], columns[other]))
    return undefined;
  if ((here.text === '' || there.text === '') && kind !== 'editions') return undefined;
  if (here.text.length + there.text.length > LONGEST_COMPARED) return undefined;
  const runs = differenceBetween(here, there);
  return isOneText(columns[one], columns[other]) || isClose(runs, here, there) ? runs : undefined;
}

/** Two languages are not compared word by word. */
const areCompared = (one: CompareColumn | undefined, other: CompareColumn | undefined): boolean =>
  one?.text !== undefined && other?.text !== undefined && areOneLanguage(one.text, other.text);

/** Releases and editions are states of one text, however much was held back. */
const isOneText = (one: CompareColumn | undefined, other: CompareColumn | undefined): boolean =>
  one?.page.label.id === other?.page.label.id &&
  (one?.text?.key === other?.text?.key || (one?.release !== undefined && other?.release !== undefined));

function isClose(runs: readonly Run[], one: Wording, other: Wording): boolean {
  let kept = 0;
  for (const run of runs) if (run.kind === 'kept') kept += run.one.to - run.one.from;
  return kept >= LEAST_KEPT * Math.min(one.text.length, other.text.length);
}

function addMarks(run: Run, before: Wording, cell: Wording, removed: Mark[], added: Mark[]): void {
  if (run.kind === 'kept') return;
  const wasHeld = run.held === 'one' || run.held === 'both';
  const [went, came] = [trimmed(run.one, before.text), trimmed(run.other, cell.text)];
  if (went.to > went.from && !isAllHeld(went, before)) removed.push({ ...went, kind: 'removed' });
  if (came.to > came.from && !isAllHeld(came, cell))
    added.push({ ...came, kind: wasHeld ? 'opened' : 'added' });
}

/** Without the spaces at its ends. */
function trimmed({ from, to }: Span, text: string): Span {
  const words = text.slice(from, to);
  const start = from + words.length - words.trimStart().length;
  return { from: start, to: Math.max(start, to - (words.length - words.trimEnd().length)) };
}

/** A bar shows for itself. */
const isAllHeld = (span: Span, { held }: Wording): boolean =>
  held.some(({ from, to }) => from <= span.from && to >= span.to);

/** From its first word to the end of its last, since points and commas are each writer's own; none where there is no word. */
function wordsWithin({ from, to }: Span, text: string): readonly Span[] {
  const words = text.slice(from, to);
  const start = words.search(WORDED);
  if (start === -1) return [];
  const end = words.length - [...words].toReversed().join('').search(WORDED);
  return [{ from: from + start, to: from + end }];
}
const WORDED = /[\p{L}\p{N}]/u;

/** In the middle of three a stretch may have come and go again: it is shown as what came. */
function apart(marks: readonly Mark[]): readonly Mark[] {
  const came = marks.filter(({ kind }) => kind !== 'removed');
  const went = marks.filter(
    ({ kind, from, to }) => kind === 'removed' && !came.some((one) => from < one.to && to > one.from),
  );
  return [...came, ...went].toSorted((a, b) => a.from - b.from);
}

function toldMarks(
  columns: readonly CompareColumn[],
  cells: readonly Wording[],
): readonly (readonly Mark[])[] {
  const of = columns.map(({ page, text }) => ({
    bound: new Map(page.view.record.mentions.map(({ key, to }) => [key, to] as const)),
    language: text?.language ?? UNDETERMINED,
  }));
  return toldOnlyHere(cells, of).map((spans) => spans.map((span) => ({ ...span, kind: 'told' as const })));
}
