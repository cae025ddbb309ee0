import { printElement, printText, type XmlAttributes } from '../xml/print-xml.ts';
import type { EditorialMark, Inline, LinkTarget, Note, PageMark } from '../../core/text.ts';
import type { Redaction } from '../../core/redaction.ts';
import { impossible } from '../../core/result.ts';
import { writeBlocks } from './write-blocks.ts';

/** What the writing of a text needs beside it: its notes, and what the keys of its names stand for. */
export interface Writing {
  readonly notes: ReadonlyMap<string, Note>;
  /** The address of what a key stands for, and whether it is a body. */
  readonly nameOf: (key: string) => { readonly ref: string; readonly isBody: boolean } | undefined;
  /** Blocks of another rendition that answer to a block of this one. */
  readonly answers: ReadonlyMap<string, readonly string[]>;
}

const W3C_DATE = /^-?\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** A page's beginning. */
export const writePage = (page: PageMark, id?: string): string =>
  printElement('pb', {
    'xml:id': id,
    n: page.label,
    facs: page.image === undefined ? undefined : encodeURI(page.image.toWellFormed()),
    source: page.sourceId === undefined ? undefined : `#${page.sourceId}`,
  });

/** What an agency held back, each fact of it in its own place. */
export function writeRedaction(redaction: Redaction, id?: string, source?: string): string {
  const { words, withheldKind, extent, exemption, shownLater } = redaction;
  const attributes: XmlAttributes = {
    'xml:id': id,
    source: source === undefined ? undefined : `#${source}`,
    reason: 'withheld',
    unit: extent?.unit,
    quantity: extent?.amount,
    precision: extent?.isApproximate === undefined ? undefined : extent.isApproximate ? 'low' : 'high',
  };
  const desc = (type: string | undefined, text: string | undefined, n?: string): string =>
    text === undefined ? '' : printElement('desc', { type, n }, printText(text));
  return printElement(
    'gap',
    attributes,
    desc(undefined, words) +
      desc('kind', withheldKind) +
      desc('exemption', exemption) +
      desc('shown-later', shownLater?.words, shownLater?.release),
  );
}

function writeLink(to: LinkTarget, content: string): string {
  switch (to.kind) {
    case 'web':
      return printElement('ref', { type: 'web', target: to.url }, content);
    case 'block':
      return printElement('ref', { type: 'block', target: `#${to.block}` }, content);
    case 'identifier':
      return printElement(
        'ref',
        { type: 'identifier', target: encodeURI(to.identifier.toWellFormed()), n: to.block },
        content,
      );
    case 'number': {
      const query = new URLSearchParams();
      if (to.from !== undefined) query.set('from', to.from);
      if (to.to !== undefined) query.set('to', to.to);
      const asked = query.toString();
      return printElement(
        'ref',
        {
          type: 'number',
          target: `number:${encodeURIComponent(to.number.toWellFormed())}${asked ? `?${asked}` : ''}`,
        },
        content,
      );
    }
    default:
      return impossible(to);
  }
}

const MARK_ELEMENTS: Readonly<Record<Exclude<EditorialMark, 'gap' | 'hand'>, string>> = {
  unclear: 'unclear',
  supplied: 'supplied',
  deleted: 'del',
  added: 'add',
  sic: 'sic',
  corrected: 'corr',
  abbreviation: 'abbr',
  expansion: 'expan',
};

function writeMark(mark: EditorialMark, n: string | undefined, content: string): string {
  if (mark === 'gap' || mark === 'hand')
    return content === ''
      ? printElement(mark === 'gap' ? 'gap' : 'handShift', { n })
      : printElement('seg', { type: mark, n }, content);
  return printElement(MARK_ELEMENTS[mark], { n }, content);
}

function writeName(part: Extract<Inline, { kind: 'name' }>, writing: Writing): string {
  const named = part.key === undefined ? undefined : writing.nameOf(part.key);
  const element =
    part.of === 'place' ? 'placeName' : part.of === 'term' ? 'term' : named?.isBody ? 'orgName' : 'persName';
  return printElement(element, { key: part.key, ref: named?.ref }, writeInlines(part.content, writing));
}

function writeNote(id: string, label: string, writing: Writing): string {
  const note = writing.notes.get(id);
  if (note === undefined)
    return printElement('ref', { type: 'note-mark', target: `#${id}` }, printText(label));
  return printElement(
    'note',
    {
      'xml:id': note.id,
      n: label,
      type: note.noteKind,
      'xml:lang': note.lang,
      source: note.sourceId === undefined ? undefined : `#${note.sourceId}`,
    },
    writeBlocks(note.blocks, writing, 'within'),
  );
}

/** Inlines as TEI, notes in the places of their marks. */
export function writeInlines(content: readonly Inline[], writing: Writing): string {
  return content.map((part) => writeInline(part, writing)).join('');
}

function writeInline(part: Inline, writing: Writing): string {
  if (typeof part === 'string') return printText(part);
  switch (part.kind) {
    case 'emphasis':
      return printElement('hi', { rend: part.style }, writeInlines(part.content, writing));
    case 'name':
      return writeName(part, writing);
    case 'date': {
      const isPlain = part.date !== undefined && W3C_DATE.test(part.date);
      const dated = isPlain ? { when: part.date } : { 'when-custom': part.date };
      return printElement('date', dated, writeInlines(part.content, writing));
    }
    case 'link':
      return writeLink(part.to, writeInlines(part.content, writing));
    case 'note-mark':
      return writeNote(part.note, part.label, writing);
    case 'page-mark':
      return writePage(part.page);
    case 'line-break':
      return '<lb/>';
    case 'redaction':
      return writeRedaction(part.redaction);
    case 'mark':
      return writeMark(part.mark, part.note, writeInlines(part.content, writing));
    case 'span':
      return printElement(
        'seg',
        { type: 'span', 'xml:lang': part.lang, rend: part.dir },
        writeInlines(part.content, writing),
      );
    default:
      return impossible(part);
  }
}
