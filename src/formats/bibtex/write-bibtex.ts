import type { CslDate, CslItem, CslName, CslType } from '../../core/citation/csl-item.ts';

/**
 * Items as BibTeX, for LaTeX and reference managers. Text is Unicode, as biber and every manager read it; what
 * has a meaning to TeX is escaped. Titles stand in double braces, so that no style alters their capitals.
 *
 *   @unpublished{dk4m7q2zxh, title = {{…}}, author = {Falk, Henriette}, date = {1957-12-02}, …}
 *
 * `date`, `origdate`, `library` and `urldate` are BibLaTeX's; `year` and `month` stand beside for BibTeX.
 * Source: the BibLaTeX manual 3.20, 2.1 and 2.2, read 2026-11-23.
 */
export const writeBibtex = (items: readonly CslItem[]): string => items.map(entryOf).join('\n');

const TYPES: Readonly<Record<CslType, string>> = {
  personal_communication: 'unpublished',
  document: 'unpublished',
  manuscript: 'unpublished',
  report: 'report',
  speech: 'unpublished',
  interview: 'unpublished',
  treaty: 'misc',
  chapter: 'incollection',
  collection: 'online',
};

type Field = readonly [name: string, value: string | undefined];

function entryOf(item: CslItem): string {
  const isChapter = item.type === 'chapter';
  const fields: readonly Field[] = [
    ['title', braced(item.title)],
    ['author', names(item.author)],
    ['editor', names(item.editor)],
    ['translator', names(item.translator)],
    ['recipient', names(item.recipient)],
    ['date', dateOf(item.issued)],
    ['year', yearOf(item.issued)],
    ['month', monthOf(item.issued)],
    ['origdate', dateOf(item['original-date'])],
    ['booktitle', isChapter ? braced(item['container-title']) : undefined],
    ['series', escaped(item['collection-title'])],
    ['volume', escaped(item.volume)],
    ['number', escaped(item.number)],
    ['publisher', braced(item.publisher)],
    ['location', escaped(item['publisher-place'] ?? item['archive-place'])],
    ['type', escaped(item.genre)],
    ['howpublished', escaped(item.genre)],
    ['library', escaped([item.archive, item.archive_location].filter(Boolean).join(', ') || undefined)],
    ['archive', escaped(item.archive)],
    ['archive_location', escaped(item.archive_location)],
    ['language', escaped(item.language)],
    ['url', item.URL === undefined ? undefined : `{${item.URL.replace(/[{}\\\s]/g, encodeURIComponent)}}`],
    ['abstract', escaped(item.abstract)],
    ['note', escaped(item.note?.replaceAll('\n', '; '))],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value}`]));
  return `@${TYPES[item.type]}{${item.id},\n${lines.join(',\n')}\n}\n`;
}

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

const plain = (text: string): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/[\\{}$&%#_~^]/g, (character) => SPECIAL[character] ?? character);

const escaped = (text: string | undefined): string | undefined =>
  text === undefined || text === '' ? undefined : `{${plain(text)}}`;
const braced = (text: string | undefined): string | undefined =>
  text === undefined || text === '' ? undefined : `{{${plain(text)}}}`;

function names(all: readonly CslName[] | undefined): string | undefined {
  if (all === undefined || all.length === 0) return undefined;
  const each = all.map((name) =>
    'literal' in name
      ? `{${plain(name.literal)}}`
      : [name.family, name.suffix, name.given].flatMap((part) => (part ? [nameWord(part)] : [])).join(', '),
  );
  return `{${each.join(' and ')}}`;
}

/** A part that itself holds "and" or a comma would be read as several. */
const nameWord = (part: string): string => (/\band\b|,/i.test(part) ? `{${plain(part)}}` : plain(part));

const two = (part: number): string => String(part).padStart(2, '0');
const dayOf = (parts: readonly number[]): string =>
  parts.map((part, at) => (at === 0 ? String(part).padStart(4, '0') : two(part))).join('-');

/** "196X", "19XX" */
const EDTF_YEARS = /^\d{2}(?:\dX|XX)$/;

/** EDTF, which BibLaTeX reads: "1957-12-02", "1953~", "1947-22". */
function dateOf(date: CslDate | undefined): string | undefined {
  if (date === undefined) return undefined;
  // What is no EDTF would be no date to BibLaTeX: it stands as the year, which may be words.
  if ('literal' in date) return EDTF_YEARS.test(date.literal) ? `{${date.literal}}` : undefined;
  const about = date.circa === true ? '~' : '';
  const days = date['date-parts'].map((parts) => dayOf(parts) + about);
  return `{${date.season === undefined ? days.join('/') : `${days[0] ?? ''}-${20 + date.season}`}}`;
}

function yearOf(date: CslDate | undefined): string | undefined {
  if (date === undefined) return undefined;
  if ('literal' in date) return EDTF_YEARS.test(date.literal) ? undefined : escaped(date.literal);
  const [first, last = first] = date['date-parts'].map(([year]) => year);
  return first === undefined ? undefined : `{${first === last ? first : `${first}--${last ?? ''}`}}`;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** BibTeX knows months by names that stand without braces. */
function monthOf(date: CslDate | undefined): string | undefined {
  if (date === undefined || 'literal' in date || date['date-parts'].length !== 1) return undefined;
  const month = date['date-parts'][0]?.[1];
  return month === undefined ? undefined : MONTHS[month - 1];
}
