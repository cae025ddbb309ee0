import { kindOf, type RecordId } from '../core/id.ts';
import type { Standing } from '../core/lifecycle.ts';
import { problem, type Problem } from '../core/problem.ts';
import type { Release } from '../core/redaction.ts';
import { refused, type Result } from '../core/result.ts';
import { appendVersion } from './append-version.ts';
import type { Ports } from './archive.ts';
import type { Act } from './publish.ts';

/** A decision before it has a key. */
export type NewRelease = Omit<Release, 'key'>;

/**
 * Records an agency's decision on a document: a new version of it, and a new edition where its newest version is
 * what readers see. The decision has a key that was never used ("r3"), and its place in the order of dates; one
 * without a date stands last. The text that it let out, if it is named, is one of the document's.
 */
export async function recordRelease(
  deps: Pick<Ports, 'records' | 'world'>,
  id: RecordId,
  release: NewRelease,
  act: Act,
): Promise<Result<Standing, Problem>> {
  if (kindOf(id) !== 'document')
    return refused(problem('kind-mismatch', { record: id }, { value: kindOf(id) }));
  const standing = (await deps.records.standings([id])).get(id);
  if (standing === undefined) return refused(problem('not-found', { record: id }));
  if (standing.state.kind === 'withdrawn' || standing.state.kind === 'merged')
    return refused(problem('not-allowed', { record: id }, { value: standing.state.kind }));
  const record = (await deps.records.version(id, standing.head))?.record;
  if (record?.kind !== 'document') return refused(problem('not-found', { record: id }));
  const { rendition } = release;
  if (rendition !== undefined && !record.renditions.some(({ key }) => key === rendition))
    return refused(problem('rendition-unknown', { record: id, field: 'rendition' }, { value: rendition }));
  if (record.releases.some((one) => isSame(one, release)))
    return refused(problem('already-so', { record: id }, { value: 'release' }));
  const releases = inOrder([...record.releases, { key: nextKey(record.releases), ...release }]);
  return appendVersion(deps, standing, { ...record, releases }, act);
}

/** The same authority on the same day in the same case has decided once. */
const isSame = (one: Release, other: NewRelease): boolean =>
  one.date === other.date && one.authority === other.authority && one.caseNumber === other.caseNumber;

/** Keys stand in addresses: none is used twice, and the number only grows. */
function nextKey(releases: readonly Release[]): string {
  const numbers = releases.map(({ key }) => Number(/^r(\d{1,6})$/.exec(key)?.[1] ?? 0));
  return `r${Math.max(0, ...numbers) + 1}`;
}

const inOrder = (releases: readonly Release[]): readonly Release[] =>
  releases.toSorted((a, b) => compare(a.date ?? '9999', b.date ?? '9999'));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
