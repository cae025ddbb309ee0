import type { Contribution } from './contribution.ts';
import type { ArchiveDocument } from './document.ts';

/**
 * Everyone who had a hand in a document: its contributions, then translators whom only a translation names.
 * Those of a machine's translation are none.
 */
export function handsOf({ contributions, renditions }: ArchiveDocument): readonly Contribution[] {
  const translators = contributions.flatMap(({ role, name }) => (role === 'translator' ? [name] : []));
  const named = new Set(translators);
  const further = renditions.flatMap((one): readonly Contribution[] => {
    if (one.kind !== 'translation' || one.by === undefined || one.madeBy !== undefined) return [];
    if (named.has(one.by)) return [];
    named.add(one.by);
    return [{ role: 'translator', name: one.by, rendition: one.key }];
  });
  return [...contributions, ...further];
}
