import { kindOf, type RecordId } from '../../src/core/id.ts';
import type { Standing } from '../../src/core/lifecycle.ts';
import { viewFor, type PublicRecord } from '../../src/core/public-record.ts';
import type { ArchiveRecord } from '../../src/core/record.ts';

const standing = (id: RecordId): Standing => ({
  id,
  kind: kindOf(id),
  head: 1,
  editions: [{ number: 1, version: 1, at: '2026-01-02T03:04:05Z', by: 'editor' }],
  state: { kind: 'published' },
  restrictions: [],
  revision: 1,
});

/** A record as it is public in its first edition. */
export function fakePublic(id: RecordId, record: ArchiveRecord): PublicRecord {
  const at = standing(id);
  const view = viewFor(
    at,
    { number: 1, at: '2026-01-02T03:04:05Z', by: 'editor', record },
    at.editions[0],
    '2026-06-01',
  );
  if (view.kind !== 'public') throw new Error(`not public: ${id}`);
  return view.view;
}
