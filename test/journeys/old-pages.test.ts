import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createApp } from '../../src/web/app.ts';
import { emptyArchive, ORIGIN, suiteCleanup } from '../support/temp-archive.ts';
import { fillWithOldRecords, OLD_RECORDS as R } from './old-client-archive.ts';

describe('addresses of pages that were linked to before', () => {
  const cleanup = suiteCleanup(after);
  let opened: Awaited<ReturnType<typeof emptyArchive>>;
  before(async () => {
    opened = await emptyArchive(cleanup);
    await fillWithOldRecords(opened);
  });
  const ask = async (path: string): Promise<Response> => opened.archive.app.fetch(new Request(ORIGIN + path));

  const moves: readonly (readonly [path: string, to: string])[] = [
    ['/document/208400', `/document/${R.plain}/lamp-oil-for-the-northern-light`],
    ['/document/208400.ris', `/document/${R.plain}.ris`],
    ['/document/208400/any-slug', `/document/${R.plain}/lamp-oil-for-the-northern-light`],
    ['/collection/105/lamps', `/collection/${R.outer}/lamps-of-the-strait`],
    ['/person/105', `/person/${R.author}/kell-anna`],
    ['/subject/105/lighthouses', `/subject/${R.subject}/lighthouses-supplies`],
    ['/repository/81', `/repository/${R.archive}/lamp-archive`],
    ['/contributor/105', `/person/${R.author}/kell-anna`],
    ['/contributor/7/press', `/organization/${R.press}/kell-press`],
    ['/coverage/295', `/place/${R.region}/the-strait`],
    [`/coverage/${R.town}`, `/place/${R.town}/marsa`],
    ['/theme/lamps-of-the-strait', `/collection/${R.outer}/lamps-of-the-strait`],
    ['/theme/105/any-slug', `/collection/${R.outer}/lamps-of-the-strait`],
    ['/search-results', '/search'],
    ['/search-results?q=oil', '/search?q=oil'],
    [
      `/search-results/1/${encodeURIComponent('{"search-in":"all","term":"oil & light"}')}?recordType=Record`,
      '/search?q=oil+%26+light&in=documents',
    ],
    [
      `/search-results/3/${encodeURIComponent('{"search-in":"title","term":"oil"}')}`,
      '/search?q=oil&in=titles',
    ],
    [
      `/search-results/1/${encodeURIComponent('{"term":"oil","collection":["105"],"start_date":"19500101"}')}?recordType=Collection`,
      `/search?q=oil&in=collections&collection=${R.outer}&date=1950..!`,
    ],
    [`/search-results/1/${encodeURIComponent('{"term":')}`, '/search'],
    [`/search-results/1/${encodeURIComponent('[1,{"term":{"a":1}}]')}`, '/search'],
  ];
  for (const [path, to] of moves)
    test(`${decodeURIComponent(path)} leads to ${to}`, async () => {
      const answer = await ask(path);
      assert.deepEqual([answer.status, answer.headers.get('location')], [301, to]);
    });

  test('a page of what was withdrawn or never was there says so', async () => {
    const answered = await Promise.all(
      ['/contributor/999', '/theme/nothing', '/coverage/105'].map((path) => ask(path)),
    );
    assert.deepEqual(
      answered.map(({ status }) => status),
      [404, 404, 404],
    );
  });

  test('one setting turns all of it off, and nothing else', async () => {
    const { room } = opened.archive;
    const app = createApp({ ...room, settings: { ...room.settings, oldAddresses: false } }, { mode: 'live' });
    const paths = [
      '/srv/record.json',
      '/srv/record/208400.json',
      '/srv/record/date_range.json',
      '/srv/collection/105.json',
      '/srv/subject.json',
      '/contributor/105',
      '/theme/105',
      '/search-results?q=oil',
      `/srv/media/${R.scanned}-s1.pdf`,
    ];
    for (const path of paths) assert.equal((await app.request(path)).status, 404, path);
    assert.equal((await app.request('/document/208400')).status, 301);
    assert.equal((await app.request('/search.json?q=oil')).status, 200);
  });
});
