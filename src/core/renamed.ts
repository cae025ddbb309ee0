import { titleOf } from './label.ts';
import type { ArchiveRecord } from './record.ts';

/**
 * Whether others that refer to a record show or find it differently now: by another title, under other
 * names, in another place of the tree. What only itself shows (a note, an identifier) does not count.
 */
export function isKnownDifferently(before: ArchiveRecord, after: ArchiveRecord): boolean {
  const [was, is] = [titleOf(before), titleOf(after)];
  return was.title !== is.title || was.lang !== is.lang || seenByOthers(before) !== seenByOthers(after);
}

/** Whether a collection stands in others than it did. */
export const isElsewhere = (before: ArchiveRecord, after: ArchiveRecord): boolean =>
  before.kind === 'collection' &&
  after.kind === 'collection' &&
  JSON.stringify(before.parents) !== JSON.stringify(after.parents);

function seenByOthers(record: ArchiveRecord): string {
  switch (record.kind) {
    case 'agent':
      return JSON.stringify([record.agentKind, record.names]);
    case 'place':
    case 'subject':
    case 'repository':
    case 'event':
      return JSON.stringify(record.names);
    case 'collection':
      return JSON.stringify(record.parents);
    case 'document':
    case 'unit':
    case 'term':
      return '';
  }
}
