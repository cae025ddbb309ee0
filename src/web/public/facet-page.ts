import type { FacetPage } from '../../actions/list-facet.ts';
import { addressOfPage } from '../addresses.ts';
import { attributes, html, nothing, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { facetValues, hiddenFields } from './facets.ts';
import type { Page } from './layout.ts';
import { lastPage, pager } from './pager.ts';
import { asking, printFacetAddress, printSearchAddress } from './search-address.ts';
import { trail } from './trail.ts';

/** All values of one facet under a question: each narrows the question by it, or leaves it out. */
export function facetPage(site: Site, list: FacetPage): Page {
  const { results, search, facets, list: lists } = site.words;
  const { request, field, among } = list;
  const name = results.allValuesOf(facets[field]);
  const numbered = (page: number): string =>
    addressOfPage(site, printFacetAddress(asking(request, { page }), field, among));
  const question = request.q === '' ? search.title : search.titleFor(request.q);
  const back = addressOfPage(site, printSearchAddress(asking(request, {})));
  return {
    title: [name, question, list.page > 1 ? lists.pageNumber(list.page) : undefined]
      .filter(Boolean)
      .join(' · '),
    hasSearch: true,
    sequence: {
      ...(list.page > 1 ? { previous: numbered(list.page - 1) } : {}),
      ...(list.page < lastPage(list) ? { next: numbered(list.page + 1) } : {}),
    },
    body: html`<div class="frame">
${trail(site, [{ address: back, says: question }], name)}
<header class="page-head"><h1>${name}</h1><p class="lede">${among === '' ? results.valuesIn(list.total, list.results) : results.amongCounted(list.total, among)}</p></header>
${amongForm(site, list)}
${list.isCut ? html`<p class="problems" role="status">${results.amongCut}</p>` : nothing}
${list.values.length === 0 ? html`<p class="quiet none">${results.noValues}</p>` : html`<div class="facet all-values">${facetValues(site, { field, values: list.values, more: 0 }, request)}</div>`}
${pager(site, list, numbered)}
<p class="forms"><a${attributes({ href: back })}>${results.back}</a></p>
</div>`,
  };
}

function amongForm(site: Site, { request, field, among }: FacetPage): Html {
  const { results } = site.words;
  const all = addressOfPage(site, printFacetAddress(asking(request, {}), field));
  return html`<form class="among"${attributes({ action: addressOfPage(site, '/search') })}>${hiddenFields(asking(request, {}), 'nothing')}<input type="hidden" name="facet"${attributes({ value: field })}><label for="among">${results.among}</label> <input id="among" name="among" autocomplete="off"${attributes({ value: among })}> <button>${results.find}</button>${among !== '' && html` <a${attributes({ href: all })}>${results.allValues}</a>`}</form>`;
}
