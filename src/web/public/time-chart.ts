import type { TimePart } from '../../actions/pages.ts';
import { attributes, html, type Html } from '../html.ts';
import type { Site } from '../site.ts';

interface Frame {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly className: string;
}

type AddressOf = (part: TimePart) => string | undefined;

const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200];
const FOOT_PX = 20;
/** Years so far from the last that they would flatten the picture are left to the list. */
const MOST_PARTS = 400;

/** A stretch's own number in its row: the year, else the month or day. */
const numberIn = ({ stretch }: TimePart): number =>
  Number(/^-?\d{4}$/.test(stretch) ? stretch : stretch.slice(-2));

/**
 * The parts of a stretch as bars, linear from zero: what is certain filled, what may be from then outlined on
 * top. Each leads on, for the pointer; who uses none has the same in the list below it.
 */
export function timeChart(site: Site, parts: readonly TimePart[], addressOf: AddressOf, frame: Frame): Html {
  const reach = numberIn(parts.at(-1) ?? NONE) - MOST_PARTS;
  const shown = parts.filter((part) => numberIn(part) > reach);
  const first = numberIn(shown[0] ?? NONE);
  const count = numberIn(shown.at(-1) ?? NONE) - first + 1;
  const slot = frame.widthPx / count;
  const base = frame.heightPx - FOOT_PX;
  const scale = (base - 8) / Math.max(1, ...shown.map((one) => one.certain + one.possible));
  const width = Math.min(36, Math.max(0.8, slot - Math.min(4, slot * 0.36)));
  const bars = shown.map((part) => {
    const left = (numberIn(part) - first) * slot;
    const at = { x: px(left + (slot - width) / 2), width: px(width) };
    const sure = part.certain * scale;
    const drawn = html`${bar('bar', at, base, sure)}${bar('maybe', at, base - sure, part.possible * scale)}`;
    const href = addressOf(part);
    const says = site.words.ways.timeline.mark(site.words.date(part.stretch), part.certain, part.possible);
    const hit = attributes({ class: 'hit', x: px(left), y: 0, width: px(slot), height: base });
    return href === undefined
      ? html`<g><title>${says}</title><rect${hit}/>${drawn}</g>`
      : html`<a${attributes({ href, rel: 'nofollow', tabindex: -1 })}><title>${says}</title><rect${hit}/>${drawn}</a>`;
  });
  const labels = labelsOf(site, shown, slot).map(({ at, says }) => {
    const x = (at - first) * slot + slot / 2;
    const anchor = x < 14 ? 'start' : x > frame.widthPx - 14 ? 'end' : 'middle';
    const place = anchor === 'middle' ? x : anchor === 'start' ? 0 : frame.widthPx;
    return html`<text${attributes({ x: px(place), y: frame.heightPx - 4, 'text-anchor': anchor })}>${says}</text>`;
  });
  return html`<svg${attributes({
    class: `hist time-chart ${frame.className}`,
    viewBox: `0 0 ${frame.widthPx} ${frame.heightPx}`,
    'aria-hidden': 'true',
  })}>${bars}<path class="base"${attributes({ d: `M0 ${base + 0.5}H${frame.widthPx}` })}/>${labels}</svg>`;
}

const NONE: TimePart = { stretch: '0000', certain: 0, possible: 0 };
const px = (length: number): string => String(Math.round(length * 10) / 10);

function bar(
  name: string,
  at: { readonly x: string; readonly width: string },
  base: number,
  height: number,
): Html {
  const tall = Math.max(1, height);
  return height <= 0
    ? html``
    : html`<rect${attributes({ class: name, ...at, y: px(base - tall), height: px(tall) })}/>`;
}

interface Tick {
  readonly at: number;
  readonly says: string;
}

/** Round years, every month, or every fifth day: as many as there is room for. */
function labelsOf(site: Site, parts: readonly TimePart[], slot: number): readonly Tick[] {
  const [start, end] = [parts[0], parts.at(-1)];
  if (start === undefined || end === undefined) return [];
  const [first, last] = [numberIn(start), numberIn(end)];
  const isMonths = /^-?\d{4}-\d\d$/.test(start.stretch);
  if (isMonths)
    return parts.map((part) => ({
      at: numberIn(part),
      says: site.words.ways.timeline.month(numberIn(part)),
    }));
  const room = /^-?\d{4}$/.test(start.stretch) ? 56 : 26;
  const step = STEPS.find((one) => one * slot >= room) ?? 500;
  const ticks: Tick[] = [];
  for (let at = Math.ceil(first / step) * step; at <= last; at += step) ticks.push({ at, says: String(at) });
  return ticks.length === 0 ? [{ at: first, says: String(first) }] : ticks;
}

/** The same as one line of a list: how much of the fullest it is. */
export function rowBar({ certain, possible }: TimePart, most: number): Html {
  const [sure, may] = [(certain / most) * 100, (possible / most) * 100];
  const rect = (name: string, x: number, width: number): Html | false =>
    width > 0 && html`<rect${attributes({ class: name, x: px(x), y: 1, width: px(width), height: 6 })}/>`;
  return html`<svg class="hist row-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">${rect('bar', 0, sure)}${rect('maybe', sure, may)}</svg>`;
}
