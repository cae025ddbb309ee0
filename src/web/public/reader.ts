import type { ArchiveDocument } from '../../core/document.ts';
import { directionOf, type LanguageTag } from '../../core/language.ts';
import type { Rendition, Transcription, Translation } from '../../core/rendition.ts';
import type { Text } from '../../core/text.ts';
import type { Words } from '../../words/words.ts';
import { attributes, escapeHtml, html, trusted, type Html } from '../html.ts';
import { besideMain, type Beside } from './alignment.ts';
import { piecesOf, rowsOfOne, rowsOfSeveral } from './rows.ts';
import { notesMarkup, type TextContext } from './text.ts';

export type TextRendition = Transcription | Translation;

/** One text as a column of the reader: `at` names it in classes and ticks. */
export interface Column {
  readonly rendition: TextRendition;
  readonly at: number;
  /** What tells it from the others: its language, and what it was released as where several have that. */
  readonly name: string;
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
    isShown: rendition === main || rendition === second || at >= MOST_COLUMNS,
  }));
}

function nameOf(
  document: ArchiveDocument,
  texts: readonly TextRendition[],
  rendition: TextRendition,
  at: number,
  words: Words,
): string {
  const language = words.languageName(rendition.language);
  const release = document.releases.find((one) => one.rendition === rendition.key);
  if (release?.date !== undefined) return `${language}, ${words.document.released(release.date.slice(0, 4))}`;
  const isOnlyOne = texts.filter((one) => one.language === rendition.language).length === 1;
  return isOnlyOne ? language : `${language}, ${words.document.copy(at + 1)}`;
}

export const isText = (rendition: Rendition): rendition is TextRendition => rendition.kind !== 'facsimile';

/** The texts of a document: those that are aligned in rows, the others each in a column of its own. */
export function readerHtml(
  document: ArchiveDocument,
  columns: readonly Column[],
  contextOf: (text: Text) => TextContext,
  words: Words,
): Html {
  const [main, ...others] = columns;
  if (main === undefined) return html``;
  const beside = new Map(
    others.flatMap((column) => {
      const rows = alignedWith(document, main.rendition, column.rendition);
      return rows === undefined ? [] : [[column, rows] as const];
    }),
  );
  const aligned = [main, ...others.filter((column) => beside.has(column))];
  const apart = others.filter((column) => !beside.has(column));
  const first = rowsHtml(aligned, [...beside.values()], contextOf, words, document, true);
  if (apart.length === 0) return first;
  const rest = apart.map((column) => rowsHtml([column], [], contextOf, words, document, false));
  return html`<div class="columns">${first}${rest}</div>`;
}

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

function rowsHtml(
  columns: readonly Column[],
  beside: readonly Beside[],
  contextOf: (text: Text) => TextContext,
  words: Words,
  document: ArchiveDocument,
  isMain: boolean,
): Html {
  const cells = columns.map((column) => {
    const { rendition, name } = column;
    const context = contextOf(rendition.text);
    const opening = cellOpening(column, columns.length > 1, document);
    return { rendition, name, context, opening, pieces: piecesOf(rendition.text.blocks) };
  });
  const [main, ...others] = cells;
  if (main === undefined) return html``;
  const out =
    others.length === 0
      ? rowsOfOne(main, words, isMain)
      : rowsOfSeveral([main, ...others], beside, words, isMain);
  const notes = cells.map(({ rendition, name, context, opening }) => {
    const markup = notesMarkup(rendition.text, context, words.text.notesIn(name));
    return markup === '' ? '' : `${opening.replace('class="t', 'class="of')}${markup}</div>`;
  });
  const [one] = columns;
  const label =
    columns.length === 1 && one !== undefined
      ? words.document.textOf(one.rendition, one.name)
      : words.document.texts;
  const language = columns.length === 1 ? one?.rendition.language : undefined;
  return html`<article class="texts${columns.length === 1 && one !== undefined ? ` c-${one.at}` : ''}" aria-label="${label}"${attributes({ lang: languageOf(language), dir: language && directionOf(language) })}>${columnHeads(columns, words)}${trusted(out + notes.join(''))}</article>`;
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

function columnHeads(columns: readonly Column[], words: Words): Html {
  return html`<div class="pair col-heads"><span></span>${columns.map(
    ({ at, rendition, name }) =>
      html`<div class="c-${at}"${attributes({ lang: words.language.tag, dir: words.language.direction })}><b>${rendition.kind === 'transcription' ? words.document.transcription : words.document.translation}</b>${words.document.about(rendition, name)}</div>`,
  )}</div>`;
}
