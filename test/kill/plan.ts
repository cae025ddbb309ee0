import { documentWithTexts, sampleId } from '../../src/core/record.samples.ts';
import type { RecordId } from '../../src/core/id.ts';
import type { Commit, RecordChange } from '../../src/ports/record-store.ts';
import { added, commitOf, published, revised } from '../../src/ports/record-store.samples.ts';

/**
 * A run of commits that is the same each time, so that one that was cut off can go on and end as one
 * that was not. Commit n adds the records of n, revises one of the commit before and withdraws one of
 * two before.
 */
export const RECORDS_A_COMMIT = 5;

export const idIn = (commit: number, at: number): RecordId =>
  sampleId('document', commit * RECORDS_A_COMMIT + at);

export const idsIn = (commit: number): readonly RecordId[] =>
  Array.from({ length: RECORDS_A_COMMIT }, (_, at) => idIn(commit, at));

/** The bytes of the original that the records of a commit were read from. */
export const originalOf = (commit: number): Uint8Array =>
  new TextEncoder().encode(`original ${commit} `.repeat(2000));

const wordsOf = (name: string) => `${name}: слово, 字, word. `.repeat(150);

function documentOf(commit: number, at: number, edit: string) {
  const identifiers = [{ scheme: 'plan', value: `${commit}#${at}${edit}` }];
  const mentions = [1, 2, 3].map((n) => ({ key: `p${n}`, to: sampleId('agent', commit % (n * 7)) }));
  return { ...documentWithTexts(wordsOf(`${commit} ${at} ${edit}`)), identifiers, mentions };
}

export function commitAt(commit: number, fromFile: string): Commit {
  const changes: RecordChange[] = idsIn(commit).map((id, at) => {
    const record = documentOf(commit, at, '');
    const version = { record, fromFile, draftDigest: `sha256:${commit}` };
    return at === RECORDS_A_COMMIT - 1 ? added(id, record, { version }) : published(id, record, { version });
  });
  if (commit > 0)
    changes.push(
      revised(idIn(commit - 1, 0), 1, documentOf(commit - 1, 0, 'revised'), {
        publish: { why: 'corrected' },
        announce: 'public',
      }),
    );
  if (commit > 1) changes.push(withdrawn(idIn(commit - 2, 1)));
  return commitOf(...changes);
}

const withdrawn = (id: RecordId): RecordChange => ({
  id,
  kind: 'document',
  expected: 1,
  state: { kind: 'withdrawn', reason: 'by plan', at: '2026-01-02T03:04:05.000Z', by: 'plan' },
  announce: 'gone',
});
