import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ID } from '../../../test/support/fake-records.ts';
import { fakeReadingRoom } from '../../../test/support/fake-reading-room.ts';
import { en } from '../../words/en.ts';
import { createApp } from '../app.ts';
import { readDateFields } from './date-fields.ts';
import { rowsOf } from './filter-rows.ts';
import { readSearchAddress } from './search-address.ts';

const RANGES = [
  '1945',
  '1945-07',
  '1945-07-02',
  '1945-07..1953',
  '1943-01..1943-02',
  '1945-07-02..1945-08-14',
  '1949..',
  '1949-10-01..',
  '..1949',
  '..1949-10-01',
  '1945-01-01..1945-12-30',
  '1945..1953!',
] as const;
for (const range of RANGES)
  test(`the row of ${range} is read as the same days`, () => {
    const { filters } = readSearchAddress(new URLSearchParams({ date: range }));
    const [row] = rowsOf({ words: en }, filters, new Map());
    assert.ok(row);
    assert.deepEqual([readDateFields(row.value, row.value2 ?? '', row.isCertain === true)], filters);
  });

/** What a form with the page's own rows would send, untouched. */
function sent(page: string): URLSearchParams {
  const params = new URLSearchParams();
  const form = /<form class="searchbox"[^]*?<\/form>/.exec(page)?.[0] ?? '';
  const shown = form.replace(/<template>[^]*?<\/template>/g, '').replace(/<datalist[^]*?<\/datalist>/g, '');
  for (const [, select, name = '', options = '', input] of shown.matchAll(
    /(<select [^>]*?name="(\w+)"[^>]*>([^]*?)<\/select>)|<input ([^>]*)>/g,
  ))
    if (select !== undefined) {
      const all = [...options.matchAll(/<option value="([^"]*)"([^>]*)>/g)];
      const chosen = all.find(([, , more = '']) => more.includes('selected')) ?? all[0];
      params.append(name, chosen?.[1] ?? '');
    } else {
      const value = / value="([^"]*)"/.exec(` ${input}`)?.[1] ?? '';
      params.append(/name="(\w+)"/.exec(input ?? '')?.[1] ?? '', value.replaceAll('&amp;', '&'));
    }
  return params;
}

const QUESTIONS = [
  '/search?q=tea&date=1945-07..1953!&type=Note',
  `/search?q=tea&person=${ID.person}`,
  `/search?person=-${ID.person}`,
  '/search?place=*&subject=-*',
  '/search?title=ports&text=-railway',
  '/search?q=tea&type=Note&sort=latest&view=table',
] as const;
for (const question of QUESTIONS)
  test(`the form of ${question} asks the same again`, async () => {
    const app = createApp(fakeReadingRoom(), { mode: 'live' });
    const page = await (await app.request(question)).text();
    const answer = await app.request(`/search?${sent(page)}`);
    const sorted = (address: string): readonly string[] =>
      [...new URL(address, 'https://archive.example').searchParams].map(String).toSorted();
    assert.deepEqual(sorted(answer.headers.get('location') ?? ''), sorted(question));
  });
