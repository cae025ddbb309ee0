/**
 * What makes a spreadsheet take a cell for a formula: it runs, or fetches, when the file is opened. The wide
 * forms count too, which a spreadsheet set to an East Asian language reads as the narrow ones.
 *
 * Source: OWASP, "CSV Injection", read 2026-11-23.
 */
const FORMULA = /^[\t\r\n ]*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * A table as RFC 4180 has it: lines end in CR LF, quotes where they are needed, doubled within. It begins
 * with a byte order mark, by which spreadsheets know that it is UTF-8. A value that a spreadsheet would run
 * has an apostrophe before it; one that begins with apostrophes before such a sign has one more, so that
 * {@link unguarded} brings back what was written.
 *
 *   [["id", "title"], ["d1", '=HYPERLINK("x")']] -> id,title / d1,"'=HYPERLINK(""x"")"
 */
export const writeTable = (lines: readonly (readonly string[])[]): string => `\ufeff${writeRows(lines)}`;

/** Further lines of a table. */
export const writeRows = (lines: readonly (readonly string[])[]): string =>
  lines.map((cells) => `${cells.map(writeCell).join(',')}\r\n`).join('');

function writeCell(value: string): string {
  const safe = guarded(value);
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const guarded = (value: string): string => (FORMULA.test(value.replace(/^'+/, '')) ? `'${value}` : value);

/** A cell as it was before it was made harmless: "'=1+1" -> "=1+1"; what needed no guard stays. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell.replace(/^'+/, '')) ? cell.slice(1) : cell;
