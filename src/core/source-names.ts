import type { Text } from './text.ts';

/**
 * Every name that the source gave to a place of a text: a block, a note or a page, wherever it stands in it.
 *
 *   <p xml:id="b12">, <note xml:id="d2fn1">, <pb xml:id="pg_4"/>   -> "b12", "d2fn1", "pg_4"
 */
export function sourceNamesIn(text: Text): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting: unknown[] = [text.blocks, text.notes];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, inner] of Object.entries(value))
      if (name === 'sourceId' && typeof inner === 'string') found.add(inner);
      else if (typeof inner === 'object') waiting.push(inner);
  }
  return found;
}
