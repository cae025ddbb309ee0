import { readExemptions } from './exemption.ts';
import type { Redaction } from './redaction.ts';
import type { Block, Inline, Text } from './text.ts';

/** Every redaction of a text, in its order, those of its notes last. Each page of a document asks: hence no generator. */
export function redactionsOf(text: Text): readonly Redaction[] {
  const found: Redaction[] = [];
  inBlocks(text.blocks, found);
  for (const note of text.notes) inBlocks(note.blocks, found);
  return found;
}

function inBlocks(blocks: readonly Block[], found: Redaction[]): void {
  for (const block of blocks) {
    switch (block.kind) {
      case 'redaction':
        found.push(block.redaction);
        break;
      case 'list':
        if (block.caption) inInlines(block.caption, found);
        for (const item of block.items) {
          if (item.label) inInlines(item.label, found);
          inBlocks(item.blocks, found);
        }
        break;
      case 'table':
        if (block.caption) inInlines(block.caption, found);
        for (const row of block.rows) for (const cell of row.cells) inInlines(cell.content, found);
        break;
      case 'quote':
      case 'part':
        inBlocks(block.blocks, found);
        break;
      case 'verse':
        for (const line of block.lines) inInlines(line, found);
        break;
      case 'figure':
        if (block.caption) inInlines(block.caption, found);
        break;
      case 'page-break':
        break;
      default:
        inInlines(block.content, found);
    }
  }
}

function inInlines(content: readonly Inline[], found: Redaction[]): void {
  for (const part of content) {
    if (typeof part === 'string') continue;
    if (part.kind === 'redaction') found.push(part.redaction);
    else if ('content' in part) inInlines(part.content, found);
  }
}

const PLURAL =
  /^((?:dollar |code)?(?:name|amount|number|figure|word|line|sentence|paragraph|page|section|item|title))s$/u;
const LONGEST_KIND = 60;

/**
 * What kind of thing was held back, as it is counted: what its words say it was, else by how much of it is said.
 *
 *   "names not declassified" -> "name"    "2 lines not declassified" -> "line"    "not declassified" -> "unstated"
 */
export function kindOfRedaction({ withheldKind, extent }: Redaction): string {
  const kind = withheldKind?.toLowerCase().replace(/\s+/gu, ' ').trim().slice(0, LONGEST_KIND);
  if (kind !== undefined && kind !== '') return PLURAL.exec(kind)?.[1] ?? kind;
  return extent === undefined || extent.unit === 'other' ? 'unstated' : extent.unit;
}

/** How many redactions there are of each kind, and how many claim each exemption; the most frequent first. */
export interface RedactionCounts {
  readonly total: number;
  readonly kinds: readonly (readonly [kind: string, count: number])[];
  readonly exemptions: readonly (readonly [exemption: string, count: number])[];
}

export function countRedactions(redactions: Iterable<Redaction>): RedactionCounts {
  const [kinds, exemptions] = [new Map<string, number>(), new Map<string, number>()];
  const add = (counts: Map<string, number>, key: string): void =>
    void counts.set(key, (counts.get(key) ?? 0) + 1);
  let total = 0;
  for (const redaction of redactions) {
    total += 1;
    add(kinds, kindOfRedaction(redaction));
    for (const { words } of readExemptions(redaction.exemption ?? '')) add(exemptions, words);
  }
  const sorted = (counts: Map<string, number>) => [...counts].toSorted(([, a], [, b]) => b - a);
  return { total, kinds: sorted(kinds), exemptions: sorted(exemptions) };
}
