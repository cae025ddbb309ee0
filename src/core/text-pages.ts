import type { Block, Inline, PageMark, Text } from './text.ts';

/** A page of a text, as its marks divide it. */
export interface TextPage {
  /** As printed; absent: of what stands before the first mark. */
  readonly label?: string;
  /** Its words, a block a line. */
  readonly text: string;
  /** The outermost blocks that stand on it, whole or in part. */
  readonly blocks: readonly string[];
}

/**
 * A text by its pages, in reading order; notes stand with none. A text without marks is one page.
 *
 *   "Dear [p. 2] friend"  ->  "Dear", "friend" on page "2", both of the same block
 */
export function textPages(text: Text): readonly TextPage[] {
  const pages = new PageTaker();
  for (const block of text.blocks) {
    pages.begin(block.id);
    pages.take(block);
  }
  return pages.done();
}

class PageTaker {
  readonly #pages: TextPage[] = [];
  #label: string | undefined;
  #lines: string[] = [];
  #line = '';
  #blocks: string[] = [];
  #block = '';

  begin(block: string): void {
    this.#block = block;
  }

  done(): readonly TextPage[] {
    this.#turn();
    return this.#pages;
  }

  take(block: Block): void {
    switch (block.kind) {
      case 'page-break':
        return this.#turn(block.page);
      case 'redaction':
        this.#words(block.redaction.words);
        return this.#endLine();
      case 'quote':
      case 'part':
        for (const one of block.blocks) this.take(one);
        return;
      case 'list':
        this.#inlines(block.caption ?? []);
        this.#endLine();
        for (const { label, blocks } of block.items) {
          this.#inlines(label ?? []);
          this.#endLine();
          for (const one of blocks) this.take(one);
        }
        return;
      case 'table':
        this.#inlines(block.caption ?? []);
        this.#endLine();
        for (const { cells } of block.rows) {
          for (const { content } of cells) {
            this.#inlines(content);
            this.#words(' ');
          }
          this.#endLine();
        }
        return;
      case 'verse':
        for (const line of block.lines) {
          this.#inlines(line);
          this.#endLine();
        }
        return;
      case 'figure':
        this.#inlines(block.caption ?? []);
        return this.#endLine();
      default:
        this.#inlines(block.content);
        return this.#endLine();
    }
  }

  #inlines(content: readonly Inline[]): void {
    for (const part of content) {
      if (typeof part === 'string') this.#words(part);
      else if (part.kind === 'page-mark') this.#turn(part.page);
      else if (part.kind === 'line-break') this.#words(' ');
      else if (part.kind === 'redaction') this.#words(part.redaction.words);
      else if ('content' in part) this.#inlines(part.content);
    }
  }

  #words(text: string): void {
    this.#line += text;
    if (text.trim() !== '' && this.#blocks.at(-1) !== this.#block) this.#blocks.push(this.#block);
  }

  #endLine(): void {
    const line = this.#line.replace(/\s+/gu, ' ').trim();
    if (line !== '') this.#lines.push(line);
    this.#line = '';
  }

  /** Ends a page and begins the next; before the first mark there may be nothing. */
  #turn(next?: PageMark): void {
    this.#endLine();
    if (this.#label !== undefined || this.#lines.length > 0)
      this.#pages.push({
        ...(this.#label === undefined ? {} : { label: this.#label }),
        text: this.#lines.join('\n'),
        blocks: this.#blocks,
      });
    this.#label = next?.label;
    this.#lines = [];
    this.#blocks = [];
  }
}
