import type { Listing, RecordPage, Row } from '../../actions/pages.ts';
import type { Collection } from '../../core/collection.ts';
import { addressOfPage, addressWithin } from '../addresses.ts';
import { attributes, html } from '../html.ts';
import type { Site } from '../site.ts';
import { plainEntry } from './entry.ts';
import { feedsAt } from './feeds-at.ts';
import type { Page } from './layout.ts';
import { lastPage, pager } from './pager.ts';
import { trail } from './trail.ts';
import { headingInto, stepsInto } from './within.ts';

/** What readers had last, under the day on which they had it. */
export function newlyOpenedPage(site: Site, listing: Listing, within?: RecordPage<Collection>): Page {
  const { words } = site;
  const { ways, nav } = words;
  const further = (page: number): readonly string[] => (page === 1 ? ['new'] : ['new', 'page', String(page)]);
  const numbered = (page: number): string =>
    within === undefined
      ? addressOfPage(site, `/${further(page).join('/')}`)
      : addressWithin(site, within.label, ...further(page));
  const feed =
    within === undefined ? addressOfPage(site, '/feed') : addressWithin(site, within.label, 'feed');
  return {
    title: [nav.new, within?.label.title, listing.page > 1 && words.list.pageNumber(listing.page)]
      .filter(Boolean)
      .join(' · '),
    description: ways.newest.describe(within?.label.title ?? site.settings.name),
    ...(within === undefined ? {} : { section: 'collections' as const }),
    canonical: numbered(listing.page),
    alternates: feedsAt(feed),
    sequence: {
      ...(listing.page > 1 ? { previous: numbered(listing.page - 1) } : {}),
      ...(listing.page < lastPage(listing) ? { next: numbered(listing.page + 1) } : {}),
    },
    body: html`<div class="frame">
${trail(site, stepsInto(site, within), nav.new)}
<header class="page-head"><h1>${headingInto(site, within, nav.new)}</h1><p class="lede">${ways.newest.says}</p>
<p><a${attributes({ href: `${feed}.atom` })}>${words.feeds.follow}</a></p></header>
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
