import type { RecordPage } from '../../actions/pages.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import { addressOf } from '../addresses.ts';
import type { Answer } from '../answer.ts';
import { attributes, html } from '../html.ts';
import type { Site } from '../site.ts';
import { citeHtml } from './cite.ts';
import { addressOfPortion, portionOf, readingHtml, readingModules } from './document-reader.ts';
import { searchThisDocument } from './document-search.ts';
import { inLanguage } from './entry.ts';
import type { Page } from './layout.ts';
import { stepTo, trail } from './trail.ts';

type DocumentPage = RecordPage<ArchiveDocument>;

/** A further portion of a long document, `number` from 2; undefined where there is none. */
export function portionPage(site: Site, page: DocumentPage, number: number): Page | undefined {
  const { record } = page.view;
  const plan = site.plans.of(page);
  const at = number - 1;
  if (at < 1 || at >= plan.portions.length) return undefined;
  const { reading } = site.words;
  const { title, lang } = page.label;
  const next = at + 1 < plan.portions.length ? { next: addressOfPortion(site, page, at + 1) } : {};
  const above = page.trail ?? [];
  return {
    title: reading.partTitle(title, number),
    description: reading.partOf(number, plan.portions.length, title),
    canonical: addressOfPortion(site, page, at),
    section: 'collections',
    cardKind: 'article',
    isWide: record.renditions.length > 1 || plan.scans.length > 0,
    sequence: { previous: addressOfPortion(site, page, at - 1), ...next },
    modules: ['cite', ...readingModules(plan)],
    body: html`<div class="frame">
${trail(site, [...above.map((one) => stepTo(site, one)), stepTo(site, page.label)], reading.part(number, plan.portions.length))}
<header class="doc-head"><h1${inLanguage(site, lang)}><a class="plain-link"${attributes({ href: addressOf(site, page.label) })}>${title}</a></h1>${record.invented !== undefined && html`<p class="invented">${record.invented}</p>`}${plan.columns.length > 0 && searchThisDocument(site, page.label)}</header>
</div>
${readingHtml(site, page, plan, at)}
<div class="frame">${citeHtml(site, page)}</div>`,
  };
}

/** Leads to the portion that a place is in, and there to the place; undefined where the document has none. */
export function wayToPlace(site: Site, page: DocumentPage, place: string): Answer | undefined {
  const plan = site.plans.of(page);
  const at = portionOf(site, page, plan, place);
  if (at === undefined) return undefined;
  return {
    kind: 'moved',
    status: 303,
    to: `${addressOfPortion(site, page, at)}#${encodeURIComponent(place)}`,
  };
}
