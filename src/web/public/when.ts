import { boundsOf } from '../../core/date/bounds.ts';
import type { CataloguedDate } from '../../core/date/catalogued-date.ts';
import { datetimeOf } from '../../words/dates.ts';
import { attributes, html, type Html } from '../html.ts';
import type { Site } from '../site.ts';

/** A date in the reader's words; the catalogue's own where it is not known what they mean. */
export const dateWords = ({ words }: Pick<Site, 'words'>, date: CataloguedDate, withTime = false): string =>
  words.catalogued(date, withTime);

/** The date as markup: what programs can read is given only where HTML can say it. */
export function timeHtml(site: Pick<Site, 'words'>, date: CataloguedDate, withTime = false): Html {
  const machine = datetimeOf(date);
  const shown = dateWords(site, date, withTime);
  return machine === undefined
    ? html`${shown}`
    : html`<time${attributes({ datetime: machine })}>${shown}</time>`;
}

/** Of a plain year, month or day the year is written at its head: most of a list are such. */
const PLAIN_YEAR = /^\d{4}(-\d\d){0,2}$/;

/** The year under which a list has it: that of its first possible day. */
export function yearOf(date: CataloguedDate | undefined): number | undefined {
  if (date?.edtf === undefined) return undefined;
  if (PLAIN_YEAR.test(date.edtf)) return Number(date.edtf.slice(0, 4));
  const { first, last } = boundsOf(date.edtf);
  const day = first.kind === 'day' ? first.day : last.kind === 'day' ? last.day : undefined;
  return day === undefined ? undefined : Number(/^[+-]?\d+/.exec(day)?.[0]);
}
