import type { TimePart } from '../../actions/pages.ts';
import type { SearchPage, SearchRequest } from '../../actions/search-page.ts';
import { readDateRange } from '../../core/query/date-range.ts';
import type { Filter } from '../../core/query.ts';
import { addressOfPage } from '../addresses.ts';
import { attributes, html, nothing, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { hiddenFields } from './facets.ts';
import { allYears, chosenParts, rangeChart } from './range-chart.ts';
import { asking, printSearchAddress } from './search-address.ts';

type Times = Pick<SearchPage, 'years' | 'times'>;
type DateFilter = Extract<Filter, { field: 'date' }>;

interface Shown {
  readonly unit: 'year' | 'month' | 'day';
  readonly parts: readonly TimePart[];
}

/** When the results are from, drawn, and two fields that say the same without a pointer. Closer in, months or days. */
export function timeFacet(site: Site, { years, times }: Times, request: SearchRequest): Html {
  if (years.length === 0) return nothing;
  const { finding } = site.words;
  const shown: Shown = times ?? { unit: 'year', parts: allYears(years) };
  const chosen = request.filters.find((one) => one.field === 'date');
  const at = (filters: readonly Filter[]): string =>
    addressOfPage(site, printSearchAddress(asking(request, { filters })));
  const others = request.filters.filter((one) => one.field !== 'date');
  const addressOf = ({ stretch }: TimePart): string => {
    const when = readDateRange(stretch, chosen?.certainly === true);
    return at(when === undefined ? others : [...others, when]);
  };
  const isLive = site.mode === 'live';
  const chart = { ...shown, from: chosen?.from, to: chosen?.to, addressOf: isLive ? addressOf : undefined };
  const drawn = html`<p class="visually-hidden">${summary(site, shown)}</p><div class="chart" dir="ltr">${rangeChart(site, chart)}</div>`;
  const hasMaybe = shown.parts.some((one) => one.possible > 0);
  return html`<section class="facet"><h3 class="label">${finding.when[shown.unit]}</h3>${isLive ? html`<time-range${rangeAttributes(site, chart)}>${drawn}${fields(site, request, chosen)}</time-range>` : drawn}${hasMaybe && html`<p class="small quiet">${finding.outlined[shown.unit]}</p>`}${isLive && wider(site, request, chosen, at)}${isLive && inNumbers(site, shown, addressOf)}</section>`;
}

/** The same as a list: the way to each part for who uses no pointer. */
function inNumbers({ words }: Site, { parts }: Shown, addressOf: (part: TimePart) => string): Html {
  const full = parts.filter((part) => part.certain + part.possible > 0);
  return html`<details class="numbers"><summary>${words.finding.inNumbers}</summary><ul class="rows">${full.map(
    (part) =>
      html`<li><a${attributes({ href: addressOf(part), rel: 'nofollow' })}><span>${words.date(part.stretch)}</span><span>${words.number(part.certain)}${part.possible > 0 && ` + ${words.number(part.possible)} ${words.search.maybe}`}</span></a></li>`,
  )}</ul></details>`;
}

function summary({ words }: Site, { unit, parts }: Shown): string {
  const inAll = ({ certain, possible }: TimePart): number => certain + possible;
  const fullest = parts.reduce((most, one) => (inAll(one) > inAll(most) ? one : most), parts[0] ?? NONE);
  const [first, last] = [parts[0] ?? NONE, parts.at(-1) ?? NONE].map(({ stretch }) => words.date(stretch));
  return words.finding.byPart(unit, first ?? '', last ?? '', words.date(fullest.stretch), inAll(fullest));
}

const NONE: TimePart = { stretch: '', certain: 0, possible: 0 };

/** How far a page key moves: ten years, a year, a week. */
const PAGE = { year: 10, month: 12, day: 7 } as const;

function rangeAttributes(
  { words }: Site,
  chart: Shown & { readonly from?: string | undefined; readonly to?: string | undefined },
): Html {
  const [from, to] = chosenParts(chart);
  const [first] = chart.parts;
  return attributes({
    'data-count': chart.parts.length,
    'data-from': from,
    'data-to': to,
    'data-page': PAGE[chart.unit],
    'data-from-label': words.finding.rangeFrom,
    'data-to-label': words.finding.rangeTo,
    ...(chart.unit === 'year'
      ? { 'data-first': Number(first?.stretch ?? 0) }
      : { 'data-names': chart.parts.map(({ stretch }) => words.date(stretch)).join('|') }),
  });
}

function fields(site: Site, request: SearchRequest, chosen: DateFilter | undefined): Html {
  const { finding, search } = site.words;
  const [start, end] = finding.rangeFields(chosen?.from, chosen?.to);
  return html`<form class="years"${attributes({ action: addressOfPage(site, '/search'), 'aria-label': search.years })}>${hiddenFields(request)}<input name="date-from" autocomplete="off" aria-label="${finding.rangeFrom}"${attributes({ value: start || undefined, placeholder: finding.rangeFrom })}><span aria-hidden="true">–</span><input name="date-to" autocomplete="off" aria-label="${finding.rangeTo}"${attributes({ value: end || undefined, placeholder: finding.rangeTo })}><select name="date-how" aria-label="${finding.how}"><option value="">${finding.possibly}</option><option value="certainly"${attributes({ selected: chosen?.certainly === true })}>${finding.certainly}</option></select><button>${search.setYears}</button></form>`;
}

/** The ways back out of a range: the years it lies in, and all there are. */
function wider(
  site: Site,
  request: SearchRequest,
  chosen: DateFilter | undefined,
  at: (filters: readonly Filter[]) => string,
): Html {
  if (chosen === undefined) return nothing;
  const { finding } = site.words;
  const others = request.filters.filter((one) => one.field !== 'date');
  const years = [chosen.from, chosen.to].map((day) => day?.slice(0, -6));
  const [first, last] = years;
  const whole: DateFilter | undefined =
    first === undefined || last === undefined
      ? undefined
      : { ...chosen, from: `${first}-01-01`, to: `${last}-12-31` };
  const isWhole = whole?.from === chosen.from && whole?.to === chosen.to;
  const says = first === last ? first : `${first}–${last}`;
  return html`<p class="wider small">${whole !== undefined && !isWhole && html`<a${attributes({ href: at([...others, whole]), rel: 'nofollow' })}>${finding.wholeYears(says ?? '')}</a> `}<a${attributes({ href: at(others), rel: 'nofollow' })}>${finding.allYears}</a></p>`;
}
