import type { Read } from '../../core/draft.ts';
import { readRows } from '../csv/read-table.ts';
import type { TableRecord } from '../csv/table-records.ts';
import { dateOfNumber } from './number-format.ts';
import { openWorkbook, readPart, unescaped } from './workbook.ts';
import type { Workbook } from './workbook.ts';

/** A workbook as it came: XLSX is bytes, not text. */
export interface BytesSource {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly options?: Readonly<Record<string, unknown>>;
}

/**
 * Reads each sheet of a workbook as a table in text is read. Of a date a cell gives as much as it shows:
 * one formatted "July, 1945" is 1945-07, whatever day lies behind it. Empty sheets are passed over.
 */
export async function* readXlsx(source: BytesSource): AsyncGenerator<Read> {
  const opened = openWorkbook(source.bytes, source.name);
  if (!opened.ok) {
    yield { kind: 'problem', problem: opened.problem };
    return;
  }
  const workbook = opened.value;
  for (const { name, xml } of workbook.sheets) {
    const records = sheetRecords(xml, workbook);
    if (records.length === 0) continue;
    const file = workbook.sheets.length === 1 ? source.name : `${source.name}/${name}`;
    yield* readRows(inTurn(records), file, source.options ?? {});
  }
}

async function* inTurn(records: readonly TableRecord[]): AsyncGenerator<TableRecord> {
  yield* records;
}

interface Cell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
}

/** The rows of a sheet that have any cell, their cells as text. */
export function sheetRecords(xml: string, workbook: Workbook): readonly TableRecord[] {
  const records: TableRecord[] = [];
  let cells: string[] = [];
  let line = 0;
  let cell: Cell | undefined;
  let value = '';
  let isValue = false;
  readPart(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        line = Number(attributes['r'] ?? line + 1);
        cells = [];
      } else if (name === 'c') {
        const column = columnOf(attributes['r']) ?? cells.length;
        cell = { column, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0) };
        value = '';
      } else isValue = name === 'v' || name === 't';
    },
    text: (text) => {
      if (isValue) value += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') isValue = false;
      if (name === 'c' && cell !== undefined && cell.column < COLUMNS_LIMIT) {
        while (cells.length < cell.column) cells.push('');
        cells[cell.column] = textOf(cell, value, workbook);
      }
      if (name === 'row' && cells.some((text) => text.trim() !== '')) records.push({ line, cells });
    },
  });
  const width = records[0]?.cells.length ?? 0;
  return records.map((record) => ({ ...record, cells: padded(record.cells, width) }));
}

/** A workbook leaves out empty cells at the end of a row. */
const padded = (cells: readonly string[], width: number): readonly string[] =>
  cells.length >= width ? cells : [...cells, ...Array.from({ length: width - cells.length }, () => '')];

/** More columns than a sheet can have. */
const COLUMNS_LIMIT = 16_384;

/** "A1" -> 0, "AB7" -> 27. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function textOf(cell: Cell, value: string, workbook: Workbook): string {
  switch (cell.type) {
    case 's':
      return workbook.strings[Number(value)] ?? '';
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'inlineStr':
    case 'str':
      return unescaped(value);
    case 'n': {
      const shown = workbook.shown[cell.style];
      const date =
        value === '' || shown === undefined ? undefined : dateOfNumber(Number(value), shown, workbook.is1904);
      return date ?? numberText(value);
    }
    default:
      return value;
  }
}

/** A number as people write it: "1.12233E5" -> "112233", and no noise of binary fractions. */
function numberText(value: string): string {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value;
  return Number.isInteger(number) ? String(number) : String(Number(number.toPrecision(15)));
}
