import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { OpenArchive } from '../../src/compose.ts';
import type { RecordId } from '../../src/core/id.ts';
import { sampleCollection, sampleDocument, sampleId, samplePerson } from '../../src/core/record.samples.ts';
import { childOf, childrenOf, plainOf, type XmlElement } from '../../src/formats/xml/xml-node.ts';
import { emptyArchive, importLines, ORIGIN, suiteCleanup } from '../support/temp-archive.ts';
import { namesIn, xmlTree } from '../support/xml-tree.ts';

const doc = (n: number): RecordId => sampleId('document', n);
const [whole, part] = [sampleId('collection', 1), sampleId('collection', 2)];
const STAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const text = (element: XmlElement | undefined, name: string): string => plainOf(childOf(element, name));

describe('lists of everything, and of what is new', () => {
  let archive: OpenArchive;
  const cleanup = suiteCleanup(after);
  before(async () => {
    const opened = await emptyArchive(cleanup);
    archive = opened.archive;
    const documents = Array.from({ length: 60 }, (_, n) => ({
      id: doc(n),
      record: sampleDocument(`Document <${n}> & more`, {
        collections: n % 2 === 0 ? [{ collection: part, sequence: n }] : [],
      }),
    }));
    const collections = [
      { id: whole, record: sampleCollection('Whole') },
      { id: part, record: sampleCollection('Part', { parents: [{ collection: whole, sequence: 1 }] }) },
    ];
    const person = { id: sampleId('agent', 1), record: samplePerson('A person') };
    await importLines(opened, [...collections, person, ...documents], true);
    await importLines(opened, [{ id: doc(99), record: sampleDocument('A draft') }], false);
    for (const n of [0, 1]) assert.ok((await archive.withdraw(doc(n), 'A mistake.', { by: 'test' })).ok);
  });

  const listAt = async (address: string, type: string): Promise<XmlElement> => {
    const answer = await archive.app.request(address);
    assert.equal(answer.status, 200, address);
    assert.equal(answer.headers.get('content-type'), `${type}; charset=utf-8`);
    return xmlTree(await answer.text());
  };
  const sitemapAt = (address: string) => listAt(address, 'application/xml');
  const pathOf = (address: string): string => address.replace(ORIGIN, '');

  test('the sitemap leads to every public page once, and to no other', async () => {
    const index = await sitemapAt('/sitemap.xml');
    assert.equal(index.attributes['xmlns'], 'http://www.sitemaps.org/schemas/sitemap/0.9');
    const parts = childrenOf(index, 'sitemap');
    assert.deepEqual(
      parts.map((one) => pathOf(text(one, 'loc'))),
      ['/sitemap/pages.xml', '/sitemap/a.xml', '/sitemap/c.xml', '/sitemap/d.xml'],
    );
    const addresses: string[] = [];
    for (const one of parts) {
      const latest = text(one, 'lastmod');
      for (const url of childrenOf(await sitemapAt(pathOf(text(one, 'loc'))), 'url')) {
        assert.deepEqual(namesIn(url), latest === '' ? ['loc'] : ['loc', 'lastmod']);
        addresses.push(pathOf(text(url, 'loc')));
        if (latest === '') continue;
        assert.match(text(url, 'lastmod'), STAMP);
        assert.ok(text(url, 'lastmod') <= latest);
      }
    }
    assert.equal(addresses.filter((one) => one.startsWith('/document/')).length, 58);
    assert.equal(new Set(addresses).size, addresses.length);
    for (const page of ['/data', '/api', '/quote']) assert.ok(addresses.includes(page), page);
    for (const address of addresses) assert.equal((await archive.app.request(address)).status, 200, address);
  });

  for (const part of [
    'e.xml',
    'd9.json',
    'x.xml',
    'd',
    '.xml',
    'dddddddd.xml',
    'd%00.xml',
    'D.xml',
    'd~.xml',
  ])
    test(`no part of the sitemap: ${part}`, async () =>
      assert.equal((await archive.app.request(`/sitemap/${part}`)).status, part.includes('%') ? 400 : 404));

  test('parts within a part are had too, so that what is found once stays found', async () => {
    const within = doc(5).slice(0, 3);
    const urls = childrenOf(await sitemapAt(`/sitemap/${within}.xml`), 'url');
    assert.ok(urls.some((url) => text(url, 'loc').includes(doc(5))));
    assert.ok(urls.every((url) => text(url, 'loc').includes(`/document/${within}`)));
  });

  test('the feed of the archive tells what was opened last, and what was taken back', async () => {
    const feed = await listAt('/feed.atom', 'application/atom+xml');
    const entries = childrenOf(feed, 'entry');
    assert.equal(entries.length, 48);
    assert.equal(new Set(entries.map((one) => text(one, 'id'))).size, 48);
    assert.ok(
      entries.every((one) =>
        /^https:\/\/archive\.example\/(?:document|collection)\/\w{10}$/.test(text(one, 'id')),
      ),
    );
    const gone = childrenOf(feed, 'at:deleted-entry').map(({ attributes }) => attributes['ref']);
    assert.deepEqual(gone.sort(), [0, 1].map((n) => `${ORIGIN}/document/${doc(n)}`).sort());
    const updated = entries.map((one) => text(one, 'updated'));
    assert.deepEqual(updated, [...updated].sort().reverse());
    const tombs = childrenOf(feed, 'at:deleted-entry').map(({ attributes }) => attributes['when'] ?? '');
    assert.equal(text(feed, 'updated'), [...updated, ...tombs].sort().at(-1));
  });

  test('the feed of a collection tells of those within it, and not of what is gone', async () => {
    const feed = await listAt(`/collection/${whole}/feed.atom`, 'application/atom+xml');
    assert.equal(childrenOf(feed, 'entry').length, 31);
    assert.equal(childrenOf(feed, 'at:deleted-entry').length, 0);
    assert.match(text(feed, 'title'), /^Whole: /);
  });

  test('the same in RSS', async () => {
    for (const [address, count] of [
      ['/feed.rss', 48],
      [`/collection/${part}/feed.rss`, 30],
      ['/search.rss?q=document', 50],
    ] as const) {
      const channel = childOf(await listAt(address, 'application/rss+xml'), 'channel');
      assert.equal(text(channel, 'link').startsWith(ORIGIN), true);
      const items = childrenOf(channel, 'item');
      assert.equal(items.length, count, address);
      for (const item of items) {
        assert.equal(childOf(item, 'guid')?.attributes['isPermaLink'], 'true');
        assert.equal(new Date(text(item, 'pubDate')).toUTCString(), text(item, 'pubDate'));
      }
    }
  });

  test('whoever keeps a copy in step finds everything, and what changed, from one address', async () => {
    const next = async (from: XmlElement, capability: string): Promise<XmlElement> => {
      const urls = childrenOf(from, 'url');
      const one = urls.find((url) => childOf(url, 'rs:md')?.attributes['capability'] === capability);
      return sitemapAt(pathOf(text(one, 'loc')));
    };
    const source = await sitemapAt('/.well-known/resourcesync');
    const capabilities = await next(source, 'capabilitylist');
    const everything = await next(capabilities, 'resourcelist');
    const kept = new Set<string>();
    for (const part of childrenOf(everything, 'sitemap')) {
      const list = await sitemapAt(pathOf(text(part, 'loc')));
      const links = childrenOf(list, 'rs:ln').map(({ attributes }) => [
        attributes['rel'],
        attributes['href'],
      ]);
      const addressOf = (name: string): string => `${ORIGIN}/resourcesync/${name}.xml`;
      assert.deepEqual(links, [
        ['up', addressOf('capabilitylist')],
        ['index', addressOf('resourcelist')],
      ]);
      for (const url of childrenOf(list, 'url')) kept.add(text(url, 'loc'));
    }
    assert.equal(kept.size, 60);
    for (const address of kept)
      assert.equal((await archive.app.request(pathOf(address))).status, 200, address);
    const changes = childrenOf(await next(capabilities, 'changelist'), 'url');
    const changed = changes.map((url) => childOf(url, 'rs:md')?.attributes ?? {});
    assert.equal(changed.filter(({ change }) => change === 'updated').length, 60);
    assert.equal(changed.filter(({ change }) => change === 'deleted').length, 2);
    const times = changed.map(({ datetime = '' }) => datetime);
    assert.deepEqual(times, [...times].sort());
    for (const url of changes.slice(-2))
      assert.equal((await archive.app.request(pathOf(text(url, 'loc')))).status, 410);
  });

  test('pages name the feeds that say the same', async () => {
    for (const [page, feed] of [
      ['/', '/feed'],
      ['/new', '/feed'],
      [`/collection/${whole}/whole`, `/collection/${whole}/feed`],
    ] as const) {
      const html = await (await archive.app.request(page)).text();
      for (const form of ['atom', 'rss'])
        assert.ok(
          html.includes(`<link rel="alternate" type="application/${form}+xml" href="${feed}.${form}">`),
          page,
        );
    }
  });

  for (const address of [
    `/collection/${sampleId('collection', 9)}/feed.atom`,
    `/collection/${doc(5)}/feed.rss`,
    '/collection/nonsense/feed.atom',
  ])
    test(`no feed: ${address}`, async () => {
      const answer = await archive.app.request(address);
      assert.equal(answer.status, 404);
      assert.equal(answer.headers.get('content-type'), 'application/problem+json');
    });
});
