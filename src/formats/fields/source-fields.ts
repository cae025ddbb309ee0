import type { Contribution } from '../../core/contribution.ts';
import type { SourceKey } from '../../core/draft.ts';
import type { SourceNote } from '../../core/source.ts';
import { readEntities } from '../html/html-tokens.ts';
import type { RowReading } from './row.ts';

/** Where a document comes from, and who the line says contributed or translated it. */
export interface SourceRead {
  readonly source: SourceNote<SourceKey>;
  readonly contributions: readonly Contribution<SourceKey>[];
}

/** The source of a row: its line kept as it stands, and the repository and edition where they are given. */
export function readSourceFields(reading: RowReading): SourceRead {
  const verbatim = withoutTags(reading.one('source'));
  const repositoryName = reading.one('repository');
  const words = reading.one('edition');
  const url = reading.one('edition_url');
  const original = repositoryName
    ? { repositoryName, repository: reading.named('repository', repositoryName), steps: [] }
    : undefined;
  if (verbatim !== undefined) reading.say('source-not-parsed', 'source', verbatim);
  return {
    source: {
      ...(verbatim ? { verbatim, unparsed: verbatim } : {}),
      ...(original ? { original } : {}),
      ...(words || url ? { edition: { words: words ?? url ?? '', ...(url ? { url } : {}) } } : {}),
    },
    contributions: [],
  };
}

/** A line that holds a link says where it leads: `<a href="u">A</a>` -> "A (u)". */
const withoutTags = (line: string | undefined): string | undefined =>
  line &&
  readEntities(
    line
      .replace(/<a\s[^>]*href=["']([^"']*)["'][^>]*>(.*?)<\/a>/gi, '$2 ($1)')
      .replace(/<\/?(b|i|em|strong|span|p|br)\b[^>]*>/gi, ' '),
  )
    .replace(/\s+/g, ' ')
    .trim();
