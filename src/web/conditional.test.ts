import assert from 'node:assert/strict';
import { test } from 'node:test';
import { httpDate, isUnchanged } from './conditional.ts';

const VERSION = { tag: 'W/"v-7"', changed: '2026-11-23T09:30:00.123Z' };
const AT = httpDate(VERSION.changed);

const cases: readonly (readonly [says: string, headers: Record<string, string>, is: boolean])[] = [
  ['nothing is said', {}, false],
  ['the tag itself', { 'if-none-match': 'W/"v-7"' }, true],
  ['the tag without its weakness', { 'if-none-match': '"v-7"' }, true],
  ['one of several', { 'if-none-match': '"a", W/"v-7" ,"b"' }, true],
  ['any', { 'if-none-match': '*' }, true],
  ['another', { 'if-none-match': '"v-6"' }, false],
  ['nonsense', { 'if-none-match': 'v-7, ,"' }, false],
  ['since then', { 'if-modified-since': AT }, true],
  ['since later', { 'if-modified-since': 'Tue, 24 Nov 2026 09:30:00 GMT' }, true],
  ['since earlier', { 'if-modified-since': 'Sun, 22 Nov 2026 09:30:00 GMT' }, false],
  ['since a date that is none', { 'if-modified-since': 'yesterday' }, false],
  ['since a day that is not', { 'if-modified-since': 'Mon, 99 Nov 2026 09:30:00 GMT' }, false],
  ['another tag goes before the date', { 'if-none-match': '"v-6"', 'if-modified-since': AT }, false],
];
for (const [says, headers, is] of cases)
  test(`unchanged, or not: ${says}`, () => assert.equal(isUnchanged(new Headers(headers), VERSION), is));

test('a date is written as HTTP has it', () => assert.equal(AT, 'Mon, 23 Nov 2026 09:30:00 GMT'));
