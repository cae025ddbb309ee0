import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeReadingRoom } from '../../test/support/fake-reading-room.ts';
import { ID } from '../../test/support/fake-records.ts';
import { QUOTAS } from './allowance.ts';
import { createApp } from './app.ts';
import { costOf } from './neighbours.ts';
import { ROUTES } from './routes.ts';

const CROWD = '203.0.113.7';

function site(proxies?: number) {
  const clock = { ms: 0 };
  const room = fakeReadingRoom();
  const settings = { ...room.settings, ...(proxies === undefined ? {} : { proxies }) };
  const app = createApp({ ...room, settings }, { mode: 'live', neighbours: { clockMs: () => clock.ms } });
  const ask = (path: string, from?: string, headers: Record<string, string> = {}): Promise<Response> =>
    app.fetch(new Request(`https://archive.example${path}`, { headers }), from);
  const exhaust = async (path: string, times: number): Promise<void> => {
    for (let at = 0; at < times; at++) assert.notEqual((await ask(path, CROWD)).status, 429);
  };
  return { ask, exhaust, clock };
}

test('a program that asks too much is told when it may come again, and where everything is', async () => {
  const { ask, exhaust, clock } = site();
  await exhaust('/search.json?q=falk', QUOTAS.asking.quota);
  const refused = await ask('/search.json?q=falk', CROWD);
  assert.equal(refused.status, 429);
  assert.equal(refused.headers.get('content-type'), 'application/problem+json');
  assert.equal(refused.headers.get('retry-after'), '1');
  assert.equal(refused.headers.get('ratelimit'), '"asking";r=0;t=1');
  assert.equal(refused.headers.get('access-control-allow-origin'), '*');
  assert.deepEqual(Object.entries(JSON.parse(await refused.text())).slice(2), [
    ['status', 429],
    [
      'detail',
      'Ask again after the time in the header Retry-After. Whoever wants everything has it in one piece at /data, or by OAI-PMH at /oai.',
    ],
    ['violated-policies', ['asking']],
    ['dumps', 'https://archive.example/data'],
    ['harvest', 'https://archive.example/oai'],
  ]);
  assert.equal((await ask('/search.json?q=falk', '203.0.113.8')).status, 200);
  assert.equal((await ask(`/document/${ID.document}.json`, CROWD)).status, 200);
  clock.ms += 1000;
  assert.equal((await ask('/search.json?q=falk', CROWD)).status, 200);
});

test('a person is told by a page', async () => {
  const { ask, exhaust } = site();
  await exhaust('/help', QUOTAS.reading.quota);
  const refused = await ask('/help', CROWD);
  assert.equal(refused.status, 429);
  assert.match(refused.headers.get('content-type') ?? '', /^text\/html/);
  assert.equal(refused.headers.get('cache-control'), 'no-store');
  const page = await refused.text();
  assert.match(page, /href="\/help" rel="nofollow".*href="\/data".*href="\/oai\?verb=Identify"/s);
  assert.equal((await ask('/assets/x/site.css', CROWD)).status, 404);
});

test('who asks from the house, or who is not told apart, is not counted', async () => {
  const { ask } = site();
  for (let at = 0; at <= QUOTAS.asking.quota; at++) {
    assert.equal((await ask('/search.json?q=falk', '127.0.0.1', { 'x-forwarded-for': CROWD })).status, 200);
    assert.equal((await ask('/search.json?q=falk')).status, 200);
  }
});

test('behind a proxy that was named, who asks is whom it names', async () => {
  const { ask } = site(1);
  const statuses: number[] = [];
  for (let at = 0; at <= QUOTAS.asking.quota; at++) {
    const headers = { 'x-forwarded-for': `${at}, ${CROWD}` };
    statuses.push((await ask('/search.json?q=falk', '127.0.0.1', headers)).status);
  }
  assert.equal(statuses.at(-2), 200);
  assert.equal(statuses.at(-1), 429);
  const other = { 'x-forwarded-for': '203.0.113.8' };
  assert.equal((await ask('/search.json?q=falk', '127.0.0.1', other)).status, 200);
});

test('an answer to a program says what is left', async () => {
  const { ask } = site();
  const answer = await ask(`/document/${ID.document}.json`, CROWD);
  assert.equal(answer.headers.get('ratelimit-policy'), '"reading";q=600;w=60');
  assert.equal(answer.headers.get('ratelimit'), '"reading";r=599;t=1');
  assert.equal((await ask('/help', CROWD)).headers.get('ratelimit'), null);
});

test('every route is counted as what it costs', () => {
  const costs = (path: string, address = path): string | undefined => {
    const route = ROUTES.find((one) => one.path === path);
    return route && costOf(route, address);
  };
  assert.equal(costs('/document/:asked', '/document/d1'), 'reading');
  assert.equal(costs('/document/:asked', '/document/d1.pdf'), 'asking');
  assert.equal(costs('/repository/:asked', '/repository/r1.ead'), 'asking');
  assert.equal(costs('/document/:asked', '/document/d1.ead'), 'reading');
  assert.equal(costs('/search'), 'asking');
  assert.equal(costs('/suggest'), 'reading');
  assert.equal(costs('/iiif/image/:name/:region/:size/:rotation/:form'), 'pictures');
  assert.equal(costs('/assets/:version/:name'), undefined);
});
