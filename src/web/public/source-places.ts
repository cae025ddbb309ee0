import { parseBlockId } from '../../core/text.ts';
import { escapeHtml } from '../html.ts';

/** The fragment that leads to a place of a text: a block's own id, or the name that its source gave it. */
export const fragmentOf = (place: string): string => parseBlockId(place) ?? `at-${place}`;

/**
 * The attribute by which a place answers to the name that its source gave it, apart from the page's own ids;
 * of several that bear one name the first.
 */
export function namedBySource(
  sourceId: string | undefined,
  { placed }: { readonly placed: Set<string> },
): string {
  if (sourceId === undefined || /\s/.test(sourceId) || sourceId === '' || placed.has(sourceId)) return '';
  placed.add(sourceId);
  return ` id="at-${escapeHtml(sourceId)}"`;
}

/** The same where the place has an id of its own: an empty element before its words. */
export function placeBefore(sourceId: string | undefined, context: { readonly placed: Set<string> }): string {
  const named = namedBySource(sourceId, context);
  return named === '' ? '' : `<span${named}></span>`;
}
