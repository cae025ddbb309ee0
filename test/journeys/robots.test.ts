import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { createApp } from '../../src/web/app.ts';
import { fakeReadingRoom } from '../support/fake-reading-room.ts';

let robots = '';
before(async () => {
  const app = createApp(fakeReadingRoom(), { mode: 'live' });
  robots = await (await app.request('/robots.txt')).text();
});

test('they are welcome, and told first where everything is', () => {
  const lines = robots.split('\n');
  assert.match(robots, /^# Welcome/);
  const at = (line: RegExp): number => lines.findIndex((one) => line.test(one));
  const whole = [/\/data$/, /\/oai$/, /\/llms\.txt$/].map(at);
  assert.ok(whole.every((line) => line > 0 && line < at(/^User-agent: \*$/)));
  assert.ok(at(/^Sitemap: http\S+\/sitemap\.xml$/) > 0);
  assert.ok(at(/^Crawl-delay: 1$/) > at(/^User-agent: \*$/));
});

test('they are kept from nothing that is a record', () => {
  const rules = [...robots.matchAll(/^Disallow: (\S+)$/gm)].map(([, rule = '']) => rule);
  assert.ok(rules.length > 0);
  const matches = (rule: string, path: string): boolean =>
    new RegExp(
      `^${rule.replace(/[.*+?^${}()|[\]\\]/g, (sign) => (sign === '*' ? '.*' : `\\${sign}`)).replace(/\\\$$/, '$')}`,
    ).test(path);
  const refused = (path: string): boolean => rules.some((rule) => matches(rule, path));
  for (const path of [
    '/',
    '/search',
    '/document/d123456789/a-note',
    '/document/d123456789/cited-letters-of-an-embassy',
    '/document/d123456789.pdf',
    '/collections',
    '/people/page/2',
    '/data',
    '/oai?verb=Identify',
    '/api/v1/documents',
    '/document/d123456789.json',
    '/sitemap.xml',
    '/llms.txt',
    '/feed.atom',
    '/iiif/d123456789/manifest',
    '/timeline/1945',
    '/map',
  ])
    assert.equal(refused(path), false, path);
  for (const path of [
    '/search?q=tea',
    '/search.csv?q=tea',
    '/document/d123456789/cite',
    '/document/d123456789/cite?style=mla',
    '/document/d123456789/cite/b5',
    '/document/d123456789/v/2/cite',
    '/api/v1/search?q=tea',
    '/api/v1/search/facets/person',
    '/search-results/1/tea',
    '/document/d1/compare/d2',
    '/quote?text=x',
    '/suggest?q=a',
    '/iiif/image/x/full/max/0/default.jpg',
  ])
    assert.equal(refused(path), true, path);
});
