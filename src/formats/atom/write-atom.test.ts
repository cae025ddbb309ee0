import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asPublic } from '../../../test/support/as-public.ts';
import { fakeRecords, ID } from '../../../test/support/fake-records.ts';
import type { Problem } from '../../core/problem.ts';
import { createXmlReader } from '../xml/xml-reader.ts';
import { writeAtom, type Feed } from './write-atom.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The tree of a text that must be well-formed XML. */
function treeOf(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const problems: Problem[] = [];
  const reader = createXmlReader('feed.atom', {
    open: (name, attributes) => {
      const element: Element = { name, attributes, children: [], text: '' };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    close: () => void open.pop(),
    text: (text) => {
      const last = open.at(-1);
      if (last) last.text += text;
    },
    problem: (problem) => void problems.push(problem),
  });
  reader.write(xml);
  reader.end();
  assert.deepEqual(problems, []);
  assert.equal(open.length, 1);
  const [feed] = root.children;
  assert.ok(feed);
  return feed;
}

const each = (of: Element, name: string): readonly Element[] =>
  of.children.filter((child) => child.name === name);
function only(of: Element, name: string): string {
  const found = each(of, name);
  assert.equal(found.length, 1, `one ${name} in ${of.name}`);
  return found[0]?.text ?? '';
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** What RFC 4287 demands (sections 4.1.1 to 4.2.15) of a feed and its entries. */
function checkFeed(feed: Element): void {
  assert.equal(feed.name, 'feed');
  assert.equal(feed.attributes['xmlns'], 'http://www.w3.org/2005/Atom');
  for (const of of [feed, ...each(feed, 'entry')]) {
    assert.ok(URL.canParse(only(of, 'id')), 'an id is an IRI');
    assert.notEqual(only(of, 'title'), '');
    assert.match(only(of, 'updated'), INSTANT);
    const alternates = each(of, 'link').filter(({ attributes }) => attributes['rel'] === 'alternate');
    assert.equal(alternates.length, 1);
    for (const link of each(of, 'link')) assert.ok(URL.canParse(link.attributes['href'] ?? ''));
    for (const author of each(of, 'author')) assert.notEqual(only(author, 'name'), '');
    for (const category of each(of, 'category')) assert.ok(category.attributes['term']);
  }
  assert.ok(each(feed, 'author').length > 0);
  assert.equal(each(feed, 'link').filter(({ attributes }) => attributes['rel'] === 'self').length, 1);
  const ids = each(feed, 'entry').map((entry) => only(entry, 'id'));
  assert.equal(new Set(ids).size, ids.length);
}

const feedOf = (change: Partial<Feed> = {}): Feed => ({
  title: 'Search: <tea> & "sugar"',
  archive: 'Test archive',
  lang: 'en',
  id: 'https://archive.example/search.atom?q=%3Ctea%3E&in=documents',
  self: 'https://archive.example/search.atom?q=%3Ctea%3E&in=documents',
  page: 'https://archive.example/search?q=%3Ctea%3E&in=documents',
  changedAt: '2026-01-01T00:00:00Z',
  entries: [...fakeRecords].map(([id, record]) => ({
    view: asPublic(id, record),
    url: `https://archive.example/x/${id}/slug`,
    permanent: `https://archive.example/x/${id}`,
    nameOf: (other) => (other === ID.person ? 'Falk, Henriette' : undefined),
  })),
  ...change,
});

test('a feed of every kind of record has all that the standard demands', () => {
  const feed = treeOf(writeAtom(feedOf()));
  checkFeed(feed);
  assert.equal(each(feed, 'entry').length, fakeRecords.size);
  assert.equal(only(feed, 'title'), 'Search: <tea> & "sugar"');
});

test('a feed without an entry is a feed, as new as the last change', () => {
  const feed = treeOf(writeAtom(feedOf({ entries: [] })));
  checkFeed(feed);
  assert.equal(only(feed, 'updated'), '2026-01-01T00:00:00Z');
});

test('a feed is as new as its newest entry', () =>
  assert.equal(only(treeOf(writeAtom(feedOf())), 'updated'), '2026-11-23T00:00:00Z'));

test('an entry keeps its id and says who wrote it, when, and what it is', () => {
  const feed = treeOf(writeAtom(feedOf()));
  const entry = each(feed, 'entry').find((one) => only(one, 'id').endsWith(`/${ID.document}`));
  assert.ok(entry);
  assert.deepEqual(
    each(entry, 'author').map((author) => only(author, 'name')),
    ['Falk, Henriette'],
  );
  assert.match(
    only(entry, 'summary'),
    /^This text is invented: .+\n2 December 1957\nWhat was said over tea\.\nState Archive/,
  );
  assert.deepEqual(
    each(entry, 'category').map(({ attributes }) => attributes['term']),
    ['document', 'Record of meeting'],
  );
});

test('further pages are linked as RFC 5005 has them', () => {
  const next = 'https://archive.example/search.atom?page=3';
  const previous = 'https://archive.example/search.atom';
  const links = each(treeOf(writeAtom(feedOf({ next, previous }))), 'link');
  const hrefOf = (rel: string) =>
    links.find(({ attributes }) => attributes['rel'] === rel)?.attributes['href'];
  assert.equal(hrefOf('next'), next);
  assert.equal(hrefOf('previous'), previous);
  assert.equal(hrefOf('first'), feedOf().id);
});

test('what XML cannot hold does not break it', () => {
  const title = 'a\u0000b\ud800c]]>d';
  assert.equal(only(treeOf(writeAtom(feedOf({ title }))), 'title'), 'a\ufffdb\ufffdc]]>d');
});
