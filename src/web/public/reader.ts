import type { ArchiveDocument } from '../../core/document.ts';
import { directionOf, type LanguageTag } from '../../core/language.ts';
import type { Facsimile, Rendition, Transcription, Translation } from '../../core/rendition.ts';
import type { Words } from '../../words/words.ts';
import { attributes, escapeHtml, html, nothing, trusted, type Html } from '../html.ts';
import { besideMain, type Beside } from './alignment.ts';
import type { Article } from './articles.ts';
import type { Portion } from './portions.ts';
import { piecesOf, rowsMarkup, type CellStyle } from './rows.ts';
import { isGuessed } from './guessed.ts';
import { notesMarkup, type TextContext } from './text.ts';

export type TextRendition = Transcription | Translation;

/** One text as a column of the reader: `at` names it in classes and ticks. */
export interface Column {
  readonly rendition: TextRendition;
  readonly at: number;
  /** What tells it from the others: its language, and what it was released as where several have that. */
  readonly name: string;
  /** The same in the least words, where there is little room: "2012". */
  readonly shortName: string;
  readonly isShown: boolean;
}

/** As many columns as have a tick; the style knows their classes. */
export const MOST_COLUMNS = 24;

/** The texts of a document, the original first, with those shown that a reader of this language wants first. */
export function columnsOf(document: ArchiveDocument, words: Words): readonly Column[] {
  const language = words.language.tag;
  const texts = document.renditions.filter(isText);
  const main = texts.find((one) => one.kind === 'transcription') ?? texts[0];
  if (main === undefined) return [];
  const others = texts.filter((one) => one !== main);
  const inLanguage = (one: TextRendition): boolean =>
    one.language === language || one.language.startsWith(`${language}-`);
  const second = others.find((one) => one.kind === 'translation' && inLanguage(one)) ?? others[0];
  return [main, ...others].map((rendition, at) => ({
    rendition,
    at,
    name: nameOf(document, texts, rendition, at, words),
    shortName: releaseYear(document, rendition) ?? nameOf(document, texts, rendition, at, words),
    isShown: rendition === main || rendition === second || at >= MOST_COLUMNS,
  }));
}

const releaseYear = ({ releases }: ArchiveDocument, { key }: TextRendition): string | undefined =>
  releases.find((one) => one.rendition === key)?.date?.slice(0, 4);

function nameOf(
  document: ArchiveDocument,
  texts: readonly TextRendition[],
  rendition: TextRendition,
  at: number,
  words: Words,
): string {
  const { language: own } = rendition;
  const base = baseOf(own);
  const isOnlyOfBase = texts.filter(({ language: other }) => baseOf(other) === base).length === 1;
  const language = words.languageName(isOnlyOfBase ? base : own);
  const year = releaseYear(document, rendition);
  if (year !== undefined) return `${language}, ${words.document.released(year)}`;
  const isOnlyOne = texts.filter((one) => one.language === rendition.language).length === 1;
  return isOnlyOne ? language : `${language}, ${words.document.copy(at + 1)}`;
}

/** A language without what tells its spellings apart: "de-1996" -> "de", "zh-Hans" as it is. */
const baseOf = (language: string): string => language.replace(/-(?:\d[a-z\d]{3}|[a-z\d]{5,8})(?:-.*)?$/i, '');

export const isText = (rendition: Rendition): rendition is TextRendition => rendition.kind !== 'facsimile';

/** Where the rows of another text stand beside those of the main one; undefined: nothing aligns them. */
export function alignedWith(
  document: ArchiveDocument,
  main: TextRendition,
  other: TextRendition,
): Beside | undefined {
  for (const alignment of document.alignments) {
    const isTurned = alignment.from === other.key && alignment.to === main.key;
    if (!isTurned && !(alignment.from === main.key && alignment.to === other.key)) continue;
    const ids = (rendition: TextRendition): string[] =>
      piecesOf(rendition.text.blocks).map((piece) => piece.id);
    const beside = besideMain(ids(main), ids(other), alignment.links, isTurned);
    if (beside.rows.size > 0) return beside;
  }
  return undefined;
}

/** What texts are written with: a context for each column. */
export interface Writing {
  readonly words: Words;
  readonly document: ArchiveDocument;
  readonly contextOf: (column: Column) => TextContext;
  /** Where a passage of it is cited, without its block: "/document/d…/cite". */
  readonly citing?: string;
}

/** A portion of the texts: those that are aligned in rows, the others each in a column of its own. */
export function readerHtml(articles: readonly Article[], portion: Portion, writing: Writing): Html {
  const written = articles.map((article, at) => articleHtml(article, at, portion, writing));
  const [only = nothing, ...others] = written;
  return others.length === 0 ? only : html`<div class="columns">${written}</div>`;
}

function articleHtml(article: Article, at: number, portion: Portion, writing: Writing): Html {
  const { columns } = article;
  const { words, document } = writing;
  const isOneOfSeveral = columns.length > 1;
  const style = (column: Column): CellStyle => ({
    context: writing.contextOf(column),
    opening: cellOpening(column, isOneOfSeveral, document),
  });
  const [main, ...others] = columns;
  const styles: [CellStyle, ...CellStyle[]] = [style(main), ...others.map(style)];
  const rows = rowsMarkup(article, styles, portion.rows[at] ?? [0, 0], writing);
  const notes = notesOf(columns, styles, portion, words);
  const label = isOneOfSeveral ? words.document.texts : words.document.textOf(main.rendition, main.name);
  const language = isOneOfSeveral ? undefined : main.rendition.language;
  return html`<article class="texts${!isOneOfSeveral && ` c-${main.at}`}" aria-label="${label}"${attributes({ lang: languageOf(language), dir: language && directionOf(language) })}>${columnHeads(columns, writing)}${trusted(...rows, notes)}</article>`;
}

/** The notes of each text at its foot; of texts side by side each in its own column, and named. */
function notesOf(
  columns: readonly Column[],
  styles: readonly [CellStyle, ...CellStyle[]],
  portion: Portion,
  words: Words,
): string {
  const isOneOfSeveral = columns.length > 1;
  const notes = columns.map(({ rendition, name }, n) => {
    const { context } = styles[n] ?? styles[0];
    return notesMarkup(rendition.text, context, words.text.notesIn(name), portion.hasNote, isOneOfSeveral);
  });
  if (notes.every((markup) => markup === '')) return '';
  const cells = notes.map((markup, n) => {
    const { opening } = styles[n] ?? styles[0];
    return `${opening.replace('class="t', 'class="of')}${markup}</div>`;
  });
  return isOneOfSeveral ? `<div class="pair of-notes"><span></span>${cells.join('')}</div>` : cells.join('');
}

const languageOf = (language: LanguageTag | undefined): string | undefined =>
  language === 'und' ? '' : language;

const TYPED = /telegram|cable|airgram|телеграмм/i;

function cellOpening({ at, rendition }: Column, isOneOfSeveral: boolean, document: ArchiveDocument): string {
  const isTyped = rendition.kind === 'transcription' && TYPED.test(document.genre ?? '');
  const typed = isTyped ? ' typed' : '';
  // What stands alone is shown or hidden as a whole, and has its language from the whole.
  if (!isOneOfSeveral) return `<div class="t${typed}">`;
  const lang = ` lang="${escapeHtml(languageOf(rendition.language) ?? '')}" dir="${directionOf(rendition.language)}"`;
  return `<div class="t c-${at}${typed}${rendition.kind === 'transcription' ? ' is-original' : ''}"${lang}>`;
}

function columnHeads(columns: readonly Column[], { words, document }: Writing): Html {
  const main = columns[0]?.rendition.key ?? '';
  return html`<div class="pair col-heads"><span></span>${columns.map(
    ({ at, rendition, name }) =>
      html`<div class="c-${at}"${attributes({ lang: words.language.tag, dir: words.language.direction })}><b>${rendition.kind === 'transcription' ? words.document.transcription : words.document.translation}</b>${words.document.about(rendition, name)}${machineWords(rendition, document, words)}${isGuessed(document, main, rendition.key) && html` <span class="as">${words.compare.besideByGuess}</span>`}</div>`,
  )}</div>`;
}

/** What a machine read says so, with how sure the machine was of the pages that it read it from. */
function machineWords({ kind, madeBy }: TextRendition, document: ArchiveDocument, words: Words): string {
  if (madeBy === undefined || kind !== 'transcription') return '';
  const layers = document.renditions
    .filter((one): one is Facsimile => one.kind === 'facsimile')
    .flatMap(({ pages }) => pages.flatMap((page) => page.textLayer ?? []))
    .filter((layer) => layer.confidence !== undefined && layer.words > 0);
  const count = layers.reduce((sum, layer) => sum + layer.words, 0);
  const sure = layers.reduce((sum, layer) => sum + layer.words * (layer.confidence ?? 0), 0);
  const engine = [madeBy.engine, madeBy.model].filter(Boolean).join(', ');
  return `, ${words.reading.machine(engine, count === 0 ? undefined : sure / count)}`;
}
