import type { Draft, SourceKey } from '../../core/draft.ts';
import { sourceKey } from '../../core/draft.ts';

const BY_RULE = (from: string) => [{ field: 'names.0', by: 'rule' as const, from }];

/** The key of a place of which only the name is known: met again in any file, it is the same place. */
export function placeKey(name: string): { readonly key: SourceKey; readonly form: string } | undefined {
  const form = name
    .replace(/^\[|\]$/g, '')
    .replace(/[.,;:\s]+$/, '')
    .trim();
  if (form.length < 2 || form.length > 80 || /not declassified|\?/.test(form) || !/\p{L}/u.test(form))
    return undefined;
  const folded = form
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return { key: sourceKey('name', `place:${folded}`), form };
}

/** How a body is named by rule where a heading writes from or to it: without its article, for all volumes alike. */
export function bodyKey(name: string): { readonly key: SourceKey; readonly form: string } | undefined {
  const form = name.replace(/^the\s+/i, '').replace(/[.,;:\s]+$/, '');
  if (form.length < 2 || form.length > 160 || !/\p{L}/u.test(form)) return undefined;
  const folded = form
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return { key: sourceKey('name', `organization:${folded}`), form };
}

/** A place that another record needs, by name alone. */
export const placeStub = (key: SourceKey, form: string): Draft => ({
  key,
  joins: 'stub',
  record: {
    kind: 'place',
    identifiers: [],
    names: [{ form, kind: 'preferred' }],
    notes: [],
    links: [],
    attestations: BY_RULE('a dateline'),
  },
});

/** A body that a heading writes from or to, by name alone. */
export const bodyStub = (key: SourceKey, form: string): Draft => ({
  key,
  joins: 'stub',
  record: {
    kind: 'agent',
    agentKind: 'body',
    identifiers: [],
    names: [{ form, kind: 'preferred' }],
    notes: [],
    links: [],
    attestations: BY_RULE('a heading'),
  },
});
