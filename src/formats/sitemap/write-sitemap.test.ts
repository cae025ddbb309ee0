import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namesIn, xmlTree } from '../../../test/support/xml-tree.ts';
import { childOf, childrenOf, plainOf } from '../xml/xml-node.ts';
import { writeSitemap, writeSitemapIndex } from './write-sitemap.ts';

const address = 'https://archive.example/document/d1?a=1&b=<2>';

test('an address with when it changed, and pictures', async () => {
  const images = ['https://archive.example/1.jpg', 'https://archive.example/2.jpg?a&b'];
  const root = await xmlTree(writeSitemap([{ address, changed: '2026-01-02T03:04:05.678Z', images }]));
  const url = childOf(root, 'url');
  assert.ok(url);
  assert.deepEqual(namesIn(url), ['loc', 'lastmod', 'image:image', 'image:image']);
  assert.equal(plainOf(childOf(url, 'loc')), address);
  assert.deepEqual(
    childrenOf(url, 'image:image').map((one) => plainOf(childOf(one, 'image:loc'))),
    images,
  );
  assert.equal(root.attributes['xmlns:image'], 'http://www.google.com/schemas/sitemap-image/1.1');
});

test('where there are no pictures, there is no word of them', () =>
  assert.doesNotMatch(writeSitemap([{ address }]), /image/));

test('a list for those who keep copies says what it is, of when, and what stands above it', async () => {
  const changed = '2026-01-02T03:04:05.678Z';
  const root = await xmlTree(
    writeSitemap([{ address, changed, change: 'deleted' }], {
      capability: 'changelist',
      from: changed,
      up: 'https://archive.example/up.xml',
    }),
  );
  assert.deepEqual(namesIn(root), ['rs:ln', 'rs:md', 'url']);
  assert.deepEqual(childOf(root, 'rs:md')?.attributes, { capability: 'changelist', from: changed });
  assert.deepEqual(childOf(childOf(root, 'url'), 'rs:md')?.attributes, {
    change: 'deleted',
    datetime: changed,
  });
});

test('a list of lists', async () => {
  const root = await xmlTree(writeSitemapIndex([{ address }, { address }]));
  assert.equal(root.name, 'sitemapindex');
  assert.deepEqual(namesIn(root), ['sitemap', 'sitemap']);
});
