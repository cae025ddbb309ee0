import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkedIn, missingLinks } from './check-links.ts';
import { checkPeople, listedIn } from './check-people.ts';
import { linksInXml } from './links-in-xml.ts';
import { textOfPage } from './page-text.ts';
import { makeId } from '../../src/core/id.ts';
import { walkSite } from './walk-site.ts';

const page = (inner: string): string =>
  `<body><h1>Title</h1><article class="texts c-0" aria-label="x">${inner}</article><aside>beside</aside></body>`;

const cases: readonly (readonly [says: string, html: string, body: string, notes?: readonly string[]])[] = [
  ['words, and nothing of the page around', '<p id="b1">A &amp; b<br>c</p>', 'A&bc'],
  ['numbers, heads and pages apart', '<a class="num" href="#b1">1</a><p class="leaf">p. 3</p><p>a</p>', 'a'],
  [
    'notes apart, in order',
    '<p>a<a class="noteref" href="#b2">1</a></p><ol><li id="b2" class="note"><span class="note-label">1</span><div><p>n</p> <a class="back" href="#r">↩</a></div></li></ol>',
    'a',
    ['n'],
  ],
  [
    'what was held back, in its brackets',
    '<span class="withheld"><span class="visually-hidden">Held back: </span>1 line · 1.3(a)</span>',
    '[1line]',
  ],
  ['what an editor supplied, without them', '<span class="supplied" title="x">[Peking]</span>', 'Peking'],
];
for (const [says, html, body, notes = []] of cases)
  test(`the text of a page: ${says}`, () => assert.deepEqual(textOfPage(page(html)), { body, notes }));

test('a page without a text has none', () => assert.equal(textOfPage('<body></body>'), undefined));

const [SELF, OTHER] = [makeId('document', '00000001'), makeId('document', '00000002')];
const stored = {
  public: new Set([SELF, OTHER]),
  bearers: new Map([
    ['tei:v#d1', new Set([SELF])],
    ['tei:v#d2', new Set([OTHER])],
  ]),
};

test('a reference to what is held, and no link, is found', () => {
  const { wanted } = linksInXml(
    'v',
    '<p><ref target="#d2">two</ref> <ref target="#d1fn3">here</ref> <ref target="https://a.example">x</ref> <ref target="#d9">nine</ref></p>',
  );
  assert.deepEqual([...wanted.keys()], ['tei:v#d2', 'tei:v#d1', 'tei:v#d9']);
  const linked = (part: string): readonly string[] => missingLinks(wanted, linkedIn(part, SELF), stored);
  assert.deepEqual(linked(`<a href="/document/${OTHER}/two">two</a> <a href="#at-d1fn3">here</a>`), []);
  assert.equal(linked(`<a class="name" href="/document/${OTHER}">two</a> <a href="#b3">here</a>`).length, 1);
  assert.equal(linked('').length, 2);
});

test('people of one list who became one are found, as is one who became two', () => {
  const listed = [
    ...listedIn('v', '<persName xml:id="p_1">Li, A</persName><persName xml:id="p_2">Li, A</persName>'),
    ...listedIn('v', '<persName xml:id="p_3">Acheson, Dean</persName>'),
    ...listedIn('w', '<persName xml:id="p_3">Dulles, John <hi>Foster</hi></persName>'),
  ];
  const bearers = (ids: Readonly<Record<string, string>>) =>
    new Map(Object.entries(ids).map(([key, eight]) => [`tei:${key}`, new Set([makeId('agent', eight)])]));
  const person = (eight: string, form: string) => ({ id: makeId('agent', eight), forms: [form] });
  const right = {
    bearers: bearers({ 'v#p_1': '00000001', 'v#p_2': '00000002', 'v#p_3': '00000003', 'w#p_3': '00000004' }),
    people: [person('00000003', 'Acheson, Dean'), person('00000004', 'Dulles, John Foster')],
  };
  assert.deepEqual(checkPeople(listed, right), []);
  const merged = { ...right, bearers: new Map([...right.bearers, ...bearers({ 'v#p_2': '00000001' })]) };
  assert.match(checkPeople(listed, merged).join(), /became one/);
  const two = { ...right, people: [...right.people, person('00000005', 'Dean Acheson')] };
  assert.match(checkPeople(listed, two).join(), /Dean Acheson is/);
});

test('a walk finds dead links, links that are led on, and fragments that are not there, and bounds its searches', async () => {
  const pages: Readonly<Record<string, string>> = {
    '/': '<a href="/a#here">a</a><a href="/gone">g</a><a href="/moved">m</a><a href="/search?q=1">1</a><a href="/search?q=2">2</a>',
    '/a': '<p id="there"></p><a href="/">home</a><a href="/#nowhere">n</a>',
    '/search?q=1': '',
  };
  const report = await walkSite(
    (address) => {
      const body = pages[address];
      const status = address === '/moved' ? 301 : body === undefined ? 404 : 200;
      return new Response(body ?? '', { status, headers: { 'content-type': 'text/html' } });
    },
    { origin: 'https://archive.example', mostSearches: 1, visit: () => undefined },
  );
  assert.deepEqual(report.faults, [
    'no #here in /a (from /)',
    '404 /gone (from /)',
    '301 /moved (from /)',
    'no #nowhere in / (from /a)',
  ]);
  assert.equal(report.searchesLeft, 1);
});
