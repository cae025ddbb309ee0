import type { Row } from '../../actions/pages.ts';
import { isOtherName, type SearchPage } from '../../actions/search-page.ts';
import { boundsOf, daysOf } from '../../core/date/bounds.ts';
import { parseLanguage } from '../../core/language.ts';
import { wholeKey } from '../../core/names/search-forms.ts';
import { meets, spanOf } from '../../core/query/span.ts';
import { addressOf } from '../addresses.ts';
import { attributes, escapeHtml, html, trusted, type Child, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { inLanguage, plainEntry } from './entry.ts';

type Passage = Row['passages'][number];
type Found = Pick<SearchPage, 'request' | 'alsoSearched'>;

/** Hits one under the other, each with the passages for which it is there. */
export const resultsList = (site: Site, found: Found, rows: readonly Row[]): Html =>
  html`<ol class="rows results">${rows.map((row) => resultEntry(site, found, row))}</ol>`;

function resultEntry(site: Site, found: Found, row: Row): Html {
  const isTitle = (one: Passage): boolean =>
    !one.cutBefore && !one.cutAfter && isSaidBy(row.label.title, one.text);
  const title =
    row.passages.find((one) => one.field === 'title' && one.text === row.label.title) ??
    row.passages.find(isTitle);
  const others = row.passages.filter((one) => !isTitle(one));
  const shown = others.some((one) => one.field !== 'number')
    ? others.filter((one) => one.field !== 'number')
    : others;
  const heading = title === undefined ? undefined : marked(ofTitle(title, row.label.title));
  const long = shown.filter((one) => LONG.has(one.field));
  const short = shown.filter(
    (one, at) =>
      !LONG.has(one.field) &&
      shown.findIndex(({ field }) => field === one.field) === at &&
      !(title !== undefined && title.marks.length > 0 && isSaidEnough(one)),
  );
  const snippets = long.map((one) => snippet(site, found, row, one));
  const reasons = short.map(
    (one) =>
      html`<p class="found"><span>${foundIn(site, row, one, site.words.search.foundIn[one.field])}: <span${inLanguage(site, languageOf(one))}>${marked(one)}</span></span></p>`,
  );
  const doubt =
    isUncertain(found, row) && html`<p class="found"><span>${site.words.finding.mayFall}</span></p>`;
  if (long.length > 0) return plainEntry(site, row, [snippets, reasons, doubt], heading);
  const more = reasons.length === 0 && doubt === false ? undefined : [summaryHtml(site, row), reasons, doubt];
  return plainEntry(site, row, more, heading);
}

/** Beside a title that has what was found, a name tells no more; nor does a number for its letters. */
const isSaidEnough = ({ field, text, marks }: Passage): boolean =>
  field === 'name' ||
  field === 'variant' ||
  (field === 'number' && !marks.some(([start, end]) => /\d/.test(text.slice(start, end))));

/** A passage as it stands, and where it stands: the way to just that paragraph. */
export function snippet(site: Site, found: Found, row: Row, one: Passage): Html {
  const as = namesMeant(found, one);
  const says = site.words.finding.foundIn(one.field, ...renditionOf(site, row, one));
  return html`<p class="snippet"${inLanguage(site, languageOf(one))}>${one.cutBefore && '… '}${marked(one)}${one.cutAfter && ' …'}</p><p class="found"><span>${foundIn(site, row, one, says)}${as.length > 0 && `, ${site.words.finding.as(as)}`}</span></p>`;
}

/** The kind and language of the text that a passage stands in, and whether a machine read it; nothing where it is the only one, in the page's own, and a person's. */
function renditionOf(
  site: Site,
  row: Row,
  { rendition }: Passage,
): [kind?: 'facsimile' | 'transcription' | 'translation', language?: string, isMachine?: boolean] {
  const of = rendition === undefined ? undefined : row.renditions?.get(rendition);
  const isPlain = row.renditions?.size === 1 && of?.language === site.words.language.tag;
  if (of === undefined || (isPlain && of.isMachine !== true)) return [];
  if (of.language === undefined) return [of.kind];
  return [of.kind, isPlain ? 'und' : of.language, of.isMachine ?? false];
}

/** Of what else was searched, the names that stand in a passage. */
function namesMeant({ alsoSearched }: Found, { text, marks }: Passage): readonly string[] {
  if (alsoSearched.length === 0) return [];
  const found = new Set(marks.map(([start, end]) => wholeKey(text.slice(start, end))));
  const names = alsoSearched
    .filter(isOtherName)
    .map(({ words }) => words)
    .filter((name) => found.has(wholeKey(name)));
  return [...new Set(names)].slice(0, 3);
}

/** Whether a hit only may fall into the dates that are asked for. */
function isUncertain({ request }: Pick<Found, 'request'>, row: Row): boolean {
  const asked = request.filters.find((one) => one.field === 'date');
  if (asked === undefined || row.date?.edtf === undefined) return false;
  const days = daysOf(boundsOf(row.date.edtf));
  return !meets(spanOf(days?.earliest, days?.latest), { ...asked, certainly: true });
}

/** A heading of the text that says the title again, under the number that it has there: "143. Memorandum …". */
const isSaidBy = (title: string, text: string): boolean =>
  text.endsWith(title) && /^(\W*\d+\W+)?$/.test(text.slice(0, text.length - title.length));

/** The part of a passage that is the title, with what was found in it. */
function ofTitle({ text, marks }: Passage, title: string): Pick<Passage, 'text' | 'marks'> {
  const before = text.length - title.length;
  return {
    text: title,
    marks: marks.flatMap(([start, end]) => (start < before ? [] : [[start - before, end - before] as const])),
  };
}

/** Fields whose passages are read as text; the others are a word or two. */
const LONG: ReadonlySet<Passage['field']> = new Set(['text', 'note', 'summary']);

const languageOf = (passage: Passage) =>
  passage.lang === undefined ? undefined : parseLanguage(passage.lang);

const summaryHtml = (site: Site, row: Row): Child =>
  row.summary && html`<p class="summary"${inLanguage(site, row.summary.lang)}>${row.summary.text}</p>`;

function foundIn(site: Site, row: Row, passage: Passage, says: string): Child {
  if (passage.block === undefined || row.label.kind !== 'document') return says;
  return html`<a${attributes({ href: `${addressOf(site, row.label)}#${passage.block}` })}>${says}</a>`;
}

/** The window with the found words marked; offsets out of order or of range are passed over. */
export function marked(passage: Pick<Passage, 'text' | 'marks'>): Html {
  let out = '';
  let at = 0;
  for (const [start, end] of passage.marks) {
    if (start < at || end <= start || end > passage.text.length) continue;
    out += `${escapeHtml(passage.text.slice(at, start))}<mark>${escapeHtml(passage.text.slice(start, end))}</mark>`;
    at = end;
  }
  return trusted(out + escapeHtml(passage.text.slice(at)));
}
