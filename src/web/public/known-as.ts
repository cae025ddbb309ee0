import type { Identifier } from '../../core/id.ts';

/** Keys by which an import knows a record or a place in it again: they tell a reader nothing. */
const KEYS: ReadonlySet<string> = new Set(['page', 'name', 'number', 'term', 'import']);

/** The names that a record has elsewhere, as readers may meet them. */
export const shownIdentifiers = (identifiers: readonly Identifier[]): readonly Identifier[] =>
  identifiers.filter(({ scheme }) => !KEYS.has(scheme));
