import type { Row, SearchPage } from '../../actions/pages.ts';
import { parseLanguage } from '../../core/language.ts';
import type { Filter } from '../../core/query.ts';
import { sayProblem } from '../../words/problems.ts';
import { addressOf, addressOfPage } from '../addresses.ts';
import { attributes, escapeHtml, html, nothing, trusted, type Child, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { alsoSearchedHtml, whichHtml } from './also-searched.ts';
import { inLanguage, plainEntry } from './entry.ts';
import { facetHtml, hiddenFields, yearsFacet } from './facets.ts';
import { rowsOf, type FilterRow } from './filter-rows.ts';
import type { Page } from './layout.ts';
import { filterWords } from './filter-words.ts';
import { lastPage, pager } from './pager.ts';
import { asking, printSearchAddress } from './search-address.ts';
import { readingsHtml } from './readings.ts';
import { searchBox } from './search-box.ts';
import { addressOfFeed, takeAway } from './search-forms.ts';
import { SORTS } from '../../core/query.ts';

type Passage = Row['passages'][number];

/** What was found: how many, what was really searched, and why each is here. */
export function searchPage(site: Site, found: SearchPage, pending: readonly FilterRow[]): Page {
  const { words } = site;
  const { request } = found;
  const address = (change: Partial<typeof request>): string =>
    addressOfPage(site, printSearchAddress(asking(request, change)));
  const isEmpty = found.total === 0;
  const results = isEmpty
    ? nothing
    : html`<div class="frame"><div class="with-aside aside-first list-body">
<section aria-label="${words.search.results}"><div class="list-head"><h2 class="count">${words.search.counted(found.total)}</h2><a class="button to-facets" href="#narrow">${words.search.narrow}</a>${sortForm(site, found)}</div>
<ol class="rows results">${found.rows.map((row) => resultEntry(site, row))}</ol>
${pager(site, found, (page) => address({ page }))}
${takeAway(site, found)}</section>
<aside class="facets" id="narrow" aria-label="${words.search.narrowResults}">${yearsFacet(site, found.years, request)}${found.facets.filter((facet) => facet.values.length > 0).map((facet) => facetHtml(site, facet, request))}</aside>
</div></div>`;
  const title = request.q === '' ? words.search.title : words.search.titleFor(request.q);
  return {
    title: found.page > 1 ? `${title} · ${words.list.pageNumber(found.page)}` : title,
    hasSearch: true,
    alternates: [{ mediaType: 'application/atom+xml', address: addressOfFeed(site, request) }],
    sequence: {
      ...(found.page > 1 ? { previous: address({ page: found.page - 1 }) } : {}),
      ...(found.page < lastPage(found) ? { next: address({ page: found.page + 1 }) } : {}),
    },
    body: html`<div class="frame search-top"><h1 class="visually-hidden">${title}</h1>
${searchBox(site, { q: request.q, scope: request.scope, sort: request.sort, rows: [...rowsOf(request.filters, found.labels), ...pending], ...(found.within ? { within: found.within } : {}) })}
${problemsHtml(site, found)}${readingsHtml(site, found, address)}
</div>
${chips(site, found, address)}
${isEmpty ? nothingFound(site, found, address) : results}`,
  };
}

function problemsHtml(site: Site, found: SearchPage): Html {
  if (found.problems.length === 0) return nothing;
  return html`<div class="problems" role="status">${found.problems.map((one) => html`<p>! ${sayProblem(one).sentence} ${sayProblem(one).wayOut}</p>`)}</div>`;
}

function sortForm(site: Site, found: SearchPage): Html {
  const { words } = site;
  return html`<form class="sort"${attributes({ action: addressOfPage(site, '/search') })}>${hiddenFields(found.request, 'sort')}<label class="small quiet" for="sort">${words.search.sortBy}</label><select id="sort" name="sort">${SORTS.map((one) => html`<option${attributes({ value: one, selected: one === found.request.sort })}>${words.search.sorts[one]}</option>`)}</select><button>${words.search.sort}</button></form>`;
}

/** Each filter that is applied, with the way to take it away; and what else was searched. */
function chips(
  site: Site,
  found: SearchPage,
  address: (change: Partial<SearchPage['request']>) => string,
): Html {
  const { words } = site;
  const { filters } = found.request;
  const chip = (says: string, without: readonly Filter[]): Html =>
    html`<li class="chip">${says}<a${attributes({ href: address({ filters: without }), 'aria-label': words.search.remove(says) })}>✕</a></li>`;
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

function resultEntry(site: Site, row: Row): Html {
  const isTitle = (one: Passage): boolean =>
    !one.cutBefore && !one.cutAfter && isSaidBy(row.label.title, one.text);
  const title =
    row.passages.find((one) => one.field === 'title' && one.text === row.label.title) ??
    row.passages.find(isTitle);
  const others = row.passages.filter((one) => !isTitle(one));
  const shown = others.some((one) => one.field !== 'number')
    ? others.filter((one) => one.field !== 'number')
    : others;
  const heading = title === undefined ? undefined : marked(ofTitle(title, row.label.title));
  const long = shown.filter((one) => LONG.has(one.field));
  const short = shown.filter((one) => !LONG.has(one.field));
  const snippets = long.map(
    (one) =>
      html`<p class="snippet"${inLanguage(site, languageOf(one))}>${one.cutBefore && '… '}${marked(one)}${one.cutAfter && ' …'}</p><p class="found"><span>${foundIn(site, row, one)}</span></p>`,
  );
  const found = short.map(
    (one) =>
      html`<p class="found"><span>${foundIn(site, row, one)}: <span${inLanguage(site, languageOf(one))}>${marked(one)}</span></span></p>`,
  );
  if (long.length === 0)
    return plainEntry(site, row, found.length === 0 ? undefined : [summaryHtml(site, row), found], heading);
  return plainEntry(site, row, [snippets, found], heading);
}

/** A heading of the text that says the title again, under the number that it has there: "143. Memorandum …". */
const isSaidBy = (title: string, text: string): boolean =>
  text.endsWith(title) && /^(\W*\d+\W+)?$/.test(text.slice(0, text.length - title.length));

/** The part of a passage that is the title, with what was found in it. */
function ofTitle({ text, marks }: Passage, title: string): Pick<Passage, 'text' | 'marks'> {
  const before = text.length - title.length;
  return {
    text: title,
    marks: marks.flatMap(([start, end]) => (start < before ? [] : [[start - before, end - before] as const])),
  };
}

/** Fields whose passages are read as text; the others are a word or two. */
const LONG: ReadonlySet<Passage['field']> = new Set(['text', 'note', 'summary']);

const languageOf = (passage: Passage) =>
  passage.lang === undefined ? undefined : parseLanguage(passage.lang);

const summaryHtml = (site: Site, row: Row): Child =>
  row.summary && html`<p class="summary"${inLanguage(site, row.summary.lang)}>${row.summary.text}</p>`;

function foundIn(site: Site, row: Row, passage: Passage): Child {
  const says = site.words.search.foundIn[passage.field];
  if (passage.block === undefined || row.label.kind !== 'document') return says;
  return html`<a${attributes({ href: `${addressOf(site, row.label)}#${passage.block}` })}>${says}</a>`;
}

/** The window with the found words marked; offsets out of order or of range are passed over. */
export function marked(passage: Pick<Passage, 'text' | 'marks'>): Html {
  let out = '';
  let at = 0;
  for (const [start, end] of passage.marks) {
    if (start < at || end <= start || end > passage.text.length) continue;
    out += `${escapeHtml(passage.text.slice(at, start))}<mark>${escapeHtml(passage.text.slice(start, end))}</mark>`;
    at = end;
  }
  return trusted(out + escapeHtml(passage.text.slice(at)));
}

/** Nothing found: what each change of the question would be. */
function nothingFound(
  site: Site,
  found: SearchPage,
  address: (change: Partial<SearchPage['request']>) => string,
): Html {
  const { words } = site;
  const { request } = found;
  const ways: Html[] = [];
  const way = (says: string, change: Partial<SearchPage['request']>): void => {
    ways.push(html`<li><a${attributes({ href: address(change), rel: 'nofollow' })}>${says}</a></li>`);
  };
  for (const filter of request.filters)
    way(words.search.without(filterWords(site, found, filter)), {
      filters: request.filters.filter((one) => one !== filter),
    });
  if (request.filters.length > 1) way(words.search.withoutFilters, { filters: [] });
  if (request.scope !== 'everything') way(words.search.inEverything, { scope: 'everything' });
  const terms = request.q.split(/\s+/).filter(Boolean);
  if (terms.length > 1 && terms.length <= 6)
    for (const term of terms) way(words.search.only(term), { q: term });
  return html`<div class="frame"><section class="edge"><h2 class="edge-title">${request.q === '' ? words.search.nothing : words.search.nothingFor(request.q)}</h2><p class="say">${words.search.nothingSays}</p>${ways.length > 0 && html`<ol class="ways">${ways}</ol>`}<p class="forms"><a${attributes({ href: addressOfPage(site, '/collections') })}>${words.nav.collections}</a> <a${attributes({ href: addressOfPage(site, '/people') })}>${words.nav.people}</a> <a${attributes({ href: addressOfPage(site, '/help/search') })}>${words.search.help}</a></p>${takeAway(site, found)}</section></div>`;
}
