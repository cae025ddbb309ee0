import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  excluding,
  printFacetAddress,
  printSearchAddress,
  readFacetAddress,
  readSearchAddress,
  toggled,
} from './search-address.ts';

const read = (query: string) => readSearchAddress(new URLSearchParams(query));

test('an address is read and printed back as the same question', () => {
  const cases: readonly [string, string][] = [
    ['', '/search'],
    ['?q=soong+stalin', '/search?q=soong+stalin'],
    ['?in=documents&q=x', '/search?q=x&in=documents'],
    ['?in=everything', '/search'],
    ['?in=nowhere', '/search'],
    ['?person=a&person=b', '/search?person=a&person=b'],
    ['?type=-Cable&type=Letter', '/search?type=-Cable&type=Letter'],
    ['?place=*&subject=-*', '/search?place=*&subject=-*'],
    ['?title=-ports&text=railway', '/search?title=-ports&text=railway'],
    ['?date=1945', '/search?date=1945'],
    ['?date=1945-07', '/search?date=1945-07'],
    ['?date=1945-07..1946', '/search?date=1945-07..1946'],
    ['?date=1945-07-02..', '/search?date=1945-07-02..'],
    ['?date=..1946-02!', '/search?date=..1946-02!'],
    ['?date=1944-02-29', '/search?date=1944-02-29'],
    ['?date=July+1945..March+1946!', '/search?date=1945-07..1946-03!'],
    ['?date=before+1950', '/search?date=..1949'],
    ['?date=1945-02-29', '/search'],
    ['?date=someday', '/search'],
    ['?sort=latest&page=3', '/search?sort=latest&page=3'],
    ['?sort=sideways&page=-3', '/search'],
    ['?type=%5C-odd', '/search?type=%5C-odd'],
    ['?nonsense=1', '/search'],
    ['?q=stalin&exact=1', '/search?q=stalin&exact=1'],
    ['?q=stalin&exact=no', '/search?q=stalin'],
    ['?q=x&without=Filippov&without=&without=Filippov', '/search?q=x&without=Filippov'],
    ['?q=x&person=a&without=b&sort=title', '/search?q=x&person=a&sort=title&without=b'],
  ];
  for (const [query, expected] of cases) {
    const printed = printSearchAddress(read(query));
    assert.equal(printed, expected, query);
    const { unread: _unread, ...asked } = read(query);
    assert.deepEqual(read(printed.slice('/search'.length)), asked, query);
  }
});

test('signs that turn text round, or that nobody sees, are not taken for words', () => {
  const { q, filters, without } = read(
    '?q=%E2%80%AEabc%E2%81%A6%20def%00%1B&title=%E2%80%AEports&without=%E2%80%ADFilippov',
  );
  assert.equal(q, 'abc def');
  assert.deepEqual(filters, [{ field: 'title', condition: 'contains', words: 'ports' }]);
  assert.deepEqual(without, ['Filippov']);
});

test('months and years become their first and last days', () => {
  assert.deepEqual(read('?date=1944-02..1945').filters, [
    { field: 'date', condition: 'between', from: '1944-02-01', to: '1945-12-31' },
  ]);
});

test('choosing a value of a facet twice leaves the question as it was', () => {
  const { filters } = read('?person=a&type=-Cable');
  const more = toggled(filters, 'person', 'b');
  assert.deepEqual(
    more.find((one) => one.field === 'person'),
    { field: 'person', condition: 'is', values: ['a', 'b'] },
  );
  assert.deepEqual(
    toggled(toggled(more, 'person', 'b'), 'person', 'a').map((one) => one.field),
    ['type'],
  );
});

test('a value that is excluded is no longer chosen, and what else is asked stays', () => {
  const cases: readonly [string, string][] = [
    ['', '/search?type=-Letter'],
    ['?type=Letter', '/search?type=-Letter'],
    ['?type=Letter&type=Note', '/search?type=Note&type=-Letter'],
    ['?q=x&person=a&date=1945', '/search?q=x&date=1945&person=a&type=-Letter'],
    ['?type=-Note', '/search?type=-Note&type=-Letter'],
  ];
  for (const [query, expected] of cases) {
    const request = read(query);
    const filters = excluding(request.filters, 'type', 'Letter');
    assert.equal(printSearchAddress({ ...request, filters }), expected, query);
  }
});

test('all values of a facet have an address of their own under each question', () => {
  const request = read('?q=tea&type=-Cable');
  assert.equal(printFacetAddress(request, 'person'), '/search?q=tea&type=-Cable&facet=person');
  const address = printFacetAddress(read(''), 'agent-kind', 'so ong');
  assert.equal(address, '/search?facet=agent-kind&among=so+ong');
  const params = new URLSearchParams(address.slice('/search'.length));
  assert.deepEqual(readFacetAddress(params), { field: 'agent-kind', among: 'so ong' });
  assert.equal(readFacetAddress(new URLSearchParams('facet=nonsense')), undefined);
  assert.equal(readFacetAddress(new URLSearchParams('q=x')), undefined);
});

test('what of an address can not be read is said, and not printed', () => {
  const said = (query: string): string =>
    (read(query).unread ?? []).map(({ code, where }) => `${code} ${where.field}`).join(', ');
  assert.equal(said('?date=1945-02-29&q=x'), 'day-impossible date');
  assert.equal(said('?date=someday'), 'value-not-read date');
  assert.equal(said(`?title=${'a'.repeat(400)}`), 'query-too-long title');
  assert.equal(said('?person=a'.replace('?', `?${'person=b&'.repeat(50)}`)), 'query-too-long person');
  assert.equal(said('?nonsense=1&date=1945&q=colour:red'), '');
});
