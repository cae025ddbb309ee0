import type { TimePart } from '../../actions/pages.ts';
import { printYear } from '../../core/date/day.ts';
import { attributes, html, nothing, type Html } from '../html.ts';
import type { Site } from '../site.ts';

/** Parts of time next to each other, without gaps, of which some may be chosen. */
export interface RangeChart {
  readonly unit: 'year' | 'month' | 'day';
  readonly parts: readonly TimePart[];
  /** The chosen days; absent: no end is chosen. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Where the question is, narrowed to a part; undefined: nothing can be asked. */
  readonly addressOf: ((part: TimePart) => string) | undefined;
}

const WIDTH_PX = 280;
const HEIGHT_PX = 112;
const FOOT_PX = 20;
const LABEL_PX = { year: 52, month: 34, day: 30 } as const;
const MONTHS = 12;
const STEPS = [1, 2, 3, 5, 10, 20, 25, 50, 100, 200];
/** Years so far before the last that they would flatten the picture are left out of it. */
const MOST_PARTS = 400;

/** Years with the empty ones between them; none so far back that the others could not be seen. */
export function allYears(
  years: readonly { readonly year: number; readonly certain: number; readonly possible: number }[],
): readonly TimePart[] {
  const last = years.at(-1)?.year ?? 0;
  const near = years.filter(({ year }) => year > last - MOST_PARTS);
  const counts = new Map(near.map((one) => [one.year, one]));
  const first = near[0]?.year ?? last;
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const { certain = 0, possible = 0 } = counts.get(first + at) ?? {};
    return { stretch: printYear(first + at), certain, possible };
  });
}

/** "1945" -> 19450000, "1945-07" -> 19450700: in the order of time, and comparable with days cut as short. */
const orderOf = (stretch: string): number => {
  const [, year, month = '00', day = '00'] = /^([+-]?\d+)(?:-(\d\d))?(?:-(\d\d))?$/.exec(stretch) ?? [];
  return Number(year) * 10_000 + Number(month) * 100 + Number(day);
};

const LENGTH = { year: -6, month: -3, day: undefined } as const;

/** The first and the last part that are chosen, by their place. */
export function chosenParts({
  unit,
  parts,
  from,
  to,
}: Omit<RangeChart, 'addressOf'>): readonly [number, number] {
  const cut = (day: string): number => orderOf(day.slice(0, LENGTH[unit]));
  const start = from === undefined ? 0 : parts.findIndex(({ stretch }) => orderOf(stretch) >= cut(from));
  const end =
    to === undefined ? parts.length - 1 : parts.findLastIndex(({ stretch }) => orderOf(stretch) <= cut(to));
  return [start < 0 ? parts.length - 1 : start, Math.max(0, end)];
}

/**
 * Parts of time as bars, linear from zero: certain documents filled, those that may fall in it outlined on top.
 * Each bar leads to the question narrowed to it; where the browser has our modules, a range can be drawn.
 */
export function rangeChart(site: Site, chart: RangeChart): Html {
  const { parts, unit } = chart;
  const isChosen = chart.from !== undefined || chart.to !== undefined;
  const [first, last] = chosenParts(chart);
  const slot = WIDTH_PX / Math.max(1, parts.length);
  const base = HEIGHT_PX - FOOT_PX;
  const scale = (base - 8) / Math.max(1, ...parts.map((one) => one.certain + one.possible));
  const width = Math.min(24, Math.max(0.8, slot - Math.min(3, slot * 0.36)));
  const { finding } = site.words;
  const bars = parts.map((part, at) => {
    if (part.certain + part.possible === 0) return nothing;
    const isOut = isChosen && (at < first || at > last);
    const x = px(at * slot + (slot - width) / 2);
    const sure = part.certain * scale;
    const drawn = html`<title>${finding.bar(site.words.date(part.stretch), part.certain, part.possible)}</title><rect${attributes({ class: 'hit', x: px(at * slot), y: 0, width: px(slot), height: base })}/>${bar(isOut ? 'out' : 'bar', x, width, base, sure)}${bar(isOut ? 'maybe out' : 'maybe', x, width, base - sure, part.possible * scale)}`;
    const href = chart.addressOf?.(part);
    return href === undefined
      ? html`<g>${drawn}</g>`
      : html`<a${attributes({ href, rel: 'nofollow', tabindex: -1 })}>${drawn}</a>`;
  });
  const [start, end] = [first * slot, (last + 1) * slot];
  const wash = html`<rect${attributes({ class: 'range', x: px(start), y: 0, width: px(Math.max(0, end - start)), height: base, visibility: isChosen ? undefined : 'hidden' })}/>`;
  const grips = isChosen && [start, end].map((x) => grip(x, base));
  return html`<svg${attributes({ class: 'hist', viewBox: `0 0 ${WIDTH_PX} ${HEIGHT_PX}`, 'aria-hidden': 'true', 'data-unit': unit })}>${wash}${bars}<path class="base"${attributes({ d: `M0 ${base + 0.5}H${WIDTH_PX}` })}/>${labels(site, chart, slot)}${grips}</svg>`;
}

const px = (length: number): string => String(Math.round(length * 10) / 10);

function bar(name: string, x: string, width: number, base: number, height: number): Html {
  const tall = Math.max(1, height);
  return height <= 0
    ? nothing
    : html`<rect${attributes({ class: name, x, y: px(base - tall), width: px(width), height: px(tall) })}/>`;
}

const grip = (x: number, base: number): Html =>
  html`<g class="grips"><path class="grip-line"${attributes({ d: `M${px(x)} 0V${base}` })}/><rect class="grip"${attributes({ x: px(x - 5), y: px(base / 2 - 11), width: 10, height: 22, rx: 2 })}/></g>`;

/** As many as there is room for: round years, every month or day that a step leads to, of several years' months the years. */
function labels({ words }: Site, { unit, parts }: RangeChart, slot: number): readonly Html[] {
  const isYears = unit === 'month' && parts.length > MONTHS;
  const numberOf = ({ stretch }: TimePart): number => Number(unit === 'year' ? stretch : stretch.slice(-2));
  const step = isYears ? MONTHS : (STEPS.find((one) => one * slot >= LABEL_PX[unit]) ?? 500);
  return parts.flatMap((part, at) => {
    const number = numberOf(part);
    if (unit === 'year' ? number % step !== 0 : (number - 1) % step !== 0) return [];
    if (unit === 'day' && number + step > 33) return [];
    const x = at * slot + slot / 2;
    const anchor = isYears || x < 12 ? 'start' : x > WIDTH_PX - 12 ? 'end' : 'middle';
    const place = anchor === 'middle' ? x : anchor === 'start' ? at * slot : WIDTH_PX;
    const says = words.finding.tick(
      isYears ? 'year' : unit,
      isYears ? part.stretch.slice(0, -3) : part.stretch,
    );
    return [
      html`${isYears && at > 0 && html`<path class="tick-line"${attributes({ d: `M${px(at * slot)} 0V${HEIGHT_PX - FOOT_PX}` })}/>`}<text${attributes({ x: px(place), y: HEIGHT_PX - 4, 'text-anchor': anchor })}>${says}</text>`,
    ];
  });
}
