import type { ArchiveDocument } from '../../core/document.ts';
import type { RecordId } from '../../core/id.ts';
import type { PublicRecord } from '../../core/public-record.ts';
import type { Rendition } from '../../core/rendition.ts';
import type { Text } from '../../core/text.ts';
import { printElement, printText } from '../xml/print-xml.ts';
import { engineId } from './engines.ts';
import { EMPTY, writeBlocks } from './write-blocks.ts';
import { writeHeader } from './write-header.ts';
import type { Writing } from './write-inlines.ts';

/** What a document's TEI says that does not stand in its record. */
export interface TeiAbout {
  /** The canonical address. */
  readonly url?: string;
  /** The archive's name. */
  readonly archive?: string;
  /** The address of an agent, place or term, and whether it is a body; its id where nothing is known. */
  readonly nameOf?: (id: RecordId) => { readonly ref: string; readonly isBody: boolean } | undefined;
}

/** A text as the content of a division, notes in place: what {@link readTei} reads back equal. */
export function writeText(text: Text, writing: Partial<Writing> = {}): string {
  const whole: Writing = {
    nameOf: () => undefined,
    answers: new Map(),
    ...writing,
    notes: new Map(text.notes.map((note) => [note.id, note])),
  };
  return writeBlocks(text.blocks, whole, 'division');
}

/** Which blocks of other renditions answer to each block, both ways; a guess is nobody's word, and does not go out. */
function answersOf(document: ArchiveDocument): ReadonlyMap<string, readonly string[]> {
  const answers = new Map<string, readonly string[]>();
  const add = (from: readonly string[], to: readonly string[]): void => {
    for (const id of from) answers.set(id, [...new Set([...(answers.get(id) ?? []), ...to])]);
  };
  for (const { links } of document.alignments)
    for (const link of links) {
      if (link.basis === 'guessed') continue;
      add(link.from, link.to);
      add(link.to, link.from);
    }
  return answers;
}

function writeRendition(rendition: Rendition, writing: Partial<Writing>): string {
  if (rendition.kind === 'facsimile') return '';
  const content = writeText(rendition.text, writing);
  return printElement(
    'div',
    {
      type: rendition.kind,
      n: rendition.key,
      'xml:lang': rendition.language,
      subtype: rendition.kind === 'translation' ? rendition.of : undefined,
      resp: rendition.madeBy === undefined ? undefined : `#${engineId(rendition)}`,
    },
    content,
  );
}

function writeNotHeld(document: ArchiveDocument): string {
  return document.holding.kind === 'held'
    ? ''
    : printElement('div', { type: 'not-held' }, printElement('p', {}, printText(document.holding.words)));
}

/**
 * A public document as TEI P5: a header with titles, hands, rights, source, dates, correspondence and editions,
 * and each of its texts as a division, which names the engine that read it, if one did. Reading it back gives equal texts.
 *
 *   <div type="transcription" n="t" xml:lang="ru"> … <div type="translation" n="t-en-1" subtype="t" xml:lang="en">
 *
 * Source: TEI P5 4.11.0 (tei_all).
 */
export function writeTei(shown: PublicRecord<ArchiveDocument>, about: TeiAbout = {}): string {
  const { record } = shown;
  const bound = new Map(record.mentions.map((mention) => [mention.key, mention.to]));
  const writing: Partial<Writing> = {
    answers: answersOf(record),
    nameOf: (key) => {
      const id = bound.get(key);
      return id === undefined ? undefined : (about.nameOf?.(id) ?? { ref: id, isBody: false });
    },
  };
  const divisions = [
    ...record.renditions.map((rendition) => writeRendition(rendition, writing)),
    writeNotHeld(record),
  ].filter((one) => one !== '');
  const body = printElement('body', {}, divisions.length === 0 ? EMPTY : divisions.join('\n'));
  const root = printElement(
    'TEI',
    { xmlns: 'http://www.tei-c.org/ns/1.0' },
    `${writeHeader(shown, about)}\n${printElement('text', { 'xml:space': 'preserve' }, body)}`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}
