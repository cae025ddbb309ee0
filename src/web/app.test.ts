import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { fakeReadingRoom, type FakeRoom } from '../../test/support/fake-reading-room.ts';
import { fakeRecords, ID } from '../../test/support/fake-records.ts';
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
  '/new',
  '/types',
  '/languages',
  '/timeline',
  '/timeline/1957',
  '/timeline/1957-12',
  `/collection/${ID.collection}/timeline`,
  `/collection/${ID.collection}/timeline/1957`,
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
    assert.doesNotMatch(
      page,
      /<[^>]+ style=|<[^>]+ on[a-z]+=|<script(?! type="application\/ld\+json">|(?: type="module")? src="\/assets\/)|<style|javascript:/i,
      path,
    );
    assert.doesNotMatch(page, /<a (?![^>]*aria-label)[^>]*>\s*<\/a>|<th[^>]*><\/th>/, path);
    for (const link of page.split('<a ').slice(1))
      assert.ok(link.includes('</a>'), `${path}: a link within a link`);
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

/** A tag, its attributes in double quotes. */
const TAG = /<\/?[!a-z](?:[^"<>]|"[^"]*")*>/gi;

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
    assert.doesNotMatch(
      page,
      /<script(?! type="application\/ld\+json">|(?: type="module")? src="\/assets\/)|<img src=x/i,
      path,
    );
    const tags = page.match(TAG) ?? [];
    assert.ok(tags.length > 20, path);
    for (const tag of tags)
      assert.doesNotMatch(
        tag.replace(/"[^"]*"/g, '""'),
        / (on[a-z]+|style|src=x)\b|alert/i,
        `${path}: ${tag}`,
      );
    assert.doesNotMatch(page.replace(TAG, ''), /[<>]/, `${path}: nothing between tags is markup`);
  }
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
