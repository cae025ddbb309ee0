import type { Row } from '../../actions/pages.ts';
import type { SearchPage } from '../../actions/search-page.ts';
import { addressOf, addressOfPage } from '../addresses.ts';
import { attributes, html, nothing, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { linkTo } from './entry.ts';
import { marked, snippet } from './results-list.ts';

/** A small box on a document's page that searches just this document. */
export function searchThisDocument(site: Site, label: Row['label']): Html {
  if (site.mode === 'static') return nothing;
  const { finding, search } = site.words;
  return html`<form class="within-document" role="search"${attributes({ action: addressOfPage(site, '/search'), 'aria-label': finding.inThisDocument })}><input type="hidden" name="in"${attributes({ value: label.id })}><input type="search" name="q" required aria-label="${finding.inThisDocument}"${attributes({ placeholder: finding.inThisDocument })}><button>${search.search}</button></form>`;
}

/** The passages of one document that answer, in the order in which it has them. */
export function passagesFound(site: Site, found: SearchPage, label: Row['label']): Html {
  const [row] = found.rows;
  const { finding } = site.words;
  const back = html`<p class="small"><a${attributes({ href: addressOf(site, label) })}>${finding.backToDocument}</a></p>`;
  if (row === undefined || found.request.q === '')
    return html`<section aria-label="${site.words.search.results}"><h2 class="count">${linkTo(site, label)}</h2><p class="quiet none">${found.request.q === '' ? finding.whatInDocument : finding.nothingInDocument(found.request.q)}</p>${back}</section>`;
  return html`<section aria-label="${site.words.search.results}"><div class="list-head"><h2 class="count">${finding.passagesIn(row.passages.length)} ${linkTo(site, label)}</h2></div><ol class="rows results">${row.passages.map(
    (one) =>
      html`<li class="entry">${one.field === 'title' ? html`<p class="snippet">${marked(one)}</p><p class="found"><span>${finding.foundIn('title')}</span></p>` : snippet(site, found, row, one)}</li>`,
  )}</ol>${back}</section>`;
}
