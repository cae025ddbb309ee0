import type { SearchPage, SearchRequest, WayOn } from '../../actions/search-page.ts';
import { documentsFieldOf } from '../../actions/search-beside.ts';
import { correctWords } from '../../core/query/correct-words.ts';
import { addressOfPage } from '../addresses.ts';
import { attributes, html, nothing, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { inLanguage, kindWord, linkTo } from './entry.ts';
import { filterWords } from './filter-words.ts';
import { asking, EVERYTHING, printSearchAddress } from './search-address.ts';
import { takeAway } from './search-forms.ts';

export type AddressOf = (change: Partial<SearchRequest>) => string;

/** Collections, people and places that are called what was asked for: before the results. */
export function headsHtml(site: Site, { heads, page }: SearchPage): Html {
  if (heads.length === 0 || page > 1) return nothing;
  const { words } = site;
  return html`<section class="heads" aria-labelledby="heads"><h2 class="visually-hidden" id="heads">${words.finding.heads}</h2><ul class="rows">${heads.map(
    (row) =>
      html`<li><p class="small quiet">${words.kinds[kindWord(row.label)]}${row.years !== undefined && ` · ${words.life(row.years)}`}</p><p class="head">${linkTo(site, row.label)}</p>${row.knownAs !== undefined && html`<p class="small quiet">${words.finding.alsoCalled(row.knownAs)}</p>`}${documentsOf(site, row)}${row.summary && html`<p class="summary"${inLanguage(site, row.summary.lang)}>${row.summary.text}</p>`}</li>`,
  )}</ul></section>`;
}

/** The way to the documents of a collection, or those that name whom it is about. */
function documentsOf(site: Site, { label, documents = 0 }: SearchPage['heads'][number]): Html {
  const field = documentsFieldOf(label.kind);
  if (field === undefined || documents === 0) return nothing;
  const filters = [
    { field: 'kind', condition: 'is', values: ['document'] },
    { field, condition: 'is', values: [label.id] },
  ] as const;
  const href = addressOfPage(site, printSearchAddress(asking(EVERYTHING, { filters })));
  const says = site.words.count.documents(documents);
  return html`<p class="small"><a${attributes({ href, rel: 'nofollow', 'aria-label': `${label.title}: ${says}` })}>${says}</a></p>`;
}

/** Another spelling: that it was searched instead, with the way back; or that it would find more. */
export function spellingHtml(site: Site, found: SearchPage, address: AddressOf): Html {
  const { finding } = site.words;
  const { request, instead, corrections } = found;
  if (instead?.why === 'any-word')
    return html`<div class="spelling" role="status"><p>${finding.searchedAny(request.q)}</p><p class="small"><a${attributes({ href: address({ isAsTyped: true }), rel: 'nofollow' })}>${finding.onlyAll}</a></p></div>`;
  if (instead !== undefined)
    return html`<div class="spelling" role="status"><p>${finding.searchedInstead(request.q)} <a${attributes({ href: address({ q: instead.q }), rel: 'nofollow' })}>${instead.q}</a>.</p><p class="small"><a${attributes({ href: address({ isAsTyped: true }), rel: 'nofollow' })}>${finding.asTyped(request.q)}</a></p></div>`;
  if (corrections.length === 0) return nothing;
  const q = correctWords(request.q, corrections);
  const documents = Math.min(...corrections.map((one) => one.documents));
  return html`<p class="spelling">${finding.didYouMean} <a${attributes({ href: address({ q }), rel: 'nofollow' })}>${q}</a>? <span class="quiet small">${corrections.length === 1 && site.words.count.documents(documents)}</span></p>`;
}

/** Nothing found: what each change of the question would find. */
export function nothingFound(site: Site, found: SearchPage, address: AddressOf): Html {
  const { words } = site;
  const { request, ways } = found;
  const link = (way: WayOn): Html =>
    html`<li><a${attributes({ href: address(way.change), rel: 'nofollow' })}>${sayWay(site, found, way)}</a><span>${words.search.counted(way.total)}</span></li>`;
  return html`<div class="frame"><section class="edge"><h2 class="edge-title">${request.q === '' ? words.search.nothing : words.search.nothingFor(request.q)}</h2>${spellingHtml(site, found, address)}<p class="say">${ways.length > 0 ? words.search.nothingSays : words.finding.nothingHelps}</p>${ways.length > 0 && html`<ol class="ways">${ways.map(link)}</ol>`}<p class="forms"><a${attributes({ href: addressOfPage(site, '/collections') })}>${words.nav.collections}</a> <a${attributes({ href: addressOfPage(site, '/people') })}>${words.nav.people}</a> <a${attributes({ href: addressOfPage(site, '/timeline') })}>${words.nav.timeline}</a> <a${attributes({ href: addressOfPage(site, '/help/search') })}>${words.search.help}</a></p>${takeAway(site, found)}</section></div>`;
}

function sayWay(site: Site, found: SearchPage, { kind, filter, word }: WayOn): string {
  const { search } = site.words;
  switch (kind) {
    case 'beginning':
      return site.words.finding.beginning(word ?? '');
    case 'apart':
      return site.words.finding.apart(word ?? '');
    case 'only-anywhere':
      return site.words.finding.onlyAnywhere(word ?? '');
    case 'no-words':
      return site.words.finding.anyWords;
    case 'without':
      return filter === undefined ? search.withoutFilters : search.without(filterWords(site, found, filter));
    case 'no-filters':
      return search.withoutFilters;
    case 'everything':
      return search.inEverything;
    case 'only':
      return search.only(word ?? '');
  }
}
