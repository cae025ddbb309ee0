import { attributes, html, nothing, type Html } from '../html.ts';
import type { Site } from '../site.ts';

interface Pages {
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

export const lastPage = ({ total, pageSize }: Pages): number => Math.max(1, Math.ceil(total / pageSize));

/** Pages of a question are not for robots: each question has others beside it. */
const relOf = (address: string, rel: string): string => (address.includes('?') ? `${rel} nofollow` : rel);

/** Where one stands in a list, and the ways on; nothing for a list of one page. */
export function pager(site: Site, pages: Pages, addressOfPageNumber: (page: number) => string): Html {
  const { words } = site;
  const last = lastPage(pages);
  if (last <= 1) return nothing;
  const from = (pages.page - 1) * pages.pageSize + 1;
  const to = Math.min(pages.total, pages.page * pages.pageSize);
  const link = (page: number, says: string, rel: string): Html =>
    html`<a class="button"${attributes({ href: addressOfPageNumber(page), rel: relOf(addressOfPageNumber(page), rel) })}>${says}</a>`;
  return html`<nav class="list-head pager" aria-label="${words.list.pages}"><span class="quiet small">${words.list.range(from, to, pages.total)}</span><span class="chips">${
    pages.page > 1 && link(pages.page - 1, words.list.previous, 'prev')
  }${pages.page < last && link(pages.page + 1, words.list.next, 'next')}</span></nav>`;
}
