import type { Listing, RecordPage, Row } from '../../actions/pages.ts';
import type { Collection } from '../../core/collection.ts';
import { plainInline } from '../../core/text.ts';
import { addressOf, addressOfFile, addressOfPage, addressWithin } from '../addresses.ts';
import { attributes, html, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { metaLine } from './collections.ts';
import { calendarEntry, inLanguage, linkTo, shortLinkTo } from './entry.ts';
import { facetHtml } from './facets.ts';
import { feedsAt } from './feeds-at.ts';
import type { Page } from './layout.ts';
import { crumbsOf, recordMetadata, type Metadata } from './metadata.ts';
import { ownTitleOf } from './own-title.ts';
import { pager } from './pager.ts';
import { searchBox } from './search-box.ts';
import { rightsHtml } from './rights.ts';
import { EVERYTHING } from './search-address.ts';
import { blocksHtml, textHtml } from './text.ts';
import { contextOf } from './text-context.ts';
import { timeFacet } from './time-facet.ts';
import { formsList } from './forms-list.ts';
import { stepTo, trail } from './trail.ts';
import { waysIn } from './ways.ts';
import { yearOf } from './when.ts';
import { shownIdentifiers } from './known-as.ts';

/** The page this archive began from: what the collection is, and its documents by date. */
export function collectionPage(
  site: Site,
  page: RecordPage<Collection>,
  listing: Listing,
  hasEvents = false,
): Page {
  const { words } = site;
  const { label } = page;
  const { record } = page.view;
  const numbered = (at: number): string =>
    at === 1 ? addressOf(site, label) : addressWithin(site, label, 'page', String(at));
  const lastPage = Math.ceil(listing.total / listing.pageSize);
  const pageWords = listing.page > 1 ? ` · ${words.list.pageNumber(listing.page)}` : '';
  const image = record.image?.digest === undefined ? undefined : addressOfFile(record.image.digest);
  return {
    title: label.title + pageWords,
    description: descriptionWords(record) ?? words.collection.description(label.title, listing.total),
    canonical: numbered(listing.page),
    alternates: feedsAt(addressWithin(site, page.label, 'feed')),
    section: 'collections',
    hasSearch: true,
    modules: ['filter-rows', 'time-range'],
    ...(image === undefined ? {} : { image }),
    ...(listing.page === 1 ? { metadata: metadataOf(site, page) } : {}),
    sequence: {
      ...(listing.page > 1 ? { previous: numbered(listing.page - 1) } : {}),
      ...(listing.page < lastPage ? { next: numbered(listing.page + 1) } : {}),
    },
    body: html`<div class="frame">
${trail(site, [{ address: addressOfPage(site, '/collections'), says: words.nav.collections }, ...(page.trail ?? parents(page)).map((one) => stepTo(site, one))], label.title)}
${head(site, page, listing)}
</div>
<div class="band"><div class="frame">${searchBox(site, { within: label, rows: [{ field: 'person', condition: 'is', value: '' }] })}</div></div>
<div class="frame">
${waysIn(site, page.label, listing, hasEvents)}
${nested(site, page)}
<div class="with-aside list-body">
<section class="calendar" aria-label="${words.collection.byDate}">
<div class="list-head"><h2 class="count">${words.collection.counted(listing.total)}</h2>${listing.facets.length > 0 && html`<a class="button to-facets" href="#narrow">${words.search.narrow}</a>`}</div>
${calendar(site, listing)}
${pager(site, listing, numbered)}
</section>
${aside(site, page, listing)}
</div>
${about(site, record)}
${formsList(site, page)}
</div>`,
  };
}

const metadataOf = (site: Site, page: RecordPage<Collection>): Metadata =>
  recordMetadata(site, page, [
    { name: site.words.nav.collections, path: addressOfPage(site, '/collections') },
    ...crumbsOf(site, [...(page.trail ?? parents(page)), page.label]),
  ]);

const parents = (page: RecordPage<Collection>) =>
  page.view.record.parents.slice(0, 1).flatMap(({ collection }) => page.labels.get(collection) ?? []);

function descriptionWords(record: Collection): string | undefined {
  for (const block of record.description) if (block.kind === 'paragraph') return plainInline(block.content);
  return undefined;
}

/** Titles that are longer are set smaller. */
const LONG_TITLE = 110;

function head(site: Site, page: RecordPage<Collection>, listing: Listing): Html {
  const { words } = site;
  const { record } = page.view;
  const [title, ...others] = record.titles;
  const context = contextOf(site, page, []);
  const seeAlso = record.seeAlso.flatMap(({ collection, words: says }) => {
    const label = page.labels.get(collection);
    return label === undefined
      ? []
      : [
          html`<li>${linkTo(site, label)}${says !== undefined && says !== label.title && html` <span class="quiet">${says}</span>`}</li>`,
        ];
  });
  return html`<header class="coll-head"><div>
<h1${attributes({ class: page.label.title.length > LONG_TITLE && 'long' })}${inLanguage(site, title?.lang)}>${page.label.title}</h1>
${others.map((one) => html`<p class="orig"${inLanguage(site, one.lang)}>${one.text}</p>`)}
${record.invented !== undefined && html`<p class="invented">${record.invented}</p>`}
<div class="about"${attributes({ lang: record.descriptionLang })}>${blocksHtml(record.description, context)}</div>
${seeAlso.length > 0 && html`<div class="see-also"><h2 class="label">${words.collection.seeAlso}</h2><ul class="rows">${seeAlso}</ul></div>`}
</div>
${plate(site, record, listing)}
</header>`;
}

/** The picture with its caption; where none is held, the period set in type, and what is known of the picture. */
function plate(site: Site, record: Collection, listing: Listing): Html {
  const { words } = site;
  const { image } = record;
  const caption = [image?.caption?.replace(/\.$/, ''), image?.credit].filter(Boolean).join('. ');
  if (image?.digest !== undefined) {
    const picture = attributes({
      src: addressOfFile(image.digest),
      alt: image.alt ?? '',
      width: image.widthPx,
      height: image.heightPx,
    });
    return html`<figure class="plate"><img${picture}>${caption !== '' && html`<figcaption>${caption}</figcaption>`}</figure>`;
  }
  const [from, to] = periodOf(record, listing);
  if (from === undefined && caption === '') return html``;
  return html`<figure class="plate"><div class="plate-empty"><p class="period">${from ?? '·'}${to !== undefined && to !== from && html`<i></i>${to}`}</p><p class="say">${words.collection.noImage}</p></div>${caption !== '' && html`<figcaption>${words.collection.cataloguedAs(caption)}</figcaption>`}</figure>`;
}

function periodOf(record: Collection, listing: Listing): readonly [string | undefined, string | undefined] {
  const [from, to] = (record.period ?? '').split('/').map((end) => /^\d{4}/.exec(end)?.[0]);
  const [first, last] = [listing.years[0]?.year, listing.years.at(-1)?.year].map((year) =>
    year === undefined ? undefined : String(year),
  );
  return from === undefined ? [first, last] : [from, to];
}

/** A table of contents may take three lines for an entry. */
const CONTENTS_LENGTH = 160;

function nested(site: Site, page: RecordPage<Collection>): Html {
  const { words } = site;
  const { label } = page;
  const { matter } = page.view.record;
  const children = page.children ?? [];
  const matterList = (position: 'front' | 'back'): Html[] =>
    matter
      .filter((one) => one.position === position)
      .map(
        (one) =>
          html`<li class="matter"><a${attributes({ href: addressWithin(site, label, 'matter', one.slug) })}>${one.title}</a></li>`,
      );
  if (children.length === 0 && matter.length === 0) return html``;
  return html`<section class="section nested" aria-labelledby="within"><div class="section-head"><h2 id="within">${words.collection.contents}</h2></div><ol class="rows contents">${matterList('front')}${children.map((child) => html`<li>${shortLinkTo(site, child.row.label, CONTENTS_LENGTH)} <span class="quiet">${metaLine(site, child)}</span></li>`)}${matterList('back')}</ol></section>`;
}

/** The documents under headings of their years, as an archivist's calendar has them. */
export function calendar(site: Site, listing: Listing): Html {
  const { words } = site;
  const groups: { readonly year: number | undefined; readonly rows: Row[] }[] = [];
  for (const row of listing.rows) {
    const year = yearOf(row.date);
    const last = groups.at(-1);
    if (last !== undefined && last.year === year) last.rows.push(row);
    else groups.push({ year, rows: [row] });
  }
  const isWhole = listing.total <= listing.pageSize;
  const common = commonTo(listing.rows);
  return html`${common.isNotHeld && html`<p class="quiet">${words.collection.allNotHeld}</p>`}${groups.map(
    ({ year, rows }) =>
      html`<h2 class="year">${year ?? words.list.undated}${isWhole && html` <small>${words.count.documents(rows.length)}</small>`}</h2><ol class="rows">${rows.map((row) => calendarEntry(site, without(row, common)))}</ol>`,
  )}`;
}

interface Common {
  readonly isNotHeld: boolean;
  readonly isInvented: boolean;
}

/** What every row of a list would say is said once. */
function commonTo(rows: readonly Row[]): Common {
  const isSeveral = rows.length > 1;
  return {
    isNotHeld:
      isSeveral && rows.every((row) => row.holding?.kind === 'not-held' && row.holding.reason === 'other'),
    isInvented: isSeveral && rows.every((row) => row.invented !== undefined),
  };
}

function without(row: Row, { isNotHeld, isInvented }: Common): Row {
  const { holding, invented, ...rest } = row;
  return {
    ...rest,
    ...(holding === undefined || isNotHeld ? {} : { holding }),
    ...(invented === undefined || isInvented ? {} : { invented }),
  };
}

function aside(site: Site, page: RecordPage<Collection>, listing: Listing): Html {
  const request = { ...EVERYTHING, scope: page.label.id };
  if (listing.facets.length === 0 && listing.years.length === 0) return html``;
  return html`<aside class="facets" id="narrow" aria-label="${site.words.collection.narrow}">${timeFacet(site, { years: listing.years }, request)}${site.mode === 'live' && listing.facets.filter(({ field }) => field !== 'archive').map((facet) => facetHtml(site, facet, request))}</aside>`;
}

function about(site: Site, record: Collection): Html {
  const { words } = site;
  const { rights } = record;
  const facts: Html[] = [];
  if (record.curators.length > 0)
    facts.push(html`<dt>${words.collection.curators}</dt><dd>${record.curators.join(', ')}</dd>`);
  if (rights.words !== undefined || rights.uri !== undefined)
    facts.push(html`<dt>${words.document.rights}</dt><dd>${rightsHtml(site, rights)}</dd>`);
  for (const note of record.notes)
    facts.push(html`<dt>${words.document.note}</dt><dd${inLanguage(site, note.lang)}>${note.text}</dd>`);
  for (const { scheme, value } of shownIdentifiers(record.identifiers))
    facts.push(html`<dt>${words.identifier(scheme)}</dt><dd>${value}</dd>`);
  if (facts.length === 0) return html``;
  return html`<section class="section" aria-labelledby="about"><div class="section-head"><h2 id="about">${words.collection.about}</h2></div><dl class="facts-list wide-facts">${facts}</dl></section>`;
}

/** A piece of front or back matter, to be read as a text. */
export function matterPage(site: Site, page: RecordPage<Collection>, slug: string): Page | undefined {
  const matter = page.view.record.matter.find((one) => one.slug === slug);
  if (matter === undefined) return undefined;
  const { words } = site;
  const ownTitle = ownTitleOf([{ text: matter.title }], matter.text);
  const context = {
    ...contextOf(site, page, matter.mentions, matter.text),
    ...(ownTitle === undefined ? {} : { ownTitle }),
  };
  const lang = page.view.record.descriptionLang ?? page.label.lang;
  return {
    title: `${matter.title} · ${page.label.title}`,
    description: words.collection.matterDescription(matter.title, page.label.title),
    canonical: addressWithin(site, page.label, 'matter', matter.slug),
    section: 'collections',
    cardKind: 'article',
    body: html`<div class="frame">
${trail(site, [{ address: addressOfPage(site, '/collections'), says: words.nav.collections }, ...(page.trail ?? []).map((one) => stepTo(site, one)), stepTo(site, page.label)], matter.title)}
<article class="matter-text"${attributes({ lang })}><header class="page-head"><h1>${matter.title}</h1></header>${textHtml(matter.text, context)}</article>
</div>`,
  };
}
