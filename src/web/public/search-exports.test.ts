import { parse } from 'csv-parse/sync';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeReadingRoom } from '../../../test/support/fake-reading-room.ts';
import { fakeId, fakeRecords, ID } from '../../../test/support/fake-records.ts';
import type { ArchiveRecord } from '../../core/record.ts';
import type { RecordId } from '../../core/id.ts';
import { createApp, type App } from '../app.ts';

/** As many documents, each like the one that the tests have. */
function many(count: number): Map<RecordId, ArchiveRecord> {
  const like = fakeRecords.get(ID.document);
  assert.ok(like);
  return new Map(Array.from({ length: count }, (_, at) => [fakeId('document', at + 1), like]));
}

const appOf = (records = fakeRecords): App => createApp(fakeReadingRoom(records), { mode: 'live' });
const linesOf = (text: string): string[][] => parse(text, { bom: true });

test('each form says what it is', async () => {
  const app = appOf();
  const types: readonly [string, string][] = [
    ['/search.csv?q=falk', 'text/csv; charset=utf-8; header=present'],
    ['/search.ris?q=falk', 'application/x-research-info-systems; charset=utf-8'],
    ['/search.atom?q=falk', 'application/atom+xml; charset=utf-8'],
  ];
  for (const [address, type] of types) {
    const answer = await app.request(address);
    assert.equal(answer.status, 200, address);
    assert.equal(answer.headers.get('content-type'), type);
    assert.equal(answer.headers.get('link'), null);
    assert.match(await answer.text(), /Falk, Henriette/);
  }
});

test('addresses in every form are whole', async () => {
  const app = appOf();
  const at = `https://archive.example/document/${ID.document}/record-by-dr-falk`;
  assert.ok((await (await app.request('/search.csv')).text()).includes(at));
  assert.ok((await (await app.request('/search.ris')).text()).includes(`UR  - ${at}\r\n`));
  const feed = await (await app.request('/search.atom?q=falk&sort=title')).text();
  assert.ok(feed.includes(`href="${at}"`));
  assert.ok(feed.includes(`<id>https://archive.example/document/${ID.document}</id>`));
  assert.ok(feed.includes('<id>https://archive.example/search.atom?q=falk</id>'));
  assert.ok(feed.includes('href="https://archive.example/search?q=falk&amp;sort=opened"'));
});

test('a file has no more than a thousand results, says which, and leads to the next', async () => {
  const app = appOf(many(1001));
  const first = await app.request('/search.csv?q=falk');
  assert.equal(linesOf(await first.text()).length, 1001);
  assert.match(first.headers.get('content-disposition') ?? '', /"results-1-1000-of-1001\.csv"/);
  assert.equal(first.headers.get('link'), '<https://archive.example/search.csv?q=falk&page=2>; rel="next"');
  const second = await app.request('/search.csv?q=falk&page=2');
  assert.equal(linesOf(await second.text()).length, 2);
  assert.match(second.headers.get('content-disposition') ?? '', /"results-1001-1001-of-1001\.csv"/);
  assert.equal(second.headers.get('link'), '<https://archive.example/search.csv?q=falk>; rel="prev"');
  const ris = await (await app.request('/search.ris?q=falk')).text();
  assert.equal(ris.match(/^TY {2}- /gm)?.length, 1000);
  assert.equal((await app.request('/search.csv?q=falk&page=3')).status, 404);
});

test('a feed has fifty entries, and leads on', async () => {
  const app = appOf(many(51));
  const text = await (await app.request('/search.atom?q=falk')).text();
  assert.equal(text.match(/<entry>/g)?.length, 50);
  assert.ok(
    text.includes(
      'rel="next" type="application/atom+xml" href="https://archive.example/search.atom?q=falk&amp;page=2"',
    ),
  );
  const last = await (await app.request('/search.atom?q=falk&page=2')).text();
  assert.equal(last.match(/<entry>/g)?.length, 1);
  assert.ok(!last.includes('rel="next"'));
});

test('what nothing answers to is an empty file and a feed to wait with', async () => {
  const app = appOf();
  assert.equal(linesOf(await (await app.request('/search.csv?q=qwertz')).text()).length, 1);
  assert.equal(await (await app.request('/search.ris?q=qwertz')).text(), '');
  const feed = await (await app.request('/search.atom?q=qwertz')).text();
  assert.match(feed, /<updated>2026-01-02T03:04:05Z<\/updated>/);
});

test('the page of results leads to each form, and its head to the feed', async () => {
  const app = appOf();
  for (const query of ['falk', 'qwertz']) {
    const page = await (await app.request(`/search?q=${query}&sort=latest`)).text();
    assert.ok(
      page.includes(`<link rel="alternate" type="application/atom+xml" href="/search.atom?q=${query}">`),
    );
    assert.equal(page.includes(`href="/search.csv?q=${query}&amp;sort=latest"`), query === 'falk');
    assert.ok(page.includes(`href="/search.json?q=${query}&amp;sort=latest"`));
  }
  const long = await (await appOf(many(1001)).request('/search?q=falk')).text();
  assert.ok(long.includes('href="/search.csv?q=falk&amp;page=2"'));
});

test('a facet’s further values have a page, with a box that asks among them', async () => {
  const app = appOf();
  const page = await (await app.request('/search?q=falk')).text();
  assert.ok(page.includes('href="/search?q=falk&amp;facet=person"'));
  assert.ok(page.includes(`href="/search?q=falk&amp;person=-${ID.person}"`));
  const all = await (await app.request('/search?q=falk&facet=person')).text();
  assert.ok(all.includes(`href="/search?q=falk&amp;person=${ID.person}"`));
  assert.ok(all.includes(`href="/search?q=falk&amp;person=-${ID.person}"`));
  assert.match(
    all,
    /<input type="hidden" name="q" value="falk"><input type="hidden" name="facet" value="person">/,
  );
  assert.match(all, /<input id="among" name="among"/);
  const none = await (await app.request('/search?q=falk&facet=person&among=zzz')).text();
  assert.doesNotMatch(none, new RegExp(`person=${ID.person}`));
  assert.match(none, /value="zzz"/);
  assert.equal((await app.request('/search?q=falk&facet=person&page=9')).status, 404);
});
