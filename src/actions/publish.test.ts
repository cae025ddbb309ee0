import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryPorts, type MemoryPorts } from '../../test/support/memory-archive.ts';
import { viewFor, type View } from '../core/public-record.ts';
import { sampleDocument, sampleId } from '../core/record.samples.ts';
import { embargo, publish, withdraw } from './publish.ts';

const ID = sampleId('document', 1);
const BY = { by: 'test' };

async function archiveWithDraft(): Promise<MemoryPorts> {
  const ports = memoryPorts();
  const version = { record: sampleDocument('A record') };
  await ports.records.commit({
    at: ports.world.now(),
    by: 'test',
    changes: [{ id: ID, kind: 'document', expected: 'absent', version }],
  });
  return ports;
}

async function seen({ records }: MemoryPorts, day: string): Promise<View['kind']> {
  const stored = (await records.latestEditions([ID])).get(ID);
  return stored === undefined
    ? 'unknown'
    : viewFor(stored.standing, stored.version, stored.edition, day).kind;
}

test('what was withdrawn before its embargo ended was never seen, and is unknown for ever', async () => {
  const ports = await archiveWithDraft();
  await embargo(ports, ID, '2090-01-01', BY);
  await withdraw(ports, ID, 'a later retyping', BY);
  assert.equal(await seen(ports, '2090-01-02'), 'unknown');
  assert.deepEqual(await ports.records.changesSince(0, 9), []);
});

test('what was public before it was embargoed is withdrawn with its reason', async () => {
  const ports = await archiveWithDraft();
  await publish(ports, ID, BY);
  await embargo(ports, ID, '2090-01-01', BY);
  await withdraw(ports, ID, 'a later retyping', BY);
  assert.equal(await seen(ports, '2026-06-02'), 'withdrawn');
});

test('an embargo that ended leaves a record that was seen', async () => {
  const ports = await archiveWithDraft();
  await embargo(ports, ID, '2026-06-02', BY);
  ports.world.goTo('2026-06-03');
  assert.equal(await seen(ports, ports.world.today()), 'public');
  await embargo(ports, ID, '2090-01-01', BY);
  assert.equal(await seen(ports, '2026-06-03'), 'gone');
  await withdraw(ports, ID, 'a later retyping', BY);
  assert.equal(await seen(ports, '2026-06-03'), 'withdrawn');
});
