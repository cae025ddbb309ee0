import { inRoles, type Citation } from '../../core/citation/citation.ts';
import { printName, type CitedName } from '../../core/citation/cited-name.ts';
import type { CslDate, CslItem, CslName } from '../../core/citation/csl-item.ts';
import type { CitationForm, CitationStyle } from '../../core/citation/styles.ts';
import type { CataloguedDate } from '../../core/date/catalogued-date.ts';
import { parseEdtf } from '../../core/date/edtf.ts';
import { shapeOf } from '../../core/date/shape.ts';
import { cslDateOf } from './csl-date.ts';
import { authorsOf, cslName as plainName, locationOf, present } from './csl-item.ts';
import { apart, asWritten, bracketed, dated, described, NOBODY, unmarked } from './marks.ts';

/** What a style says in words that CSL has none for; given by the reader's language. */
export interface StyleWords {
  /** A date that no parts can say: "1960s", "until 1979". */
  readonly date: (date: CataloguedDate) => string;
  /** A day, month or year as a style writes it within a sentence: "16 July 1955". */
  readonly plainDate: (style: CitationStyle, date: CataloguedDate) => string;
  /** One that is only about right, or not certain: "[ca. 1953]", "1953?". `date` without its sign. */
  readonly unsure: (style: CitationStyle, isUncertain: boolean, date: string) => string;
  /** "Telegram", "John Smith" -> "Telegram to John Smith" */
  readonly toWhom: (genre: string, names: readonly string[]) => string;
  /** "trans. A. Smith", "Translated by A. Smith" */
  readonly translatedBy: (form: CitationForm, names: readonly string[]) => string;
  /** "306" -> "Document 306" */
  readonly documentNumber: (number: string) => string;
  /** Small words of descriptions: "from", "to", "the". */
  readonly linking: ReadonlySet<string>;
}

export interface StyleAsked {
  readonly style: CitationStyle;
  readonly form: CitationForm;
  /** The day on which it is read, where the style asks for one. */
  readonly words: StyleWords;
}

/**
 * A citation as the item that a style is to write. It differs from the one for files where a style's guide asks
 * for what CSL can't say; see `marks.ts`, and docs/reference/citations.md for each such place.
 */
export function styledItem(citation: Citation, asked: StyleAsked): CslItem {
  const base = { id: citation.id, URL: citation.passage?.address ?? citation.address };
  if (citation.volume !== undefined) return { ...base, ...inVolume(citation, asked) };
  const { title } = citation;
  const isOfTwo = isLetterOfTwo(citation, asked.words);
  const { archive, place } = archiveOf(citation, asked.style);
  const translators = inRoles(citation, 'translator');
  const isChicago = asked.style === 'chicago';
  const location =
    citation.original === undefined
      ? citation.sourceLine && unmarked(citation.sourceLine)
      : unmarked(locationOf(citation.original.path));
  return present({
    ...base,
    type: isOfTwo ? 'personal_communication' : 'document',
    ...(isOfTwo ? betweenTwo(citation, asked) : { title: titleFor(citation) }),
    author: authors(citation, asked),
    translator: isChicago ? undefined : named(translators),
    issued: dateFor(citation.date, asked),
    ...(isOfTwo || title.isDescription || asked.style === 'mla' ? {} : genreFor(citation, asked)),
    ...(asked.style === 'apa' && archive !== undefined && place === undefined && location
      ? // The style's file sets the location behind an archive only where that has a place.
        { archive: `${archive} (${location})` }
      : {
          archive,
          'archive-place': place,
          // Chicago's style would set the translator between the title and the document's own date.
          archive_location: isChicago ? behindTranslators(translators, location, asked) : location,
        }),
    ...(asked.style === 'mla' ? { source: apart(citation.archive) } : {}),
  });
}

/** A sentence of the bibliography begins with a capital: "F. 14, op. 3". */
const capitalised = (text: string | undefined): readonly string[] =>
  text === undefined || text === '' ? [] : [text.charAt(0).toUpperCase() + text.slice(1)];

function behindTranslators(
  translators: readonly CitedName[],
  location: string | undefined,
  { form, words }: StyleAsked,
): string | undefined {
  if (translators.length === 0) return location;
  const by = words.translatedBy(form, translators.map(printName));
  return form === 'entry'
    ? [by, ...capitalised(location)].join('. ')
    : [by, location].filter(Boolean).join(', ');
}

/** Names go through the processor too, and are no markup. */
const cslName = (name: CitedName): CslName => plainName(mapName(name));
const mapName = (name: CitedName): CitedName =>
  name.kind === 'whole'
    ? { ...name, name: unmarked(name.name) }
    : { ...name, family: unmarked(name.family), given: unmarked(name.given) };

/** Among several a body is named as if it were a surname: as a body the processor leaves out the comma before it. */
const named = (names: readonly CitedName[]): CslItem['author'] =>
  names.length === 0
    ? undefined
    : names
        .map(cslName)
        .map((name) => (names.length > 1 && 'literal' in name ? { family: name.literal } : name));

/** In a note, a description that names its author does so once. */
function authors(citation: Citation, { style, form }: StyleAsked): CslItem['author'] {
  const found = authorsOf(citation);
  const { title } = citation;
  const isSaid = ({ ...name }: CitedName): boolean =>
    title.text.includes(name.kind === 'person' ? name.family : name.name);
  const isLeftOut = style === 'chicago' && form === 'mention' && title.isDescription;
  return isLeftOut && found.every(isSaid) && !isLetter(citation) ? undefined : named(found);
}

const isLetter = ({ kind }: Citation): boolean => kind === 'letter' || kind === 'message';

/** The title with its translation, or the description. */
function titleFor({ title }: Citation): string {
  if (title.isDescription)
    return described(title.translated === undefined ? title.text : `${title.text} [${title.translated}]`);
  const isEnglish = title.lang === undefined || /^en\b/.test(title.lang);
  const text = isEnglish ? unmarked(title.text) : asWritten(title.text);
  return title.translated === undefined ? text : text + bracketed(title.translated);
}

function genreFor({ genre, title }: Citation, { style, form }: StyleAsked): Partial<CslItem> {
  const said = `${title.text} ${title.translated ?? ''}`.toLowerCase();
  if (genre === undefined || said.includes(genre.toLowerCase())) return {};
  return {
    genre: style === 'chicago' && form === 'mention' ? unmarked(genre.toLowerCase()) : unmarked(genre),
  };
}

/** Chicago joins an archive and its place by a comma, in the bibliography too. */
function archiveOf(
  { original }: Citation,
  style: CitationStyle,
): { readonly archive?: string; readonly place?: string } {
  if (original === undefined) return {};
  const { place } = original;
  const repository = unmarked(original.repository);
  if (place === undefined || repository.includes(place)) return { archive: repository };
  return style === 'chicago' ? { archive: `${repository}, ${place}` } : { archive: repository, place };
}

/** A letter or telegram whose description says no more than who wrote to whom. */
function isLetterOfTwo(citation: Citation, words: StyleWords): boolean {
  const recipients = inRoles(citation, 'recipient');
  const senders = authorsOf(citation);
  if (!isLetter(citation) || !citation.title.isDescription) return false;
  if (senders.length === 0 || recipients.length === 0 || citation.genre === undefined) return false;
  const known = wordsOf([citation.genre, ...[...senders, ...recipients].map(printName)].join(' '));
  const said = wordsOf(citation.title.text);
  return [...said].every((word) => known.has(word) || words.linking.has(word));
}

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []);

/** Chicago leaves "letter" to be understood in a note, and says every other kind in small letters. */
function betweenTwo(citation: Citation, { style, form, words }: StyleAsked): Partial<CslItem> {
  const genre = unmarked(citation.genre ?? '');
  const recipients = inRoles(citation, 'recipient');
  if (style === 'mla') return { title: described(words.toWhom(genre, recipients.map(printName))) };
  const isNote = style === 'chicago' && form === 'mention';
  const said = isNote ? (citation.kind === 'letter' ? undefined : genre.toLowerCase()) : genre;
  return { recipient: recipients.map(cslName), ...(said === undefined ? {} : { genre: said }) };
}

/** A document of a volume: described, dated and numbered, in a book with editors. */
function inVolume(citation: Citation, { style, form, words }: StyleAsked): Omit<CslItem, 'id'> {
  const { volume, title, date } = citation;
  const day = date && words.plainDate(style, date);
  const number = volume?.document && words.documentNumber(volume.document);
  const whole = [volume?.series, volume?.subseries].filter(Boolean).join(', ');
  const container = [whole, volume?.volume, volume?.volumeTitle].filter(Boolean).join(', ');
  const behind = [day, number].filter(Boolean).join(', ');
  const isMla = style === 'mla';
  const isApa = style === 'apa';
  const said = isMla ? [title.text, day].filter(Boolean).join('. ') : title.text;
  return {
    type: 'chapter',
    title: described(said) + (style === 'chicago' && behind !== '' ? dated(behind) : ''),
    // Where nobody is named as author, these styles would name the volume's editors so.
    author: [{ literal: form === 'entry' || style === 'chicago' ? NOBODY : described(title.text) }],
    'container-title': whole === '' ? (volume?.title ?? '') : container,
    ...(volume === undefined || volume.editors.length === 0 ? {} : { editor: volume.editors.map(cslName) }),
    ...(volume?.publisher === undefined ? {} : { publisher: volume.publisher }),
    ...(volume?.place === undefined ? {} : { 'publisher-place': volume.place }),
    ...(volume?.year === undefined ? {} : { issued: { 'date-parts': [[Number(volume.year)]] } }),
    ...(isApa && date !== undefined ? originalDate(date) : {}),
    ...(number === undefined || style === 'chicago' ? {} : { number }),
    ...(isMla ? { source: apart(citation.archive) } : {}),
  };
}

function originalDate(date: CataloguedDate): Partial<CslItem> {
  const own = cslDateOf(date);
  return own === undefined ? {} : { 'original-date': own };
}

/** The style's file would say "1946–1948, June–February". */
const isAcrossYears = (date: CslDate): boolean => {
  if ('literal' in date) return false;
  const [first = [], last = first] = date['date-parts'];
  return first[0] !== last[0] && (first.length > 1 || last.length > 1);
};

/** Within a text APA names years alone: what the style's file leaves of several days or a season is more. */
function yearsOf(date: Exclude<CslDate, { readonly literal: string }>): string | undefined {
  if (date.season === undefined && !isAcrossYears(date)) return undefined;
  const years = new Set(date['date-parts'].map(([year]) => year));
  return [...years].join('–');
}

const eachEnd = (date: CataloguedDate, print: (end: CataloguedDate) => string): string =>
  (date.edtf ?? '')
    .split('/')
    .map(parseEdtf)
    .flatMap((edtf) => (edtf === undefined ? [] : [print({ ...date, edtf })]))
    .join('–');

/** As a style writes it: parts where it has them, else words. */
function dateFor(date: CataloguedDate | undefined, { style, form, words }: StyleAsked): CslDate | undefined {
  if (date === undefined) return undefined;
  const plain = cslDateOf(date);
  if (plain === undefined) return undefined;
  const shape = date.edtf === undefined ? undefined : shapeOf(date.edtf);
  const said = (text: string): CslDate => ({
    literal: style === 'mla' ? text.charAt(0).toUpperCase() + text.slice(1) : text,
  });
  if (shape?.kind === 'date' && shape.qualifier !== undefined)
    return said(words.unsure(style, shape.qualifier === 'uncertain', words.plainDate(style, date)));
  if ('literal' in plain) return said(unmarked(words.date(date)));
  const years = style === 'apa' && form === 'mention' ? yearsOf(plain) : undefined;
  if (years !== undefined) return said(years);
  if (style === 'apa' && isAcrossYears(plain))
    return said(eachEnd(date, (end) => words.plainDate(style, end)));
  if (plain.circa === true) return said(words.date(date));
  return plain.season !== undefined && style !== 'chicago' ? said(words.plainDate(style, date)) : plain;
}
