import type { Region } from '../../core/rendition.ts';

/** A rectangle in the space of a PDF page: points (1/72 inch), y upwards. */
export interface PdfBox {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** How often a page is turned by a right angle, clockwise, to be seen. */
export type Turns = 0 | 1 | 2 | 3;

/** What a picture shows of a page: which part, turned how, and in how many pixels as it should be seen. */
export interface PageFrame {
  readonly box: PdfBox;
  readonly turns: Turns;
  readonly widthPx: number;
  readonly heightPx: number;
}

export const turnsOf = (turns: number): Turns => {
  const left = ((Math.round(turns) % 4) + 4) % 4;
  return left === 1 || left === 2 || left === 3 ? left : 0;
};

/** Where a box of the page stands in its picture: pixels from the top left corner, cut to the picture's edges. */
export function regionOf(box: PdfBox, { box: whole, turns, widthPx, heightPx }: PageFrame): Region {
  const across = whole.right - whole.left || 1;
  const up = whole.top - whole.bottom || 1;
  // Shares of the unturned page from its top left corner.
  const [x0, x1] = [(box.left - whole.left) / across, (box.right - whole.left) / across];
  const [y0, y1] = [(whole.top - box.top) / up, (whole.top - box.bottom) / up];
  const turned: Readonly<Record<Turns, readonly [number, number, number, number]>> = {
    0: [x0, y0, x1, y1],
    1: [1 - y1, x0, 1 - y0, x1],
    2: [1 - x1, 1 - y1, 1 - x0, 1 - y0],
    3: [y0, 1 - x1, y1, 1 - x0],
  };
  const [left, top, right, bottom] = turned[turns];
  const x = within(left * widthPx, widthPx);
  const y = within(top * heightPx, heightPx);
  return {
    x,
    y,
    w: Math.max(within(right * widthPx, widthPx) - x, 0),
    h: Math.max(within(bottom * heightPx, heightPx) - y, 0),
  };
}

const within = (value: number, most: number): number => Math.min(Math.max(Math.round(value), 0), most);

/** Pages are drawn at so many pixels an inch where nothing on them asks for more. */
export const USUAL_DPI = 200;
/** Nor finer than this, whatever pictures they hold. */
const MOST_DPI = 600;
/** The most pixels that a page is drawn in. */
export const MOST_PIXELS = 25_000_000;
const MOST_SIDE_PX = 20_000;

/** The size in which a page is drawn, within bounds; `dpi` is what its pictures have. */
export function drawnSize(
  page: { readonly widthPt: number; readonly heightPt: number },
  dpi: number,
): { readonly widthPx: number; readonly heightPx: number } {
  const { widthPt, heightPt } = page;
  const wanted = Math.min(Math.max(dpi, USUAL_DPI), MOST_DPI) / 72;
  const byArea = Math.sqrt(MOST_PIXELS / (widthPt * heightPt));
  const scale = Math.min(wanted, byArea, MOST_SIDE_PX / Math.max(widthPt, heightPt));
  const sized = (points: number): number => Math.max(Math.floor(points * scale), 1);
  return { widthPx: sized(widthPt), heightPx: sized(heightPt) };
}

/** A page narrower than a point or wider than 200 inches is none that was printed. Source: ISO 32000-1, annex C. */
export const isPrintable = (widthPt: number, heightPt: number): boolean =>
  [widthPt, heightPt].every((side) => side >= 3 && side <= 14_400);
