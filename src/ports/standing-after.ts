import { kindOf } from '../core/id.ts';
import type { Edition, Standing } from '../core/lifecycle.ts';
import { rememberingSeen } from '../core/was-seen.ts';
import { accepted, Impossible, refused, type Result } from '../core/result.ts';
import type { Commit, RecordChange, VersionConflict } from './record-store.ts';

/**
 * What a change makes of a standing: the one rule that every record store follows.
 *
 *   absent, expected 'absent', with a version  -> head 1, revision 1, draft unless a state is given
 *   revision 3, expected 3, with a version     -> head + 1, revision 4
 *   revision 4, expected 3                     -> a conflict, 4 being there
 *
 * The version appended, if any, has the number `head`; the edition made, if any, is the last of
 * `editions`. Throws {@link Impossible} for what no caller may ask: a record that begins without a
 * version, or a kind that is not its id's.
 */
export function standingAfter(
  before: Standing | undefined,
  change: RecordChange,
  commit: Pick<Commit, 'at' | 'by' | 'today'>,
): Result<Standing, VersionConflict> {
  const { id, kind, expected } = change;
  const actual = before?.revision ?? 'absent';
  if (actual !== expected) return refused({ kind: 'version-conflict', id, expected, actual });
  checkKind(change);
  const head = (before?.head ?? 0) + (change.version ? 1 : 0);
  if (head === 0) throw new Impossible(`${id}: a record begins with a version`);
  const editions = before?.editions ?? [];
  const imported = importedAfter(before, change, head);
  const after: Standing = {
    id,
    kind,
    head,
    editions: change.publish ? [...editions, editionOf(editions, head, change.publish, commit)] : editions,
    state: change.state ?? before?.state ?? { kind: 'draft' },
    restrictions: change.restrictions ?? before?.restrictions ?? [],
    ...(imported ? { imported } : {}),
    revision: (before?.revision ?? 0) + 1,
  };
  const state = rememberingSeen(before, after, commit.today ?? commit.at.slice(0, 10));
  return accepted({ ...after, state });
}

function checkKind({ id, kind, version }: RecordChange): void {
  if (kindOf(id) !== kind) throw new Impossible(`${id} is not the id of a ${kind}`);
  if (version && version.record.kind !== kind)
    throw new Impossible(`${id} is a ${kind}, not a ${version.record.kind}`);
}

function importedAfter(
  before: Standing | undefined,
  change: RecordChange,
  head: number,
): Standing['imported'] | undefined {
  if (change.version?.draftDigest !== undefined)
    return { draftDigest: change.version.draftDigest, version: head };
  return change.imported ?? before?.imported;
}

function editionOf(
  editions: readonly Edition[],
  version: number,
  publish: { readonly why?: string },
  commit: Pick<Commit, 'at' | 'by'>,
): Edition {
  return {
    number: editions.length + 1,
    version,
    at: commit.at,
    by: commit.by,
    ...(publish.why === undefined ? {} : { why: publish.why }),
  };
}
