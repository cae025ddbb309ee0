import { plainInline, type BlockId, type Text } from '../../core/text.ts';

/** The heading with which a text begins, where it says what the page is headed with already: "2. Telegram From …". */
export function ownTitleOf(titles: readonly { readonly text: string }[], text: Text): BlockId | undefined {
  const first = text.blocks.find((block) => block.kind !== 'page-break');
  if (first?.kind !== 'heading') return undefined;
  const says = wordsOf(plainInline(first.content));
  return titles.some((title) => wordsOf(title.text) === says) ? first.id : undefined;
}

/** Letters and digits alone, without the number under which an edition has it. */
const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^\W*(?:no\.?\s*)?\d+[a-z]?[\].):]+\s*/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
