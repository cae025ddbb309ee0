import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test, type TestContext } from 'node:test';
import { Failure } from '../../core/failure.ts';
import { searchIndexContract } from '../../ports/search-index.contract.ts';
import {
  AGENT,
  ask,
  documentOf,
  DOCUMENTS,
  EVERYTHING,
  idOf,
  names,
  word,
} from '../../ports/search-index.corpus.ts';
import { memoryFiles } from './memory-files.ts';
import { openInvertedIndex } from './open-index.ts';
import { invertedIndex, openHere } from './search-index.ts';
import { MOST_WAITING, openInThread } from './worker-index.ts';

searchIndexContract('inverted', async () => invertedIndex(memoryFiles()));

const shared = mkdtempSync(join(tmpdir(), 'unsealed-index-'));
const threaded = openInThread(shared);
after(async () => {
  await threaded.close();
  rmSync(shared, { recursive: true, force: true });
});
searchIndexContract('inverted in a thread', async () => {
  await threaded.clear();
  return { ...threaded, close: async () => undefined };
});

function folderFor(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'unsealed-index-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('what was written is there when the folder is opened again, be it closed or not', async (context) => {
  const folder = folderFor(context);
  const first = openInvertedIndex(folder);
  await first.update({ put: [...DOCUMENTS, AGENT], remove: [], upTo: 8 });
  const beside = openHere(folder);
  assert.equal(await beside.coveredTo(), 8);
  assert.equal(names(await ask(beside, { node: word('Geneva') })), '7');
  await first.close();
  assert.equal(names(await ask(beside, { node: word('Geneva') })), '7');
  const again = openHere(folder);
  assert.equal(await again.coveredTo(), 8);
  assert.equal(names(await ask(again, { node: word('Geneva') })), '7');
  for (const index of [beside, again]) await index.close();
});

test('what another process wrote is seen', async (context) => {
  const folder = folderFor(context);
  const [reader, writer] = [openHere(folder), openHere(folder)];
  assert.equal((await ask(reader, {})).total, 0);
  await writer.update({ put: DOCUMENTS, remove: [], upTo: 8 });
  assert.equal((await ask(reader, { node: EVERYTHING })).total, DOCUMENTS.length);
  await reader.update({ put: [AGENT], remove: [], upTo: 9 });
  assert.equal((await ask(writer, {})).total, DOCUMENTS.length + 1);
  await writer.update({ put: [], remove: [AGENT.id], upTo: 10 });
  await writer.close();
  assert.equal((await ask(reader, {})).total, DOCUMENTS.length);
  await reader.close();
});

test('a large index is opened in a thread, which when it dies is started again', async (context) => {
  const folder = folderFor(context);
  const small = openInvertedIndex(folder, { mostHere: 3 });
  assert.ok(!('endThread' in small));
  await small.update({ put: DOCUMENTS, remove: [], upTo: 8 });
  await small.close();
  const large = openInThread(folder);
  assert.ok('endThread' in openInvertedIndex(folder, { mostHere: 3 }));
  assert.equal(names(await ask(large, { node: word('Geneva') })), '7');
  await large.endThread();
  assert.equal(names(await ask(large, { node: word('Geneva') })), '7');
  await large.close();
});

test('more questions than may wait are told to come again, the others are answered in order', async () => {
  await threaded.clear();
  await threaded.update({ put: DOCUMENTS, remove: [], upTo: 8 });
  const order: number[] = [];
  const asked = Array.from({ length: MOST_WAITING + 5 }, async (_, at) => {
    const { total } = await ask(threaded, {});
    order.push(at);
    return total;
  });
  const answers = await Promise.allSettled(asked);
  assert.deepEqual(
    answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : codeOf(answer.reason))),
    [
      ...Array.from({ length: MOST_WAITING }, () => DOCUMENTS.length),
      ...Array.from({ length: 5 }, () => 'search-busy'),
    ],
  );
  assert.deepEqual(
    order,
    order.toSorted((a, b) => a - b),
  );
});

const codeOf = (reason: unknown): string =>
  reason instanceof Failure ? reason.problem.code : String(reason);

test('a file that is not what was written is noticed, and the index is filled again', async (context) => {
  const folder = folderFor(context);
  const first = openHere(folder);
  await first.update({ put: DOCUMENTS, remove: [], upTo: 8 });
  await first.close();
  const files = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))] as const);
  for (const [name, bytes] of files.filter(([, { length }]) => length > 0)) {
    const spoilt = Buffer.from(bytes);
    spoilt[bytes.length >> 1] = (spoilt[bytes.length >> 1] ?? 0) ^ 0x40;
    writeFileSync(join(folder, name), spoilt);
    const told: unknown[] = [];
    const index = openHere(folder, { log: (reason) => told.push(reason) });
    const answer = await ask(index, { node: word('railway'), passages: 2 }).catch(codeOf);
    const isWhole = typeof answer !== 'string' && names(answer) === '7 1 6';
    if (!isWhole) assert.equal(await index.coveredTo(), 0, name);
    if (typeof answer === 'string') assert.equal(answer, 'index-rebuilding');
    await index.update({ put: DOCUMENTS, remove: [], upTo: 8 });
    assert.equal((await ask(index, {})).total, DOCUMENTS.length, name);
    await index.close();
    rmSync(folder, { recursive: true });
    openHere(folder);
    for (const [own, whole] of files) writeFileSync(join(folder, own), whole);
  }
});

test('a full disk is said, changes nothing, and is got over', async () => {
  const held = memoryFiles();
  let isFull = false;
  const index = invertedIndex({
    ...held,
    append: (name, at, bytes) => {
      if (!isFull) return held.append(name, at, bytes);
      held.append(name, at, bytes.subarray(0, bytes.length >> 1));
      throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    },
  });
  await index.update({ put: DOCUMENTS.slice(0, 3), remove: [], upTo: 1 });
  isFull = true;
  const failed = await index.update({ put: DOCUMENTS, remove: [], upTo: 2 }).catch(codeOf);
  assert.equal(failed, 'disk-full');
  assert.deepEqual([await index.coveredTo(), (await ask(index, {})).total], [1, 3]);
  isFull = false;
  await index.update({ put: DOCUMENTS, remove: [], upTo: 3 });
  assert.equal((await ask(index, {})).total, DOCUMENTS.length);
  await index.close();
});

test('segments are written while a merge is under way, and what both made stays', async (context) => {
  const folder = folderFor(context);
  const limits = {
    deltaUnits: 600,
    behindUnits: 600,
    mergeAtOnceBytes: 0,
    mostSegments: 99,
    manySegments: 3,
    manyBehind: 3,
  };
  const index = openHere(folder, { limits });
  const texts = Array.from({ length: 400 }, (_, n) =>
    documentOf({ title: `Paper ${n}`, text: [`number${n} `.repeat(30)] }, n),
  );
  for (const [n, document] of texts.entries()) {
    const remove = n % 5 === 4 ? [idOf('document', n - 3)] : [];
    await index.update({ put: [document], remove, upTo: n + 1 });
  }
  const named = readFileSync(join(folder, 'manifest'), 'utf8');
  assert.match(named, /merged-/);
  assert.equal((await ask(index, {})).total, 320);
  await index.close();
  const again = openHere(folder, { limits });
  assert.equal(await again.coveredTo(), 400);
  assert.equal((await ask(again, { node: word('paper') })).total, 320);
  assert.equal((await ask(again, { node: word('number7') })).total, 1);
  await again.close();
});

test('what is told while much is caught up with is found at once, and covered once it is written', async () => {
  const files = memoryFiles();
  const index = invertedIndex(files);
  await index.update({ put: DOCUMENTS.slice(0, 2), remove: [], upTo: 2 });
  await index.update({ put: DOCUMENTS.slice(2, 5), remove: [], upTo: 2, isBehind: true });
  assert.equal((await ask(index, {})).total, 5);
  const stopped = invertedIndex(files);
  assert.deepEqual([await stopped.coveredTo(), (await ask(stopped, {})).total], [2, 2]);
  await index.update({ put: DOCUMENTS.slice(5, 6), remove: [], upTo: 6 });
  const whole = invertedIndex(files);
  assert.deepEqual([await whole.coveredTo(), (await ask(whole, {})).total], [6, 6]);
});
