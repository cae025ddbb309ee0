import type { AuthorityList, Row } from '../../actions/pages.ts';
import { addressOfPage } from '../addresses.ts';
import { attributes, html, type Child, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { inLanguage, linkTo } from './entry.ts';
import type { Page, Section } from './layout.ts';
import { lastPage, pager } from './pager.ts';
import { trail } from './trail.ts';
import { dateWords } from './when.ts';

/** A list of names that has a page of its own. */
export interface ListOf {
  readonly path: 'people' | 'organizations' | 'places' | 'subjects' | 'terms' | 'events' | 'repositories';
  readonly section?: Section;
  readonly kind: 'agent' | 'place' | 'subject' | 'term' | 'event' | 'repository';
  readonly agentKind?: 'person' | 'body';
}

export const LISTS: readonly ListOf[] = [
  { path: 'people', section: 'people', kind: 'agent', agentKind: 'person' },
  { path: 'organizations', kind: 'agent', agentKind: 'body' },
  { path: 'places', section: 'places', kind: 'place' },
  { path: 'subjects', section: 'subjects', kind: 'subject' },
  { path: 'terms', kind: 'term' },
  { path: 'events', kind: 'event' },
  { path: 'repositories', section: 'sources', kind: 'repository' },
];

/** Names of a kind, by their first letter. */
export function authorityListPage(
  site: Site,
  of: ListOf,
  list: AuthorityList,
  letter: string | undefined,
): Page {
  const { words } = site;
  const { listing } = list;
  const base = letter === undefined ? `/${of.path}` : `/${of.path}/${encodeURIComponent(letter)}`;
  const numbered = (page: number): string => addressOfPage(site, page === 1 ? base : `${base}/page/${page}`);
  const name = words.nav[of.path];
  const title = [name, letter, listing.page > 1 ? words.list.pageNumber(listing.page) : undefined]
    .filter(Boolean)
    .join(' · ');
  return {
    title,
    description: words.lists.describe(name, site.settings.name),
    canonical: numbered(listing.page),
    ...(of.section === undefined ? {} : { section: of.section }),
    sequence: {
      ...(listing.page > 1 ? { previous: numbered(listing.page - 1) } : {}),
      ...(listing.page < lastPage(listing) ? { next: numbered(listing.page + 1) } : {}),
    },
    body: html`<div class="frame">
${trail(site, letter === undefined ? [] : [{ address: addressOfPage(site, `/${of.path}`), says: name }], letter ?? name)}
<header class="page-head"><h1>${name}</h1><p class="lede">${words.lists.says[of.path]}</p></header>
${letters(site, of, list)}
${listing.rows.length === 0 ? html`<p class="quiet none">${words.lists.none}</p>` : html`<ul class="rows names-list">${listing.rows.map((row) => nameRow(site, row))}</ul>`}
${pager(site, listing, numbered)}
</div>`,
  };
}

function letters(site: Site, of: ListOf, { letters: all }: AuthorityList): Html {
  const { words } = site;
  if (all.length < 2) return html``;
  const isAny = all.every((one) => !one.isChosen);
  return html`<nav class="letters" aria-label="${words.lists.byLetter}"><ul><li><a${attributes({ href: addressOfPage(site, `/${of.path}`), 'aria-current': isAny && 'true' })}>${words.lists.all}</a></li>${all.map(
    ({ letter, isChosen }) =>
      html`<li><a${attributes({ href: addressOfPage(site, `/${of.path}/${encodeURIComponent(letter)}`), 'aria-current': isChosen && 'true' })}>${letter}</a></li>`,
  )}</ul></nav>`;
}

function nameRow(site: Site, row: Row): Html {
  const { words } = site;
  const when: Child = row.years === undefined ? row.date && dateWords(site, row.date) : words.life(row.years);
  return html`<li><span class="name-of">${linkTo(site, row.label)}${row.otherTitle && html` <span class="other"${inLanguage(site, row.otherTitle.lang)}>${row.otherTitle.text}</span>`}</span><span class="quiet">${when}${row.summary && html`${when !== undefined && ' · '}<span${inLanguage(site, row.summary.lang)}>${row.summary.text}</span>`}</span><span class="quiet nums">${row.documents !== undefined && row.documents > 0 && words.count.documents(row.documents)}</span></li>`;
}
