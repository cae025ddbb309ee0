import type { RecordPage } from '../../actions/pages.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import type { PageMark } from '../../core/text.ts';
import { addressOf, addressOfComparison, addressWithin } from '../addresses.ts';
import type { PageModule } from '../assets.ts';
import { escapeHtml, html, nothing, trusted, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { citingOf } from './cite.ts';
import { waysOf } from './compare-ways.ts';
import { descriptionHtml } from './description.ts';
import type { Plan } from './document-plan.ts';
import { legendHtml, type Sign } from './legend.ts';
import type { WrittenTexts } from './kept-texts.ts';
import { ownTitleOf } from './own-title.ts';
import { partsNav, partsNote } from './parts-nav.ts';
import type { Portion } from './portions.ts';
import { readerHtml, type Column, type Writing } from './reader.ts';
import { pageAnchor, scanHtml } from './scan.ts';
import { placeBefore } from './source-places.ts';
import type { TextContext } from './text.ts';
import { contextOf, leadsOf } from './text-context.ts';
import { toolbarHtml, type Act } from './toolbar.ts';

type DocumentPage = RecordPage<ArchiveDocument>;

/** What the browser makes of it: a scan wants a viewer. */
export const readingModules = ({ columns, scans }: Plan): readonly PageModule[] => [
  ...(columns.length > 0 || scans.length > 0 ? (['reading'] as const) : []),
  ...(scans.length > 0 ? (['scan-viewer'] as const) : []),
];

/** The address of a portion, counted from 0: the first is the document's own. */
export const addressOfPortion = (site: Site, page: DocumentPage, at: number): string =>
  at === 0 ? addressOf(site, page.label) : addressWithin(site, page.label, 'page', String(at + 1));

/** A text that stands alone has its description beside it. */
export const isBeside = ({ columns, scans, portions }: Plan): boolean =>
  columns.length === 1 && scans.length === 0 && portions.length === 1;

/** The toolbar, and below it the scans and texts of one portion. */
export function readingHtml(site: Site, page: DocumentPage, plan: Plan, at: number): Html {
  const { columns, scans, articles, portions } = plan;
  const { words } = site;
  const hasPair = articles.some((article) => article.columns.length > 1);
  const { texts, used } = textsOf(site, page, plan, at);
  const portion = portions[at] ?? portions[0];
  const withScan = scans.length > 0 && columns.length > 0;
  const pictures =
    scans.length > 0 &&
    html`<div class="scans">${scans.map((scan, n) => scanHtml(site, page.label.id, scan, portion.pages[n] ?? [0, 0]))}</div>`;
  const body = columns.length > 0 && html`<div class="reading">${texts}${legendHtml(words, used)}</div>`;
  return html`${toolbarHtml(site, columns, scans, hasPair, actsOf(site, page, at))}
<div class="frame${isBeside(plan) && ' beside'}">${partsNote(site, page, plan, at)}<section class="reader${withScan && ' with-scan'}${withScan && columns.length === 1 && ' one-text'}" aria-labelledby="the-document"><h2 class="visually-hidden" id="the-document">${words.document.theDocument}</h2>${pictures}${body}</section>${partsNav(site, page, plan, at)}${isBeside(plan) && descriptionHtml(site, page)}</div>`;
}

/** What can be done with the document; each stands on its first portion. */
function actsOf(site: Site, page: DocumentPage, at: number): readonly Act[] {
  const { document } = site.words;
  const first = at === 0 ? '' : addressOf(site, page.label);
  const [compared] = waysOf(page);
  const compare = compared && {
    href: addressOfComparison(site, page.label.id, compared.others),
    says: site.words.reading.compare,
    isNear: true,
    isEndless: true,
  };
  return [
    { href: `${first}#description`, says: document.description },
    ...(compare === undefined ? [] : [compare]),
    { href: '#cite', says: document.cite, isNear: true },
    { href: '#forms', says: document.download },
  ];
}

function textsOf(site: Site, page: DocumentPage, plan: Plan, at: number): WrittenTexts {
  const portion = plan.portions[at] ?? plan.portions[0];
  const citing = site.mode === 'live' ? citingOf(site, page) : '';
  const leads = `${citing}\n${leadsOf(site, page, page.view.record.mentions)}`;
  return site.plans.texts.of(portion, leads, () => writeTexts(site, page, plan, at));
}

function writeTexts(site: Site, page: DocumentPage, plan: Plan, at: number): WrittenTexts {
  const { record } = page.view;
  const portion = plan.portions[at] ?? plan.portions[0];
  const placed = new Set<string>();
  const used = new Set<Sign>();
  const leafOf = leafFinder(site, page, plan, portion);
  const writing: Writing = {
    words: site.words,
    document: plan.document,
    ...(site.mode === 'live' ? { citing: citingOf(site, page) } : {}),
    contextOf: (column) => ({
      ...textContext(site, page, plan.columns, column),
      placed,
      used,
      isMachine: column.rendition.madeBy !== undefined,
      ...(leafOf ? { leafOf } : {}),
    }),
  };
  const before = at === 0 ? pagesBegunBefore(record, placed) : nothing;
  return { texts: html`${before}${readerHtml(plan.articles, portion, writing)}`, used };
}

/** Which page image a mark in the texts means, and how to get there: it may be in another portion. */
function leafFinder(site: Site, page: DocumentPage, plan: Plan, portion: Portion): TextContext['leafOf'] {
  const { scans, finders } = plan;
  if (scans.length === 0) return undefined;
  return (mark: PageMark) => {
    for (const [n, scan] of scans.entries()) {
      const found = finders[n]?.(mark);
      if (found === undefined) continue;
      const anchor = pageAnchor(scan, found);
      const [from, to] = portion.pages[n] ?? [0, 0];
      const isHere = found >= from && found < to;
      return { anchor, href: isHere ? `#${anchor}` : addressWithin(site, page.label, 'at', anchor) };
    }
    return undefined;
  };
}

/** Pages that it begins on without a mark of them in its text lead to its beginning. */
const pagesBegunBefore = (record: ArchiveDocument, placed: Set<string>): Html =>
  trusted(
    record.identifiers
      .filter(({ scheme }) => scheme === 'page')
      .map(({ value }) => placeBefore(value.slice(value.indexOf('#') + 1), { placed }))
      .join(''),
  );

/** What a text is written with; one that stands alone does not say the page's title again. */
function textContext(
  site: Site,
  page: DocumentPage,
  columns: readonly Column[],
  { rendition: { text } }: Column,
): TextContext {
  const { record } = page.view;
  const context = contextOf(site, page, record.mentions, text);
  const ownTitle = columns.length === 1 ? ownTitleOf(record.titles, text) : undefined;
  return ownTitle === undefined ? context : { ...context, ownTitle };
}

/** The portion in which a place stands that a fragment names ("b2k", "p12", "s1-30", "at-d2fn1"), from 0. */
export function portionOf(site: Site, page: DocumentPage, plan: Plan, place: string): number | undefined {
  for (const [n, scan] of plan.scans.entries())
    for (const [at, portion] of plan.portions.entries()) {
      const [from, to] = portion.pages[n] ?? [0, 0];
      for (let number = from; number < to; number++) if (pageAnchor(scan, number) === place) return at;
    }
  const named = ` id="${escapeHtml(place)}"`;
  const found = plan.portions.findIndex((_, at) => textsOf(site, page, plan, at).texts.text.includes(named));
  return found === -1 ? undefined : found;
}
