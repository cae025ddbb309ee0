import type { CollectionRow } from '../../actions/pages.ts';
import { boundsOf } from '../../core/date/bounds.ts';
import { parseEdtf } from '../../core/date/edtf.ts';
import { addressOfPage } from '../addresses.ts';
import { html, attributes, type Child, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { inLanguage, linkTo, shortLinkTo } from './entry.ts';
import type { Page } from './layout.ts';
import { searchBox } from './search-box.ts';
import { trail } from './trail.ts';

export function collectionsPage(site: Site, rows: readonly CollectionRow[]): Page {
  const { words } = site;
  return {
    title: words.nav.collections,
    description: words.collections.description(site.settings.name),
    canonical: addressOfPage(site, '/collections'),
    section: 'collections',
    body: html`<div class="frame">
${trail(site, [], words.nav.collections)}
<header class="page-head"><h1>${words.nav.collections}</h1></header>
${searchBox(site, { scope: 'collections', isPlain: true })}
<section class="section"${attributes({ 'aria-labelledby': rows.length > 0 && 'all' })}>${rows.length > 0 && html`<div class="section-head"><h2 id="all">${words.home.allCollections(rows.length)}</h2></div>`}${rows.length === 0 ? html`<p class="quiet">${words.collections.none}</p>` : cards(site, rows, true)}</section>
</div>`,
  };
}

/** Collections side by side, each with its years on one line for all, so that their spans can be compared. */
export function cards(site: Site, rows: readonly CollectionRow[], withChildren = false): Html {
  const spans = rows
    .map(spanOf)
    .flatMap(({ from, to }) => (from !== undefined && to !== undefined ? [[from, to] as const] : []));
  const first = Math.min(...spans.map(([from]) => from));
  const last = Math.max(...spans.map(([, to]) => to));
  return html`<ul class="cards">${rows.map(
    (row) =>
      html`<li class="card">${spanHtml(row, first, last)}<h3>${linkTo(site, row.row.label)}</h3>${row.row.summary && html`<p${inLanguage(site, row.row.summary.lang)}>${row.row.summary.text}</p>`}<p class="meta">${metaLine(site, row)}</p>${withChildren && row.children.length > 0 && childList(site, row.children)}</li>`,
  )}</ul>`;
}

const MOST_CHILDREN_ON_CARD = 6;

function childList(site: Site, children: readonly CollectionRow[]): Html {
  const more = children.length - MOST_CHILDREN_ON_CARD;
  return html`<ul class="rows within">${children.slice(0, MOST_CHILDREN_ON_CARD).map(({ row }) => html`<li>${shortLinkTo(site, row.label)}</li>`)}${more > 0 && html`<li class="quiet">${site.words.collections.more(more)}</li>`}</ul>`;
}

/** "1930–1959 · 20 documents" */
export function metaLine(site: Site, { row, from, to }: CollectionRow): Child {
  const { words } = site;
  const years =
    from !== undefined && to !== undefined
      ? words.years(from, to)
      : row.years === undefined
        ? undefined
        : words.date(row.years);
  return [
    years,
    years !== undefined && row.documents !== undefined && ' · ',
    row.documents !== undefined && words.count.documents(row.documents),
  ];
}

/** First and last year of what is in it, else of what it sets out to cover. */
function spanOf({ row, from, to }: CollectionRow): { readonly from?: number; readonly to?: number } {
  if (from !== undefined && to !== undefined) return { from, to };
  const edtf = row.years === undefined ? undefined : parseEdtf(row.years);
  const bounds = edtf && boundsOf(edtf);
  if (bounds?.first.kind !== 'day' || bounds.last.kind !== 'day') return {};
  return { from: Number(bounds.first.day.slice(0, 4)), to: Number(bounds.last.day.slice(0, 4)) };
}

function spanHtml(row: CollectionRow, first: number, last: number): Html {
  const { from, to } = spanOf(row);
  const length = last - first + 1;
  if (from === undefined || to === undefined || !Number.isFinite(length) || length <= 1)
    return html`<svg class="span" viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true"><path class="base" d="M0 1.5H100"/></svg>`;
  const start = ((from - first) / length) * 100;
  const width = Math.max(0.8, ((to - from + 1) / length) * 100);
  return html`<svg class="span" viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true"><path class="base" d="M0 1.5H100"/><path class="bar"${attributes({ d: `M${start.toFixed(1)} 1.5h${width.toFixed(1)}` })}/></svg>`;
}
