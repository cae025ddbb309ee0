import type { CitationForm, CitationStyle } from '../core/citation/styles.ts';
import type { CataloguedDate } from '../core/date/catalogued-date.ts';
import { parseEdtf, type Edtf } from '../core/date/edtf.ts';
import { shapeOf, type Shape } from '../core/date/shape.ts';
import { printDate } from './dates.ts';

const MLA_MONTHS = 'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.'.split(' ');
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** The date without its sign of doubt: what it would be if it were sure. */
const sure = (edtf: Edtf): Edtf => parseEdtf(edtf.replace(/[?~%]/g, '')) ?? edtf;
const inWords = (date: CataloguedDate): string => {
  const { time: _time, ...untimed } = date;
  return printDate(untimed, 'en');
};
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Day, month and year of what is one plain date. */
function partsOf(shape: Shape | undefined): readonly (number | undefined)[] | undefined {
  if (shape?.kind !== 'date' || !/^\d{4}$/.test(shape.year)) return undefined;
  if (/X/.test((shape.month ?? '') + (shape.day ?? ''))) return undefined;
  return [shape.year, shape.month, shape.day].map((part) => (part === undefined ? undefined : Number(part)));
}

/** A date as it stands within a sentence of a style. */
function plainDate(style: CitationStyle, date: CataloguedDate): string {
  if (date.edtf === undefined || date.doubt?.kind === 'impossible') return inWords(date);
  const edtf = sure(date.edtf);
  const shape = shapeOf(edtf);
  const parts = partsOf(shape);
  if (style === 'chicago' || (parts === undefined && shape?.kind !== 'season')) return printDate(edtf, 'en');
  if (parts === undefined) {
    const [, season = '', year = ''] = /^(.*) (\d+)$/.exec(printDate(edtf, 'en')) ?? [];
    return style === 'mla' ? capital(`${season} ${year}`) : `${year}, ${capital(season)}`;
  }
  const [year, month, day] = parts;
  if (month === undefined) return String(year);
  if (style === 'mla')
    return [day, MLA_MONTHS[month - 1], year].filter((part) => part !== undefined).join(' ');
  return `${year}, ${[MONTHS[month - 1], day].filter((part) => part !== undefined).join(' ')}`;
}

const list = (names: readonly string[], and = 'and'): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`;
const joined = (separator: string, parts: readonly (string | false | undefined)[]): string =>
  parts.filter(Boolean).join(separator);

/** Within quotation marks those of a title are single ones. */
const nested = (title: string): string => title.replaceAll('“', '‘').replaceAll('”', '’');

export interface ArchivalParts {
  readonly title: string;
  /** It describes, and stands without quotation marks. */
  readonly isDescription: boolean;
  readonly translated?: string;
  /** Who wrote it, where the title does not say so. */
  readonly by?: readonly string[];
  readonly date?: CataloguedDate;
  /** From the leaf up to the repository and its place. */
  readonly location: readonly string[];
  readonly copy?: readonly string[];
  readonly printedIn?: string;
  readonly translators: readonly string[];
  readonly archive: string;
  readonly id: string;
  readonly edition: number;
  readonly editionDay: string;
  readonly paragraph?: string;
  readonly page?: string;
  readonly address: string;
  readonly ark?: string;
  readonly mark?: string;
  /** The day on which it is read. */
  readonly read?: string;
}

/** Item; date; file, series, fonds, repository; copy; translator; edition; address; day read. */
function archival(parts: ArchivalParts): string {
  const by = parts.by === undefined ? undefined : list(parts.by);
  const date = parts.date === undefined ? 'undated' : inWords(parts.date);
  const translated = parts.translated === undefined ? '' : ` [${parts.translated}]`;
  // A comma stands within quotation marks, and behind what is in brackets.
  const item = parts.isDescription
    ? `${parts.title}${translated}, ${date}`
    : translated === ''
      ? `“${nested(parts.title)},” ${date}`
      : `“${nested(parts.title)}”${translated}, ${date}`;
  const place = joined(', ', [
    parts.paragraph !== undefined && `paragraph ${parts.paragraph}`,
    parts.page !== undefined && `page image ${parts.page}`,
  ]);
  const edition = `${parts.archive}, document ${parts.id}, edition ${parts.edition} (${parts.editionDay})`;
  return `${joined('; ', [
    joined(', ', [by, item]),
    joined(', ', parts.location),
    parts.copy !== undefined && `copy in ${joined(', ', parts.copy)}`,
    parts.printedIn !== undefined && `text from ${parts.printedIn.replace(/\.$/, '')}`,
    parts.translators.length > 0 && `translated by ${list(parts.translators)}`,
    joined(', ', [edition, place]),
    joined(' ', [parts.address, parts.mark]),
    parts.ark,
    parts.read !== undefined && `read ${parts.read}`,
  ])}.`;
}

export interface FrusParts {
  readonly series: string;
  readonly subseries?: string;
  readonly volume?: string;
  readonly volumeTitle?: string;
  readonly editors: readonly string[];
  readonly place?: string;
  readonly publisher?: string;
  readonly year?: string;
  readonly document: string;
  readonly url?: string;
}

/** As the Office of the Historian asks for it. Source: history.state.gov, "Citing the Foreign Relations series", read 2026-11-23. */
function frus(parts: FrusParts): string {
  const { editors, place, publisher, year } = parts;
  const published = joined(', ', [joined(': ', [place, publisher]), year]);
  const head = joined(', ', [
    parts.series,
    parts.subseries,
    parts.volume,
    parts.volumeTitle,
    editors.length > 0 && `${editors.length > 1 ? 'eds.' : 'ed.'} ${list(editors)}`,
  ]);
  const whole = published === '' ? head : `${head} (${published})`;
  return joined(' ', [`${whole}, Document ${parts.document}.`, parts.url]);
}

/** What citing says, and what the guides of style ask for in English words. */
export const enCiting = {
  style: {
    date: inWords,
    plainDate,
    unsure: (style: CitationStyle, isUncertain: boolean, date: string) => {
      if (style === 'chicago') return isUncertain ? `[${date}?]` : `[ca. ${date}]`;
      if (style === 'apa') return `ca. ${date}`;
      return isUncertain ? `${date}?` : `circa ${date}`;
    },
    toWhom: (genre: string, names: readonly string[]) => `${genre} to ${list(names)}`,
    translatedBy: (form: CitationForm, names: readonly string[]) =>
      `${form === 'entry' ? 'Translated by' : 'trans.'} ${list(names)}`,
    documentNumber: (number: string) => `Document ${number}`,
    linking: new Set('from to of by the a an and for at in on no number dated'.split(' ')),
  },
  archival,
  frus,
  styles: {
    note: 'Chicago, note',
    bibliography: 'Chicago, bibliography',
    mla: 'MLA',
    apa: 'APA',
    archival: 'Archival form',
    frus: 'FRUS’s own form',
  },
  guides: {
    note: 'The Chicago Manual of Style, 17th edition: a first note',
    bibliography: 'The Chicago Manual of Style, 17th edition: an entry of the bibliography',
    mla: 'MLA Handbook, 9th edition: an entry of the works cited',
    apa: 'Publication Manual of the APA, 7th edition: an entry of the reference list',
    archival: 'Item; date; file, series, fonds, archive; copy; translator; edition; address',
    frus: 'As the Office of the Historian asks for documents of Foreign Relations of the United States',
  },
  inText: 'In the text:',
  title: (title: string) => `Cite: ${title}`,
  heading: 'Cite',
  passageHeading: (place: string) => `Cite a passage (${place})`,
  describe: (title: string) => `How to cite “${title}” in five styles, and as files for reference managers.`,
  thePassage: 'The passage',
  paragraph: (number: string) => `Paragraph ${number}`,
  page: (label: string) => `Page image ${label}`,
  copy: 'Copy',
  copyOf: (style: string) => `Copy: ${style}`,
  copied: (style: string) => `Copied: ${style}`,
  notCopied: 'It could not be copied: select it and copy it by hand.',
  styleChosen: 'Style',
  byKey: 'The key c copies',
  copyPassage: 'Copy citation',
  copyQuote: 'Copy with citation',
  citeThis: 'Cite this passage',
  inStyles: 'Chicago, MLA, APA and more',
  inStylesFor: (title: string) => `Cite “${title}” in other styles`,
  citePassage: (number: number) => `Cite paragraph ${number}`,
  paragraphs: 'Cite a paragraph',
  checkOf: (sign: string) => `Does ${sign} still stand so?`,
  kept: 'Kept for good: addresses are not taken away, changes make numbered editions, and what is withdrawn says so.',
  files: 'For reference managers:',
  digestSays: (digest: string) =>
    `The sign ${digest} stands for the words of this passage. Whoever follows the citation can check that they still stand so.`,
  howToCheck: 'How a sign is made, and checked by hand',
  checkNow: 'Check it now',
  verdicts: {
    stands: (edition: number) => `These words stand so in edition ${edition}, the newest.`,
    stood: (edition: number, newest: number) =>
      `These words stood so in edition ${edition}. Edition ${newest}, the newest, has this passage with other words.`,
    stoodGone: (edition: number, newest: number) =>
      `These words stood so in edition ${edition}. Edition ${newest}, the newest, has no such passage.`,
    notFound: (place: string, editions: number) =>
      editions === 1
        ? `The only edition of this document does not have the passage ${place} with these words.`
        : `None of the ${editions} editions that were looked through has the passage ${place} with these words.`,
  },
  readEdition: (edition: number) => `Read edition ${edition}`,
  backToPassage: 'To the passage',
  backToDocument: 'To the document',
  ofEdition: (edition: number, on: string) => `From edition ${edition}, of ${on}.`,
  notSaid: 'The day on which it is read is for you to add where a style asks for it.',
};
