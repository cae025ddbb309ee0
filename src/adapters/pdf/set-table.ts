import type { HandoutBlock, HandoutCell, Run } from '../../core/handout.ts';
import type { Line } from './break-lines.ts';
import { linesOf, setNumber } from './set-text.ts';
import { PAPER, RULE, type Sheet } from './sheet.ts';
import { CELL, FACT, FACT_NAME } from './styles.ts';

type Table = Extract<HandoutBlock, { kind: 'table' }>;
type Facts = Extract<HandoutBlock, { kind: 'facts' }>;

const NAME_WIDTH = 92;
const FACT_LEADING = 13.2;

/** What the description says, names to the left. */
export function setFacts(sheet: Sheet, facts: Facts): void {
  sheet.skip(8);
  for (const row of facts.rows) {
    const names = linesOf(sheet, [{ text: row.name }], FACT_NAME, NAME_WIDTH - 10);
    const values = row.values.flatMap((runs) => linesOf(sheet, runs, FACT, PAPER.measure - NAME_WIDTH));
    if (values.length === 0) continue;
    sheet.need(Math.min(2, values.length) * FACT_LEADING);
    const element = sheet.pdf.struct('P');
    sheet.root.add(element);
    const where = { x: PAPER.left, leading: FACT_LEADING };
    sheet.place(values, element, 'P', {
      ...where,
      x: PAPER.left + NAME_WIDTH,
      before: (baseline) => {
        const span = sheet.pdf.struct('Span');
        element.add(span);
        sheet.placeAt(names, baseline - FACT_LEADING * 0.76, span, 'Span', where);
        span.end();
      },
    });
    element.end();
    sheet.y += 2.4;
  }
  sheet.y += 4;
}

const CELL_LEADING = 12;
const PAD = 4;
const MOST_COLUMNS = 14;

/** A table in columns as wide as what stands in them; one with too many columns as lines. */
export function setTable(sheet: Sheet, table: Table): void {
  const columns = Math.max(1, ...table.rows.map((row) => columnsIn(row.cells)));
  if (columns > MOST_COLUMNS) {
    setAsLines(sheet, table);
    return;
  }
  const widths = widthsOf(sheet, table, columns);
  const element = sheet.pdf.struct('Table', table.lang === undefined ? {} : { lang: table.lang });
  sheet.root.add(element);
  table.rows.forEach((row, at) => setRow(sheet, element, row, widths, at === 0 ? table.number : undefined));
  element.end();
  sheet.y += 8;
}

const columnsIn = (cells: readonly HandoutCell[]): number =>
  cells.reduce((sum, cell) => sum + cell.columns, 0);

/** A share of the measure for each column: by its longest words first, then by how much stands in it. */
function widthsOf(sheet: Sheet, table: Table, columns: number): readonly number[] {
  const most = Array.from({ length: columns }, () => 0);
  const least = Array.from({ length: columns }, () => 0);
  for (const row of table.rows) {
    let at = 0;
    for (const cell of row.cells) {
      if (cell.columns === 1) {
        const text = cell.runs.map((run) => run.text).join('');
        const width = sheet.faces.widthOf(text.slice(0, 400), CELL.face, CELL.size);
        const words = text
          .slice(0, 400)
          .split(/\s+/)
          .map((one) => sheet.faces.widthOf(one, CELL.face, CELL.size));
        most[at] = Math.max(most[at] ?? 0, width + PAD * 2);
        least[at] = Math.max(least[at] ?? 0, Math.max(...words) + PAD * 2 + 1);
      }
      at += cell.columns;
    }
  }
  const sum = (all: readonly number[]): number => all.reduce((one, other) => one + other, 0);
  const [wanted, needed] = [sum(most), sum(least)];
  if (wanted <= PAPER.measure) return most.map((one) => (wanted === 0 ? PAPER.measure / columns : one + 2));
  if (needed >= PAPER.measure) return least.map((one) => Math.max(14, (one * PAPER.measure) / needed));
  const spare = PAPER.measure - needed;
  const over = most.map((one, at) => Math.min(one - (least[at] ?? 0), PAPER.measure));
  return least.map((one, at) => one + (spare * (over[at] ?? 0)) / Math.max(1, sum(over)));
}

interface Box {
  readonly x: number;
  readonly lines: readonly Line[];
  readonly tag: 'TH' | 'TD';
}

/** A row, over as many pages as its longest cell needs. */
function setRow(
  sheet: Sheet,
  table: ReturnType<Sheet['pdf']['struct']>,
  { cells, isHeader }: Table['rows'][number],
  widths: readonly number[],
  number: number | undefined,
): void {
  const boxes = boxesOf(sheet, cells, isHeader, widths);
  const longest = Math.max(1, ...boxes.map((box) => box.lines.length));
  const row = sheet.pdf.struct('TR');
  table.add(row);
  const elements = boxes.map((box) => {
    const element = sheet.pdf.struct(box.tag);
    row.add(element);
    return element;
  });
  sheet.need(Math.min(longest, 3) * CELL_LEADING + PAD * 2);
  const baseline = sheet.y + PAD - 1 + CELL_LEADING * 0.76;
  if (number !== undefined) setNumber(sheet, elements[0] ?? row, number, baseline);
  for (let at = 0; at < longest;) {
    const fits = Math.max(1, Math.floor((sheet.room - PAD * 2) / CELL_LEADING));
    const take = Math.min(fits, longest - at);
    boxes.forEach((box, n) => {
      const lines = box.lines.slice(at, at + take);
      const element = elements[n];
      if (lines.length > 0 && element !== undefined)
        sheet.placeAt(lines, sheet.y + PAD - 1, element, box.tag, { x: box.x + PAD, leading: CELL_LEADING });
    });
    sheet.y += take * CELL_LEADING + PAD * 2;
    at += take;
    if (at < longest) sheet.newPage();
  }
  const total = widths.reduce((sum, one) => sum + one, 0);
  sheet.artifact(() => {
    sheet.pdf.lineWidth(isHeader ? 0.8 : 0.4).strokeColor(RULE);
    sheet.pdf
      .moveTo(PAPER.left, sheet.y)
      .lineTo(PAPER.left + total, sheet.y)
      .stroke();
  });
  row.end();
}

function boxesOf(
  sheet: Sheet,
  cells: readonly HandoutCell[],
  isHeader: boolean,
  widths: readonly number[],
): readonly Box[] {
  const boxes: Box[] = [];
  let column = 0;
  let x: number = PAPER.left;
  for (const cell of cells) {
    const width = widths.slice(column, column + cell.columns).reduce((sum, one) => sum + one, 0);
    const isHead = isHeader || cell.isHeader;
    const runs: readonly Run[] = isHead
      ? cell.runs.map((run) => ({ ...run, marks: [...(run.marks ?? []), 'bold' as const] }))
      : cell.runs;
    boxes.push({
      x,
      lines: linesOf(sheet, runs, CELL, Math.max(10, width - PAD * 2)),
      tag: isHead ? 'TH' : 'TD',
    });
    column += cell.columns;
    x += width;
  }
  return boxes;
}

function setAsLines(sheet: Sheet, table: Table): void {
  for (const [n, row] of table.rows.entries()) {
    const runs = row.cells.flatMap((cell, at) => [...(at > 0 ? [{ text: ' · ' }] : []), ...cell.runs]);
    const lines = linesOf(sheet, runs, CELL, PAPER.measure);
    const element = sheet.pdf.struct('P');
    sheet.root.add(element);
    sheet.place(lines, element, 'P', {
      x: PAPER.left,
      leading: CELL_LEADING,
      before: (baseline) => {
        if (n === 0 && table.number !== undefined) setNumber(sheet, element, table.number, baseline);
      },
    });
    element.end();
    sheet.y += 2;
  }
  sheet.y += 8;
}
