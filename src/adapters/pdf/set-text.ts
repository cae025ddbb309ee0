import type { HandoutText, Run } from '../../core/handout.ts';
import { breakLines, lookOf, type Ink, type Line } from './break-lines.ts';
import { ACCENT, PAPER, QUIET, type Sheet } from './sheet.ts';
import { NUMBER, SECTION, settingOf, type Setting } from './styles.ts';

const DEPTH_STEP = 16;
const MOST_DEPTH = 8;
/** A note's label and an item's sign stand in this much room. */
const MARKER = 15;

/** Lines of runs within a width, in points. */
export function linesOf(sheet: Sheet, runs: readonly Run[], ink: Ink, width: number): readonly Line[] {
  const looked = runs.map((run) => ({ text: run.text, look: lookOf(run, ink, QUIET) }));
  return breakLines(looked, sheet.faces, width);
}

/** A line of its own, with nothing but these characters. */
const plain = (sheet: Sheet, text: string, ink: Ink): readonly Line[] =>
  linesOf(sheet, [{ text }], ink, Number.POSITIVE_INFINITY);

/** One paragraph, with its number or sign beside it. */
export function setText(sheet: Sheet, block: HandoutText): void {
  const how = settingOf(block);
  const inset = Math.min(MOST_DEPTH, block.depth ?? 0) * DEPTH_STEP + (block.place === 'indent' ? 18 : 0);
  const bar = block.style === 'notice' ? 12 : 0;
  const marker = block.marker === undefined ? 0 : markerRoom(sheet, block.marker, how);
  const x = PAPER.left + inset + bar + marker;
  const width = PAPER.measure - inset - bar - marker;
  const lines = linesOf(sheet, block.runs, how.ink, width);
  if (lines.length === 0) return;
  sheet.skip(how.above);
  sheet.need(Math.min(lines.length, 2) * how.leading + how.keep);
  const element = sheet.pdf.struct(how.tag, block.lang === undefined ? {} : { lang: block.lang });
  sheet.root.add(element);
  const beside = (baseline: number): void => {
    if (block.number !== undefined) setNumber(sheet, element, block.number, baseline);
    if (block.marker !== undefined)
      setLabel(sheet, element, block.marker, x - marker, baseline, 'begin', how.ink);
  };
  sheet.place(lines, element, how.tag, {
    x,
    leading: how.leading,
    width,
    align: alignOf(block),
    before: beside,
    ...(bar === 0 ? {} : { behind: accentBar(sheet) }),
  });
  element.end();
  sheet.y += how.below;
}

const alignOf = ({ place, style }: HandoutText): 'left' | 'center' | 'right' =>
  place === 'center' || style === 'rule'
    ? 'center'
    : place === 'right' || style === 'page-turn'
      ? 'right'
      : 'left';

const markerRoom = (sheet: Sheet, marker: string, how: Setting): number =>
  Math.max(MARKER, sheet.faces.widthOf(`${marker} `, how.ink.face, how.ink.size) + 3);

const accentBar =
  (sheet: Sheet) =>
  (top: number, bottom: number): void => {
    sheet.pdf.rect(PAPER.left, top + 1, 2, bottom - top - 2).fill(ACCENT);
  };

/** The number of a paragraph or table, beside it. */
export const setNumber = (
  sheet: Sheet,
  element: ReturnType<Sheet['pdf']['struct']>,
  number: number,
  baseline: number,
): void => setLabel(sheet, element, String(number), PAPER.numbersEnd, baseline, 'end');

/** A number or sign at the baseline of the first line, read before it. */
function setLabel(
  sheet: Sheet,
  element: ReturnType<Sheet['pdf']['struct']>,
  text: string,
  at: number,
  baseline: number,
  align: 'begin' | 'end',
  ink: Ink = NUMBER,
): void {
  const lines = plain(sheet, text, ink);
  const width = lines[0]?.width ?? 0;
  const span = sheet.pdf.struct('Span');
  element.add(span);
  const leading = 0.0001;
  sheet.placeAt(lines, baseline - leading, span, 'Span', { x: align === 'end' ? at - width : at, leading });
  span.end();
}

/** The heading over a text or over what the handout says at its end. */
export function setSection(sheet: Sheet, title: readonly Run[], outline: (title: string) => void): void {
  sheet.need(150);
  sheet.rule(12);
  const lines = linesOf(sheet, title, SECTION.ink, PAPER.measure);
  sheet.y += 6;
  const element = sheet.pdf.struct(SECTION.tag);
  sheet.root.add(element);
  outline(title.map((run) => run.text).join(''));
  sheet.place(lines, element, SECTION.tag, { x: PAPER.left, leading: SECTION.leading });
  element.end();
  sheet.y += SECTION.below;
}
