import type { SourceKey } from '../../core/draft.ts';
import type { SourceLine } from '../../core/source-line/read-source-line.ts';
import { readSourceLine } from '../../core/source-line/read-source-line.ts';
import { knownRepository } from '../../core/source-line/repositories.ts';
import type { ReferencePath, SourceNote } from '../../core/source.ts';
import { readEntities } from '../html/html-tokens.ts';
import { foldName } from './authorities.ts';
import type { RowReading } from './row.ts';

/** Where a document comes from, and what else its source line states. */
export interface SourceRead {
  readonly source: SourceNote<SourceKey>;
  readonly said: Pick<SourceLine, 'marking' | 'credits' | 'genre'>;
}

/**
 * The source of a row: its line as it stands and what could be read of it, and the repository and edition
 * where they are given. A line of which nothing could be read is said so; so is what of one is left over.
 */
export function readSourceFields(reading: RowReading): SourceRead {
  const verbatim = withoutTags(reading.one('source'));
  const line = verbatim === undefined ? undefined : readSourceLine(verbatim);
  const words = reading.one('edition');
  const url = reading.one('edition_url');
  const edition =
    words || url ? { words: words ?? url ?? '', ...(url ? { url } : {}) } : line?.source.edition;
  if (line?.source.unparsed !== undefined) reading.say('source-not-parsed', 'source', line.source.unparsed);
  if (line?.source.original ?? line?.source.copy)
    reading.attestations.push({ field: 'source.original', by: 'rule', from: 'the source line' });
  const original = originalOf(reading, line?.source.original);
  const copy = line?.source.copy;
  return {
    source: {
      ...line?.source,
      ...(original ? { original } : {}),
      ...(copy ? { copy: { ...copy, repository: reading.repository(copy.repositoryName) } } : {}),
      ...(edition ? { edition } : {}),
    },
    said: line ?? { marking: { handling: [] }, credits: [] },
  };
}

/** The path as the line has it; the repository's own name where the row gives one. */
function originalOf(
  reading: RowReading,
  fromLine: ReferencePath<never> | undefined,
): ReferencePath<SourceKey> | undefined {
  const given = reading.one('repository');
  if (fromLine === undefined)
    return given === undefined
      ? undefined
      : { repositoryName: given, repository: reading.repository(given), steps: [] };
  const { repositoryName, steps } = fromLine;
  if (given === undefined) return { repositoryName, repository: reading.repository(repositoryName), steps };
  const known = knownRepository(repositoryName);
  if (known === undefined)
    return { repositoryName, repository: reading.repository(given, repositoryName), steps };
  const isSame = [known.name, ...known.names].some((name) => foldName(given).includes(foldName(name)));
  if (!isSame) reading.keep('repository', given);
  return { repositoryName, repository: reading.repository(repositoryName), steps };
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
