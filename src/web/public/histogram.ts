import type { Listing } from '../../actions/pages.ts';
import type { Words } from '../../words/words.ts';
import { attributes, html, trusted, type Html } from '../html.ts';

export type YearCount = Listing['years'][number];

interface Frame {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Years outside are grey. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly className?: string;
}

const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000];
const LABEL_PX = 56;
const FOOT_PX = 20;
const MOST_YEARS = 400;

/** Documents by year, linear from zero: certain ones filled, those that may fall in the year outlined on top. */
export function histogram(words: Words, years: readonly YearCount[], frame: Frame): Html {
  const shown = withinReach(years);
  const first = shown[0]?.year ?? 0;
  const span = (shown.at(-1)?.year ?? first) - first + 1;
  const most = Math.max(1, ...shown.map((one) => one.certain + one.possible));
  const base = frame.heightPx - FOOT_PX;
  const slot = frame.widthPx / span;
  const width = Math.min(24, Math.max(0.8, slot - Math.min(3, slot * 0.36)));
  const scale = (base - 8) / most;
  const x = (year: number): number => (year - first) * slot + (slot - width) / 2;
  const bars = shown.map((one) => {
    const isOut =
      (frame.from !== undefined && one.year < frame.from) || (frame.to !== undefined && one.year > frame.to);
    return (
      bar(isOut ? 'out' : 'bar', x(one.year), base, width, one.certain * scale) +
      bar('maybe', x(one.year), base - one.certain * scale, width, one.possible * scale)
    );
  });
  const labels = labelled(first, span, frame.widthPx).map((year) => {
    const at = x(year) + width / 2;
    const anchor = at < 16 ? 'start' : at > frame.widthPx - 16 ? 'end' : 'middle';
    return `<text x="${px(anchor === 'middle' ? at : at < 16 ? 0 : frame.widthPx)}" y="${frame.heightPx - 4}" text-anchor="${anchor}">${year}</text>`;
  });
  return html`<svg${attributes({
    class: `hist${frame.className === undefined ? '' : ` ${frame.className}`}`,
    viewBox: `0 0 ${frame.widthPx} ${frame.heightPx}`,
    role: 'img',
    'aria-label': words.search.byYear(shown),
  })}>${trusted(bars.join(''))}<path class="base"${attributes({ d: `M0 ${base + 0.5}H${frame.widthPx}` })}/>${trusted(labels.join(''))}</svg>`;
}

/** Years so far from the others that they would flatten the picture are left to the numbers. */
function withinReach(years: readonly YearCount[]): readonly YearCount[] {
  const last = years.at(-1)?.year ?? 0;
  return years.filter((one) => one.year > last - MOST_YEARS);
}

const px = (length: number): string => String(Math.round(length * 10) / 10);

function bar(name: string, x: number, base: number, width: number, height: number): string {
  if (height <= 0) return '';
  const tall = Math.max(1, height);
  return `<rect class="${name}" x="${px(x)}" y="${px(base - tall)}" width="${px(width)}" height="${px(tall)}"/>`;
}

function labelled(first: number, span: number, widthPx: number): readonly number[] {
  const room = Math.max(1, Math.floor(widthPx / LABEL_PX));
  const step = STEPS.find((one) => span / one <= room) ?? 1000;
  const years: number[] = [];
  for (let year = Math.ceil(first / step) * step; year < first + span; year += step) years.push(year);
  return years.length === 0 ? [first] : years;
}
