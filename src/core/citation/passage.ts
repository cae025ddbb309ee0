import type { ArchiveDocument } from '../document.ts';
import type { LanguageTag } from '../language.ts';
import { innerBlocks } from '../block-ids.ts';
import { parseBlockId, passagesOf, plainInline, type Block, type BlockId, type Text } from '../text.ts';

/** The smallest piece of a text that has words: what is cited, quoted and compared. */
export interface Leaf {
  /** The block that has the words, after those that it lies in: a part, a list, a quotation, a note. */
  readonly ids: readonly BlockId[];
  readonly text: string;
}

/** One stretch of a document's text: a block, or all from one block to another. */
export interface Passage {
  readonly rendition: string;
  readonly kind: 'transcription' | 'translation';
  readonly language: LanguageTag;
  readonly first: BlockId;
  readonly last: BlockId;
  /** The words of its blocks, each on a line of its own. */
  readonly text: string;
}

/** The pieces of a text in reading order, its notes after it. A redaction reads as its words. */
export function* leavesOf(text: Text): Generator<Leaf> {
  yield* leavesIn(text.blocks, []);
  for (const note of text.notes) yield* leavesIn(note.blocks, [note.id]);
}

function* leavesIn(blocks: readonly Block[], above: readonly BlockId[]): Generator<Leaf> {
  for (const block of blocks) {
    const ids = [...above, block.id];
    if (block.kind === 'list') {
      if (block.caption) yield { ids, text: plainInline(block.caption) };
      for (const item of block.items) {
        if (item.label) yield { ids, text: plainInline(item.label) };
        yield* leavesIn(item.blocks, ids);
      }
    } else if (block.kind === 'quote' || block.kind === 'part') yield* leavesIn(block.blocks, ids);
    else for (const { text } of passagesOf([block])) yield { ids, text };
  }
}

/** A place in a document as an address names it: "b5", "b5-b9". */
export interface PlaceAsked {
  readonly first: BlockId;
  readonly last: BlockId;
}

/** Reads a place of a document; undefined if the text names none. */
export function parsePlace(text: string): PlaceAsked | undefined {
  const [from = '', to, ...rest] = text.split('-');
  const first = parseBlockId(from);
  const last = to === undefined ? first : parseBlockId(to);
  return first === undefined || last === undefined || rest.length > 0 ? undefined : { first, last };
}

/** "b5", or "b5-b9". */
export const printPlace = ({ first, last }: PlaceAsked): string =>
  first === last ? first : `${first}-${last}`;

/**
 * The words of a place, of the first rendition that has all of it; undefined where none has. A stretch that
 * begins or ends with what has no words (the mark of a page) is the stretch of words within it, and
 * `first` and `last` are those of that.
 */
export function passageAt(document: ArchiveDocument, asked: PlaceAsked): Passage | undefined {
  for (const rendition of document.renditions) {
    if (rendition.kind === 'facsimile') continue;
    const leaves = [...leavesOf(rendition.text)];
    const place = placeOfWords(rendition.text, leaves, asked);
    if (place === undefined) continue;
    const from = leaves.findIndex(({ ids }) => ids.includes(place.first));
    const to = leaves.findLastIndex(({ ids }) => ids.includes(place.last));
    if (from === -1 || to < from) continue;
    return {
      rendition: rendition.key,
      kind: rendition.kind,
      language: rendition.language,
      ...place,
      text: leaves
        .slice(from, to + 1)
        .map(({ text }) => text)
        .join('\n'),
    };
  }
  return undefined;
}

/** The place, from its first block that has words to its last; undefined where the text has not both its ends. */
function placeOfWords(text: Text, leaves: readonly Leaf[], asked: PlaceAsked): PlaceAsked | undefined {
  const worded = new Set(leaves.flatMap(({ ids }) => ids));
  if (worded.has(asked.first) && worded.has(asked.last)) return asked;
  const order = [...text.blocks, ...text.notes.flatMap(({ blocks }) => blocks)].flatMap(idsIn);
  const from = order.indexOf(asked.first);
  const to = order.lastIndexOf(asked.last);
  if (from === -1 || to === -1) return undefined;
  const within = order.slice(from, to + 1).filter((id) => worded.has(id));
  const [first] = within;
  if (first === undefined) return undefined;
  return {
    first: worded.has(asked.first) ? asked.first : first,
    last: worded.has(asked.last) ? asked.last : (within.at(-1) ?? first),
  };
}

const idsIn = (block: Block): readonly BlockId[] => [block.id, ...innerBlocks(block).flat().flatMap(idsIn)];

/**
 * The words of a passage as its digest is taken of: in Unicode NFC, each run of white space as one space,
 * none before and after. Two texts that read the same have the same.
 */
export const foldPassage = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** How many hexadecimal digits of a digest a citation bears: 40 bits. */
export const DIGEST_LENGTH = 10;

/** The digest that a citation bears, of a whole one: "sha256:3f9a0c71e2…" -> "3f9a0c71e2". */
export const shortDigest = (digest: string): string => digest.replace(/^sha256:/, '').slice(0, DIGEST_LENGTH);
/** A digest as a citation bears it; undefined if the text is none. Upper case is forgiven. */
export const parseDigest = (text: string): string | undefined =>
  /^[0-9a-f]{10}$/i.test(text) ? text.toLowerCase() : undefined;
