import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Name } from '../agent.ts';
import { parseLanguage, UNDETERMINED } from '../language.ts';
import { nameInYears } from './name-in-years.ts';

const lang = (tag: string) => parseLanguage(tag) ?? UNDETERMINED;
const DALIAN: readonly Name[] = [
  { form: 'Dalian', lang: lang('zh-Latn'), kind: 'preferred' },
  { form: 'Dairen', lang: lang('en'), kind: 'former', years: '1905/1945' },
  { form: 'Dalny', lang: lang('en'), kind: 'former', years: '1898/1905' },
  { form: 'Дальний', lang: lang('ru'), kind: 'former', years: '1898/1950' },
  { form: 'Port Amber', lang: lang('en'), kind: 'cover', years: '1940/1950' },
];

const ROWS: readonly (readonly [string, number, number, string, string | undefined])[] = [
  ['the name of those years', 1940, 1945, 'en', 'Dairen'],
  ['a year in which it changed: the later name', 1905, 1905, 'en', 'Dairen'],
  ['before that', 1898, 1904, 'en', 'Dalny'],
  ['years in which no dated name was used', 1951, 1955, 'en', undefined],
  ['in the letters of another language', 1900, 1901, 'ru', 'Дальний'],
  ['a cover name is none of its own', 1946, 1949, 'en', undefined],
  ['years that are none', 1945, NaN, 'en', undefined],
];

for (const [says, from, to, language, expected] of ROWS)
  test(`${says}: ${expected ?? 'none'}`, () => {
    assert.equal(nameInYears(DALIAN, { from, to }, lang(language))?.form, expected);
  });

test('years that cannot be read are those of no name', () => {
  const names: readonly Name[] = [{ form: 'Aldan', kind: 'former', years: 'once' }];
  assert.equal(nameInYears(names, { from: 1900, to: 1950 }, lang('en')), undefined);
});
