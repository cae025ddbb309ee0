import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { openFolder } from '../../src/cli/opened.ts';
import type { OpenArchive } from '../../src/compose.ts';
import type { RecordId } from '../../src/core/id.ts';
import { sampleCollection, sampleDocument, sampleId, sampleText } from '../../src/core/record.samples.ts';
import { UNDETERMINED } from '../../src/core/language.ts';
import { childOf, childrenOf, pathOf, plainOf } from '../../src/formats/xml/xml-node.ts';
import { asked, codesIn, OaiClient } from '../support/oai-client.ts';
import { emptyArchive, importLines, type Cleanup } from '../support/temp-archive.ts';
import { idsIn } from '../support/xml-tree.ts';

const BY = { by: 'test' };
const [whole, part] = [sampleId('collection', 1), sampleId('collection', 2)];
const doc = (n: number): RecordId => sampleId('document', n);
const oaiOf = (id: string): string => `oai:archive.example:${id}`;
const DOCUMENTS = 130;

const line = (n: number, title: string, collection = n % 2 === 0 ? whole : part): object => ({
  id: doc(n),
  record: sampleDocument(title, {
    collections: [{ collection, sequence: n }],
    renditions: [
      { kind: 'transcription', key: 't', language: UNDETERMINED, text: sampleText('One.', 'Another.') },
    ],
  }),
});
const collections: readonly object[] = [
  { id: whole, record: sampleCollection('Whole') },
  { id: part, record: sampleCollection('Part', { parents: [{ collection: whole, sequence: 1 }] }) },
];
const documents = (from: number, to: number, title: string): readonly object[] =>
  Array.from({ length: to - from }, (_, at) => line(from + at, `${title} ${from + at}`));

/** An archive that can be closed and opened again. */
async function restartable(context: TestContext) {
  const steps: (() => Promise<void>)[] = [];
  const cleanup: Cleanup = { after: (clean) => void steps.push(clean) };
  context.after(async () => {
    for (const clean of steps.reverse()) await clean();
  });
  const { folder, archive: first } = await emptyArchive(cleanup);
  let archive = first;
  return {
    folder,
    get archive() {
      return archive;
    },
    restart: async () => {
      await steps.pop()?.();
      archive = await openFolder(folder);
      cleanup.after(() => archive.close());
    },
  };
}

/** What readers get of each document: there, gone, or never heard of. */
async function publicState(archive: OpenArchive): Promise<ReadonlyMap<string, boolean>> {
  const state = new Map<string, boolean>();
  for (let n = 0; n < DOCUMENTS + 20; n++) {
    const { status } = await archive.app.request(`/document/${doc(n)}.json`);
    if (status !== 404) state.set(oaiOf(doc(n)), status === 410);
  }
  return state;
}

const keptBy = (client: OaiClient): ReadonlyMap<string, boolean> =>
  new Map([...client.kept].map(([id, { isGone }]) => [id, isGone]));

const sorted = <T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1));

async function meanwhile(opened: { readonly folder: string; readonly archive: OpenArchive }, round: number) {
  const { archive } = opened;
  const at = round * 9;
  const court = { scope: { kind: 'whole' }, reason: 'court-order', words: 'By order.' } as const;
  assert.ok((await archive.withdraw(doc(at), 'A mistake.', BY)).ok);
  assert.ok((await archive.embargo(doc(at + 1), '2999-01-01', BY)).ok);
  assert.ok((await archive.restrict(doc(at + 2), court, BY)).ok);
  assert.ok((await archive.liftRestriction(doc(at + 2), 'x1', BY)).ok);
  assert.ok((await archive.restrict(doc(at + 3), court, BY)).ok);
  await importLines(opened, documents(at + 4, at + 6, 'Changed'), true);
  await importLines(opened, [line(DOCUMENTS + round, 'New')], true);
  await importLines(opened, [line(DOCUMENTS + 10 + round, 'A draft')], false);
  if (round === 1) assert.ok((await archive.publish(doc(1), BY)).ok);
}

test('a harvest while records are published, changed, withdrawn and embargoed ends exactly equal', async (context) => {
  const opened = await restartable(context);
  await importLines(opened, [...collections, ...documents(0, DOCUMENTS, 'Document')], true);
  const client = new OaiClient('verb=ListRecords&metadataPrefix=tei');
  let parts = 0;
  for (let round = 0; await client.part(opened.archive.app); round++) {
    parts++;
    await meanwhile(opened, round);
    if (round === 0) await opened.restart();
  }
  assert.equal(parts, 2);
  assert.equal(client.kept.size, DOCUMENTS, 'each of those that were there, once');
  await client.toTheEnd(opened.archive.app);
  const state = await publicState(opened.archive);
  assert.deepEqual(sorted(keptBy(client)), sorted(state));
  assert.equal([...state.values()].filter((isGone) => isGone).length, 5);
  await meanwhile(opened, 5);
  await client.toTheEnd(opened.archive.app);
  assert.deepEqual(sorted(keptBy(client)), sorted(await publicState(opened.archive)));
  for (const [id, { changed }] of client.kept) {
    const record = await asked(
      opened.archive.app,
      `verb=GetRecord&metadataPrefix=oai_dc&identifier=${encodeURIComponent(id)}`,
    );
    const header = pathOf(record, 'GetRecord', 'record', 'header');
    assert.equal(plainOf(childOf(header, 'datestamp')), changed);
  }
});

test('sets are the collections, in their nesting; what is gone is in none, and told to all', async (context) => {
  const opened = await restartable(context);
  const { archive } = opened;
  assert.deepEqual(codesIn(await asked(archive.app, 'verb=ListSets')), ['noSetHierarchy']);
  await importLines(opened, [...collections, ...documents(0, 6, 'Document')], true);
  await archive.withdraw(doc(0), 'A mistake.', BY);
  const sets = childrenOf(childOf(await asked(archive.app, 'verb=ListSets'), 'ListSets'), 'set');
  assert.deepEqual(
    sets.map((set) => [plainOf(childOf(set, 'setSpec')), plainOf(childOf(set, 'setName'))]),
    [
      [whole, 'Whole'],
      [`${whole}:${part}`, 'Part'],
    ],
  );
  const harvest = async (set: string): Promise<OaiClient> => {
    const client = new OaiClient(`verb=ListIdentifiers&metadataPrefix=oai_dc&set=${set}`);
    await client.toTheEnd(archive.app);
    return client;
  };
  const inWhole = await harvest(whole);
  assert.equal(inWhole.kept.size, 8);
  const inPart = await harvest(`${whole}:${part}`);
  assert.deepEqual([...inPart.kept.keys()].sort(), [part, ...[0, 1, 3, 5].map(doc)].map(oaiOf).sort());
  assert.deepEqual(inPart.kept.get(oaiOf(doc(1)))?.sets, [`${whole}:${part}`]);
  assert.deepEqual(inPart.kept.get(oaiOf(doc(0)))?.sets, []);
  assert.equal((await harvest(part)).kept.size, 0);
});

test('no name of an element comes twice in one page of texts', async (context) => {
  const opened = await restartable(context);
  await importLines(opened, [...collections, ...documents(0, 20, 'Document')], true);
  const ids = idsIn(await asked(opened.archive.app, 'verb=ListRecords&metadataPrefix=tei'));
  assert.equal(ids.length, 40);
  assert.equal(new Set(ids).size, 40);
});
