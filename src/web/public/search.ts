import type { SearchPage, SearchView } from '../../actions/search-page.ts';
import { SORTS, type Filter } from '../../core/query.ts';
import { sayProblem } from '../../words/problems.ts';
import { addressOfPage } from '../addresses.ts';
import { attributes, html, nothing, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { alsoSearchedHtml, whichHtml } from './also-searched.ts';
import { passagesFound } from './document-search.ts';
import { facetsHtml, hiddenFields } from './facets.ts';
import { rowsOf, type FilterRow } from './filter-rows.ts';
import { filterWords } from './filter-words.ts';
import type { Page } from './layout.ts';
import { lastPage, pager } from './pager.ts';
import { headsHtml, nothingFound, spellingHtml, type AddressOf } from './results-beside.ts';
import { resultsList } from './results-list.ts';
import { resultsTable } from './results-table.ts';
import { resultsTimeline } from './results-timeline.ts';
import { asList, asking, printSearchAddress } from './search-address.ts';
import { readingsHtml } from './readings.ts';
import { searchBox } from './search-box.ts';
import { addressOfFeed, takeAway } from './search-forms.ts';
import { timeFacet } from './time-facet.ts';

/** What was found: how many, what was really searched, and why each is here. */
export function searchPage(site: Site, found: SearchPage, pending: readonly FilterRow[]): Page {
  const { words } = site;
  const { request, within } = found;
  const shown = asSearched(found);
  const address: AddressOf = (change) => addressOfPage(site, printSearchAddress(asking(request, change)));
  const title = request.q === '' ? words.search.title : words.search.titleFor(request.q);
  return {
    title: found.page > 1 ? `${title} · ${words.list.pageNumber(found.page)}` : title,
    hasSearch: true,
    modules: ['filter-rows', 'time-range'],
    alternates: [
      { mediaType: 'application/atom+xml', address: addressOfFeed(site, shown.request) },
      { mediaType: 'application/rss+xml', address: addressOfFeed(site, shown.request, 'rss') },
    ],
    sequence: {
      ...(found.page > 1 ? { previous: address({ page: found.page - 1 }) } : {}),
      ...(found.page < lastPage(found) ? { next: address({ page: found.page + 1 }) } : {}),
    },
    body: html`<div class="frame search-top"><h1 class="visually-hidden">${title}</h1>
${searchBox(site, {
  q: request.q,
  scope: request.scope,
  sort: request.sort,
  rows: [...rowsOf(site, request.filters, found.labels), ...pending],
  ...(request.view === undefined ? {} : { view: request.view }),
  ...(request.isExact === undefined ? {} : { isExact: request.isExact }),
  ...(within ? { within } : {}),
})}
${problemsHtml(found)}${readingsHtml(site, found, address)}
</div>
${chips(site, found, address)}
${answerHtml(site, found, shown)}`,
  };
}

/** The answer to what was searched instead: what leads on from it asks for that. */
const asSearched = (found: SearchPage): SearchPage =>
  found.instead === undefined ? found : { ...found, request: { ...found.request, q: found.instead.q } };

function answerHtml(site: Site, asked: SearchPage, found: SearchPage): Html {
  const { words } = site;
  const { within, request } = found;
  const address: AddressOf = (change) => addressOfPage(site, printSearchAddress(asking(request, change)));
  const asWritten: AddressOf = (change) =>
    addressOfPage(site, printSearchAddress(asking(asked.request, change)));
  if (within?.kind === 'document')
    return html`<div class="frame list-body">${passagesFound(site, found, within)}</div>`;
  if (found.total === 0) return nothingFound(site, found, address);
  return html`<div class="frame"><div class="with-aside aside-first list-body${request.view === 'table' && ' is-wide'}">
<section aria-label="${words.search.results}">${spellingHtml(site, asked, asWritten)}<div class="list-head"><h2 class="count">${words.search.counted(found.total)}</h2><a class="button to-facets" href="#narrow">${words.search.narrow}</a><div class="list-acts">${sortForm(site, found)}${viewSwitch(site, found)}</div></div>
${headsHtml(site, found)}
${rowsHtml(site, found)}
${pager(site, found, (page) => address({ page }))}
${takeAway(site, found)}</section>
<aside class="facets" aria-label="${words.search.narrowResults}"><details class="fold"><summary class="button">${words.search.narrow}</summary><div class="facets" id="narrow">${timeFacet(site, found, request)}${facetsHtml(site, found)}</div></details></aside>
</div></div>`;
}

function rowsHtml(site: Site, found: SearchPage): Html {
  const { view } = found.request;
  if (view === 'table') return resultsTable(site, found.rows);
  if (view === 'timeline') return resultsTimeline(site, found);
  const heads = new Set(found.page > 1 ? [] : found.heads.map((row) => row.label.id));
  const others = found.rows.filter((row) => !heads.has(row.label.id));
  return others.length === 0 ? nothing : resultsList(site, found, others);
}

/** As a list, a table, or along a line of time. */
function viewSwitch(site: Site, { request }: SearchPage): Html {
  const { finding } = site.words;
  const link = (view: SearchView | undefined, says: string): Html => {
    const { isAsTyped } = request;
    const bare = { ...asList(request), ...(isAsTyped === undefined ? {} : { isAsTyped }) };
    const href = addressOfPage(site, printSearchAddress(view === undefined ? bare : { ...bare, view }));
    return html`<a${attributes({ href, rel: 'nofollow', 'aria-current': request.view === view && 'true' })}>${says}</a>`;
  };
  return html`<div class="switch" role="group" aria-label="${finding.view}">${link(undefined, finding.views.list)}${link('table', finding.views.table)}${link('timeline', finding.views.timeline)}</div>`;
}

function problemsHtml(found: SearchPage): Html {
  if (found.problems.length === 0) return nothing;
  return html`<div class="problems" role="status">${found.problems.map((one) => html`<p>! ${sayProblem(one).sentence} ${sayProblem(one).wayOut}</p>`)}</div>`;
}

/** A timeline has two orders only. */
const sortsOf = ({ view }: SearchPage['request']): readonly (typeof SORTS)[number][] =>
  view === 'timeline' ? ['earliest', 'latest'] : SORTS;

function sortForm(site: Site, { request }: SearchPage): Html {
  const { words } = site;
  return html`<form class="sort"${attributes({ action: addressOfPage(site, '/search') })}>${hiddenFields(request, 'sort')}<label class="small quiet" for="sort">${words.search.sortBy}</label><select id="sort" name="sort">${sortsOf(request).map((one) => html`<option${attributes({ value: one, selected: one === request.sort })}>${words.search.sorts[one]}</option>`)}</select><button>${words.search.sort}</button></form>`;
}

/** Each filter that is applied, with the way to take it away; and what else was searched. */
function chips(site: Site, found: SearchPage, address: AddressOf): Html {
  const { words } = site;
  const { filters } = found.request;
  const chip = (says: string, without: readonly Filter[]): Html =>
    html`<li class="chip">${says}<a${attributes({ href: address({ filters: without }), rel: 'nofollow', 'aria-label': words.search.remove(says) })}>✕</a></li>`;
  const applied = filters.flatMap((filter) => {
    const others = filters.filter((one) => one !== filter);
    if (filter.condition !== 'is' || filter.values.length === 1)
      return [chip(filterWords(site, found, filter), others)];
    return filter.values.map((value) =>
      chip(filterWords(site, found, { ...filter, values: [value] }), [
        ...others,
        { ...filter, values: filter.values.filter((one) => one !== value) },
      ]),
    );
  });
  const also = alsoSearchedHtml(site, found, address);
  const which = whichHtml(site, found, address);
  if (applied.length === 0 && also === nothing && which === nothing) return nothing;
  return html`<div class="band slim"><div class="frame">${applied.length > 0 && html`<ul class="chips" aria-label="${words.search.applied}">${applied}</ul>`}${which}${also}</div></div>`;
}
