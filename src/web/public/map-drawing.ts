import { attributes, html, type Html } from '../html.ts';
import type { Chart } from '../land.ts';

/** A place as it is drawn: what it is called here, and where it leads. */
export interface DrawnPlace {
  readonly name: string;
  readonly lang: Html;
  readonly says: string;
  readonly address: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly documents: number;
}

interface Measures {
  readonly className: string;
  readonly leastPx: number;
  readonly mostPx: number;
  /** How wide a letter is, on the average. */
  readonly letterPx: number;
  readonly linePx: number;
}

export const WIDE: Measures = {
  className: 'only-wide',
  leastPx: 4,
  mostPx: 22,
  letterPx: 7.2,
  linePx: 17,
};
export const NARROW: Measures = {
  className: 'only-narrow',
  leastPx: 3.5,
  mostPx: 14,
  letterPx: 6.6,
  linePx: 15,
};

export const SMALL: Measures = {
  className: 'only-wide',
  leastPx: 3.5,
  mostPx: 13,
  letterPx: 6.6,
  linePx: 15,
};

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A finger needs so much room, however few the documents. */
const LEAST_HIT_PX = 12;
const GAP_PX = 5;

/**
 * Land, and on it a circle for each place: its area says how many documents. The most frequent are drawn
 * first, so that none hides a smaller one, and named first; a name that would cover another is left to the
 * list. The drawing is for the pointer: the list has the same links for everyone.
 */
export function mapDrawing(chart: Chart, places: readonly DrawnPlace[], measures: Measures): Html {
  const most = Math.max(1, ...places.map(({ documents }) => documents));
  const circles = places.flatMap((place) => {
    const point = chart.at(place.longitude, place.latitude);
    if (point === undefined) return [];
    const radius =
      measures.leastPx + (measures.mostPx - measures.leastPx) * Math.sqrt(place.documents / most);
    return [{ place, x: point[0], y: point[1], radius }];
  });
  const taken: Box[] = circles.map(({ x, y, radius }) => around(x, y, radius));
  const drawn = circles.map(({ place, x, y, radius }) => {
    const label = roomFor(place, { x, y, radius }, chart, measures, taken);
    return html`<a${attributes({ href: place.address, rel: 'nofollow', tabindex: -1 })}><title>${place.says}</title><circle class="hit"${attributes({ cx: px(x), cy: px(y), r: px(Math.max(LEAST_HIT_PX, radius)) })}/><circle${attributes({ cx: px(x), cy: px(y), r: px(radius) })}/>${
      label !== undefined &&
      html`<text${attributes({ x: px(label.x), y: px(y + measures.linePx * 0.3), 'text-anchor': label.anchor })}${place.lang}>${place.name} <tspan>${place.documents}</tspan></text>`
    }</a>`;
  });
  return html`<svg${attributes({ class: measures.className, viewBox: `0 0 ${chart.widthPx} ${chart.heightPx}`, 'aria-hidden': 'true' })}><path class="grat"${attributes({ d: chart.grid })}/><path class="land"${attributes({ d: chart.land })}/>${drawn}</svg>`;
}

const px = (length: number): string => String(Math.round(length * 10) / 10);

const around = (x: number, y: number, radius: number): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

/** To the right of its circle, else to the left; undefined where there is no room, and else it is taken. */
function roomFor(
  { name, documents }: DrawnPlace,
  { x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number },
  { widthPx }: Chart,
  { letterPx, linePx }: Measures,
  taken: Box[],
): { readonly x: number; readonly anchor: 'start' | 'end' } | undefined {
  const width = letterPx * (name.length + String(documents).length + 1);
  const half = linePx / 2;
  const sides = [
    { x: x + radius + GAP_PX, left: x + radius + GAP_PX, anchor: 'start' as const },
    { x: x - radius - GAP_PX, left: x - radius - GAP_PX - width, anchor: 'end' as const },
  ];
  for (const { x: at, left, anchor } of sides) {
    const box = { left, right: left + width, top: y - half, bottom: y + half };
    if (box.left < 2 || box.right > widthPx - 2 || taken.some((one) => overlap(one, box))) continue;
    taken.push(box);
    return { x: at, anchor };
  }
  return undefined;
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
