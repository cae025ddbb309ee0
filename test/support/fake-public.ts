import type { Settings } from '../../src/actions/archive.ts';
import { kindOf, type RecordId } from '../../src/core/id.ts';
import type { Standing } from '../../src/core/lifecycle.ts';
import { viewFor, type PublicRecord } from '../../src/core/public-record.ts';
import type { FoundPassage } from '../../src/ports/search-index.ts';
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

/** What the archive of tests says of itself. */
export const FAKE_SETTINGS: Settings = {
  name: 'Test archive',
  motto: 'For tests',
  address: 'https://archive.example',
  languages: ['en'],
  timeZone: 'UTC',
  contact: 'editors@archive.example',
  notice: 'All of it is invented.',
};

/** Where the words of a question were found. */
export const fakePassages = (q: string): readonly FoundPassage[] => [
  {
    field: 'text',
    block: 'bc',
    lang: 'de',
    text: `… ${q} …`,
    cutBefore: true,
    cutAfter: false,
    marks: [[2, 2 + q.length]],
  },
];
