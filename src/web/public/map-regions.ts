import type { MappedPlace } from '../../actions/way-pages.ts';
import { WORLD, type Bounds } from '../land.ts';

/** Parts of the world as they are drawn: wide enough to know where one is, not as any state or map has them. */
const REGIONS = {
  europe: [-13, 34, 48, 66],
  'middle-east': [22, 10, 66, 44],
  africa: [-20, -36, 54, 38],
  'south-asia': [58, 4, 100, 40],
  'east-asia': [88, -12, 152, 56],
  'north-america': [-130, 22, -58, 56],
  'latin-america': [-118, -56, -32, 34],
  pacific: [104, -48, -106, 56],
} as const satisfies Record<string, Bounds>;

export type Region = keyof typeof REGIONS | 'world';
export const REGION_NAMES: readonly Region[] = [
  'world',
  'europe',
  'middle-east',
  'africa',
  'south-asia',
  'east-asia',
  'north-america',
  'latin-america',
  'pacific',
];

export const isRegion = (name: string | undefined): name is Region =>
  REGION_NAMES.some((region) => region === name);

export const boundsOfRegion = (region: Region): Bounds => (region === 'world' ? WORLD : REGIONS[region]);

type Point = NonNullable<MappedPlace['coordinates']>;

export function isInside([west, south, east, north]: Bounds, { longitude, latitude }: Point): boolean {
  const isBetween =
    east > west ? longitude >= west && longitude <= east : longitude >= west || longitude <= east;
  return isBetween && latitude >= south && latitude <= north;
}

/** A map of fewer degrees than these would show nothing that one knows. */
const LEAST = { across: 40, upward: 20 } as const;
const AROUND = { across: 8, upward: 5 } as const;
/** Over this far across, it is the world. */
const MOST_ACROSS = 220;
/** Bounds lie on lines of so many degrees, so that much the same places have one drawing. */
const GRAIN = 5;

/**
 * The part of the world that has all of these points, with some around them; across the 180th meridian
 * where that is the shorter way. The world where there is none.
 */
export function boundsAround(points: readonly Point[]): Bounds {
  const longitudes = points.map(({ longitude }) => longitude).sort((a, b) => a - b);
  const [first] = longitudes;
  if (first === undefined) return WORLD;
  let widest = 0;
  let west = first;
  longitudes.forEach((longitude, at) => {
    const next = longitudes[at + 1] ?? first + 360;
    if (next - longitude <= widest) return;
    widest = next - longitude;
    west = next;
  });
  const across = Math.max(LEAST.across, 360 - widest + 2 * AROUND.across);
  if (across > MOST_ACROSS) return WORLD;
  const middle = west + (360 - widest) / 2;
  const latitudes = points.map(({ latitude }) => latitude);
  const [lowest, highest] = [Math.min(...latitudes), Math.max(...latitudes)];
  const upward = Math.max(LEAST.upward, highest - lowest + 2 * AROUND.upward);
  const height = (lowest + highest) / 2;
  return [
    turned(outward(middle - across / 2, -1)),
    Math.max(-80, outward(height - upward / 2, -1)),
    turned(outward(middle + across / 2, 1)),
    Math.min(82, outward(height + upward / 2, 1)),
  ];
}

const outward = (degrees: number, sign: 1 | -1): number => Math.ceil((degrees * sign) / GRAIN) * GRAIN * sign;
const turned = (degrees: number): number => ((((degrees + 180) % 360) + 360) % 360) - 180;
