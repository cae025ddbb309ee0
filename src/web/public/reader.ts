import type { ArchiveDocument } from '../../core/document.ts';
import { directionOf, type LanguageTag } from '../../core/language.ts';
import type { Rendition, Transcription, Translation } from '../../core/rendition.ts';
import type { Block, Text } from '../../core/text.ts';
import type { Words } from '../../words/words.ts';
import { attributes, escapeHtml, html, trusted, type Html } from '../html.ts';
import { besideMain, commonBeginnings, type Beside } from './alignment.ts';
import { placeBefore } from './source-places.ts';
import { blockMarkup, notesMarkup, type TextContext } from './text.ts';

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

/** Something that fills a row of the reader: a block, or the beginning of a part or page. */
interface Piece {
  readonly id: string;
  readonly kind: 'block' | 'leaf' | 'part';
  readonly isNumbered: boolean;
  readonly block: Block;
}

const NUMBERED: ReadonlySet<Block['kind']> = new Set([
  'paragraph',
  'list',
  'table',
  'quote',
  'verse',
  'redaction',
]);

/** Parts laid open, so that texts can be set beside each other row by row. */
export function piecesOf(blocks: readonly Block[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const block of blocks) {
    if (block.kind === 'part') {
      pieces.push({ id: block.id, kind: 'part', isNumbered: false, block });
      pieces.push(...piecesOf(block.blocks));
      continue;
    }
    pieces.push({
      id: block.id,
      kind: block.kind === 'page-break' ? 'leaf' : 'block',
      isNumbered: NUMBERED.has(block.kind),
      block,
    });
  }
  return pieces;
}

/** A block as it stands in its row; of a part only its name, since its blocks have rows of their own. */
const pieceMarkup = ({ block }: Piece, context: TextContext): string =>
  block.kind === 'part'
    ? `<p class="part-head" id="${escapeHtml(block.id)}">${placeBefore(block.sourceId, context)}${escapeHtml(context.words.text.part(block.role))}</p>`
    : placeBefore(block.sourceId, context) + blockMarkup(block, context);

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

function alignedWith(
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
  let out = '';
  let number = 0;
  const starts = commonBeginnings(main.pieces.length, beside);
  for (let at = 0; at < starts.length; at++) {
    const start = starts[at] ?? 0;
    const end = starts[at + 1] ?? main.pieces.length;
    const row = main.pieces.slice(start, end);
    if (
      row.length === 1 &&
      row[0] !== undefined &&
      row[0].kind !== 'block' &&
      !beside.some((one) => one.rows.has(start))
    ) {
      out += pieceMarkup(row[0], main.context);
      continue;
    }
    const numbered = row.find((piece) => piece.isNumbered);
    if (numbered !== undefined) number += 1;
    out += `<div class="pair">${numbered === undefined ? '<span></span>' : numberMarkup(numbered.id, number, words, isMain)}`;
    out += cell(main.opening, row, main.context);
    others.forEach((other, n) => {
      out += cell(other.opening, piecesBeside(other.pieces, beside[n], start, end), other.context);
    });
    out += '</div>';
  }
  const notes = cells.map(({ rendition, name, context, opening }) => {
    const markup = notesMarkup(rendition.text, context, words.text.notesIn(name));
    return markup === '' ? '' : `${opening.replace('class="t ', 'class="of ')}${markup}</div>`;
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

function piecesBeside(
  pieces: readonly Piece[],
  beside: Beside | undefined,
  start: number,
  end: number,
): Piece[] {
  const found: Piece[] = [];
  if (beside === undefined) return found;
  for (let row = start; row < end; row++) {
    const rows = beside.rows.get(row);
    if (rows !== undefined) found.push(...pieces.slice(rows[0], rows[1]));
  }
  return found;
}

const TYPED = /telegram|cable|airgram|телеграмм/i;

function cellOpening({ at, rendition }: Column, isOneOfSeveral: boolean, document: ArchiveDocument): string {
  const isTyped = rendition.kind === 'transcription' && TYPED.test(document.genre ?? '');
  const lang = isOneOfSeveral
    ? ` lang="${escapeHtml(languageOf(rendition.language) ?? '')}" dir="${directionOf(rendition.language)}"`
    : '';
  return `<div class="t c-${at}${isTyped ? ' typed' : ''}${rendition.kind === 'transcription' ? ' is-original' : ''}"${lang}>`;
}

const cell = (opening: string, pieces: readonly Piece[], context: TextContext): string => {
  let out = opening;
  for (const piece of pieces) out += pieceMarkup(piece, context);
  return `${out}</div>`;
};

/** The number that a reader sees leads to the block; only the main text's numbers are addresses of their own. */
function numberMarkup(block: string, number: number, words: Words, isAddress: boolean): string {
  const id = isAddress ? ` id="p${number}"` : '';
  return `<a class="num"${id} href="#${escapeHtml(block)}" aria-label="${escapeHtml(words.text.paragraph(number))}">${number}</a>`;
}

function columnHeads(columns: readonly Column[], words: Words): Html {
  return html`<div class="pair col-heads"><span></span>${columns.map(
    ({ at, rendition, name }) =>
      html`<div class="c-${at}"${attributes({ lang: words.language.tag, dir: words.language.direction })}><b>${rendition.kind === 'transcription' ? words.document.transcription : words.document.translation}</b>${words.document.about(rendition, name)}</div>`,
  )}</div>`;
}
