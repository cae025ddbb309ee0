import type { Block, BlockId, Inline, ListItem, TableCell, TableRow } from '../../core/text.ts';
import { levelOf, textOfBlocks, trimmed } from './inlines.ts';
import { BLOCKS, EMPHASIS, TRANSPARENT } from './tags.ts';
import { tokensOf } from './html-tokens.ts';
import type { HtmlToken } from './html-tokens.ts';

/** What was read of a piece of HTML: its blocks, and each tag that was not understood, shown as text. */
export interface HtmlRead {
  readonly blocks: readonly Block[];
  readonly notUnderstood: readonly string[];
}

type Tag = Extract<HtmlToken, { kind: 'open' | 'close' }>;

/** An element that is open: what gathers in it until its end. */
interface Frame {
  readonly name: string;
  readonly blocks: Block[];
  readonly inlines: Inline[];
  readonly items: ListItem[];
  readonly rows: TableRow[];
  readonly cells: TableCell[];
  readonly tag: Tag | undefined;
}

/** An open element deeper than this is read as if its tag were not there. */
const DEPTH_LIMIT = 60;

/**
 * Simple HTML as blocks: paragraphs, headings, lists, quotes, tables, emphasis, links. It is never kept as
 * HTML. A tag that is not understood stands in the text as it was written, and is said.
 *
 *   "<p>A <b>b</b></p><ul><li>c</ul>" -> paragraph [ "A ", bold "b" ], list of one item
 */
export function readHtmlBlocks(html: string, mint: () => BlockId): HtmlRead {
  const reader = new HtmlReader(mint);
  for (const token of tokensOf(html)) reader.take(token);
  return reader.finish();
}

const frameOf = (name: string, tag?: Tag): Frame => ({
  name,
  blocks: [],
  inlines: [],
  items: [],
  rows: [],
  cells: [],
  tag,
});

/** Guards the stack of what is open. */
class HtmlReader {
  readonly #mint: () => BlockId;
  readonly #notUnderstood = new Set<string>();
  #stack: Frame[] = [frameOf('')];

  constructor(mint: () => BlockId) {
    this.#mint = mint;
  }

  take(token: HtmlToken | { readonly kind: 'hidden'; readonly text: string }): void {
    switch (token.kind) {
      case 'text':
        this.#top().inlines.push(token.text.replace(/[ \t\r\n\f]+/g, ' '));
        return;
      case 'hidden':
        this.#notUnderstood.add(token.text);
        return;
      case 'open':
        this.#open(token);
        return;
      case 'close':
        this.#close(token);
    }
  }

  finish(): HtmlRead {
    while (this.#stack.length > 1) this.#end();
    const root = this.#top();
    this.#flush(root);
    return { blocks: root.blocks, notUnderstood: [...this.#notUnderstood] };
  }

  #top(): Frame {
    const top = this.#stack.at(-1);
    if (top === undefined) throw new RangeError('the stack of HTML elements is never empty');
    return top;
  }

  #open(tag: Tag): void {
    const { name } = tag;
    if (name === 'br') this.#top().inlines.push({ kind: 'line-break' });
    else if (name === 'hr') {
      this.#endInlines();
      this.#flush(this.#top());
      this.#top().blocks.push({ kind: 'rule', id: this.#mint(), content: [] });
    } else if (BLOCKS.has(name)) {
      this.#endInlines();
      this.#endImplied(name);
      this.#flush(this.#top());
      if (this.#stack.length < DEPTH_LIMIT) this.#stack.push(frameOf(name, tag));
    } else if (name === 'a' || EMPHASIS.has(name)) {
      if (name === 'a') this.#endLink();
      if (this.#stack.length < DEPTH_LIMIT) this.#stack.push(frameOf(name, tag));
    } else if (!TRANSPARENT.has(name)) this.#asText(tag);
  }

  #close(tag: Tag): void {
    const { name } = tag;
    if (name === 'br') this.#top().inlines.push({ kind: 'line-break' });
    else if (this.#stack.some((frame, at) => at > 0 && frame.name === name)) {
      while (this.#top().name !== name) this.#end();
      this.#end();
    } else if (!BLOCKS.has(name) && !TRANSPARENT.has(name) && name !== 'a' && !EMPHASIS.has(name))
      this.#asText(tag);
  }

  #asText(tag: Tag): void {
    this.#notUnderstood.add(tag.raw);
    this.#top().inlines.push(tag.raw);
  }

  /** What another's beginning ends: `<li>` a `<li>`, any block a `<p>`. */
  #endImplied(name: string): void {
    const isEnded = (open: string): boolean => {
      if (open === 'p' || /^h[1-6]$/.test(open)) return true;
      if (name === 'li') return open === 'li';
      if (name === 'tr') return open === 'tr' || open === 'td' || open === 'th';
      return (name === 'td' || name === 'th') && (open === 'td' || open === 'th');
    };
    while (this.#stack.length > 1 && isEnded(this.#top().name)) this.#end();
  }

  /** A link holds no other: the next one ends it. */
  #endLink(): void {
    const open = this.#stack.findLastIndex((frame) => frame.name === 'a');
    const block = this.#stack.findLastIndex((frame) => BLOCKS.has(frame.name));
    if (open > block) while (this.#stack.length > open) this.#end();
  }

  #endInlines(): void {
    while (this.#stack.length > 1 && !BLOCKS.has(this.#top().name)) this.#end();
  }

  /** Inlines that gathered between blocks are a paragraph. */
  #flush(frame: Frame): void {
    const content = trimmed(frame.inlines);
    frame.inlines.length = 0;
    if (content.length > 0) frame.blocks.push({ kind: 'paragraph', id: this.#mint(), content });
  }

  #end(): void {
    const frame = this.#stack.pop();
    if (frame === undefined) return;
    const into = this.#top();
    if (!BLOCKS.has(frame.name)) return this.#endInline(frame, into);
    if (frame.name === 'li' || frame.name === 'dd' || frame.name === 'dt') {
      this.#flush(frame);
      if (into.name === 'ul' || into.name === 'ol' || into.name === 'dl')
        into.items.push({ blocks: frame.blocks });
      else into.blocks.push(...frame.blocks);
    } else if (frame.name === 'td' || frame.name === 'th') {
      if (into.name === 'tr') return this.#endCell(frame, into);
      this.#flush(frame);
      into.blocks.push(...frame.blocks);
    } else if (frame.name === 'tr') this.#endRow(frame, into);
    else this.#endBlock(frame, into);
  }

  #endInline(frame: Frame, into: Frame): void {
    const content = frame.inlines;
    into.blocks.push(...frame.blocks);
    if (content.length === 0) return;
    const style = EMPHASIS.get(frame.name);
    const href = frame.tag?.attributes.get('href')?.trim();
    if (style !== undefined) into.inlines.push({ kind: 'emphasis', style, content });
    else if (href !== undefined && /^(https?:\/\/|mailto:)/i.test(href))
      into.inlines.push({ kind: 'link', to: { kind: 'web', url: href }, content });
    else into.inlines.push(...content);
  }

  #endRow(frame: Frame, into: Frame): void {
    this.#flush(frame);
    into.blocks.push(...frame.blocks);
    if (frame.cells.length === 0) return;
    const row = { isHeader: frame.cells.every((cell) => cell.isHeader), cells: frame.cells };
    if (into.name === 'table') into.rows.push(row);
    else into.blocks.push({ kind: 'table', id: this.#mint(), rows: [row] });
  }

  /** A cell holds inlines: its blocks stand in it as lines. */
  #endCell(frame: Frame, into: Frame): void {
    this.#flush(frame);
    const content: Inline[] = [];
    for (const block of frame.blocks) {
      if (content.length > 0) content.push({ kind: 'line-break' });
      if (block.kind === 'paragraph' || block.kind === 'heading') content.push(...block.content);
      else content.push(...textOfBlocks([block]));
    }
    const columns = Number(frame.tag?.attributes.get('colspan') ?? 1);
    const rows = Number(frame.tag?.attributes.get('rowspan') ?? 1);
    into.cells.push({
      content,
      ...(columns > 1 && columns < 1000 ? { columns } : {}),
      ...(rows > 1 && rows < 1000 ? { rows } : {}),
      ...(frame.name === 'th' ? { isHeader: true } : {}),
    });
  }

  #endBlock(frame: Frame, into: Frame): void {
    const level = /^h([1-6])$/.exec(frame.name)?.[1];
    if (level !== undefined) {
      const content = trimmed(frame.inlines);
      if (content.length > 0)
        into.blocks.push({ kind: 'heading', level: levelOf(level), id: this.#mint(), content });
      into.blocks.push(...frame.blocks);
      return;
    }
    this.#flush(frame);
    const id = this.#mint;
    if (frame.name === 'ul' || frame.name === 'ol' || frame.name === 'dl') {
      into.blocks.push(...frame.blocks);
      if (frame.items.length > 0)
        into.blocks.push({ kind: 'list', id: id(), ordered: frame.name === 'ol', items: frame.items });
    } else if (frame.name === 'table') {
      into.blocks.push(...frame.blocks);
      if (frame.rows.length > 0) into.blocks.push({ kind: 'table', id: id(), rows: frame.rows });
    } else if (frame.name === 'blockquote') {
      if (frame.blocks.length > 0) into.blocks.push({ kind: 'quote', id: id(), blocks: frame.blocks });
    } else into.blocks.push(...frame.blocks);
  }
}
