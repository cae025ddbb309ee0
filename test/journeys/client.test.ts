import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ApiError, openArchive, type ArchiveClient, type Had } from '../../src/client/client.ts';
import type { OpenArchive } from '../../src/compose.ts';
import { parseId } from '../../src/core/id.ts';
import { parseBlockId, type BlockId } from '../../src/core/text.ts';
import { ENDPOINTS } from '../../src/web/api/endpoints.ts';
import { PLACES } from '../../src/client/answers.ts';
import { sampleArchive, suiteCleanup } from '../support/temp-archive.ts';

function blockIn(text: string): BlockId {
  const id = parseBlockId(text);
  assert.ok(id);
  return id;
}

describe('the client reads the sample archive', () => {
  const cleanup = suiteCleanup(after);
  let opened: OpenArchive;
  let archive: ArchiveClient;
  const asked: string[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    asked.push(request.url);
    return opened.app.fetch(request);
  };
  before(async () => {
    ({ archive: opened } = await sampleArchive(cleanup));
    archive = openArchive(`${opened.room.settings.address}/`, { fetch });
  });

  test('it knows every operation', () =>
    assert.deepEqual(Object.keys(PLACES).sort(), ENDPOINTS.map(({ operation }) => operation).sort()));

  test('a list is whole, each of it once, however short its stretches', async () => {
    const { total } = await archive.ask('documents', { limit: 1 });
    const ids: string[] = [];
    for await (const { id } of archive.each('documents', { limit: 7 })) ids.push(id);
    assert.equal(ids.length, total);
    assert.deepEqual(ids, [...new Set(ids)].sort());
  });

  test('a document, its texts, a page and a passage', async () => {
    const documents = await Array.fromAsync(archive.each('documents', {}));
    let read = 0;
    for (const { id, title } of documents.slice(0, 12)) {
      const document = await archive.ask('document', { id });
      assert.equal(document.title, title);
      assert.equal(document.record.kind, 'document');
      for (const { key, kind } of (await archive.ask('texts', { id })).items) {
        const text = await archive.ask('text', { id, key });
        const [first] = text.text?.blocks ?? [];
        if (kind === 'facsimile' || first === undefined) continue;
        assert.equal((await archive.ask('textPage', { id, key, page: 1 })).number, 1);
        const last = text.text?.blocks.at(-1) ?? first;
        const whole = await archive.ask('textBlock', { id, key, block: `${first.id}-${last.id}` });
        assert.deepEqual(whole.blocks, text.text?.blocks);
        const block = text.text?.blocks.find((one) => one.kind === 'paragraph');
        if (block === undefined) continue;
        const passage = await archive.ask('textBlock', { id, key, block: block.id });
        assert.deepEqual(passage.blocks, [block]);
        const { status } = await opened.app.request(new URL(passage.check).pathname);
        assert.equal(status, 200);
        read += 1;
      }
    }
    assert.ok(read > 3);
  });

  test('all that a search finds, and where its words stand', async () => {
    const first = await archive.ask('search', { q: 'lamp', limit: 2, facets: ['type'] });
    const hits = await Array.fromAsync(archive.hits({ q: 'lamp', limit: 2, facets: ['none'] }));
    assert.equal(hits.length, first.total);
    assert.deepEqual(Object.keys(first.facets), ['type']);
    const marked = hits.flatMap(({ passages }) =>
      passages.flatMap(({ text, marks }) => marks.map(([from, to]) => text.slice(from, to).toLowerCase())),
    );
    assert.ok(marked.length > 0 && marked.every((word) => word.startsWith('lamp')), marked.join(' '));
  });

  test('the changes lead to what is public', async () => {
    const now = new Map<string, string>();
    for await (const { id, change } of archive.changes()) now.set(id, change);
    const { total } = await archive.ask('documents', {});
    const open = [...now].filter(([id, change]) => id.startsWith('d') && change === 'public');
    assert.equal(open.length, total);
    const { lastChange } = await archive.ask('archive', {});
    assert.deepEqual(await Array.fromAsync(archive.changes(lastChange)), []);
  });

  test('a quotation that is sent is checked', async () => {
    const hit = (await archive.ask('search', { q: 'lamp', has: ['transcription'] })).hits.find(
      ({ passages }) => passages.some(({ field }) => field === 'text'),
    );
    const text = hit?.passages.find(({ field }) => field === 'text')?.text ?? '';
    const { places } = await archive.ask('checkQuotation', { text });
    assert.equal(places[0]?.document.id, hit?.id);
  });

  test('what is asked wrongly is an error that names it', async () => {
    await assert.rejects(archive.ask('documents', { limit: 0 }), (failure) => {
      assert.ok(failure instanceof ApiError);
      assert.deepEqual([failure.kind, failure.problems[0]?.name], ['refused', 'limit']);
      return true;
    });
    await assert.rejects(archive.ask('document', { id: 'd000000000' }), { kind: 'unknown', status: 404 });
    for (const id of ['', '.', '..', '../agents'])
      await assert.rejects(
        archive.ask('document', { id }),
        { name: 'ApiError', kind: 'refused', status: 400 },
        id,
      );
  });

  test('what has not changed is not sent again', async () => {
    const cache = new Map<string, Had>();
    const statuses: number[] = [];
    const keeping = openArchive(opened.room.settings.address, {
      cache,
      fetch: async (request) => {
        const answer = await opened.app.fetch(request);
        statuses.push(answer.status);
        return answer;
      },
    });
    const [one] = (await keeping.ask('agents', { limit: 1 })).items;
    const asks = { id: one?.id ?? '' };
    assert.deepEqual(await keeping.ask('agent', asks), await keeping.ask('agent', asks));
    await keeping.ask('agents', { limit: 1 });
    assert.deepEqual(statuses, [200, 200, 304, 304]);
  });

  test('a text says of itself that it is invented, and that something of it is held back', async () => {
    const invented = (await Array.fromAsync(archive.each('documents', {}))).find((one) => one.invented);
    const id = parseId(invented?.id ?? '');
    assert.ok(id);
    const [first] = (await archive.ask('texts', { id })).items.filter(({ kind }) => kind !== 'facsimile');
    const asks = { id, key: first?.key ?? '' };
    const { text } = await archive.ask('text', asks);
    const block = text?.blocks.find(({ kind }) => kind === 'paragraph')?.id;
    const held = text?.blocks.findLast(({ kind }) => kind === 'paragraph')?.id;
    assert.ok(block !== undefined && held !== undefined && block !== held);
    const scope = { kind: 'blocks', blocks: [blockIn(held)] } as const;
    const done = await opened.restrict(id, { scope, reason: 'rights', words: 'Held back.' }, { by: 'test' });
    assert.ok(done.ok);
    const { record, withheld } = await archive.ask('document', { id });
    assert.ok(withheld.some(({ words }) => words === 'Held back.'));
    for (const told of [
      await archive.ask('texts', { id }),
      await archive.ask('text', asks),
      await archive.ask('textPage', { ...asks, page: 1 }),
      await archive.ask('textBlock', { ...asks, block }),
    ]) {
      assert.equal(told.invented, record.invented);
      assert.deepEqual(told.withheld, withheld);
    }
  });
});
