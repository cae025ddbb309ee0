import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { fakeReadingRoom, type FakeRoom } from '../../test/support/fake-reading-room.ts';
import { fakeId, fakeRecords, ID } from '../../test/support/fake-records.ts';
import { HOSTILE, hostileRecords } from '../../test/support/hostile.ts';
import { createApp, type App } from './app.ts';
import { loadAssets, type Assets } from './assets.ts';

let assets: Assets;
before(async () => {
  assets = await loadAssets();
});

const open = (room: FakeRoom = fakeReadingRoom()): App => createApp(room, { mode: 'live', assets });
const ask = (app: App, path: string, init?: RequestInit): Promise<Response> =>
  app.fetch(new Request(`https://archive.example${path}`, init));

const PAGES: readonly string[] = [
  '/',
  '/collections',
  `/collection/${ID.collection}`,
  `/collection/${ID.collection}/any-slug`,
  `/collection/${ID.collection}/matter/preface`,
  `/document/${ID.document}`,
  `/document/${ID.document}/v/1`,
  `/document/${ID.withheld}`,
  `/person/${ID.person}`,
  `/organization/${ID.office}`,
  `/place/${ID.place}`,
  `/subject/${ID.subject}`,
  `/term/${ID.term}`,
  `/event/${ID.event}`,
  `/repository/${ID.repository}`,
  '/people',
  '/people/F',
  '/organizations',
  '/places',
  '/subjects',
  '/terms',
  '/events',
  '/repositories',
  `/source/${ID.repository}`,
  `/source/${ID.repository}/Af%C3%84/112~a`,
  '/search',
  '/search?q=falk&person=-*&date=1957..1958&title=tea&type=-Letter',
  '/search?q=nothing-has-this-word',
  '/about',
  '/rights',
  '/help',
  '/help/search',
];

test('every page answers 200, with a title, a description of itself and no word left open', async () => {
  const app = open();
  for (const path of PAGES) {
    const answer = await ask(app, path);
    const page = await answer.text();
    assert.equal(answer.status, 200, path);
    assert.match(answer.headers.get('content-type') ?? '', /^text\/html/, path);
    assert.match(page, /<title>[^<]+ · Test archive<\/title>|<title>Test archive<\/title>/, path);
    assert.equal(page.match(/<h1[ >]/g)?.length, 1, `${path}: one h1`);
    assert.doesNotMatch(page, /undefined|\[object |NaN|=> /, path);
    if (!/^\/search|\/v\//.test(path))
      assert.match(page, /<link rel="canonical" href="https:\/\/archive\.example\//, path);
  }
});

test('no page holds a style, a script or a handler of its own, nor an id twice', async () => {
  const app = open();
  for (const path of PAGES) {
    const page = await (await ask(app, path)).text();
    assert.doesNotMatch(page, /<[^>]+ style=|<[^>]+ on[a-z]+=|<script|<style|javascript:/i, path);
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
    assert.deepEqual(
      ids.filter((id, at) => ids.indexOf(id) !== at),
      [],
      path,
    );
  }
});

test('every link within the archive leads somewhere, and every anchor stands on its page', async () => {
  const app = open();
  const seen = new Set<string>();
  const queue = [...PAGES];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const answer = await ask(app, path);
    assert.ok([200, 303].includes(answer.status), `${answer.status} ${path}`);
    if (!(answer.headers.get('content-type') ?? '').startsWith('text/html')) continue;
    const page = await answer.text();
    for (const [, link = ''] of page.matchAll(/(?:href|src|action)="([^"]*)"/g)) {
      const to = link.replaceAll('&amp;', '&').replaceAll('&#39;', "'");
      if (to.startsWith('#')) assert.ok(page.includes(` id="${to.slice(1)}"`), `${path}: ${to}`);
      else if (to.startsWith('/') && seen.size + queue.length < 600) queue.push(to.split('#')[0] ?? to);
    }
  }
  assert.ok(seen.size > PAGES.length);
});

test('whatever a stranger wrote is written as text', async () => {
  const app = open(
    fakeReadingRoom(hostileRecords(fakeRecords), {
      name: `N${HOSTILE}`,
      motto: HOSTILE,
      notice: HOSTILE,
      about: HOSTILE,
    }),
  );
  for (const path of [
    ...PAGES,
    `/nothing/${encodeURIComponent(HOSTILE)}`,
    `/search?q=${encodeURIComponent(HOSTILE)}&type=${encodeURIComponent(HOSTILE)}`,
  ]) {
    const page = await (await ask(app, path)).text();
    assert.doesNotMatch(page, /<script|<img src=x/i, path);
    const bare = page.replace(/"[^"]*"/g, '""');
    assert.doesNotMatch(bare, /<[a-z][^<>]* (on[a-z]+|style|src=x)\b/i, path);
    assert.doesNotMatch(bare, /'>|\$\{x\}"/, path);
  }
});

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
    ['/document/8214.json', 301, `/document/${ID.document}.json`],
    [`/document/${ID.document}.json.`, 404, /Nothing stands at this address/],
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
    ['/srv/file/not-a-digest', 404, /Nothing stands/],
    [`/srv/file/${'b'.repeat(64)}`, 404, /Nothing stands/],
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
    ['q=x&add=1', '/search?q=x&row=person:is'],
    ['q=&field=place&condition=is&value=&value2=&add=1', '/search?row=place:is&row=person:is'],
    ['q=x&type=Note&date=1900&year-from=1945&year-to=1950', '/search?q=x&date=1945..1950&type=Note'],
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

test('a language that is switched on stands before every address', async () => {
  const { en } = await import('../words/en.ts');
  const room = fakeReadingRoom(fakeRecords, { languages: ['en', 'fr', 'xx'] });
  const french = { ...en, language: { tag: 'fr', direction: 'ltr' as const } };
  const app = createApp(room, {
    mode: 'live',
    assets,
    words: new Map([
      ['en', en],
      ['fr', french],
    ]),
  });
  const page = await (await ask(app, '/fr/collections')).text();
  assert.match(page, /<html lang="fr"/);
  assert.match(page, /href="\/fr\/collection\//);
  assert.match(page, /rel="canonical" href="https:\/\/archive\.example\/fr\/collections"/);
  assert.equal((await ask(app, '/fr')).status, 200);
  assert.equal((await ask(app, '/xx/collections')).status, 404, 'a language without words');
});

test('without a server there is no search to lead to', async () => {
  const app = createApp(fakeReadingRoom(), { mode: 'static', assets });
  for (const path of PAGES.filter((one) => !one.startsWith('/search'))) {
    const answer = await ask(app, path);
    const page = await answer.text();
    assert.equal(answer.status, 200, path);
    assert.doesNotMatch(page, /(href|action)="\/search/, path);
  }
});

test('the two fonts that every page begins with are under 40 KB together', () => {
  const sizes = assets.preloads.map(
    (path) => assets.files.get(path.split('/').at(-1) ?? '')?.bytes.byteLength ?? Number.NaN,
  );
  assert.ok(sizes.reduce((sum, one) => sum + one, 0) < 40_000, String(sizes));
  assert.equal(sizes.length, 2);
});

test('every file that the style asks for is served', () => {
  const style = new TextDecoder().decode(assets.files.get('site.css')?.bytes);
  const asked = [...style.matchAll(/url\("([^"]+)"\)/g)].map((match) => match[1] ?? '');
  assert.ok(asked.length > 10);
  assert.deepEqual(
    asked.filter((name) => !assets.files.has(name)),
    [],
  );
});
