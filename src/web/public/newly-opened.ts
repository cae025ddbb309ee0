import type { Listing, Row } from '../../actions/pages.ts';
import { addressOfPage } from '../addresses.ts';
import { html } from '../html.ts';
import type { Site } from '../site.ts';
import { plainEntry } from './entry.ts';
import type { Page } from './layout.ts';
import { lastPage, pager } from './pager.ts';
import { trail } from './trail.ts';

/** What readers had last, under the day on which they had it. */
export function newlyOpenedPage(site: Site, listing: Listing): Page {
  const { words } = site;
  const { ways, nav } = words;
  const numbered = (page: number): string => addressOfPage(site, page === 1 ? '/new' : `/new/page/${page}`);
  return {
    title: listing.page > 1 ? `${nav.new} · ${words.list.pageNumber(listing.page)}` : nav.new,
    description: ways.newest.describe(site.settings.name),
    canonical: numbered(listing.page),
    sequence: {
      ...(listing.page > 1 ? { previous: numbered(listing.page - 1) } : {}),
      ...(listing.page < lastPage(listing) ? { next: numbered(listing.page + 1) } : {}),
    },
    body: html`<div class="frame">
${trail(site, [], nav.new)}
<header class="page-head"><h1>${nav.new}</h1><p class="lede">${ways.newest.says}</p></header>
${listing.rows.length === 0 && html`<p class="quiet none">${ways.newest.none}</p>`}
${byDay(listing.rows).map(
  ({ day, rows }) =>
    html`<section><h2 class="year">${day === '' ? nav.new : ways.newest.opened(words.instant(day))}</h2><ol class="rows two-columns">${rows.map((row) => plainEntry(site, row))}</ol></section>`,
)}
${pager(site, listing, numbered)}
</div>`,
  };
}

function byDay(rows: readonly Row[]): readonly { readonly day: string; readonly rows: readonly Row[] }[] {
  const days = new Map<string, Row[]>();
  for (const row of rows) {
    const day = row.opened?.slice(0, 10) ?? '';
    const list = days.get(day) ?? [];
    list.push(row);
    days.set(day, list);
  }
  return [...days].map(([day, list]) => ({ day, rows: list }));
}
