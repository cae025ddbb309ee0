import type { RecordId } from '../../src/core/id.ts';
import { readingPartOf } from './page-text.ts';
import type { Stored } from './stored.ts';

/** The records that a page's text links, each with how often; its own places count as itself. */
export function linkedIn(part: string, self: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [, attributes = ''] of part.matchAll(/<a\s([^>]*)>/g)) {
    if (/class="(?:num|noteref|back|name)"/.test(attributes)) continue;
    const href = /href="([^"]*)"/.exec(attributes)?.[1] ?? '';
    const id = href.startsWith('#') ? self : /^\/[a-z]+\/([0-9a-z]{10})\b/.exec(href)?.[1];
    if (id !== undefined) found.set(id, (found.get(id) ?? 0) + 1);
  }
  return found;
}

/** References of a text that lead to a public record, and are no link on its page. */
export function missingLinks(
  wanted: ReadonlyMap<string, number>,
  linked: ReadonlyMap<string, number>,
  stored: Pick<Stored, 'bearers' | 'public'>,
): readonly string[] {
  const need = new Map<string, { times: number; readonly as: string[]; readonly ids: readonly RecordId[] }>();
  for (const [identifier, times] of wanted) {
    const ids = [...(stored.bearers.get(identifier) ?? [])].filter((id) => stored.public.has(id)).sort();
    if (ids.length === 0) continue;
    const key = ids.join(' ');
    const known = need.get(key) ?? { times: 0, as: [], ids };
    known.times += times;
    known.as.push(identifier);
    need.set(key, known);
  }
  return [...need.values()].flatMap(({ times, as, ids }) => {
    const shown = ids.reduce((sum, id) => sum + (linked.get(id) ?? 0), 0);
    return shown >= times ? [] : [`${as.join(', ')}: ${times} references are ${shown} links`];
  });
}

/** What a document's page must link and does not. */
export function checkLinks(
  page: string,
  self: RecordId,
  wanted: ReadonlyMap<string, number>,
  stored: Pick<Stored, 'bearers' | 'public'>,
): readonly string[] {
  return missingLinks(wanted, linkedIn(readingPartOf(page) ?? '', self), stored);
}
