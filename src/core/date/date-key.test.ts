import { test } from 'node:test';
import assert from 'node:assert/strict';
import { boundsOf } from './bounds.ts';
import type { CataloguedDate } from './catalogued-date.ts';
import { compareDates, dateKeyOf } from './date-key.ts';
import { doubted, doubtOf } from './doubt.ts';
import { parseEdtf } from './edtf.ts';

const dated = (text: string, time?: CataloguedDate['time']): CataloguedDate => {
  const edtf = parseEdtf(text);
  return { kind: 'created', words: text, ...(edtf ? { edtf } : {}), ...(time ? { time } : {}) };
};

test('dates sort as a calendar does', () => {
  const inOrder = [
    dateKeyOf(dated('../1944')),
    dateKeyOf(dated('/1945')),
    dateKeyOf(dated('Y-17E7')),
    dateKeyOf(dated('-0044-03-15')),
    dateKeyOf(dated('-0044')),
    dateKeyOf(dated('1944-12-31')),
    dateKeyOf(dated('1945-01-01')),
    dateKeyOf(dated('1945-01')),
    dateKeyOf(dated('1945')),
    dateKeyOf(dated('1945/1946')),
    dateKeyOf(dated('1945/..')),
    dateKeyOf(dated('1945/')),
    dateKeyOf(dated('1945-07-02')),
    dateKeyOf(dated('1945-07-02', { hour: 0 }), 9),
    dateKeyOf(dated('1945-07-02', { hour: 9, minute: 30 })),
    dateKeyOf(dated('1945-07-02', { hour: 15 }), 3),
    dateKeyOf(dated('1945-07-02', { hour: 15 }), 12),
    dateKeyOf(dated('1945-07-02', { hour: 24 })),
    dateKeyOf(dated('1945-07-02/1945-07-05')),
    dateKeyOf(dated('1945-07-03')),
    dateKeyOf(dated('9999')),
    dateKeyOf(dated('Y12345')),
    dateKeyOf(dated('Y17E7')),
    dateKeyOf(dated('XXXX')),
    dateKeyOf(dated('undated'), 4),
    dateKeyOf(undefined, 5),
  ];
  // Before year 0 the year as a whole begins before its days.
  const early = inOrder.slice(3, 5).sort();
  const expected = [...inOrder.slice(0, 3), ...early, ...inOrder.slice(5)];
  assert.deepEqual([...expected].sort(), expected);
});

test('the sequence of the collection decides between equals, and can be any number', () => {
  const keys = [0, 1, 2, 10, 99_999, 1e12].map((sequence) => dateKeyOf(dated('1945'), sequence));
  assert.deepEqual([...keys].sort(), keys);
  assert.equal(dateKeyOf(dated('1945'), -5), dateKeyOf(dated('1945'), 0));
  assert.equal(dateKeyOf(dated('1945')).length, dateKeyOf(dated('2001-02-03'), 7).length);
});

test('two dates are compared without their collections', () => {
  assert.ok(compareDates(dated('1945-07-02'), dated('1945-07')) > 0);
  assert.ok(compareDates(dated('1945-07-01'), dated('1945-07')) < 0);
  assert.ok(compareDates(dated('1945'), undefined) < 0);
  assert.equal(compareDates(dated('1945'), dated('1945')), 0);
});

const volume = boundsOf(parseEdtf('1944/1945') ?? assert.fail());

test('a date outside its volume is doubted, its words and EDTF stay', () => {
  const wrong = dated('1994-09-12');
  assert.deepEqual(doubted(wrong, volume), {
    ...wrong,
    doubt: { kind: 'out-of-range', words: '1944-01-01/1945-12-31' },
  });
});

for (const text of ['1944-09-12', '1945', '1940/1950', '194X', '../1944', '1945/', 'XXXX', 'undated'])
  test(`${text} is not doubted in a volume of 1944/1945`, () => {
    assert.equal(doubtOf(dated(text), volume), undefined);
    assert.deepEqual(doubted(dated(text), volume), dated(text));
  });

test('an impossible date keeps its first doubt, and nothing is doubted where nothing is expected', () => {
  const impossible: CataloguedDate = {
    ...dated('1994-02'),
    doubt: { kind: 'impossible', words: 'February 30' },
  };
  assert.deepEqual(doubtOf(impossible, volume), { kind: 'impossible', words: 'February 30' });
  assert.equal(doubtOf(dated('1994'), boundsOf(parseEdtf('XXXX') ?? assert.fail())), undefined);
  assert.equal(doubtOf(dated('1994'), boundsOf(parseEdtf('../..') ?? assert.fail())), undefined);
});
