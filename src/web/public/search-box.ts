import type { SearchRequest, SearchScope, SearchView } from '../../actions/search-page.ts';
import type { Label } from '../../core/label.ts';
import { addressOfPage } from '../addresses.ts';
import { attributes, html, nothing, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { filterRowsHtml, type FilterRow } from './filter-rows.ts';

const SCOPES = ['everything', 'documents', 'titles', 'collections', 'people', 'places'] as const;

/** The one-line box of the masthead. */
export const quickSearch = (site: Site): Html =>
  html`<form role="search"${attributes({ action: addressOfPage(site, '/search'), 'aria-label': site.words.search.everything })}><label class="visually-hidden" for="quick">${site.words.search.everything}</label>${suggesting(site, html`<input id="quick" type="search" name="q"${attributes({ placeholder: site.words.search.everything })}>`)}</form>`;

/** A search field that offers what its letters begin, where the browser has our modules. */
const suggesting = (site: Site, input: Html): Html =>
  html`<search-suggest${attributes({ 'data-from': addressOfPage(site, '/suggest'), 'data-label': site.words.finding.suggestions })}>${input}</search-suggest>`;

export interface BoxOptions {
  readonly q?: string;
  readonly scope?: SearchScope;
  /** The collection that can be searched in here. */
  readonly within?: Label;
  readonly rows?: readonly FilterRow[];
  /** Leaves the filters out: a box to begin with. */
  readonly isPlain?: boolean;
  readonly sort?: SearchRequest['sort'];
  readonly view?: SearchView;
  readonly isExact?: boolean;
}

/** The search box: scope, words and button in one frame, and below it the rows of filters. Nothing where there is no server. */
export function searchBox(site: Site, options: BoxOptions = {}): Html {
  if (site.mode === 'static') return nothing;
  const { words } = site;
  const within = options.within;
  const scope = options.scope ?? within?.id ?? 'everything';
  const option = (value: string, says: string): Html =>
    html`<option${attributes({ value, selected: value === scope })}>${says}</option>`;
  return html`<form class="searchbox" role="search"${attributes({ action: addressOfPage(site, '/search') })}>
<div class="line"><label class="scope">${words.search.searchIn} <select name="in">${within && option(within.id, words.search.scopes[within.kind === 'document' ? 'document' : 'collection'])}${SCOPES.map((one) => option(one, words.search.scopes[one]))}</select></label>${suggesting(site, html`<input type="search" name="q" aria-label="${words.search.searchFor}"${attributes({ value: options.q, placeholder: words.search.placeholder })}>`)}<button class="primary">${words.search.search}</button></div>
${options.sort !== undefined && options.sort !== 'relevance' && html`<input type="hidden" name="sort"${attributes({ value: options.sort })}>`}${options.isExact === true && html`<input type="hidden" name="exact" value="1">`}${options.view !== undefined && html`<input type="hidden" name="view"${attributes({ value: options.view })}>`}${options.isPlain === true ? nothing : filterRowsHtml(site, options.rows ?? [], addressOfPage(site, '/suggest'))}</form>`;
}
