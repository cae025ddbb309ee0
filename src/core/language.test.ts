import { test } from 'node:test';
import assert from 'node:assert/strict';
import { directionOf, parseLanguage, primaryLanguage, UNDETERMINED } from './language.ts';

for (const [text, tag] of [
  ['EN', 'en'],
  ['zh-hant', 'zh-Hant'],
  ['sr-latn-rs', 'sr-Latn-RS'],
  ['de-1996', 'de-1996'],
  ['es-419', 'es-419'],
  ['x-private', 'x-private'],
] as const)
  test(`"${text}" is ${tag}`, () => assert.equal(parseLanguage(text), tag));

for (const text of ['', 'Russian', 'e', 'en_US', 'en-', '-en', 'русский', 'a'.repeat(100)])
  test(`"${text}" is no language tag`, () => assert.equal(parseLanguage(text), undefined));

for (const [text, direction] of [
  ['ar', 'rtl'],
  ['he', 'rtl'],
  ['en', 'ltr'],
  ['ar-Latn', 'ltr'],
  ['az-Arab', 'rtl'],
  ['ru', 'ltr'],
] as const)
  test(`${text} is written ${direction}`, () =>
    assert.equal(directionOf(parseLanguage(text) ?? UNDETERMINED), direction));

test('the primary language of zh-Hant is zh', () =>
  assert.equal(primaryLanguage(parseLanguage('zh-Hant') ?? UNDETERMINED), 'zh'));
