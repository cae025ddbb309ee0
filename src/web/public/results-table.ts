import type { Row } from '../../actions/pages.ts';
import { html, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { kindWord, linkTo } from './entry.ts';
import { entryMarks } from './entry-marks.ts';
import { timeHtml } from './when.ts';

const MOST_NAMES = 3;

/** Hits as a table: when, what, from whom to whom, in which language, and where the original is. */
export function resultsTable(site: Site, rows: readonly Row[]): Html {
  const { words } = site;
  const { columns } = words.finding;
  const head = [
    columns.date,
    columns.title,
    columns.from,
    columns.to,
    columns.type,
    columns.language,
    columns.source,
  ];
  return html`<div class="scroll-x" tabindex="0" role="region" aria-label="${words.finding.views.table}"><table class="results-table"><thead><tr>${head.map((says) => html`<th scope="col">${says}</th>`)}</tr></thead><tbody>${rows.map((row) => line(site, row))}</tbody></table></div>`;
}

function line(site: Site, row: Row): Html {
  const { words } = site;
  const isDocument = row.label.kind === 'document';
  const when = row.date
    ? timeHtml(site, row.date)
    : row.years === undefined
      ? undefined
      : words.life(row.years);
  const what = isDocument ? row.genre : words.kinds[kindWord(row.label)];
  return html`<tr><td class="nums">${when ?? (isDocument && words.list.undated)}</td><th scope="row">${linkTo(site, row.label)}${entryMarks(site, row)}</th><td>${names(site, row.from)}</td><td>${names(site, row.to)}</td><td>${what}</td><td>${row.languages?.map(words.languageName).join(', ')}</td><td>${row.source}</td></tr>`;
}

function names(site: Site, all: readonly string[] | undefined): Html | undefined {
  if (all === undefined || all.length === 0) return undefined;
  const more = all.length - MOST_NAMES;
  return html`${all.slice(0, MOST_NAMES).map((name, at) => [at > 0 && '; ', html`<bdi>${name}</bdi>`])}${more > 0 && `; ${site.words.document.andOthers(more)}`}`;
}
