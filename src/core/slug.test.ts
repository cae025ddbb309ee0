import { test } from 'node:test';
import assert from 'node:assert/strict';
import { RESERVED, slugOf } from './slug.ts';

for (const [title, slug] of [
  ['Record of a Meeting between T.V. Soong and Stalin', 'record-of-a-meeting-between-t-v-soong-and-stalin'],
  ['Запись беседы', 'запись-беседы'],
  ['Überblick: Straße', 'uberblick-straße'],
  ['在莫斯科会见留学生时的谈话', '在莫斯科会见留学生时的谈话'],
  ['Map', 'map-'],
  ['V3', 'v3-'],
  ['—', ''],
  ['', ''],
  ['China’s ‘Friends’', 'chinas-friends'],
] as const)
  test(`"${title}" -> "${slug}"`, () => assert.equal(slugOf(title), slug));

test('a slug is never longer than 80 characters, and never a reserved word', () => {
  assert.ok(slugOf('word '.repeat(100)).length <= 80);
  assert.ok(slugOf('x'.repeat(500)).length <= 80);
  for (const word of RESERVED) assert.notEqual(slugOf(word), word);
});
