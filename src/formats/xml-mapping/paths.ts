import type { XmlElement } from '../xml/xml-node.ts';
import { plainOf } from '../xml/xml-node.ts';

/** An element and the names of those around it, outermost first. */
export type Trail = readonly string[];

/**
 * Whether a pattern names an element: by its name, or by the end of its path. "/udhr/title" is only the
 * title right within the root.
 *
 *   "para"           every para
 *   "preamble/title" a title within a preamble
 */
export function matches(pattern: string, trail: Trail): boolean {
  const names = pattern.split('/');
  if (names[0] === '') return names.slice(1).join('/') === trail.join('/');
  return (
    names.length <= trail.length &&
    names.every((name, at) => name === '*' || name === trail[trail.length - names.length + at])
  );
}

/** Of the patterns that name an element the one that says most of it. */
export function bestMatch<T>(
  patterns: readonly (readonly [pattern: string, value: T])[],
  trail: Trail,
): T | undefined {
  let best: { readonly length: number; readonly value: T } | undefined;
  for (const [pattern, value] of patterns) {
    const length = pattern.split('/').length;
    if (matches(pattern, trail) && length > (best?.length ?? 0)) best = { length, value };
  }
  return best?.value;
}

/** The elements at a path below an element: "meta/date"; "." or an attribute's path leads to its element. */
export function elementsAt(element: XmlElement, path: string): readonly XmlElement[] {
  const names = (path.split('@')[0] ?? '').split('/').filter((name) => name !== '' && name !== '.');
  let found: readonly XmlElement[] = [element];
  for (const name of names)
    found = found.flatMap((one) =>
      one.children.flatMap((child) => (typeof child !== 'string' && child.name === name ? [child] : [])),
    );
  return found;
}

/** The words at a path below an element, of all that there are: "meta/date", "@xml:lang", "article@number", ".". */
export function wordsAt(element: XmlElement, path: string): readonly string[] {
  const attribute = path.split('@')[1];
  return elementsAt(element, path)
    .map((one) => (attribute === undefined ? plainOf(one) : (one.attributes[attribute] ?? '').trim()))
    .filter((words) => words !== '');
}
