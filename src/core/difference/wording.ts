import { plainInline, type Block, type Inline } from '../text.ts';

/** Characters of a text, `[from, to)`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The words of a block as they are compared, and where in them the words of redactions stand: of each all or nothing is kept. */
export interface Wording {
  readonly text: string;
  readonly held: readonly Span[];
  /** Names that stand in it, each with the key by which its document binds it. */
  readonly named?: readonly (Span & { readonly key: string })[];
}

/** The wording of a block and of all that stands in it: the words of `passagesOf`, a line each. */
export function wordingOf(block: Block): Wording {
  const made: Making = { text: '', held: [], named: [] };
  addBlock(block, made);
  return made;
}

/** The wordings of several blocks, one below the other. */
export function joined(wordings: readonly Wording[]): Wording {
  let text = '';
  const held: Span[] = [];
  const named: (Span & { readonly key: string })[] = [];
  wordings.forEach((one, at) => {
    if (at > 0) text += '\n';
    const before = text.length;
    held.push(...one.held.map(({ from, to }) => ({ from: from + before, to: to + before })));
    for (const { from, to, key } of one.named ?? [])
      named.push({ from: from + before, to: to + before, key });
    text += one.text;
  });
  return { text, held, named };
}

interface Making {
  text: string;
  readonly held: Span[];
  readonly named: (Span & { readonly key: string })[];
}

function addLine(content: readonly Inline[], made: Making): void {
  if (made.text !== '') made.text += '\n';
  addInlines(content, made);
}

function addInlines(content: readonly Inline[], made: Making): void {
  for (const part of content) {
    if (typeof part === 'string') made.text += part;
    else if (part.kind === 'redaction') addHeld(part.redaction.words, made);
    else if (!('content' in part)) made.text += plainInline([part]);
    else {
      const from = made.text.length;
      addInlines(part.content, made);
      if (part.kind === 'name' && part.key !== undefined)
        made.named.push({ from, to: made.text.length, key: part.key });
    }
  }
}

function addHeld(words: string, made: Making): void {
  made.held.push({ from: made.text.length, to: made.text.length + words.length });
  made.text += words;
}

function addBlock(block: Block, made: Making): void {
  switch (block.kind) {
    case 'list':
      if (block.caption) addLine(block.caption, made);
      for (const item of block.items) {
        if (item.label) addLine(item.label, made);
        for (const inner of item.blocks) addBlock(inner, made);
      }
      return;
    case 'table':
      if (block.caption) addLine(block.caption, made);
      for (const row of block.rows) for (const cell of row.cells) addLine(cell.content, made);
      return;
    case 'quote':
    case 'part':
      for (const inner of block.blocks) addBlock(inner, made);
      return;
    case 'verse':
      for (const line of block.lines) addLine(line, made);
      return;
    case 'figure':
      if (block.caption) addLine(block.caption, made);
      return;
    case 'redaction':
      if (made.text !== '') made.text += '\n';
      return addHeld(block.redaction.words, made);
    case 'page-break':
      return;
    default:
      return addLine(block.content, made);
  }
}
