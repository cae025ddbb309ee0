import type { FacetView, SearchRequest } from '../../actions/pages.ts';
import type { YearCount } from './histogram.ts';
import { addressOfPage } from '../addresses.ts';
import { attributes, html, nothing, type Child, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { inLanguage, shortTitle } from './entry.ts';
import { histogram } from './histogram.ts';
import { asking, excluding, printFacetAddress, printSearchAddress, toggled } from './search-address.ts';

/** What narrows a list: its first values, and the way to all of them. */
export function facetHtml(site: Site, facet: FacetView, request: SearchRequest): Html {
  const { words } = site;
  if (facet.values.length === 0) return nothing;
  const all = addressOfPage(site, printFacetAddress(asking(request, {}), facet.field));
  return html`<section class="facet"><h3 class="label">${words.facets[facet.field]}</h3>${facetValues(site, facet, request)}${facet.more > 0 && html`<p class="small more"><a${attributes({ href: all, rel: 'nofollow', 'aria-label': `${words.facets[facet.field]}: ${words.search.moreValues(facet.more)}` })}>${words.search.moreValues(facet.more)}</a></p>`}</section>`;
}

/** Values with their counts: each leads to the question with it chosen or no longer chosen, and to that without it. */
export function facetValues(site: Site, facet: FacetView, request: SearchRequest): Html {
  const { words } = site;
  const link = (value: FacetView['values'][number]): Html => {
    const filters = toggled(request.filters, facet.field, value.value);
    const href = addressOfPage(site, printSearchAddress(asking(request, { filters })));
    const says =
      value.label === undefined ? words.facetValue(facet.field, value.value) : shortTitle(value.label.title);
    const without = excluding(request.filters, facet.field, value.value);
    const not = addressOfPage(site, printSearchAddress(asking(request, { filters: without })));
    return html`<li><a${attributes({ href, rel: 'nofollow', 'aria-current': value.isChosen && 'true' })}><span${inLanguage(site, value.label?.lang)}>${value.isChosen && '✓ '}${says}</span><span>${words.number(value.count)}</span></a><a class="not"${attributes({ href: not, rel: 'nofollow', 'aria-label': words.results.excludeValue(words.facets[facet.field], says) })}>${words.results.exclude}</a></li>`;
  };
  return html`<ul class="rows">${facet.values.map(link)}</ul>`;
}

/** The years of a list, drawn, and two fields that say the same without a pointer. */
export function yearsFacet(site: Site, years: readonly YearCount[], request: SearchRequest): Html {
  const { words } = site;
  if (years.length === 0) return html``;
  const chosen = request.filters.find((one) => one.condition === 'between');
  const range = chosen?.condition === 'between' ? { from: yearIn(chosen.from), to: yearIn(chosen.to) } : {};
  const first = years[0]?.year;
  const last = years.at(-1)?.year;
  const hasMaybe = years.some((one) => one.possible > 0);
  return html`<section class="facet"><h3 class="label">${words.search.years}</h3>${histogram(site.words, years, { widthPx: 280, heightPx: 92, ...range })}${
    site.mode === 'live' &&
    html`<form class="years"${attributes({ action: addressOfPage(site, '/search'), 'aria-label': words.search.years })}>${hiddenFields(request)}<input name="year-from" inputmode="numeric" aria-label="${words.search.fromYear}"${attributes({ value: range.from ?? first })}><span>${words.search.rangeTo}</span><input name="year-to" inputmode="numeric" aria-label="${words.search.toYear}"${attributes({ value: range.to ?? last })}><button>${words.search.setYears}</button></form>`
  }${hasMaybe && html`<p class="small quiet">${words.search.outlined}</p>`}</section>`;
}

const yearIn = (day: string | undefined): number | undefined =>
  day === undefined ? undefined : Number(day.slice(0, 4));

/** The rest of the question, for a form that changes one part of it. */
export function hiddenFields(request: SearchRequest, except: 'date' | 'sort' | 'nothing' = 'date'): Child {
  const address = printSearchAddress(asking(request, { filters: request.filters }));
  const params = new URLSearchParams(address.slice(address.indexOf('?') + 1));
  if (!address.includes('?')) return undefined;
  return [...params]
    .filter(([name]) => name !== except)
    .map(([name, value]) => html`<input type="hidden"${attributes({ name, value })}>`);
}
