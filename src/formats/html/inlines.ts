import type { Block, Inline } from '../../core/text.ts';

/** The level of a heading by the digit in its tag. */
export const levelOf = (digit: string): 1 | 2 | 3 | 4 | 5 | 6 => {
  switch (digit) {
    case '1':
      return 1;
    case '2':
      return 2;
    case '3':
      return 3;
    case '4':
      return 4;
    case '5':
      return 5;
    default:
      return 6;
  }
};

/** Without white space and breaks at its ends, white space between pieces once. */
export function trimmed(inlines: readonly Inline[]): Inline[] {
  const content: Inline[] = [];
  for (const part of inlines) {
    const last = content.at(-1);
    if (typeof part === 'string' && typeof last === 'string')
      content.splice(-1, 1, (last + part).replace(/ {2,}/g, ' '));
    else content.push(part);
  }
  const isGap = (part: Inline | undefined): boolean =>
    typeof part === 'string' ? part.trim() === '' : part?.kind === 'line-break';
  while (content.length > 0 && isGap(content[0])) content.shift();
  while (content.length > 0 && isGap(content.at(-1))) content.pop();
  const [first] = content;
  if (typeof first === 'string') content[0] = first.trimStart();
  const last = content.at(-1);
  if (typeof last === 'string') content.splice(-1, 1, last.trimEnd());
  return content;
}

/** The words of blocks where only inlines may stand: a cell. */
export function textOfBlocks(blocks: readonly Block[]): Inline[] {
  return blocks.flatMap((block): Inline[] => {
    if (block.kind === 'list')
      return block.items.flatMap((item) => [...textOfBlocks(item.blocks), { kind: 'line-break' as const }]);
    if (block.kind === 'table')
      return block.rows.flatMap((row) => [
        ...row.cells.flatMap((cell) => [...cell.content, ' ']),
        { kind: 'line-break' as const },
      ]);
    if (block.kind === 'quote') return textOfBlocks(block.blocks);
    return block.kind === 'paragraph' || block.kind === 'heading' ? [...block.content] : [];
  });
}
