import type { Block, Inline, LinkTarget, Text } from '../../core/text.ts';
import { plainInline } from '../../core/text.ts';

/** What stands in the text before the mark of a note, and the telegrams cited by number in it. */
export interface Anchor {
  readonly words: string;
  readonly links: readonly { readonly end: number; readonly to: LinkTarget & { readonly kind: 'number' } }[];
}

const WINDOW = 240;

interface Run {
  text: string;
  readonly links: { end: number; to: LinkTarget & { readonly kind: 'number' } }[];
  readonly wanted: ReadonlySet<string>;
  readonly anchors: Map<string, Anchor>;
}

function walk(content: readonly Inline[], run: Run): void {
  for (const part of content) {
    if (typeof part === 'string') run.text += part;
    else if (part.kind === 'note-mark') mark(part.note, run);
    else if (part.kind === 'line-break' || part.kind === 'redaction' || part.kind === 'page-mark')
      run.text += part.kind === 'page-mark' ? '' : plainInline([part]);
    else {
      walk(part.content, run);
      if (part.kind === 'link' && part.to.kind === 'number')
        run.links.push({ end: run.text.length, to: part.to });
    }
  }
}

function mark(note: string, run: Run): void {
  if (!run.wanted.has(note)) return;
  const from = Math.max(0, run.text.length - WINDOW);
  const links = run.links.filter((link) => link.end > from).map(({ end, to }) => ({ end: end - from, to }));
  run.anchors.set(note, { words: run.text.slice(from), links });
}

function visit(blocks: readonly Block[], wanted: ReadonlySet<string>, anchors: Map<string, Anchor>): void {
  for (const block of blocks) {
    if ('content' in block) walk(block.content, { text: '', links: [], wanted, anchors });
    if ('blocks' in block) visit(block.blocks, wanted, anchors);
    if (block.kind === 'list') for (const item of block.items) visit(item.blocks, wanted, anchors);
  }
}

/** The words before the marks of these notes, as far as they go in the same block. */
export function anchorsOf(text: Text, wanted: ReadonlySet<string>): ReadonlyMap<string, Anchor> {
  const anchors = new Map<string, Anchor>();
  if (wanted.size > 0) visit(text.blocks, wanted, anchors);
  return anchors;
}
