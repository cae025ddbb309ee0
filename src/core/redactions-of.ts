import { eachMarked } from './each-marked.ts';
import { readExemptions } from './exemption.ts';
import type { Redaction } from './redaction.ts';
import type { Text } from './text.ts';

/** Every redaction of a text, in its order, those of its notes last. */
export function redactionsOf(text: Text): readonly Redaction[] {
  const found: Redaction[] = [];
  eachMarked(text, (marked) => {
    if (marked.kind === 'redaction') found.push(marked.redaction);
  });
  return found;
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
