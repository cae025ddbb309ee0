import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryPorts, type MemoryPorts } from '../../test/support/memory-archive.ts';
import { BLANK_DOCUMENT } from '../core/blank-document.ts';
import type { ArchiveDocument } from '../core/document.ts';
import { makeId } from '../core/id.ts';
import { UNDETERMINED } from '../core/language.ts';
import { publish } from './publish.ts';
import { recordRelease, type NewRelease } from './record-release.ts';

const ID = makeId('document', '00000001');
const BY = { by: 'test' };
const BOARD: NewRelease = { authority: 'Board', date: '1998', outcome: 'part', exemptions: ['(b)(1)'] };

async function archiveWith(more: Partial<ArchiveDocument> = {}): Promise<MemoryPorts> {
  const ports = memoryPorts();
  const record: ArchiveDocument = {
    ...BLANK_DOCUMENT,
    renditions: [
      { kind: 'transcription', key: 't-en', language: UNDETERMINED, text: { blocks: [], notes: [] } },
    ],
    ...more,
  };
  await ports.records.commit({
    at: ports.world.now(),
    by: 'test',
    changes: [{ id: ID, kind: 'document', expected: 'absent', version: { record } }],
  });
  return ports;
}

async function releasesOf(ports: MemoryPorts): Promise<readonly string[]> {
  const standing = (await ports.records.standings([ID])).get(ID);
  const record = (await ports.records.version(ID, standing?.head ?? 0))?.record;
  return record?.kind === 'document' ? record.releases.map(({ key, date }) => `${key} ${date ?? '?'}`) : [];
}

test('a decision has its place in the order of dates, and a key that was never used', async () => {
  const ports = await archiveWith();
  for (const date of ['1998', '1985-06-03', '2012'])
    assert.ok((await recordRelease(ports, ID, { ...BOARD, date }, BY)).ok);
  assert.deepEqual(await releasesOf(ports), ['r2 1985-06-03', 'r1 1998', 'r3 2012']);
});

test('what readers see has a new edition at once, and a draft stays one', async () => {
  const ports = await archiveWith();
  const draft = await recordRelease(ports, ID, BOARD, BY);
  assert.deepEqual(draft.ok && draft.value.editions, []);
  await publish(ports, ID, BY);
  const shown = await recordRelease(ports, ID, { ...BOARD, date: '2012' }, { ...BY, why: 'Board, 2012' });
  assert.equal(shown.ok && shown.value.editions.at(-1)?.why, 'Board, 2012');
  assert.equal(shown.ok && shown.value.editions.length, 2);
});

const refusals: readonly (readonly [says: string, release: NewRelease, code: string])[] = [
  ['the same decision twice', BOARD, 'already-so'],
  ['a text that is not there', { ...BOARD, date: '2012', rendition: 't-xx' }, 'rendition-unknown'],
];
for (const [says, release, code] of refusals)
  test(`refused: ${says}`, async () => {
    const ports = await archiveWith({ releases: [{ key: 'r1', ...BOARD }] });
    const done = await recordRelease(ports, ID, release, BY);
    assert.equal(!done.ok && done.problem.code, code);
  });

test('refused: a record that is no document, and one that is not there', async () => {
  const ports = await archiveWith();
  const [agent, other] = [makeId('agent', '00000001'), makeId('document', '00000009')];
  const codes = [];
  for (const id of [agent, other]) {
    const done = await recordRelease(ports, id, BOARD, BY);
    codes.push(!done.ok && done.problem.code);
  }
  assert.deepEqual(codes, ['kind-mismatch', 'not-found']);
});
