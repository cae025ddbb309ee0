import type { FacetView } from '../../actions/pages.ts';
import type { SearchPage, SearchRequest } from '../../actions/search-page.ts';
import type { FacetField } from '../../core/query.ts';
import { addressOfPage } from '../addresses.ts';
import { attributes, html, nothing, type Child, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { inLanguage, shortTitle } from './entry.ts';
import { asking, excluding, printFacetAddress, printSearchAddress, toggled } from './search-address.ts';

/** What narrows a list: its first values, those that are left out, and the way to all of them. */
export function facetHtml(site: Site, facet: FacetView, request: SearchRequest, labels?: Labels): Html {
  const { words } = site;
  if (facet.values.length === 0) return nothing;
  return html`<section class="facet"><h3 class="label">${words.facets[facet.field]}</h3>${facetBody(site, facet, request, labels)}</section>`;
}

type Labels = SearchPage['labels'];

function facetBody(site: Site, facet: FacetView, request: SearchRequest, labels?: Labels): Html {
  const { words } = site;
  const all = addressOfPage(site, printFacetAddress(asking(request, {}), facet.field));
  return html`${facetValues(site, facet, request)}${excludedValues(site, facet.field, request, labels)}${facet.more > 0 && html`<p class="small more"><a${attributes({ href: all, rel: 'nofollow', 'aria-label': `${words.facets[facet.field]}: ${words.search.moreValues(facet.more)}` })}>${words.search.moreValues(facet.more)}</a></p>`}`;
}

/** Facets that stand open, and those that are opened by who wants them: unless something of them is chosen. */
const OPEN: ReadonlySet<FacetField> = new Set([
  'kind',
  'collection',
  'person',
  'place',
  'subject',
  'type',
  'language',
  'archive',
  'has',
]);

/** All facets of a search: the first ones open, the others folded until they are wanted. */
export function facetsHtml(site: Site, { facets, request, labels }: SearchPage): readonly Html[] {
  return facets.flatMap((facet) => {
    const { field } = facet;
    const isAsked = request.filters.some((one) => one.field === field);
    // What all results are, and nobody asked for, tells nothing.
    if (facet.values.length === 0 || (field === 'kind' && facet.values.length < 2 && !isAsked)) return [];
    if (OPEN.has(field)) return [facetHtml(site, facet, request, labels)];
    return [
      html`<details class="facet"${attributes({ open: isAsked })}><summary class="label">${site.words.facets[field]}</summary>${facetBody(site, facet, request, labels)}</details>`,
    ];
  });
}

/** What is left out of a facet, and the way to let it in again. */
function excludedValues(site: Site, field: FacetField, request: SearchRequest, labels?: Labels): Html {
  const { words } = site;
  const left = request.filters.flatMap((filter) =>
    filter.field === field && filter.condition === 'is-not'
      ? filter.values.map((value) => ({ filter, value }))
      : [],
  );
  if (left.length === 0) return nothing;
  const link = ({ filter, value }: (typeof left)[number]): Html => {
    const says = labels?.get(value)?.title ?? words.facetValue(field, value);
    const filters = request.filters.filter((one) => one !== filter);
    const href = addressOfPage(site, printSearchAddress(asking(request, { filters })));
    return html`<li class="excluded"><a${attributes({ href, rel: 'nofollow', 'aria-label': words.finding.letIn(says) })}><span>${words.search.not} ${shortTitle(says)}</span><span>✕</span></a></li>`;
  };
  return html`<ul class="rows">${left.map(link)}</ul>`;
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

/** The rest of the question, for a form that changes one part of it. */
export function hiddenFields(request: SearchRequest, except: 'date' | 'sort' | 'nothing' = 'date'): Child {
  const address = printSearchAddress(asking(request, { filters: request.filters }));
  const params = new URLSearchParams(address.slice(address.indexOf('?') + 1));
  if (!address.includes('?')) return undefined;
  return [...params]
    .filter(([name]) => name !== except)
    .map(([name, value]) => html`<input type="hidden"${attributes({ name, value })}>`);
}
