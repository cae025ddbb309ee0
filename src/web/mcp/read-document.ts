import { z } from 'zod';
import type { RecordPage } from '../../actions/pages.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import { printCursor, readCursor, type Cursor } from './cursor.ts';
import { describeDocument, referenceOf } from './describe-document.ts';
import { readAsked } from './read-asked.ts';
import { readPortion, type Stretch } from './read-portion.ts';
import { ofMachine } from './records.ts';
import { refusal, tool, type Asking, type ToolAnswer } from './tool.ts';
import { pageRange, pieceWith, readText, textsOf, type ReadText } from './units.ts';

type DocumentPage = RecordPage<ArchiveDocument>;

export const LEAST_LETTERS = 500;
export const MOST_LETTERS = 20_000;
const USUAL_LETTERS = 8000;

const id = z
  .string()
  .min(1)
  .max(500)
  .describe('The id of a document ("dk4m7q2zxh"), or its address in this archive.');
const block = z.string().max(20).describe('The id of a block ("b5").');

const input = z.strictObject({
  id,
  text: z
    .string()
    .max(200)
    .optional()
    .describe(
      'Which text is read, by its key ("t-en-1"). Without text, from, page and cursor: the description, with the list of texts.',
    ),
  from: block.optional().describe('The block from which to read.'),
  to: block.optional().describe('The last block to read.'),
  page: z
    .string()
    .max(60)
    .optional()
    .describe('A page of the original, by its number as printed in the text.'),
  cursor: z.string().max(300).optional().describe('Goes on where an answer ended: its `next`, as it stands.'),
  letters: z
    .int()
    .min(LEAST_LETTERS)
    .max(MOST_LETTERS)
    .default(USUAL_LETTERS)
    .describe('About how many letters the answer may have.'),
  edition: z.int().min(1).max(9_999_999).optional().describe('An earlier edition; otherwise the newest.'),
});
type Given = z.infer<typeof input>;

/** Reads a document: first what it is, then its text part by part. */
export const readDocument = tool({
  name: 'read_document',
  title: 'Read a document',
  about:
    'Reads one document. With its id alone: the description (title, dates, people, source, rights, what is held back, the list of its texts with their headings). With text, a block, a page or a cursor: the words themselves, block by block, each with the number that readers see, its id, a digest of its words, the way to cite it and its address. Quote only words that you have read here, and cite the block.',
  input,
  async answer(asking, given) {
    const cursor = given.cursor === undefined ? undefined : readCursor(given.cursor);
    if (given.cursor !== undefined && cursor === undefined) return badCursor();
    const reading = await readAsked(asking, given.id, ['document'], cursor?.edition ?? given.edition);
    if ('refused' in reading) return reading.refused;
    const { page } = reading;
    const isRead = [given.text, given.from, given.to, given.page, cursor].some((one) => one !== undefined);
    if (!isRead)
      return {
        said:
          textsOf(page.view.record).length === 0
            ? { wayOut: 'No text of this document is held here to be read.' }
            : { ask: 'Give one of material.texts as `text` to read its words.' },
        material: describeDocument(asking, page),
      };
    return readWords(asking, page, given, cursor);
  },
});

const badCursor = (): ToolAnswer =>
  refusal(
    'This cursor was not given by this archive, or for another document.',
    'Read from the beginning: leave the cursor out.',
  );

function readWords(asking: Asking, page: DocumentPage, given: Given, cursor: Cursor | undefined): ToolAnswer {
  const text = textAsked(asking, page, given, cursor);
  if (text === undefined) {
    const texts = textsOf(page.view.record)
      .map(({ key }) => key)
      .slice(0, 20);
    return refusal(
      texts.length === 0
        ? 'No text of this document is held here.'
        : 'This document has no such text, or none with this block.',
      texts.length === 0
        ? 'Its description says what is known, and whether there are scans.'
        : 'Ask for one of `texts`.',
      { texts },
      referenceOf(asking, page),
    );
  }
  const stretch = stretchOf(text, given, cursor);
  if (stretch === undefined)
    return cursor === undefined
      ? refusal(
          'This text has no such block or page.',
          'Its description has the first and last block and the headings.',
          {
            text: text.rendition.key,
          },
        )
      : badCursor();
  const { rest, ...read } = readPortion(asking, page.view, text, stretch);
  const { rendition } = text;
  return {
    said: {
      text: rendition.key,
      blocks: text.pieces.length,
      isWhole:
        stretch.from === 0 &&
        stretch.letter === 0 &&
        rest === undefined &&
        stretch.to === text.pieces.length - 1,
      ...(rest === undefined
        ? {}
        : { next: printCursor({ edition: page.view.edition.number, text: rendition.key, ...rest }) }),
    },
    material: {
      ...referenceOf(asking, page),
      text: rendition.key,
      textKind: rendition.kind,
      language: rendition.language,
      by: rendition.by,
      textRights: rendition.rightsWords,
      readBy: ofMachine(rendition)[0],
      ...read,
    },
  };
}

/** The text that is asked for; else the one that has the block or page; else the first. */
function textAsked(
  asking: Asking,
  { view }: DocumentPage,
  given: Given,
  cursor: Cursor | undefined,
): ReadText | undefined {
  const texts = textsOf(view.record);
  const key = cursor?.text ?? given.text;
  const named = key === undefined ? texts : texts.filter((one) => one.key === key);
  const read = named.map((one) => readText(view.record, one, asking.words));
  if (key !== undefined) return read[0];
  const { from, to, page } = given;
  const wanted = from ?? to;
  if (wanted !== undefined) return read.find(({ pieces }) => pieceWith(pieces, wanted) >= 0);
  return (page === undefined ? undefined : read.find(({ pieces }) => pageRange(pieces, page))) ?? read[0];
}

function stretchOf(
  { pieces }: ReadText,
  { from, to, page, letters }: Given,
  cursor: Cursor | undefined,
): Stretch | undefined {
  const within = page === undefined ? { from: 0, to: pieces.length - 1 } : pageRange(pieces, page);
  if (within === undefined) return undefined;
  const begin = cursor?.block ?? from;
  const first = begin === undefined ? within.from : pieceWith(pieces, begin);
  const end = to === undefined ? within.to : pieceWith(pieces, to);
  const letter = cursor?.letter ?? 0;
  return first < 0 || end < first ? undefined : { from: first, to: end, letter, most: letters };
}
