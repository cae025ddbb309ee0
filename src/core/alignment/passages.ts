import type { LanguageTag } from '../language.ts';
import type { Block, Text } from '../text.ts';
import { passagesOf } from '../text.ts';
import type { Passage } from './guess-links.ts';
import { signsOf, type KnownNames } from './signs.ts';

/** The blocks of a text that stand in rows of their own: parts laid open, without breaks of pages. */
export function rowBlocks(blocks: readonly Block[]): readonly Block[] {
  const found: Block[] = [];
  for (const block of blocks) {
    if (block.kind === 'part') found.push(...rowBlocks(block.blocks));
    else if (block.kind !== 'page-break' && block.kind !== 'rule') found.push(block);
  }
  return found;
}

/** The words of a block and of all that stands in it. */
export const wordsOf = (block: Block): string => {
  let words = '';
  for (const { text } of passagesOf([block])) words += words === '' ? text : `\n${text}`;
  return words;
};

/** The passages of a text, with what each is known by. */
export const passagesOfText = (text: Text, names: KnownNames, language: LanguageTag): readonly Passage[] =>
  rowBlocks(text.blocks).map((block) => ({
    id: block.id,
    kind: block.kind,
    length: wordsOf(block).length,
    signs: signsOf(block, names, language),
  }));
