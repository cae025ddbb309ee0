import { readExemptions } from './exemption.ts';
import type { Redaction } from './redaction.ts';
import type { Block, Inline, Text } from './text.ts';

/** Every redaction of a text, in its order, those of its notes last. */
export function* redactionsOf(text: Text): Generator<Redaction> {
  yield* inBlocks(text.blocks);
  for (const note of text.notes) yield* inBlocks(note.blocks);
}

function* inBlocks(blocks: readonly Block[]): Generator<Redaction> {
  for (const block of blocks) {
    switch (block.kind) {
      case 'redaction':
        yield block.redaction;
        break;
      case 'list':
        if (block.caption) yield* inInlines(block.caption);
        for (const item of block.items) {
          if (item.label) yield* inInlines(item.label);
          yield* inBlocks(item.blocks);
        }
        break;
      case 'table':
        if (block.caption) yield* inInlines(block.caption);
        for (const row of block.rows) for (const cell of row.cells) yield* inInlines(cell.content);
        break;
      case 'quote':
      case 'part':
        yield* inBlocks(block.blocks);
        break;
      case 'verse':
        for (const line of block.lines) yield* inInlines(line);
        break;
      case 'figure':
        if (block.caption) yield* inInlines(block.caption);
        break;
      case 'page-break':
        break;
      default:
        yield* inInlines(block.content);
    }
  }
}

function* inInlines(content: readonly Inline[]): Generator<Redaction> {
  for (const part of content) {
    if (typeof part === 'string') continue;
    if (part.kind === 'redaction') yield part.redaction;
    else if ('content' in part) yield* inInlines(part.content);
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
