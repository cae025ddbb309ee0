import type { CompareColumn, ComparePage } from '../../actions/compare-page.ts';
import { catalogueDate } from '../../core/document.ts';
import { attributes, html, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { besideHtml, waysHtml } from './compare-ways.ts';
import { changesHtml, isSameText, leftOutHtml } from './compare-notes.ts';
import { nameOf, whoHtml } from './compare-head.ts';
import { rowsHtml } from './compare-rows.ts';
import { linkTo } from './entry.ts';
import type { Page } from './layout.ts';
import { stepTo, trail } from './trail.ts';
import { timeHtml } from './when.ts';

/** Two to four side by side: accounts of one event, or the releases, editions or texts of one document. */
export function comparePage(site: Site, page: ComparePage): Page {
  const { compare } = site.words;
  const heading = headingOf(site, page);
  const names = page.columns.map((column) => nameOf(site, page.kind, column));
  return {
    title: [heading, page.page.label.title].join(' · '),
    description: `${page.page.label.title}: ${names.join(' | ')}. ${compare.says[page.kind]}`,
    section: 'collections',
    isWide: page.columns.length > 2,
    body: html`<div class="frame">
${trail(site, stepsOf(site, page), compare.compare)}
<header class="doc-head">
${aboutLine(site, page)}
<h1>${heading}</h1>
<p class="abstract">${compare.says[page.kind]}</p>
<div class="doc-acts">${waysHtml(site, page.page, page.kind)}<label class="tick"><input type="checkbox" id="mark-differences" checked> ${compare.mark}</label></div>
${noticesOf(page.columns).map((notice) => html`<p class="invented">${notice}</p>`)}
${page.rows.some(({ basis }) => basis === 'guessed') && html`<p class="invented">${compare.guessedNote}</p>`}
${isSameText(page) && html`<p class="invented">${compare.sameText}</p>`}
</header>
<div${attributes({ class: `versus of-${page.columns.length} by-${page.kind}` })}>
${page.columns.map((column, at) => whoHtml(site, page, column, at))}
<div class="blank"></div>
${rowsHtml(site, page)}
</div>
${page.more > 0 && html`<p class="quiet">${compare.moreRows(page.more)}</p>`}
${changesHtml(site, page)}
${leftOutHtml(site, page, names)}
${besideHtml(site, page)}
</div>`,
  };
}

function headingOf({ words }: Site, { kind, columns, event }: ComparePage): string {
  return kind === 'accounts'
    ? words.compare.heading.accounts(columns.length, event !== undefined)
    : words.compare.heading[kind](columns.length);
}

const stepsOf = (site: Site, { event, page }: ComparePage) => [
  ...(event === undefined ? [] : [stepTo(site, event)]),
  stepTo(site, page.label),
];

/** Of which event or document, and when. */
function aboutLine(site: Site, { event, page }: ComparePage): Html {
  const date = catalogueDate(page.view.record);
  return html`<p class="when">${linkTo(site, event ?? page.label)}${date !== undefined && html` · ${timeHtml(site, date)}`}</p>`;
}

const noticesOf = (columns: readonly CompareColumn[]): readonly string[] => [
  ...new Set(columns.flatMap(({ page }) => page.view.record.invented ?? [])),
];
