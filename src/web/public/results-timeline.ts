import type { Row } from '../../actions/pages.ts';
import type { SearchPage } from '../../actions/search-page.ts';
import { boundsOf, daysOf } from '../../core/date/bounds.ts';
import type { CataloguedDate } from '../../core/date/catalogued-date.ts';
import { html, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { inLanguage, kindWord, linkTo } from './entry.ts';
import { entryMarks } from './entry-marks.ts';
import { timeHtml, yearOf } from './when.ts';

interface Group {
  /** "1945", "1945-07"; empty: no date is known. */
  readonly stretch: string;
  readonly rows: Row[];
}

/** Hits along a line of time, under their years, or their months where the whole result is of a few years. */
export function resultsTimeline(site: Site, found: Pick<SearchPage, 'rows' | 'times'>): Html {
  const isByMonth = found.times !== undefined;
  return html`<div class="line-of-time">${groups(found.rows, isByMonth).map(
    ({ stretch, rows }) =>
      html`<section><h3 class="year">${stretch === '' ? site.words.list.undated : site.words.date(stretch)}</h3><ol class="rows">${rows.map((row) => point(site, row))}</ol></section>`,
  )}</div>`;
}

function groups(rows: readonly Row[], isByMonth: boolean): readonly Group[] {
  const all: Group[] = [];
  for (const row of rows) {
    const stretch = stretchOf(row.date, isByMonth);
    const last = all.at(-1);
    if (last?.stretch === stretch) last.rows.push(row);
    else all.push({ stretch, rows: [row] });
  }
  return all;
}

/** Where it stands: by its month only if it certainly lies in one. */
function stretchOf(date: CataloguedDate | undefined, isByMonth: boolean): string {
  const year = yearOf(date);
  if (date?.edtf === undefined || year === undefined) return '';
  const { earliest, latest } = daysOf(boundsOf(date.edtf)) ?? {};
  const month = earliest?.slice(0, -3);
  if (isByMonth && month !== undefined && month === latest?.slice(0, -3)) return month;
  return String(year).padStart(4, '0');
}

/** A full point is a day, an open one a date less sure. */
function point(site: Site, row: Row): Html {
  const { earliest, latest } = row.date?.edtf === undefined ? {} : (daysOf(boundsOf(row.date.edtf)) ?? {});
  const isSure = earliest !== undefined && earliest === latest;
  const kind = row.label.kind === 'document' ? row.genre : site.words.kinds[kindWord(row.label)];
  const when = row.date ? timeHtml(site, row.date) : undefined;
  return html`<li class="${isSure ? 'point' : 'point open'}"><p class="entry-date">${[when, when !== undefined && kind !== undefined && ' · ', kind]}</p><h4>${linkTo(site, row.label)}</h4>${entryMarks(site, row)}${row.otherTitle && html`<p class="orig"${inLanguage(site, row.otherTitle.lang)}>${row.otherTitle.text}</p>`}</li>`;
}
