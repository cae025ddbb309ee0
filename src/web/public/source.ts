import type { SourcePage } from '../../actions/pages.ts';
import { addressOf, addressOfPage, addressOfSource } from '../addresses.ts';
import { attributes, html, nothing, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { calendar } from './collection.ts';
import { inLanguage } from './entry.ts';
import type { Page } from './layout.ts';
import { lastPage, pager } from './pager.ts';
import { trail } from './trail.ts';
import { shownIdentifiers } from './known-as.ts';

/** One level of the tree of sources: what it holds, and the documents in it, held and not held. */
export function sourcePage(site: Site, page: SourcePage): Page {
  const { words } = site;
  const { repository, trail: steps, documents } = page;
  const segments = steps.map((one) => one.segment);
  const says = steps.map((one) => [one.label, one.code].filter(Boolean).join(' '));
  const here = says.at(-1) ?? repository.label.title;
  const title = [repository.label.title, ...says].join(', ');
  const base = addressOfSource(site, repository.label.id, segments);
  const numbered = (at: number): string => (at === 1 ? base : `${base}/page/${at}`);
  const unitTitle = page.unit?.record.titles[0];
  return {
    title: documents.page > 1 ? `${title} · ${words.list.pageNumber(documents.page)}` : title,
    description: words.source.describe(title, documents.total),
    canonical: numbered(documents.page),
    section: 'sources',
    sequence: {
      ...(documents.page > 1 ? { previous: numbered(documents.page - 1) } : {}),
      ...(documents.page < lastPage(documents) ? { next: numbered(documents.page + 1) } : {}),
    },
    body: html`<div class="frame">
${trail(
  site,
  [
    { address: addressOfPage(site, '/repositories'), says: words.nav.sources },
    ...(steps.length === 0
      ? []
      : [
          {
            address: addressOfSource(site, repository.label.id, []),
            says: repository.label.title,
            lang: inLanguage(site, repository.label.lang),
          },
        ]),
    ...steps.slice(0, -1).map((_, at) => ({
      address: addressOfSource(site, repository.label.id, segments.slice(0, at + 1)),
      says: says[at] ?? '',
    })),
  ],
  here,
)}
<header class="page-head">${steps.length > 0 && html`<p class="kicker"><a${attributes({ href: addressOf(site, repository.label) })}${inLanguage(site, repository.label.lang)}>${repository.label.title}</a></p>`}<h1>${unitTitle ? html`<span${inLanguage(site, unitTitle.lang)}>${unitTitle.text}</span>` : here}</h1>${steps.length === 0 && html`<p class="life"><a${attributes({ href: addressOf(site, repository.label) })}>${words.source.aboutArchive}</a></p>`}${unitTitle && steps.length > 0 && html`<p class="life refcode">${says.join(', ')}</p>`}</header>
${unitFacts(site, page)}
${childrenHtml(site, page, segments)}
<section class="section calendar" aria-labelledby="documents"><div class="section-head"><h2 id="documents">${words.source.documents(documents.total, page.notHeld)}</h2></div>${documents.total > 0 ? calendar(site, documents) : nothing}${pager(site, documents, numbered)}</section>
</div>`,
  };
}

/** ISAD(G) as it was given: dates, extent, scope and content, conditions of access. */
function unitFacts(site: Site, { unit }: SourcePage): Html {
  if (unit === undefined) return nothing;
  const { words } = site;
  const { record } = unit;
  const lines: Html[] = [];
  const line = (says: string, content: string | undefined): void => {
    if (content !== undefined && content !== '') lines.push(html`<dt>${says}</dt><dd>${content}</dd>`);
  };
  line(words.source.level, record.level);
  line(
    words.document.dates,
    record.dateWords ?? (record.edtf === undefined ? undefined : words.date(record.edtf)),
  );
  line(words.source.extent, record.extent);
  line(words.source.accessTerms, record.accessWords);
  for (const { element, text } of record.elements) line(words.source.element(element), text);
  for (const { scheme, value } of shownIdentifiers(record.identifiers)) line(words.identifier(scheme), value);
  return html`${record.invented !== undefined && html`<p class="invented">${record.invented}</p>`}<dl class="facts-list wide-facts">${lines}</dl>`;
}

function childrenHtml(site: Site, { children, repository }: SourcePage, segments: readonly string[]): Html {
  if (children.length === 0) return nothing;
  const { words } = site;
  return html`<section class="section" aria-labelledby="within"><div class="section-head"><h2 id="within">${words.source.within}</h2></div><ul class="rows contents">${children.map(
    ({ step, segment, title, documents, notHeld }) =>
      html`<li><a class="refcode"${attributes({ href: addressOfSource(site, repository.label.id, [...segments, segment]) })}>${[step.label, step.code].filter(Boolean).join(' ')}</a>${title && html` <span${inLanguage(site, title.lang)}>${title.text}</span>`} <span class="quiet">${words.source.counted(documents, notHeld)}</span></li>`,
  )}</ul></section>`;
}
