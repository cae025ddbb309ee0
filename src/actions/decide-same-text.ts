import type { ArchiveDocument } from '../core/document.ts';
import { kindOf, type RecordId } from '../core/id.ts';
import type { Standing } from '../core/lifecycle.ts';
import { problem, type Problem } from '../core/problem.ts';
import { refused, type Result } from '../core/result.ts';
import { appendVersion } from './append-version.ts';
import type { Ports } from './archive.ts';
import type { Act } from './publish.ts';

export type Verdict = 'same-text' | 'not-same-text';

/**
 * Says of two documents that they are the same text, or that they are not: a new version of the first, and
 * a new edition where its newest version is what readers see. What was said of the two before goes; neither
 * document is merged, and both keep their addresses.
 */
export async function decideSameText(
  deps: Pick<Ports, 'records' | 'world'>,
  [one, other]: readonly [RecordId, RecordId],
  verdict: Verdict,
  act: Act,
): Promise<Result<Standing, Problem>> {
  for (const id of [one, other])
    if (kindOf(id) !== 'document')
      return refused(problem('kind-mismatch', { record: id }, { value: kindOf(id) }));
  if (one === other) return refused(problem('not-allowed', { record: one }, { value: 'the same record' }));
  const standings = await deps.records.standings([one, other]);
  const standing = standings.get(one);
  const missing = standing === undefined ? one : standings.has(other) ? undefined : other;
  if (standing === undefined || missing !== undefined)
    return refused(problem('not-found', { record: missing ?? one }));
  if (standing.state.kind === 'withdrawn' || standing.state.kind === 'merged')
    return refused(problem('not-allowed', { record: one }, { value: standing.state.kind }));
  const record = (await deps.records.version(one, standing.head))?.record;
  if (record?.kind !== 'document') return refused(problem('not-found', { record: one }));
  if (record.related.some(({ document, relation }) => document === other && relation === verdict))
    return refused(problem('already-so', { record: one }, { value: verdict }));
  return appendVersion(deps, standing, withVerdict(record, other, verdict), act);
}

function withVerdict(record: ArchiveDocument, other: RecordId, relation: Verdict): ArchiveDocument {
  const before = record.related.filter(
    (one) => one.document !== other || (one.relation !== 'same-text' && one.relation !== 'not-same-text'),
  );
  return { ...record, related: [...before, { document: other, relation }] };
}
