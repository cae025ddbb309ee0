import type { Block, ListItem, TableCell, TableRow } from '../../core/text.ts';
import { impossible } from '../../core/result.ts';
import { printElement, type XmlAttributes } from '../xml/print-xml.ts';
import { writeInlines, writePage, writeRedaction, type Writing } from './write-inlines.ts';

/** How far a division has come: TEI wants heads and openers before its words, closers behind them. */
type Place = 'top' | 'middle' | 'end';

const attributesOf = (block: Block, writing: Writing): XmlAttributes => {
  const rend = [block.place, block.dir].filter(Boolean).join(' ');
  const answers = writing.answers.get(block.id);
  return {
    'xml:id': block.id,
    'xml:lang': block.lang,
    rend: rend === '' ? undefined : rend,
    source: block.sourceId === undefined ? undefined : `#${block.sourceId}`,
    corresp: answers?.map((id) => `#${id}`).join(' '),
  };
};

const isGlobal = (block: Block): boolean => block.kind === 'page-break' || block.kind === 'redaction';

/** Where the closers at the end begin; none do where no words stand before them. */
function endOf(blocks: readonly Block[]): number {
  let from = blocks.length;
  for (let at = blocks.length - 1; at >= 0; at--) {
    const block = blocks[at];
    if (block === undefined || (block.kind !== 'closer' && !isGlobal(block))) break;
    if (block.kind === 'closer') from = at;
  }
  return blocks.slice(0, from).some(isCommon) ? from : blocks.length;
}

const isCommon = (block: Block): boolean =>
  !isGlobal(block) &&
  block.kind !== 'heading' &&
  block.kind !== 'opener' &&
  block.kind !== 'closer' &&
  !isMilestone(block);
const isMilestone = (block: Block): boolean => block.kind === 'rule' && block.content.length === 0;

/**
 * Blocks as TEI. In a division, headings and openers that come first and closers that come last have TEI's own
 * elements; wherever else they stand, and within notes and quotations, they are `ab` of that type.
 */
export function writeBlocks(
  blocks: readonly Block[],
  writing: Writing,
  where: 'division' | 'within',
): string {
  const hasWords = blocks.some(isCommon);
  const end = where === 'division' ? endOf(blocks) : blocks.length;
  let place: Place = where === 'division' && hasWords ? 'top' : 'middle';
  const written = blocks.map((block, at) => {
    if (at >= end) place = 'end';
    else if (place === 'top' && (isCommon(block) || block.kind === 'closer')) place = 'middle';
    return writeBlock(block, writing, place);
  });
  if (where === 'within') return written.join('');
  if (blocks.every((block) => isGlobal(block) || isMilestone(block))) written.push(EMPTY);
  return written.join('\n');
}

/** What stands for the words that TEI wants in a division that has none; it is read as nothing. */
export const EMPTY = '<ab type="empty"/>';

function writeBlock(block: Block, writing: Writing, place: Place): string {
  const own = attributesOf(block, writing);
  switch (block.kind) {
    case 'heading':
    case 'opener':
    case 'closer':
    case 'paragraph':
    case 'rule':
      return writeLine(block, own, writing, place);
    case 'list': {
      const items = block.items.map((item) => writeItem(item, writing)).join('');
      return printElement(
        'list',
        { ...own, type: block.ordered ? 'ordered' : undefined },
        captionOf(block, writing) + items,
      );
    }
    case 'table':
      return printElement(
        'table',
        own,
        captionOf(block, writing) + block.rows.map((row) => writeRow(row, writing)).join(''),
      );
    case 'quote':
      return printElement('quote', { ...own, n: 'block' }, writeBlocks(block.blocks, writing, 'within'));
    case 'verse':
      return printElement(
        'lg',
        own,
        block.lines.map((line) => printElement('l', {}, writeInlines(line, writing))).join(''),
      );
    case 'figure': {
      const url = block.file === undefined ? undefined : encodeURI(block.file.toWellFormed());
      return printElement(
        'figure',
        own,
        (url === undefined ? '' : printElement('graphic', { url })) + captionOf(block, writing),
      );
    }
    case 'part': {
      const isToken = /^[\p{L}_][\p{L}\p{N}_.:-]*$/u.test(block.role);
      const attributes = { ...own, type: isToken ? block.role : 'part', n: isToken ? undefined : block.role };
      return printElement(
        'floatingText',
        attributes,
        printElement('body', {}, writeBlocks(block.blocks, writing, 'division')),
      );
    }
    case 'page-break':
      return writePage(block.page, block.id);
    case 'redaction':
      return writeRedaction(block.redaction, block.id, block.sourceId);
    default:
      return impossible(block);
  }
}

type Line = Extract<Block, { kind: 'heading' | 'opener' | 'closer' | 'paragraph' | 'rule' }>;

/** A line of words: in TEI's own element where the division allows it, else an `ab` of its type. */
function writeLine(block: Line, own: XmlAttributes, writing: Writing, place: Place): string {
  const content = writeInlines(block.content, writing);
  switch (block.kind) {
    case 'heading': {
      const attributes = { ...own, subtype: block.level };
      return place === 'top'
        ? printElement('head', attributes, content)
        : printElement('ab', { ...attributes, type: 'heading' }, content);
    }
    case 'opener':
    case 'closer': {
      const isAtPlace = block.kind === 'opener' ? place === 'top' : place === 'end';
      return isAtPlace
        ? printElement(block.kind, own, content)
        : printElement('ab', { ...own, type: block.kind }, content);
    }
    case 'paragraph':
      return printElement('p', own, content);
    case 'rule':
      return isMilestone(block)
        ? printElement('milestone', { ...own, unit: 'section' })
        : printElement('ab', { ...own, type: 'rule' }, content);
    default:
      return impossible(block);
  }
}

const captionOf = (block: Extract<Block, { kind: 'list' | 'table' | 'figure' }>, writing: Writing): string =>
  block.caption === undefined ? '' : printElement('head', {}, writeInlines(block.caption, writing));

function writeItem(item: ListItem, writing: Writing): string {
  const label = item.label === undefined ? '' : printElement('label', {}, writeInlines(item.label, writing));
  return printElement('item', {}, label + writeBlocks(item.blocks, writing, 'within'));
}

const writeRow = (row: TableRow, writing: Writing): string =>
  printElement(
    'row',
    { role: row.isHeader ? 'label' : undefined },
    row.cells.map((cell) => writeCell(cell, writing)).join(''),
  );

const writeCell = (cell: TableCell, writing: Writing): string =>
  printElement(
    'cell',
    { role: cell.isHeader ? 'label' : undefined, rows: cell.rows, cols: cell.columns },
    writeInlines(cell.content, writing),
  );
