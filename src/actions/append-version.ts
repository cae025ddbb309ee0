import type { Standing } from '../core/lifecycle.ts';
import { problem, type Problem } from '../core/problem.ts';
import type { ArchiveRecord } from '../core/record.ts';
import { accepted, refused, type Result } from '../core/result.ts';
import type { Ports } from './archive.ts';
import { importedAfter } from './import-change.ts';
import type { Act } from './publish.ts';
import { referringTo } from './referring.ts';

/** A record as a person left it: a new version; and a new edition where its newest version is what readers see. */
export async function appendVersion(
  deps: Pick<Ports, 'records' | 'world'>,
  standing: Standing,
  record: ArchiveRecord,
  act: Act,
): Promise<Result<Standing, Problem>> {
  const { id, kind, revision } = standing;
  const isShown = standing.state.kind === 'published' && standing.editions.at(-1)?.version === standing.head;
  const why = act.why === undefined ? {} : { why: act.why };
  const done = await deps.records.commit({
    at: deps.world.now(),
    today: deps.world.today(),
    by: act.by,
    changes: [
      {
        id,
        kind,
        expected: revision,
        version: { record, ...why },
        ...importedAfter(standing),
        ...(isShown ? { publish: why, announce: 'public' as const } : {}),
      },
    ],
    announce: isShown
      ? (await referringTo(deps.records, id)).map((other) => ({ id: other, change: 'public' as const }))
      : [],
  });
  return done.ok
    ? accepted(done.value.standings.get(id) ?? standing)
    : refused(problem('version-conflict', { record: id }));
}
