import { accepted, refused } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';

/** Nothing that a person or this program writes nests deeper; what does is made to break readers. */
const DEPTH_LIMIT = 200;

/** The value of a JSON text with its strings in NFC, or what the parser said. */
export function parseJson(text: string): Result<unknown, string> {
  if (isDeep(text)) return refused(`nested deeper than ${DEPTH_LIMIT}`);
  try {
    const value: unknown = text.includes('\\u') ? JSON.parse(text, inNfc) : JSON.parse(text);
    return accepted(value);
  } catch (error) {
    if (error instanceof SyntaxError) return refused(error.message);
    throw error;
  }
}

/** The index of the line in which a text stops being JSON: the first whose end no ending could follow. */
export function brokenLine(lines: readonly string[]): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBeginning(lines.slice(0, middle + 1).join('\n'))) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether the parser found nothing wrong with a text but its end. */
function isBeginning(text: string): boolean {
  const value = parseJson(text);
  if (value.ok || /end of JSON|Unterminated/.test(value.problem)) return true;
  const at = /at position (\d+)/.exec(value.problem);
  return at !== null && Number(at[1]) >= text.length;
}

const inNfc = (_name: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed().normalize('NFC') : value;

function isDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (isInString) {
      if (character === '\\') at++;
      else if (character === '"') isInString = false;
    } else if (character === '"') isInString = true;
    else if (character === '{' || character === '[') {
      depth++;
      if (depth > DEPTH_LIMIT) return true;
    } else if (character === '}' || character === ']') depth--;
  }
  return false;
}
