import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOldQuery } from './read-old-query.ts';

const read = (query: string) => readOldQuery(new URLSearchParams(query));
const NONE = {
  collection: [],
  subject: [],
  contributor: [],
  coverage: [],
  repository: [],
  publisher: [],
  donor: [],
};

test('what the public client sends is read', () =>
  assert.deepEqual(
    read(
      'model=Record&q=soviet+china&collection%5B%5D=105&collection%5B%5D=273&repository=81&language=ger&start_date=19500101&end_date=19510101&itemsPerPage=200&page=2',
    ),
    {
      ok: true,
      value: {
        words: 'soviet china',
        model: 'record',
        page: 2,
        pageSize: 200,
        isPaged: true,
        from: '1950-01-01',
        to: '1951-01-01',
        language: 'ger',
        lists: { ...NONE, collection: ['105', '273'], repository: ['81'] },
      },
    },
  ));

test('nothing asked for is everything, a page at a time', () =>
  assert.deepEqual(read('donor[]=&language=&fields=all'), {
    ok: true,
    value: { words: '', page: 1, pageSize: 50, isPaged: false, lists: NONE },
  }));

test('a term and a query are one', () => {
  const both = read('q=soviet&term=china');
  assert.ok(both.ok);
  assert.equal(both.value.words, 'soviet china');
});

test('zeros in a day stand for the first and the last of them', () => {
  const days = read('start_date=19450000&end_date=19480200');
  assert.ok(days.ok);
  assert.deepEqual([days.value.from, days.value.to], ['1945-01-01', '1948-02-29']);
});

test('more is not given at once than is given', () => {
  const huge = read('itemsPerPage=999999999');
  assert.ok(huge.ok);
  assert.equal(huge.value.pageSize, 200);
});

const REFUSED: readonly (readonly [query: string, parameter: string])[] = [
  ['page=0', 'page'],
  ['page=-1', 'page'],
  ['page=1.5', 'page'],
  ['page=two', 'page'],
  ['page=99999999999999999999', 'page'],
  ['page=1&page=2', 'page'],
  ['itemsPerPage=0', 'itemsPerPage'],
  ['itemsPerPage=-200', 'itemsPerPage'],
  ['itemsPerPage=1e3', 'itemsPerPage'],
  ['limit=none', 'limit'],
  ['model=Nonsense', 'model'],
  ['model=Record&model=Collection', 'model'],
  ['start_date=1950', 'start_date'],
  ['start_date=19500230', 'start_date'],
  ['end_date=99999999', 'end_date'],
  ['end_date=tomorrow', 'end_date'],
  [`q=${'a'.repeat(2001)}`, 'q'],
  [`term=${'a'.repeat(2001)}`, 'term'],
  [Array.from({ length: 21 }, (_, at) => `subject[]=${at}`).join('&'), 'subject'],
  [`donor=${'9'.repeat(100)}`, 'donor'],
  ['language=ger&language=rus', 'language'],
  [`theme=${'a'.repeat(100)}`, 'theme'],
];

for (const [query, parameter] of REFUSED)
  test(`${query.slice(0, 40)} is refused for ${parameter}`, () =>
    assert.deepEqual(read(query), { ok: false, problem: parameter }));
