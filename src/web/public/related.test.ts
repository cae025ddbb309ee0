import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asPublic } from '../../../test/support/as-public.ts';
import { fakeReadingRoom } from '../../../test/support/fake-reading-room.ts';
import { fakeId, fakeRecords, ID } from '../../../test/support/fake-records.ts';
import type { RelatedDocuments, RelatedGroup } from '../../actions/related-documents.ts';
import type { Row } from '../../actions/pages.ts';
import { rowOf } from '../../actions/rows.ts';
import { en } from '../../words/en.ts';
import { createApp } from '../app.ts';

const like = fakeRecords.get(ID.document);
assert.ok(like?.kind === 'document');
const [firstTitle] = like.titles;
assert.ok(firstTitle);
const row = (n: number, title: string): Row =>
  rowOf(asPublic(fakeId('document', n), { ...like, titles: [{ ...firstTitle, text: title }] }));

/** The page of a document beside which these stand. */
async function pageWith(
  related: Partial<RelatedDocuments>,
  mode: 'live' | 'static' = 'live',
): Promise<string> {
  const room = { ...fakeReadingRoom(), related: async () => ({ sameText: [], groups: [], ...related }) };
  return (await createApp(room, { mode }).request(`/document/${ID.document}/record-by-dr-falk`)).text();
}

const group = (more: Partial<RelatedGroup>): RelatedGroup => ({
  reason: 'same-file',
  rows: [{ row: row(81, 'A <paper>') }],
  ...more,
});
const all = {
  total: 12,
  filters: [{ field: 'unit', condition: 'is', values: ['r1/5/7'] }],
} as const;

test('a document beside which nothing stands has no empty section', async () => {
  const page = await pageWith({});
  assert.doesNotMatch(page, /id="related"|id="same-text"|#same-text/);
});

test('each group has its reason, its documents escaped, and a way to all of them', async () => {
  const page = await pageWith({ groups: [group({ all })] });
  assert.match(page, /<h3 id="related-same-file">The same file<\/h3>/);
  assert.match(page, /A &lt;paper&gt;<\/a><\/h4>/);
  assert.match(page, /href="\/search\?unit=r1%2F5%2F7&amp;sort=earliest"[^>]*>All 12<\/a>/);
});

test('written as files, or where all are shown, there is no way to a search', async () => {
  assert.doesNotMatch(await pageWith({ groups: [group({ all })] }, 'static'), />All 12</);
  assert.doesNotMatch(await pageWith({ groups: [group({ all: { ...all, total: 2 } })] }), />All 2</);
});

test('people and days are said; a date that is no day says perhaps', async () => {
  const rows = [
    { row: row(83, 'Later'), daysLater: 2, people: [row(82, 'Lind').label] },
    { row: row(84, 'Earlier'), daysLater: -1 },
    { row: row(85, 'Uncertain') },
    { row: row(86, 'Same'), daysLater: 0 },
  ];
  const page = await pageWith({ groups: [group({ reason: 'same-days', rows })] });
  for (const words of [
    '2 days later',
    'a day earlier',
    'perhaps the same days',
    'the same day<',
    'With Lind',
  ])
    assert.ok(page.includes(words), words);
});

test('what a record states is said in its words', async () => {
  const rows = [{ row: row(87, 'Cover'), relation: 'enclosed-in', words: 'two copies' }] as const;
  assert.match(await pageWith({ groups: [group({ reason: 'stated', rows })] }), /Enclosed in · two copies/);
});

const SHARES: readonly (readonly [ofThis: number, ofOther: number, said: string])[] = [
  [1, 1, 'All of this text stands there, and all of that one here.'],
  [0.999, 0.5, '99% of this text stands there, and 50% of that one here.'],
  [0.98, 0.1, '98% of this text stands there, within a longer one.'],
  [0.02, 1, 'All of that text stands here: it is a part of this one.'],
];
for (const [ofThis, ofOther, said] of SHARES)
  test(`a share of ${ofThis} and ${ofOther} is said: ${said}`, async () => {
    assert.equal(en.related.share(ofThis, ofOther), said);
    const sameText = [{ row: row(88, 'Copy'), share: { ofThis, ofOther }, isStated: false }];
    const page = await pageWith({ sameText });
    assert.ok(page.includes(said));
    assert.ok(page.includes(en.related.proposed));
    assert.ok(page.includes('<a href="#same-text">the same text elsewhere</a>'));
  });

test('what a person confirmed says so', async () => {
  const page = await pageWith({ sameText: [{ row: row(89, 'Copy'), isStated: true }] });
  assert.ok(page.includes(en.related.stated));
  assert.ok(!page.includes(en.related.proposed));
});
