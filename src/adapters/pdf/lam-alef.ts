import type { PdfChar } from './assemble-words.ts';

const LAM = 0x0644;
/** Alef alone, with madda, with hamza above and below, and wasla. */
const ALEFS: ReadonlySet<number> = new Set([0x0627, 0x0622, 0x0623, 0x0625, 0x0671]);
const ROUNDING_PX = 2;

/**
 * Characters with lam before alef where one ligature stands for both. PDFium turns the characters of a line from
 * right to left round one by one, and with them the two of a ligature: the alef then comes first, though it stands
 * to the left of a lam of the same height. Seen on 23 November 2026.
 */
export function* lamBeforeAlef(chars: Iterable<PdfChar>): Generator<PdfChar> {
  let held: PdfChar | undefined;
  for (const char of chars) {
    if (held !== undefined && isTurnedRound(held, char)) {
      yield char;
      yield held;
      held = undefined;
      continue;
    }
    if (held !== undefined) yield held;
    held = undefined;
    if (ALEFS.has(char.code)) held = char;
    else yield char;
  }
  if (held !== undefined) yield held;
}

const isTurnedRound = ({ region: alef }: PdfChar, { code, region: lam }: PdfChar): boolean =>
  code === LAM &&
  lam.h > 0 &&
  Math.abs(lam.y - alef.y) <= ROUNDING_PX &&
  Math.abs(lam.h - alef.h) <= ROUNDING_PX &&
  Math.abs(lam.x - (alef.x + alef.w)) <= ROUNDING_PX;
