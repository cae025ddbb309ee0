import type { Name } from '../agent.ts';
import type { RecordId } from '../id.ts';

/** What of other records an index entry is made of: all of it public. */
export interface Related {
  /** Every public name of the authorities that are referred to, by the id that stands for them now. */
  readonly names: ReadonlyMap<RecordId, readonly Name[]>;
  /** The id by which each public record that is referred to is known now: its own, or what it was merged into. */
  readonly canonical: ReadonlyMap<RecordId, RecordId>;
  /** Every public collection in which it lies, directly or through others. */
  readonly ancestors: readonly RecordId[];
  /** Events of which a document is an account. */
  readonly events?: readonly RecordId[];
}

/** References as what they are known by now, each once; what is not public is left out. */
export const known = (related: Related, ids: Iterable<RecordId>): readonly RecordId[] => {
  const found = new Set<RecordId>();
  for (const id of ids) {
    const at = related.canonical.get(id);
    if (at !== undefined) found.add(at);
  }
  return [...found];
};
