import type { SearchPage } from '../../actions/search-page.ts';
import { addressOf } from '../addresses.ts';
import type { Site } from '../site.ts';
import { kindWord } from './entry.ts';

/** The same answer as the page's, for programs. Addresses are whole. */
export function searchJson(site: Site, found: SearchPage): string {
  const { address } = site.settings;
  return JSON.stringify({
    total: found.total,
    page: found.page,
    pageSize: found.pageSize,
    hits: found.rows.map((row) => ({
      id: row.label.id,
      kind: kindWord(row.label),
      title: row.label.title,
      lang: row.label.lang,
      url: address + addressOf(site, row.label),
      date: row.date && { words: row.date.words, edtf: row.date.edtf },
      type: row.genre,
      summary: row.summary?.text,
      held: row.holding === undefined ? undefined : row.holding.kind === 'held',
      access: row.access,
      documents: row.documents,
      passages: row.passages,
      as: row.as,
      invented: row.invented,
    })),
    facets: Object.fromEntries(
      found.facets.map(({ field, values, more }) => [
        field,
        { values: values.map(({ value, label, count }) => ({ value, label: label?.title, count })), more },
      ]),
    ),
    years: found.years,
    alsoSearched: found.alsoSearched.map(({ whose, ...one }) => ({
      ...one,
      whose: whose && address + addressOf(site, whose),
    })),
    which: found.which.map(({ words, bearers }) => ({
      words,
      bearers: bearers.map(({ label, field, documents }) => ({
        id: label.id,
        title: label.title,
        field,
        documents,
        url: address + addressOf(site, label),
      })),
    })),
    times: found.times,
    corrections: found.corrections,
    instead: found.instead,
    readings: found.readings.map((one) =>
      one.kind === 'name' ? { ...one, bearers: one.bearers.map(({ id, title }) => ({ id, title })) } : one,
    ),
    offers: found.offers.map(({ words, instead }) => ({ words, instead })),
    problems: found.problems,
  });
}
