import type {
  RelatedDocuments,
  RelatedGroup,
  RelatedRow,
  SameTextRow,
} from '../../actions/related-documents.ts';
import type { Row } from '../../actions/pages.ts';
import { attributes, html, nothing, type Child, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { linkTo, shortLinkTo } from './entry.ts';
import { EVERYTHING, printSearchAddress } from './search-address.ts';
import { timeHtml } from './when.ts';

/** Where the same text stands elsewhere, and what else stands beside a document, each with its reason. */
export function relatedHtml(site: Site, related: RelatedDocuments): Html {
  return html`${sameTextHtml(site, related.sameText)}${groupsHtml(site, related.groups)}`;
}

/** The link to the same text, for the short list beside the title; undefined where there is none. */
export const sameTextLink = (site: Site, { sameText }: RelatedDocuments): Html | undefined =>
  sameText.length === 0
    ? undefined
    : html`<a href="#same-text">${site.words.related.sameTextShort(sameText.length)}</a>`;

const lineOf = (site: Site, row: Row, ...more: readonly Child[]): Html => {
  const parts: readonly Child[] = [
    row.date === undefined ? site.words.list.undated : timeHtml(site, row.date),
    ...(row.genre === undefined ? [] : [row.genre]),
    ...more,
  ];
  return html`<p class="entry-date">${parts.map((part, at) => [at > 0 && ' · ', part])}</p>`;
};

function sameTextHtml(site: Site, rows: readonly SameTextRow[]): Html {
  if (rows.length === 0) return nothing;
  const words = site.words.related;
  const entry = ({ row, share, isStated, home }: SameTextRow): Html =>
    html`<li>${lineOf(site, row)}<h3>${linkTo(site, row.label)}</h3>${home && html`<p class="small">${site.words.document.within} ${shortLinkTo(site, home)}</p>`}${share && html`<p class="small">${words.share(share.ofThis, share.ofOther)}</p>`}<p class="small quiet">${isStated ? words.stated : words.proposed}</p></li>`;
  return html`<section class="section" id="same-text" aria-labelledby="same-text-heading"><div class="section-head"><h2 id="same-text-heading">${words.sameText}</h2></div><ol class="accounts">${rows.map(entry)}</ol></section>`;
}

function groupsHtml(site: Site, groups: readonly RelatedGroup[]): Html {
  if (groups.length === 0) return nothing;
  return html`<section class="section related" aria-labelledby="related"><div class="section-head"><h2 id="related">${site.words.related.heading}</h2></div>${groups.map((group) => groupHtml(site, group))}</section>`;
}

function groupHtml(site: Site, group: RelatedGroup): Html {
  const id = `related-${group.reason}`;
  return html`<section class="related-group" aria-labelledby="${id}"><div class="related-head"><h3 id="${id}">${site.words.related.reasons[group.reason]}</h3>${allHtml(site, group)}</div><ol class="accounts">${group.rows.map((one) => entryHtml(site, one, group))}</ol></section>`;
}

/** All of a group are found by a search, where a server answers one. */
function allHtml(site: Site, { reason, rows, all }: RelatedGroup): Html | undefined {
  if (all === undefined || site.mode !== 'live' || all.total <= rows.length + 1) return undefined;
  const words = site.words.related;
  const href = site.prefix + printSearchAddress({ ...EVERYTHING, filters: all.filters, sort: 'earliest' });
  return reason === 'same-days'
    ? html`<a${attributes({ href, rel: 'nofollow' })}>${words.search}</a>`
    : html`<a${attributes({ href, rel: 'nofollow', 'aria-label': words.allOf(reason, all.total) })}>${words.all(all.total)}</a>`;
}

function entryHtml(site: Site, one: RelatedRow, { reason }: RelatedGroup): Html {
  const { words } = site;
  const { row, relation, words: says, people, daysLater } = one;
  const more: Child[] = [];
  if (reason === 'same-days')
    more.push(daysLater === undefined ? words.related.perhapsThen : words.related.daysLater(daysLater));
  if (relation !== undefined) more.push(words.relations[relation]);
  if (says !== undefined) more.push(says);
  return html`<li>${lineOf(site, row, ...more)}<h4>${linkTo(site, row.label)}</h4>${people && html`<p class="small quiet">${words.related.with} ${people.slice(0, 4).map((label, at) => [at > 0 && '; ', label.title])}${people.length > 4 && `; ${words.document.andOthers(people.length - 4)}`}</p>`}</li>`;
}
