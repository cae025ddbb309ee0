import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { z } from 'zod';
import type { OpenArchive } from '../../src/compose.ts';
import { parseId } from '../../src/core/id.ts';
import { collectionLine, documentLine, testId } from '../support/record-lines.ts';
import { emptyArchive, importLines, ORIGIN, suiteCleanup } from '../support/temp-archive.ts';

const answer = z.looseObject({
  total: z.number().optional(),
  next: z.string().optional(),
  items: z.array(z.object({ id: z.string() })).optional(),
  hits: z.array(z.object({ id: z.string() })).optional(),
});

const COUNT = 12;
const BY = { by: 'test' };
const COLLECTION = testId('collection', 1);
const idAt = (n: number) => testId('document', n);
const lineAt = (n: number): object =>
  documentLine(idAt(n), `Telegram ${n}`, {
    dates: [{ kind: 'created', words: `${1900 + n}`, edtf: `${1900 + n}` }],
    collections: [{ collection: COLLECTION, sequence: n }],
    identifiers: [{ scheme: 'former', value: String(5000 + n) }],
  });

describe('lists of the API while records come and go', () => {
  const cleanup = suiteCleanup(after);
  let opened: Awaited<ReturnType<typeof emptyArchive>>;
  let archive: OpenArchive;
  before(async () => {
    opened = await emptyArchive(cleanup);
    ({ archive } = opened);
    const lines = [
      collectionLine(COLLECTION, 'Telegrams'),
      ...Array.from({ length: COUNT }, (_, at) => lineAt(at + 1)),
    ];
    assert.deepEqual(await importLines(opened, lines, true), []);
  });

  const ask = (address: string, headers: Record<string, string> = {}): Promise<Response> =>
    Promise.resolve(archive.app.fetch(new Request(new URL(address, ORIGIN), { headers })));
  const read = async (address: string): Promise<z.output<typeof answer>> => {
    const response = await ask(address);
    assert.equal(response.status, 200, `${address} ${await response.clone().text()}`);
    return answer.parse(await response.json());
  };
  /** All that is had of a list, with something done after its first stretch. */
  async function walk(first: string, meanwhile: () => Promise<unknown>): Promise<readonly string[]> {
    const ids: string[] = [];
    let isFirst = true;
    for (let next: string | undefined = first; next !== undefined;) {
      const stretch: z.output<typeof answer> = await read(next);
      ids.push(...[...(stretch.items ?? []), ...(stretch.hits ?? [])].map(({ id }) => id));
      if (isFirst) await meanwhile();
      isFirst = false;
      ({ next } = stretch);
    }
    return ids;
  }
  for (const [n, says, first] of [
    [1, 'all documents', '/api/v1/documents?limit=5'],
    [2, 'the documents of a collection', `/api/v1/collections/${COLLECTION}/documents?limit=5`],
    [3, 'a search', '/api/v1/search?q=telegram&sort=earliest&limit=5'],
  ] as const)
    test(`${says}: none is lost, none comes twice, whatever goes before the place and comes after it`, async () => {
      const ids = await walk(first, async () => {
        assert.ok((await archive.withdraw(idAt(n), 'A mistake.', BY)).ok);
        await importLines(opened, [lineAt(30 + n)], true);
      });
      const stayed = Array.from({ length: COUNT - n }, (_, at) => idAt(at + n + 1));
      assert.deepEqual(ids.filter((id) => stayed.some((one) => one === id)).toSorted(), stayed.toSorted());
      assert.equal(new Set(ids).size, ids.length);
      assert.ok(ids.includes(idAt(30 + n)));
    });

  test('where the last that was had goes itself, the list goes on behind those before it; where all of them go, that is said', async () => {
    const first = await read('/api/v1/search?q=telegram&sort=earliest&limit=5');
    const { next } = first;
    const had = (first.hits ?? []).flatMap(({ id }) => parseId(id) ?? []).reverse();
    const following = (await read(next ?? '')).hits?.map(({ id }) => id);
    for (const gone of had.slice(0, 2)) {
      assert.ok((await archive.withdraw(gone, 'A mistake.', BY)).ok);
      assert.deepEqual(
        (await read(next ?? '')).hits?.map(({ id }) => id),
        following,
      );
    }
    assert.ok((await archive.withdraw(had[2] ?? idAt(1), 'A mistake.', BY)).ok);
    const response = await ask(next ?? '');
    assert.equal(response.status, 400);
    assert.match(await response.text(), /changed so much/);
  });
});

describe('what a program asks more than once, oddly, or of another', () => {
  const cleanup = suiteCleanup(after);
  let archive: OpenArchive;
  before(async () => {
    const opened = await emptyArchive(cleanup);
    ({ archive } = opened);
    const lines = [
      collectionLine(COLLECTION, 'Telegrams'),
      ...Array.from({ length: COUNT }, (_, at) => lineAt(at + 1)),
    ];
    assert.deepEqual(await importLines(opened, lines, true), []);
  });
  const ask = (
    address: string,
    headers: Record<string, string> = {},
    method = 'GET',
    body?: string,
  ): Promise<Response> =>
    Promise.resolve(
      archive.app.fetch(
        new Request(new URL(address, ORIGIN), { method, headers, ...(body === undefined ? {} : { body }) }),
      ),
    );
  const cursorOf = async (address: string): Promise<string> =>
    new URL(answer.parse(await (await ask(address)).json()).next ?? '', ORIGIN).searchParams.get('cursor') ??
    '';

  test('a cursor is good for its question alone, and for any number at once', async () => {
    const cursor = await cursorOf('/api/v1/search?q=telegram&limit=5');
    const status = async (address: string): Promise<number> =>
      (await ask(`${address}&cursor=${cursor}`)).status;
    assert.equal(await status('/api/v1/search?limit=7&q=telegram'), 200);
    assert.equal(await status('/api/v1/search?q=telegrams&limit=5'), 400);
    assert.equal(await status('/api/v1/search?q=telegram&limit=5&sort=title'), 400);
    assert.equal(await status('/api/v1/documents?limit=5'), 400);
    assert.equal(await status(`/api/v1/collections/${COLLECTION}/documents?limit=5`), 400);
  });

  test('a cursor that was tampered with is refused at every letter', async () => {
    const cursor = await cursorOf('/api/v1/documents?limit=5');
    for (let at = 0; at < cursor.length; at++) {
      const other = cursor[at] === 'A' ? 'B' : 'A';
      const forged = cursor.slice(0, at) + other + cursor.slice(at + 1);
      const response = await ask(`/api/v1/documents?limit=5&cursor=${forged}`);
      // The last letter may hold bits that mean nothing.
      if (at < cursor.length - 1) assert.equal(response.status, 400, forged);
    }
  });

  test('a record is known by its tag and by its time, also by HEAD, and read again when it changed', async () => {
    const at = `/api/v1/documents/${idAt(3)}`;
    const first = await ask(at);
    const [tag, time] = [first.headers.get('etag') ?? '', first.headers.get('last-modified') ?? ''];
    assert.match(tag, /^W\/"/);
    const statusOf = async (headers: Record<string, string>, method = 'GET'): Promise<number> =>
      (await ask(at, headers, method)).status;
    assert.equal(await statusOf({ 'if-none-match': `"other", ${tag}` }), 304);
    assert.equal(await statusOf({ 'if-none-match': tag }, 'HEAD'), 304);
    assert.equal(await statusOf({ 'if-modified-since': time }), 304);
    assert.equal(await statusOf({ 'if-none-match': '"other"', 'if-modified-since': time }), 200);
    // Another record's change leaves it as it is; its own does not; when it is gone that is said.
    assert.ok((await archive.withdraw(idAt(9), 'A mistake.', BY)).ok);
    assert.equal(await statusOf({ 'if-none-match': tag }), 304);
    assert.ok((await archive.withdraw(idAt(3), 'A mistake.', BY)).ok);
    assert.equal(await statusOf({ 'if-none-match': tag }), 410);
  });

  test('a former number leads to the record, with all that was asked of it', async () => {
    const answered = await ask('/api/v1/documents/5004/texts?');
    assert.deepEqual(
      [answered.status, answered.headers.get('location')],
      [301, `/api/v1/documents/${idAt(4)}/texts`],
    );
    assert.equal((await ask('/api/v1/collections/5004')).status, 404);
    assert.equal((await ask(`/api/v1/collections/${idAt(4)}`)).status, 404);
  });

  const odd: readonly (readonly [method: string, address: string, status: number, body?: string])[] = [
    ['GET', '/api/v1/documents/%00', 400],
    ['GET', '/api/v1/documents/%FF%FE', 400],
    ['GET', '/api/v1/documents/..%2f..%2fetc', 400],
    ['GET', `/api/v1/documents/${'d'.repeat(3000)}`, 400],
    ['GET', `/api/v1/search?q=${'x'.repeat(2001)}`, 400],
    ['GET', `/api/v1/search?${'person=a&'.repeat(60)}`, 400],
    ['GET', `/api/v1/search?${Array.from({ length: 300 }, (_, at) => `x${at}=1`).join('&')}`, 400],
    ['GET', '/api/v1/search?q=%ED%A0%80%00', 200],
    ['GET', '/api/v1/search?q=((((', 200],
    ['GET', '/api/v1/search?date=1945-02-31', 400],
    ['GET', '/api/v1/search?__proto__=1', 400],
    ['GET', '/api/v1/search?constructor=1', 400],
    ['GET', '/api/v1/changes?since=-1', 400],
    ['GET', '/api/v1/changes?since=999999999999', 200],
    ['GET', '/api/v2', 404],
    ['PUT', '/api/v1/documents', 405],
    ['DELETE', `/api/v1/documents/${testId('document', 4)}`, 405],
    ['OPTIONS', '/api/v1/documents', 204],
    ['POST', '/api/v1/quotation', 400, 'no json'],
    ['POST', '/api/v1/quotation', 400, '{"text":7}'],
    ['POST', '/api/v1/quotation', 400, '{"text":"a","more":1}'],
    ['POST', '/api/v1/quotation', 400, ''],
    ['POST', '/api/v1/quotation', 413, `{"text":"${'x'.repeat(200_000)}"}`],
    ['POST', '/api/v1/quotation', 200, '{"text":"a quotation that stands nowhere in here at all"}'],
  ];
  for (const [method, address, status, body] of odd)
    test(`${method} ${address.slice(0, 60)} ${(body ?? '').slice(0, 30)}: ${status}`, async () => {
      const answered = await ask(address, {}, method, body);
      assert.equal(answered.status, status, await answered.clone().text());
      if (status >= 400) assert.equal(answered.headers.get('content-type'), 'application/problem+json');
      assert.equal(answered.headers.get('access-control-allow-origin'), '*');
    });
});
