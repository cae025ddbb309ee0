import { test } from 'node:test';
import assert from 'node:assert/strict';
import type { XmlElement } from '../xml/xml-node.ts';
import { readDate, readLine } from './dates.ts';

const date = (attributes: Record<string, string>, words: string): XmlElement => ({
  name: 'date',
  attributes,
  children: [words],
  line: 1,
});

const CASES: readonly (readonly [Record<string, string>, string, object | undefined])[] = [
  [
    { when: '1955-08-02T15:00:00' },
    'August 2, 1955—3 p.m.',
    { words: 'August 2, 1955—3 p.m.', edtf: '1955-08-02', time: { hour: 15 } },
  ],
  [
    { when: '1976-06-01T08:20:00Z' },
    'June 1',
    { words: 'June 1', edtf: '1976-06-01', time: { hour: 8, minute: 20, zone: 'Z' } },
  ],
  [{ when: '1945-07' }, 'July, 1945', { words: 'July, 1945', edtf: '1945-07' }],
  [
    { from: '1955-07-16', to: '1955-07-17T00:00:00' },
    'July 16–17',
    { words: 'July 16–17', edtf: '1955-07-16/1955-07-17' },
  ],
  [
    { notBefore: '1894-11-12', notAfter: '1894-11-14' },
    '[?]',
    { words: '[?]', edtf: '1894-11-12/1894-11-14' },
  ],
  [
    { 'notBefore-iso': '1965-04-28T17:00:01+01:00', 'notAfter-iso': '1965-04-28T18:00:00+01:00' },
    'x',
    { words: 'x', edtf: '1965-04-28', time: { hour: 17, zone: '+01:00' } },
  ],
  [{ notAfter: '1894-12-31' }, 'before', { words: 'before', edtf: '../1894-12-31' }],
  [
    { when: '1955-02-30' },
    'February 30, 1955',
    { words: 'February 30, 1955', doubt: { kind: 'impossible', words: '1955-02-30' } },
  ],
  [
    { when: '1994-09-14' },
    '14th Sept[ember] 1944',
    {
      words: '14th Sept[ember] 1944',
      edtf: '1944-09-14',
      doubt: { kind: 'out-of-range', words: 'words 1944-09-14, attributes 1994-09-14' },
    },
  ],
  [
    { from: '1917-12-31', to: '1918-01-02' },
    'January 2, 1918',
    { words: 'January 2, 1918', edtf: '1917-12-31/1918-01-02' },
  ],
  [
    { when: '1918-01-02' },
    'the winter of 1917, it is said',
    { words: 'the winter of 1917, it is said', edtf: '1918-01-02' },
  ],
  [{}, 'August 2, 1955', { words: 'August 2, 1955', edtf: '1955-08-02' }],
  [{}, 'Undated', { words: 'Undated' }],
  [{}, 'in due course', { words: 'in due course' }],
  [{}, '', undefined],
];
for (const [attributes, words, expected] of CASES)
  test(`${JSON.stringify(attributes)} "${words}"`, () =>
    assert.deepEqual(
      readDate(date(attributes, words), 'created'),
      expected && { kind: 'created', ...expected },
    ));

test('a line without elements has the day it was sent and the day it came', () =>
  assert.deepEqual(readLine('Chungking, December 31, 1943.[Received January 24, 1944.]', 'sent'), [
    { kind: 'sent', words: 'December 31, 1943', edtf: '1943-12-31' },
    { kind: 'received', words: 'January 24, 1944', edtf: '1944-01-24' },
  ]));
test('a line without a day has none', () => assert.deepEqual(readLine('Editorial Note', 'sent'), []));
