import type {
  CompareCell,
  CompareColumn,
  ComparePage,
  CompareRow,
  Mark,
} from '../../actions/compare-page.ts';
import type { Shared } from '../../core/alignment/signs.ts';
import { joined, wordingOf } from '../../core/difference/wording.ts';
import { directionOf } from '../../core/language.ts';
import type { Block } from '../../core/text.ts';
import { addressOf, addressWithin } from '../addresses.ts';
import { attributes, escapeHtml, html, nothing, trusted, type Child, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { nameOf } from './compare-head.ts';
import { linkTo } from './entry.ts';
import { penFor, type Stroke } from './pen.ts';
import { quotedBlock } from './quoted.ts';
import { contextOf } from './text-context.ts';
import type { TextContext } from './text.ts';

const TYPED = /telegram|cable|airgram|телеграмм/i;

/** Every row: what it is about where that is known, and a cell of each column. */
export function rowsHtml(site: Site, page: ComparePage): Html {
  const placed = new Set<string>();
  const contexts = page.columns.map((column) => ({
    ...contextOf(site, column.page, column.page.view.record.mentions),
    placed,
  }));
  const names = page.columns.map((column) => nameOf(site, page.kind, column));
  return html`${page.rows.map((row, at) => {
    const isNumbered = row.cells.some(({ numbers }) => numbers.some((number) => number !== undefined));
    const silent = isNumbered ? site.words.compare.silent[page.kind] : '–';
    const cells = row.cells.map((cell, n) => {
      const [column, context] = [page.columns[n], contexts[n]];
      return column === undefined || context === undefined
        ? nothing
        : cellHtml(site, column, cell, { context, name: names[n] ?? '', at: n, silent });
    });
    return html`${topicHtml(site, page, row, at)}${cells}`;
  })}`;
}

/** What made a row of several: the names and numbers that they share, or who set it. The row is an address of the page. */
function topicHtml(site: Site, page: ComparePage, row: CompareRow, at: number): Html {
  const { compare } = site.words;
  const id = attributes({ id: `row-${at + 1}` });
  const shared = [
    ...row.topics,
    ...withoutYears(row.shared)
      .flatMap((one) => sharedHtml(site, page, one) ?? [])
      .slice(0, 4),
  ];
  const says = shared.map((one, n) => [n > 0 && ' · ', one]);
  const basis =
    row.basis === 'guessed' ? compare.guessed : row.basis === 'by-hand' ? compare.byHand : undefined;
  if (basis === undefined && shared.length === 0) return html`<div class="topic"${id}></div>`;
  const plain = shared
    .map((one) => (typeof one === 'string' ? one : ''))
    .filter(Boolean)
    .join(', ');
  return html`<div class="topic"${id}>${shared.length > 0 && html`<b>${says}</b>`}${basis !== undefined && html`<small${attributes({ title: row.basis === 'guessed' ? compare.guessedSays(plain) : undefined })}>${basis}</small>`}</div>`;
}

/** A year that a shared day says already is not said again. */
function withoutYears(shared: readonly Shared[]): readonly Shared[] {
  const years = new Set(shared.flatMap((one) => (one.kind === 'day' ? [one.edtf.slice(0, 4)] : [])));
  return shared.filter((one) => one.kind !== 'number' || !years.has(one.words));
}

function sharedHtml(site: Site, page: ComparePage, shared: Shared): Child {
  switch (shared.kind) {
    case 'name': {
      const label = page.labels.get(shared.to);
      return label && linkTo(site, label);
    }
    case 'day':
      return site.words.date(shared.edtf);
    case 'number':
    case 'words':
      return shared.words;
  }
}

interface CellStyle {
  readonly context: TextContext;
  /** Whose it is, where that is not seen from its place. */
  readonly name: string;
  readonly at: number;
  /** What is said where there is nothing: that a heading has no partner says nothing. */
  readonly silent: string;
}

function cellHtml(
  site: Site,
  column: CompareColumn,
  cell: CompareCell,
  { context, name, at, silent }: CellStyle,
): Html {
  const who = html`<span class="cell-who"${attributes({ lang: site.words.language.tag })}>${name}</span>`;
  const place = `at-${at + 1}`;
  if (cell.blocks.length === 0)
    return html`<div class="say silent ${place}">${who}<p>${column.text === undefined ? '–' : silent}</p></div>`;
  const wording = joined(cell.blocks.map(wordingOf));
  const pen = penFor(wording.text, strokesOf(site, column, cell.marks));
  const inner = cell.blocks
    .map(
      (block, n) =>
        numberMarkup(site, column, block, cell.numbers[n]) + quotedBlock(block, { ...context, pen }),
    )
    .join('');
  const isTyped = column.text?.kind === 'transcription' && TYPED.test(column.page.view.record.genre ?? '');
  const language = column.text?.language;
  return html`<div${attributes({
    class: `say ${place}${isTyped ? ' typed' : ''}`,
    lang: language === 'und' ? '' : language,
    dir: language === undefined ? undefined : directionOf(language),
  })}>${who}<div class="said">${trusted(inner)}</div></div>`;
}

/** The number of a paragraph leads to it on its own page. */
function numberMarkup(site: Site, { page }: CompareColumn, block: Block, number: number | undefined): string {
  if (number === undefined) return '';
  return html`<a class="num"${attributes({ href: placeOf(site, page, block.id), 'aria-label': site.words.text.paragraph(number) })}>${number}</a>`
    .text;
}

/** A block on its own page; of a document in several parts the part that has it is found by its address. */
function placeOf(site: Site, page: CompareColumn['page'], block: string): string {
  const { edition, editions } = page.view;
  if (edition.number !== editions.at(-1)?.number)
    return `${addressWithin(site, page.label, 'v', String(edition.number))}#${block}`;
  return site.plans.of(page).portions.length > 1
    ? addressWithin(site, page.label, 'at', block)
    : `${addressOf(site, page.label)}#${block}`;
}

/** What a mark looks like: words that came or went as such, what was opened with the year of its release. */
function strokesOf(site: Site, column: CompareColumn, marks: readonly Mark[]): readonly Stroke[] {
  const year = column.release?.date?.slice(0, 4);
  const tag = ` <span class="restored-tag">[${escapeHtml(site.words.compare.opened(year))}]</span>`;
  return marks.map(({ from, to, kind }) => {
    switch (kind) {
      case 'opened':
        return { from, to, open: '<ins class="restored">', close: '</ins>', end: tag };
      case 'added':
        return { from, to, open: '<ins class="k">', close: '</ins>', end: '' };
      case 'removed':
        return { from, to, open: '<del class="k">', close: '</del>', end: '' };
      case 'told':
        return { from, to, open: '<em class="k">', close: '</em>', end: '' };
    }
  });
}
