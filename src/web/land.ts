import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { geoGraticule, geoNaturalEarth1, geoPath, type GeoContext, type GeoProjection } from 'd3-geo';
import { feature } from 'topojson-client';

/** A part of the world that is drawn: [west, south, east, north] in degrees; west over east crosses the 180th meridian. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** The coasts of a part of the world, and where on them a place lies. Sizes in pixels of the drawing. */
export interface Chart {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Land, as the `d` of an SVG path. */
  readonly land: string;
  /** Meridians and parallels, the same way. */
  readonly grid: string;
  /** Where a place is drawn; undefined where it lies outside. */
  at(longitude: number, latitude: number): readonly [x: number, y: number] | undefined;
}

/** The world without the ice at its ends, where no paper was written. */
export const WORLD: Bounds = [-180, -56, 180, 78];
/** Above this many degrees across, the coarse coast is enough. */
const COARSE_OVER = 150;
/** How high a drawing is for its width: a narrow one has to be higher to show as much. */
const HEIGHTS = { wide: [0.4, 0.6], narrow: [0.8, 1.15] } as const;
const NARROW_UNDER_PX = 600;

/**
 * Coasts to draw maps on, without any border: today's would be wrong for most of what an archive holds.
 * Read from the package once, when first asked for; each chart is worked out once and kept.
 *
 * Source: Natural Earth 1:110m and 1:50m (public domain), in `world-atlas`.
 */
export class Coasts {
  readonly #charts = new Map<string, Promise<Chart>>();
  readonly #land = new Map<string, Promise<ReturnType<typeof feature>>>();

  /** The part of the world within bounds, as wide as asked for, drawn around its own middle. */
  chart(bounds: Bounds, widthPx: number): Promise<Chart> {
    const key = [...bounds, widthPx].join(' ');
    const known = this.#charts.get(key);
    if (known !== undefined) return known;
    if (this.#charts.size >= MOST_KEPT) this.#charts.clear();
    const made = this.#draw(bounds, widthPx);
    this.#charts.set(key, made);
    return made;
  }

  async #draw(bounds: Bounds, widthPx: number): Promise<Chart> {
    const isCoarse = spanOf(bounds) > COARSE_OVER;
    const land = await this.#landOf(isCoarse ? '110m' : '50m');
    const { projection, heightPx } = fitted(bounds, widthPx);
    const grid = geoGraticule().step(isCoarse ? [30, 30] : [10, 10])();
    const written = (what: Parameters<ReturnType<typeof geoPath>>[0], isClosed: boolean): string => {
      const pen = new Pen();
      geoPath(projection, pen)(what);
      return pen.written(isClosed);
    };
    return {
      widthPx,
      heightPx,
      land: written(land, true),
      grid: written(grid, false),
      at: (longitude, latitude) => {
        const point = projection([longitude, latitude]);
        if (point === null) return undefined;
        const [x, y] = point;
        return x < 0 || y < 0 || x > widthPx || y > heightPx ? undefined : [x, y];
      },
    };
  }

  #landOf(scale: '110m' | '50m'): Promise<ReturnType<typeof feature>> {
    const known = this.#land.get(scale);
    if (known !== undefined) return known;
    const read = readLand(scale);
    this.#land.set(scale, read);
    return read;
  }
}

const MOST_KEPT = 64;

async function readLand(scale: string): Promise<ReturnType<typeof feature>> {
  const path = createRequire(import.meta.url).resolve(`world-atlas/land-${scale}.json`);
  const atlas: unknown = JSON.parse(await readFile(path, 'utf8'));
  if (!isTopology(atlas) || atlas.objects['land'] === undefined) throw new Error(`${path} holds no land`);
  return feature(atlas, atlas.objects['land']);
}

type Topology = Parameters<typeof feature>[0];

const isTopology = (value: unknown): value is Topology =>
  typeof value === 'object' && value !== null && 'arcs' in value && 'objects' in value;

const spanOf = ([west, , east]: Bounds): number => (east > west ? east - west : east - west + 360);

/** Natural Earth's projection, turned so that the middle stands upright, and as high as its bounds are. */
function fitted(
  bounds: Bounds,
  widthPx: number,
): { readonly projection: GeoProjection; readonly heightPx: number } {
  const [west, south, , north] = bounds;
  const span = spanOf(bounds);
  const frame = {
    type: 'MultiPoint' as const,
    coordinates: edgeOf(west, span, south, north),
  };
  const projection = geoNaturalEarth1().rotate([-(west + span / 2), 0]);
  projection.fitWidth(widthPx, frame);
  const [[, top], [, bottom]] = geoPath(projection).bounds(frame);
  const [least, most] = HEIGHTS[widthPx < NARROW_UNDER_PX ? 'narrow' : 'wide'];
  const heightPx = Math.round(Math.min(widthPx * most, Math.max(widthPx * least, bottom - top)));
  projection.fitSize([widthPx, heightPx], frame).clipExtent([
    [-2, -2],
    [widthPx + 2, heightPx + 2],
  ]);
  return { projection, heightPx };
}

const STEPS = 12;

/** Points along the four sides, just within, so that no end of the world folds over to the other. */
function edgeOf(west: number, span: number, south: number, north: number): [number, number][] {
  const points: [number, number][] = [];
  for (let step = 0; step <= STEPS; step++) {
    const part = step / STEPS;
    const east = west + 0.01 + (span - 0.02) * part;
    points.push([east, south], [east, north]);
    points.push([west + 0.01, south + (north - south) * part]);
    points.push([west + span - 0.01, south + (north - south) * part]);
  }
  return points;
}

type Line = readonly [x: number, y: number][];

/** Takes down lines to whole pixels, each step from the last: a coast is then half as long to send. */
class Pen implements GeoContext {
  readonly #lines: Line[] = [];
  #line: [number, number][] = [];

  beginPath(): void {}
  arc(): void {}
  moveTo(x: number, y: number): void {
    this.#line = [[Math.round(x), Math.round(y)]];
    this.#lines.push(this.#line);
  }
  lineTo(x: number, y: number): void {
    const point: [number, number] = [Math.round(x), Math.round(y)];
    const [lastX, lastY] = this.#line.at(-1) ?? [NaN, NaN];
    if (point[0] !== lastX || point[1] !== lastY) this.#line.push(point);
  }
  closePath(): void {}

  /** All lines as a path. An island of fewer than three points in whole pixels is none that is seen. */
  written(isClosed: boolean): string {
    let out = '';
    for (const line of this.#lines) {
      if (line.length < (isClosed ? 3 : 2)) continue;
      let [x, y] = line[0] ?? [0, 0];
      out += `M${x} ${y}l`;
      for (let at = 1; at < line.length; at++) {
        const [nextX = 0, nextY = 0] = line[at] ?? [];
        const [right, down] = [nextX - x, nextY - y];
        out += `${at > 1 && right >= 0 ? ' ' : ''}${right}${down >= 0 ? ' ' : ''}${down}`;
        [x, y] = [nextX, nextY];
      }
      if (isClosed) out += 'z';
    }
    return out;
  }
}
