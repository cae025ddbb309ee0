import PDFDocument from 'pdfkit';
import type { Handout, HandoutBlock, Run } from '../../core/handout.ts';
import { impossible } from '../../core/result.ts';
import { Faces } from './faces.ts';
import { printable, type Coverage } from './printable.ts';
import { setFacts, setTable } from './set-table.ts';
import { setSection, setText } from './set-text.ts';
import { INK, PAPER, Sheet } from './sheet.ts';

/** Below this share of its letters a text is not set at all. */
const LEAST_COVERED = 0.7;
const LONGEST_HEAD = 88;

/**
 * Sets a handout in A4: tagged, with bookmarks, its letters embedded. Nothing in it is of the clock or of
 * chance, so that the same handout is the same bytes. Throws `TooLong` beyond `mostPages`.
 */
export async function writeHandout(handout: Handout, mostPages: number): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    tagged: true,
    lang: handout.lang,
    displayTitle: true,
    pdfVersion: '1.7',
    info: {
      Producer: 'Unsealed',
      Creator: `Unsealed, ${handout.name}`,
      CreationDate: instantOf(handout.madeAt),
    },
  });
  Object.assign(pdf.info, { Title: new SafeInXml(handout.title), Author: new SafeInXml(handout.archive) });
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  setHandout(pdf, handout, mostPages);
  pdf.end();
  await ended;
  return joined(chunks);
}

const instantOf = (iso: string): Date => {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? new Date(0) : at;
};

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

/** The typesetter puts a title into XML as it stands: there it is asked for as a string, and answers escaped. */
class SafeInXml extends String {
  override toString(): string {
    return super.toString().replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  }
}

type Set = (runs: readonly Run[], counted?: Coverage) => readonly Run[];

function setHandout(pdf: PDFKit.PDFDocument, handout: Handout, mostPages: number): void {
  const faces = new Faces(pdf);
  let isSomeLeftOut = false;
  const set: Set = (runs, counted = { letters: 0, covered: 0 }) => {
    const before = counted.letters - counted.covered;
    const made = printable(runs, (codePoint) => faces.covers(codePoint), handout.says, counted);
    if (counted.letters - counted.covered > before) isSomeLeftOut = true;
    return made;
  };
  const line = (text: string): string =>
    set([{ text }])
      .map((run) => run.text)
      .join('');
  const head = line(handout.title);
  const sheet = new Sheet(
    pdf,
    faces,
    {
      head: head.length > LONGEST_HEAD ? `${head.slice(0, LONGEST_HEAD).replace(/\s+\S*$/, '')} …` : head,
      foot: line(handout.foot),
    },
    mostPages,
  );
  masthead(sheet, line(handout.archive));
  pdf.outline.addItem(head);
  setBlocks(sheet, handout.blocks, set);
  if (isSomeLeftOut)
    setText(sheet, { kind: 'text', style: 'small', runs: [{ text: handout.says.someLeftOut }] });
  sheet.root.end();
}

/** The archive's name over the first page. */
function masthead(sheet: Sheet, archive: string): void {
  sheet.y = 62;
  setText(sheet, { kind: 'text', style: 'small', runs: [{ text: archive, marks: ['bold'] }] });
  sheet.artifact(() => {
    sheet.pdf.lineWidth(1).strokeColor(INK);
    sheet.pdf
      .moveTo(PAPER.left, sheet.y)
      .lineTo(PAPER.left + PAPER.measure, sheet.y)
      .stroke();
  });
  sheet.y += 18;
}

function setBlocks(sheet: Sheet, blocks: readonly HandoutBlock[], set: Set): void {
  for (const block of blocks)
    switch (block.kind) {
      case 'text':
        setText(sheet, {
          ...block,
          runs: set(block.runs),
          ...(block.marker === undefined ? {} : { marker: plainOf(set([{ text: block.marker }])) }),
        });
        break;
      case 'facts':
        setFacts(sheet, {
          kind: 'facts',
          rows: block.rows.map(({ name, values }) => ({ name, values: values.map((runs) => set(runs)) })),
        });
        break;
      case 'table':
        setWholeTable(sheet, block, set);
        break;
      case 'section':
        setWholeSection(sheet, block, set);
        break;
      default:
        impossible(block);
    }
}

function setWholeTable(sheet: Sheet, table: Extract<HandoutBlock, { kind: 'table' }>, set: Set): void {
  const { caption, lang } = table;
  if (caption !== undefined)
    setText(sheet, {
      kind: 'text',
      style: 'caption',
      runs: set(caption),
      ...(lang === undefined ? {} : { lang }),
    });
  setTable(sheet, {
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, runs: set(cell.runs) })),
    })),
  });
}

/** A text with its heading; one that the type has too few letters for says where it can be read. */
function setWholeSection(sheet: Sheet, section: Extract<HandoutBlock, { kind: 'section' }>, set: Set): void {
  setSection(sheet, set([{ text: section.title }]), (title) => sheet.pdf.outline.addItem(title));
  if (isCovered(sheet, section.blocks)) setBlocks(sheet, section.blocks, set);
  else setText(sheet, { kind: 'text', style: 'notice', runs: set(section.unprintable) });
}

function isCovered(sheet: Sheet, blocks: readonly HandoutBlock[]): boolean {
  const counted: Coverage = { letters: 0, covered: 0 };
  const says = { scripts: {}, otherScript: '' };
  const count = (runs: readonly Run[]): void => {
    printable(runs, (codePoint) => sheet.faces.covers(codePoint), says, counted);
  };
  for (const block of blocks) {
    if (block.kind === 'text') count(block.runs);
    else if (block.kind === 'table')
      for (const row of block.rows) for (const cell of row.cells) count(cell.runs);
  }
  return counted.covered >= counted.letters * LEAST_COVERED;
}

const plainOf = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');
