import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { z } from 'zod';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { fakeReadingRoom, type FakeRoom } from '../../test/support/fake-reading-room.ts';
import { fakeId, ID } from '../../test/support/fake-records.ts';
import { createApp, type App } from './app.ts';
import { loadAssets, type Assets } from './assets.ts';

let assets: Assets;
before(async () => {
  assets = await loadAssets();
});

const open = (room: FakeRoom = fakeReadingRoom()): App => createApp(room, { mode: 'live', assets });
const ask = (app: App, path: string, init?: RequestInit): Promise<Response> =>
  app.fetch(new Request(`https://archive.example${path}`, init));

test('addresses answer as promised', async () => {
  const room = fakeReadingRoom();
  const label = { id: ID.document, kind: 'document' as const, title: 'Record', slug: 'record' };
  room.answers.set('8214', { kind: 'moved', to: label });
  room.answers.set(fakeId('document', 3), {
    kind: 'gone',
    id: fakeId('document', 3),
    why: 'embargoed',
    until: '2031-01-01',
  });
  room.answers.set(fakeId('document', 4), {
    kind: 'withdrawn',
    id: fakeId('document', 4),
    reason: 'a later retyping',
    at: '2026-05-11T00:00:00Z',
    replacement: label,
  });
  room.answers.set(fakeId('collection', 5), {
    kind: 'gone',
    id: fakeId('collection', 5),
    why: 'restricted',
    reason: 'court-order',
  });
  const app = open(room);
  const cases: readonly [string, number, string | RegExp][] = [
    ['/document/8214', 301, `/document/${ID.document}/record`],
    ['/document/8214.tei.xml', 301, `/document/${ID.document}.tei`],
    ['/document/8214.json', 301, `/document/${ID.document}.json`],
    [`/document/${ID.document}.json.`, 404, /Nothing stands at this address/],
    [`/document/${ID.document}.tei.xml`, 301, `/document/${ID.document}.tei`],
    [`/document/${ID.document}.md`, 200, /Falk said nothing/],
    [`/document/${ID.document}.txt`, 200, /Falk said nothing/],
    [`/document/${ID.document}.tei`, 200, /<TEI [^]*Falk said nothing/],
    [`/document/${ID.document}.json`, 200, /Falk said nothing/],
    [`/document/${ID.document}.html`, 301, `/document/${ID.document}/record-by-dr-falk`],
    [`/document/${ID.document}.nothing`, 404, /Nothing stands/],
    [`/document/${ID.document}/v/01`, 404, /Nothing stands/],
    [`/document/${fakeId('document', 3)}`, 410, /January 1, 2031/],
    [`/document/${fakeId('document', 4)}`, 410, /a later retyping/],
    [`/document/${fakeId('document', 4)}.json`, 410, /a later retyping/],
    [`/collection/${fakeId('collection', 5)}`, 410, /court’s order/],
    [`/collection/${ID.collection}/page/1`, 404, /Nothing stands/],
    [`/collection/${ID.collection}/page/9`, 404, /Nothing stands/],
    [`/collection/${ID.collection}/matter/nothing`, 404, /Nothing stands/],
    [`/organization/${ID.person}`, 301, `/person/${ID.person}/falk-henriette`],
    [`/person/${ID.place}`, 404, /Nothing stands/],
    ['/collections/', 301, '/collections'],
    ['/nowhere/at-all', 404, /value="at all"/],
    ['/document/%FF%FE', 400, /cannot be read/],
    ['/document/%00', 400, /cannot be read/],
    ['/%E0%A4%A', 400, /cannot be read/],
    [`/${'a'.repeat(9000)}`, 400, /cannot be read/],
    ['//evil.example/x/', 301, '/'],
    ['/srv/file/not-a-digest', 404, /"status": 404/],
    [`/srv/file/${'b'.repeat(64)}`, 404, /"status": 404/],
    ['/assets/old/site.css', 404, /Nothing stands/],
  ];
  for (const [path, status, expected] of cases) {
    const answer = await ask(app, path);
    const said = answer.headers.get('location') ?? (await answer.text());
    assert.equal(answer.status, status, path);
    if (typeof expected === 'string') assert.equal(said, expected, path);
    else assert.match(said, expected, path);
  }
});

test('a form with filter rows is answered with the address of its question', async () => {
  const app = open();
  const cases: readonly [string, string][] = [
    ['q=tea&in=everything&field=person&condition=is&value=falk&value2=', `/search?q=tea&person=${ID.person}`],
    ['q=tea&field=person&condition=is&value=nobody+known&value2=', '/search?q=tea&name=nobody+known'],
    ['q=&field=type&condition=is-not&value=Letter&value2=', '/search?type=-Letter'],
    ['q=&field=date&condition=between&value=1945-07&value2=1953', '/search?date=1945-07..1953'],
    ['q=&field=date&condition=is&value=1945+to+1953&value2=', '/search?date=1945..1953'],
    [
      'q=&field=title&condition=contains&value=tea&value2=&field=type&condition=is&value=Note&value2=&cancel=1',
      '/search?type=Note',
    ],
    [
      'q=&field=date&condition=is&value=July+1945&value2=summer+1947&known=&how=certainly',
      '/search?date=1945-07..1947-08!',
    ],
    ['q=&field=date&condition=between&value=someday&value2=', '/search?row=date:between:someday'],
    ['q=&field=type&condition=any&value=&value2=', '/search?type=*'],
    ['q=&field=type&condition=none&value=&value2=', '/search?type=-*'],
    ['q=&field=title&condition=is&value=tea&value2=', '/search?title=tea'],
    [
      `q=&field=person&condition=is&value=Anyone+At+All&value2=&known=${ID.person}+Anyone+At+All`,
      `/search?person=${ID.person}`,
    ],
    [
      `q=&field=person&condition=is&value=Someone+Else&value2=&known=${ID.person}+Anyone+At+All`,
      '/search?name=Someone+Else',
    ],
    ['q=&field=place&condition=is&value=Nowhere&value2=', '/search?row=place:is:Nowhere'],
    ['q=x&date-from=nonsense&date-to=1950', '/search?q=x&row=date:between:nonsense..1950'],
    ['q=x&add=1', '/search?q=x&row=person:is'],
    ['q=&field=place&condition=is&value=&value2=&add=1', '/search?row=place:is&row=person:is'],
    ['q=x&type=Note&date=1900&date-from=1945&date-to=1950', '/search?q=x&date=1945..1950&type=Note'],
  ];
  for (const [query, expected] of cases) {
    const answer = await ask(app, `/search?${query}`);
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, expected], query);
  }
});

test('the search for programs is the same search', async () => {
  const answer = await ask(open(), '/search.json?q=falk');
  const said: unknown = await answer.json();
  assert.ok(
    typeof said === 'object' &&
      said !== null &&
      'total' in said &&
      'hits' in said &&
      Array.isArray(said.hits),
  );
  assert.equal(said.total, said.hits.length);
  assert.equal(answer.headers.get('access-control-allow-origin'), '*');
});

test('a page that is made while the index still follows is not kept, nor said to be unchanged', async () => {
  const room = fakeReadingRoom();
  const app = createApp(room, { mode: 'live' });
  room.change('index-follows');
  assert.equal((await app.request('/collections')).headers.get('etag'), null);
  room.indexFollowed();
  assert.notEqual((await app.request('/collections')).headers.get('etag'), null);
  await app.request('/collections');
  assert.equal(room.asked.get('collections'), 2);
});

test('what has not changed is not sent again; what has changed is', async () => {
  const room = fakeReadingRoom();
  const app = open(room);
  const first = await ask(app, '/collections');
  const etag = first.headers.get('etag') ?? '';
  assert.match(etag, /^W\/"/);
  const again = await ask(app, '/collections', { headers: { 'if-none-match': etag } });
  assert.deepEqual([again.status, await again.text()], [304, '']);
  await ask(app, '/collections');
  assert.equal(room.asked.get('collections'), 1, 'a kept answer asks nothing');
  room.change();
  const changed = await ask(app, '/collections', { headers: { 'if-none-match': etag } });
  assert.equal(changed.status, 200);
  assert.equal(room.asked.get('collections'), 2);
});

test('a page is packed as the reader can unpack it', async () => {
  const app = open();
  const plain = await (await ask(app, '/help')).text();
  const gzip = await ask(app, '/help', { headers: { 'accept-encoding': 'gzip, deflate' } });
  assert.equal(gzip.headers.get('content-encoding'), 'gzip');
  assert.equal(gunzipSync(await gzip.arrayBuffer()).toString(), plain);
  const zstd = await ask(app, '/help', { headers: { 'accept-encoding': 'gzip, br, zstd' } });
  assert.equal(zstd.headers.get('content-encoding'), 'zstd');
  assert.equal(zstdDecompressSync(await zstd.arrayBuffer()).toString(), plain);
  const none = await ask(app, '/help', { headers: { 'accept-encoding': 'zstd;q=0' } });
  assert.equal(none.headers.get('content-encoding'), null);
});

test('every answer keeps strangers out', async () => {
  const room = fakeReadingRoom();
  const app = open(room);
  for (const path of [
    '/',
    '/nowhere',
    '/document/%FF',
    '/collections/',
    assets.stylesheet,
    '/search.json',
    `/srv/file/${'a'.repeat(64)}`,
  ]) {
    const { headers } = await ask(app, path);
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(policy, /^default-src 'none';/, path);
    assert.doesNotMatch(policy, /unsafe|\*|https?:/, path);
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
  }
});

test('reading is all that can be asked', async () => {
  const app = open();
  const posted = await ask(app, '/', { method: 'POST', body: 'x' });
  assert.deepEqual([posted.status, posted.headers.get('allow')], [405, 'GET, HEAD']);
  const head = await ask(app, '/about', { method: 'HEAD' });
  assert.deepEqual([head.status, await head.text()], [200, '']);
  assert.ok(Number(head.headers.get('content-length')) > 1000);
});

test('when the world fails readers hear that it did, and nothing more', async () => {
  const room = fakeReadingRoom();
  const told: unknown[] = [];
  const app = createApp(room, { mode: 'live', assets, log: (failure) => told.push(failure) });
  room.breakDown();
  const answer = await ask(app, `/document/${ID.document}`);
  const page = await answer.text();
  assert.deepEqual([answer.status, answer.headers.get('retry-after'), told.length], [503, '60', 1]);
  assert.doesNotMatch(page, /secret|EIO|at [a-z]+ \(|Error/);
});

test('a file is read only as far as somebody reads it', async () => {
  const steps: string[] = [];
  async function* pieces(): AsyncGenerator<Uint8Array> {
    steps.push('begun');
    try {
      for (;;) yield new Uint8Array(10);
    } finally {
      steps.push('ended');
    }
  }
  const room = {
    ...fakeReadingRoom(),
    file: async () => ({ bytes: pieces(), mediaType: 'image/png' }),
  };
  const app = createApp(room, { mode: 'live', assets });
  const path = `/srv/file/${'a'.repeat(64)}`;
  assert.equal((await ask(app, path, { method: 'HEAD' })).status, 200);
  const unread = await ask(app, path);
  assert.equal(unread.status, 200);
  assert.deepEqual(steps, []);
  const reader = unread.body?.getReader();
  assert.equal((await reader?.read())?.value?.length, 10);
  await reader?.cancel();
  assert.deepEqual(steps, ['begun', 'ended']);
});

test('an archive that has no place on the web yet says where it was asked', async () => {
  const room = fakeReadingRoom();
  const settings = { ...room.settings, address: 'http://127.0.0.1:4848' };
  const app = createApp({ ...room, settings }, { mode: 'live', assets });
  const canonical = async (origin: string): Promise<string> => {
    const page = await (await app.fetch(new Request(`${origin}/collections`))).text();
    return /<link rel="canonical" href="([^"]*)"/.exec(page)?.[1] ?? '';
  };
  assert.equal(await canonical('http://localhost:5000'), 'http://localhost:5000/collections');
  assert.equal(await canonical('http://127.0.0.1:4848'), 'http://127.0.0.1:4848/collections');
  assert.equal(await canonical('http://evil.example'), 'http://127.0.0.1:4848/collections');
});

test('what a program asks for in vain is told as problem details, and never by a page', async () => {
  const room = fakeReadingRoom();
  const withdrawn = fakeId('document', 4);
  room.answers.set(withdrawn, { kind: 'withdrawn', id: withdrawn, reason: 'a later retyping', at: 'x' });
  const app = open(room);
  const cases: readonly [string, RequestInit, number, object][] = [
    ['/api/nowhere', {}, 404, {}],
    [`/document/${fakeId('document', 9)}.json`, {}, 404, {}],
    [`/document/${withdrawn}.tei`, {}, 410, { id: withdrawn, reason: 'a later retyping' }],
    ['/oai', { method: 'DELETE' }, 405, {}],
    ['/api/%zz', {}, 400, {}],
  ];
  for (const [path, init, status, more] of cases) {
    const answer = await ask(app, path, init);
    const told = z.looseObject({ status: z.number(), title: z.string() }).parse(await answer.json());
    assert.equal(answer.headers.get('content-type'), 'application/problem+json', path);
    assert.deepEqual([answer.status, told.status], [status, status], path);
    assert.deepEqual({ ...told, ...more }, told, path);
  }
});

test('programs of every site may read why an address for viewers is refused', async () => {
  const app = open();
  for (const [path, init, status] of [
    ['/iiif/x/manifest', { method: 'POST' }, 405],
    ['/iiif/image/x/', {}, 301],
    ['/iiif/%zz/manifest', {}, 400],
    ['/iiif/nothing/manifest', {}, 404],
  ] as const) {
    const answer = await ask(app, path, init);
    assert.equal(answer.status, status, path);
    assert.equal(answer.headers.get('access-control-allow-origin'), '*', path);
  }
});

test('a text that was written is written anew when somebody it names is no longer public', async () => {
  const room = fakeReadingRoom();
  const app = open(room);
  const path = `/document/${ID.document}`;
  const link = new RegExp(`<p[^>]*>[^]*<a href="/person/${ID.person}/[^"]*">[^<]*</a>`);
  const textsOf = (page: string): string =>
    page.slice(page.indexOf('<article class="texts'), page.indexOf('</article>'));
  assert.match(textsOf(await (await ask(app, path)).text()), link);
  const found = await room.read(ID.document);
  assert.ok(found.kind === 'found');
  const labels = new Map([...found.page.labels].filter(([id]) => id !== ID.person));
  room.answers.set(ID.document, { ...found, page: { ...found.page, labels } });
  room.change();
  const after = textsOf(await (await ask(app, path)).text());
  assert.ok(after.length > 500);
  assert.doesNotMatch(after, new RegExp(ID.person));
});

test('notes of texts side by side stand each in the column of its text, and are named', async () => {
  const page = await (await ask(open(), `/document/${ID.document}`)).text();
  const [, row = ''] = /<div class="pair of-notes"><span><\/span>([^]*?)<\/article>/.exec(page) ?? [];
  assert.match(row, /^<div class="of c-0[^>]*>.*<\/div><div class="of c-1[^>]*>/s);
  assert.match(row, /<p class="notes-name"[^>]*>Notes, /);
});
