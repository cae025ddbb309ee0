import type { PageWord } from '../../core/facsimile/page-text.ts';
import type { Region } from '../../core/rendition.ts';

type Lines = readonly (readonly PageWord[])[];

/** Below this, on average, a page is not what the engine takes it for: it lies upside down, or is written by hand. */
const DOUBTFUL = 0.6;
/** From this on a reading of the page turned over is plainly the right one. */
const PLAIN = 0.75;
/** Of fewer words an average says nothing. */
const FEWEST_WORDS = 5;

/** Whether a page should be looked at the other way up. */
export const isDoubtful = (lines: Lines): boolean =>
  lines.flat().length >= FEWEST_WORDS && meanOf(lines) < DOUBTFUL;

/** Whether what was read the other way up is to be believed. */
export const isPlain = (lines: Lines): boolean =>
  lines.flat().length >= FEWEST_WORDS && meanOf(lines) >= PLAIN;

/** By letters: short words come out of anything. */
function meanOf(lines: Lines): number {
  let [letters, sum] = [0, 0];
  for (const { text, confidence } of lines.flat()) {
    if (confidence === undefined) continue;
    letters += text.length;
    sum += text.length * confidence;
  }
  return letters === 0 ? 1 : sum / letters;
}

/** A picture (PGM, a byte a pixel) upside down: its pixels in reverse. */
export function turnedOver(pgm: Uint8Array): Uint8Array {
  let at = 0;
  for (let lines = 0; lines < 3 && at < pgm.length; at++) if (pgm[at] === 10) lines++;
  const turned = pgm.slice();
  turned.subarray(at).reverse();
  return turned;
}

/** Where a region of a page that lies upside down is, once the page is turned over; and back. */
export const turnedOverRegion = <T extends Region>(
  region: T,
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
): T => ({ ...region, x: widthPx - region.x - region.w, y: heightPx - region.y - region.h });
