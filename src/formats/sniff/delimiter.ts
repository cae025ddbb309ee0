export type Delimiter = ',' | ';' | '\t' | '|';

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];

/**
 * What separates the columns of a table, from its first lines: the character that parts the header into most
 * columns, where the rows below it have as many. Undefined for what looks like no table.
 *
 *   "title;date\nA, b;1945\n"  -> ";"
 *   "Dear Sir,\nI write …"     -> undefined
 */
export function guessDelimiter(text: string): Delimiter | undefined {
  let best: { readonly delimiter: Delimiter; readonly score: number } | undefined;
  for (const delimiter of DELIMITERS) {
    const score = scoreOf(text.slice(0, 65_536), delimiter);
    if (score > (best?.score ?? 0)) best = { delimiter, score };
  }
  return best?.delimiter;
}

function scoreOf(text: string, delimiter: Delimiter): number {
  const counts = columnCounts(text, delimiter, 20);
  const [header = 0, ...rows] = counts;
  if (header < 2) return 0;
  const alike = rows.filter((count) => count === header).length / (rows.length || 1);
  if (looksLikeHeader(text, delimiter)) return header * Math.max(alike, 0.5);
  return header > 2 && alike > 0.9 ? header * alike : 0;
}

/** Short names without a full stop at their end. */
function looksLikeHeader(text: string, delimiter: Delimiter): boolean {
  const names = (/^[^\r\n]*/.exec(text)?.[0] ?? '').split(delimiter);
  return (
    names.every((name) => /^\s*"?[^".!?]{1,60}"?\s*$/.test(name)) &&
    names.every((name) => name.split(' ').length <= 5)
  );
}

/** How many columns each of the first rows has, a quoted field being one whatever stands in it. */
function columnCounts(text: string, delimiter: Delimiter, rows: number): readonly number[] {
  const counts: number[] = [];
  let columns = 1;
  let isQuoted = false;
  let isAtStart = true;
  let isEmpty = true;
  for (const character of text) {
    if (isQuoted) {
      if (character === '"') isQuoted = false;
    } else if (character === '"' && isAtStart) {
      isQuoted = true;
      isEmpty = false;
    } else if (character === delimiter) {
      columns++;
      isEmpty = false;
    } else if (character === '\n') {
      if (!isEmpty) counts.push(columns);
      if (counts.length === rows) return counts;
      columns = 1;
      isEmpty = true;
    } else if (character !== '\r') isEmpty = false;
    isAtStart = character === delimiter || character === '\n' || (isAtStart && character === ' ');
  }
  if (!isEmpty && !isQuoted) counts.push(columns);
  return counts;
}
