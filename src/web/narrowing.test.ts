import assert from 'node:assert/strict';
import { test } from 'node:test';
import { narrowingSegments, readNarrowing, yearsOfFields, type NarrowedBy } from './narrowing.ts';

const BY: NarrowedBy = { roles: ['from', 'sent-to'], regions: ['europe'], isPaged: true };

for (const path of [
  '',
  'from',
  'europe',
  'sent-to/europe/1945-1949/S/page/2',
  '0044',
  'S',
  'page/3',
  '1945/Ф',
])
  test(`"${path}" is read, and written as it was`, () => {
    const segments = path === '' ? [] : path.split('/');
    const read = readNarrowing(segments, BY);
    assert.ok(read);
    assert.deepEqual(narrowingSegments(read), segments);
  });

for (const path of [
  'europe/from',
  '1945-1945',
  '1949-1945',
  'page',
  'page/1',
  'page/0',
  'page/2/S',
  'nobody',
  'from/from',
  'S/S',
  '19455',
])
  test(`"${path}" stands for nothing`, () => {
    assert.equal(readNarrowing(path.split('/'), BY), undefined);
  });

test('where there are no letters, there are no pages', () => {
  assert.equal(readNarrowing(['S'], { roles: [] }), undefined);
  assert.equal(readNarrowing(['page', '2'], { roles: [] }), undefined);
});

test('two fields are years in either order; one alone is both', () => {
  assert.deepEqual(yearsOfFields('1949', ' 1945 '), { from: 1945, to: 1949 });
  assert.deepEqual(yearsOfFields('', '1945'), { from: 1945, to: 1945 });
  assert.equal(yearsOfFields(null, 'soon'), undefined);
});
