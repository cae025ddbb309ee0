import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { z } from 'zod';
import { fakeReadingRoom, type FakeRoom } from '../../test/support/fake-reading-room.ts';
import { fakeId, ID } from '../../test/support/fake-records.ts';
import { en } from '../words/en.ts';
import { createApp, type App } from './app.ts';
import { loadAssets, type Assets } from './assets.ts';

let assets: Assets;
before(async () => {
  assets = await loadAssets();
});

const open = (room: FakeRoom = fakeReadingRoom()): App => createApp(room, { mode: 'live', assets });
const ask = (app: App, path: string, init?: RequestInit): Promise<Response> =>
  app.fetch(new Request(`https://archive.example${path}`, init));

test('what goes wrong at a reader’s address is told as problem details to who accepts no page, and by a page to others', async () => {
  const room = fakeReadingRoom();
  const withdrawn = fakeId('document', 4);
  room.answers.set(withdrawn, { kind: 'withdrawn', id: withdrawn, reason: 'a later retyping', at: 'x' });
  const app = open(room);
  const cases: readonly [string, RequestInit, number, object][] = [
    ['/nowhere/at-all', {}, 404, {}],
    [`/collection/${ID.collection}/page/zz`, {}, 404, {}],
    [`/document/${withdrawn}/v/1`, {}, 410, { id: withdrawn, reason: 'a later retyping' }],
    ['/document/%FF', {}, 400, {}],
    ['/about', { method: 'DELETE' }, 405, {}],
  ];
  for (const [path, init, status, more] of cases) {
    for (const accept of ['application/json', 'application/ld+json, text/html;q=0', 'image/png']) {
      const answer = await ask(app, path, { ...init, headers: { accept } });
      const told = z.looseObject({ status: z.number(), title: z.string() }).parse(await answer.json());
      assert.equal(answer.headers.get('content-type'), 'application/problem+json', path);
      assert.deepEqual([answer.status, told.status], [status, status], path);
      assert.deepEqual({ ...told, ...more }, told, path);
      assert.match(answer.headers.get('vary') ?? '', /\baccept\b(?!-)/, path);
      assert.equal(answer.headers.get('access-control-allow-origin'), '*', path);
    }
    for (const accept of ['text/html,*/*;q=0.8', '*/*', 'application/json, text/html;q=0.1']) {
      const answer = await ask(app, path, { ...init, headers: { accept } });
      assert.equal(answer.status, status, path);
      assert.match(answer.headers.get('vary') ?? '', /\baccept\b(?!-)/, path);
      if (status !== 405) assert.match(answer.headers.get('content-type') ?? '', /^text\/html/, path);
    }
  }
});

test('when the world fails, who accepts no page hears it as a program', async () => {
  const room = fakeReadingRoom();
  const app = createApp(room, { mode: 'live', assets, log: () => undefined });
  room.breakDown();
  const answer = await ask(app, `/document/${ID.document}/v/1`, { headers: { accept: 'application/json' } });
  assert.deepEqual(
    [answer.status, answer.headers.get('content-type'), answer.headers.get('vary')],
    [503, 'application/problem+json', 'accept, accept-encoding'],
  );
});

test('a search is had in the form that is accepted, at its own address', async () => {
  const app = open();
  for (const [accept, to] of [
    ['application/json', '/search.json?q=a+b&type=Note'],
    ['text/csv, */*;q=0.1', '/search.csv?q=a+b&type=Note'],
    ['application/atom+xml', '/search.atom?q=a+b&type=Note'],
  ] as const) {
    const answer = await ask(app, '/search?q=a+b&type=Note', { headers: { accept } });
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, to]);
    assert.match(answer.headers.get('vary') ?? '', /\baccept\b(?!-)/);
  }
  const page = await ask(app, '/search?q=a+b', { headers: { accept: 'text/html,*/*;q=0.8' } });
  assert.deepEqual([page.status, page.headers.get('vary')], [200, 'accept, accept-encoding']);
});

test('two slashes after a language lead to no other site', async () => {
  const words = new Map([
    ['en', en],
    ['ru', en],
  ]);
  const room = fakeReadingRoom();
  const settings = { ...room.settings, languages: ['en', 'ru'] };
  const app = createApp({ ...room, settings }, { mode: 'live', assets, words });
  for (const path of [`/ru//evil.example/document/${ID.document}`, '/ru//evil.example/x/'])
    assert.doesNotMatch(
      JSON.stringify([...(await ask(app, path)).headers]) + (await (await ask(app, path)).text()),
      /https?:\/\/evil/,
      path,
    );
  assert.equal((await ask(app, `/ru//evil.example/document/${ID.document}`)).status, 404);
});

test('who has whatever there is (If-None-Match: *) hears of what is there that it has it, and of nothing that it is not', async () => {
  const room = fakeReadingRoom();
  const withdrawn = fakeId('document', 4);
  room.answers.set(withdrawn, { kind: 'withdrawn', id: withdrawn, reason: 'a later retyping', at: 'x' });
  const app = open(room);
  const headers = { 'if-none-match': '*' };
  for (const [path, status] of [
    ['/collections', 304],
    ['/collections', 304],
    ['/nowhere', 404],
    [`/document/${fakeId('document', 9)}/x`, 404],
    [`/document/${fakeId('document', 9)}.json`, 404],
    [`/document/${withdrawn}.tei`, 410],
    ['/people/page/zz', 404],
  ] as const)
    assert.equal((await ask(app, path, { headers })).status, status, path);
});
