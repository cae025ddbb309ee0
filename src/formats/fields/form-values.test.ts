import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseLanguage, UNDETERMINED } from '../../core/language.ts';
import { isoDateOf } from './iso-date.ts';
import { libraryCodeOf, scriptOf } from './library-code.ts';
import { webUriOf } from './web-uri.ts';

for (const [edtf, iso] of [
  ['1945', '1945'],
  ['1945-07-02', '1945-07-02'],
  ['1946/1948-03', '1946/1948-03'],
  ['1953~', '1953-01-01/1953-12-31'],
  ['1947-22', '1947-06-01/1947-08-31'],
  ['../1949', '../1949-12-31'],
  ['XXXX', undefined],
  ['July 1945', undefined],
] as const)
  test(`${edtf} in ISO 8601: ${iso ?? 'nothing'}`, () => assert.equal(isoDateOf(edtf), iso));

for (const [tag, code, script] of [
  ['ru', 'rus', undefined],
  ['zh-Hant', 'chi', 'Hant'],
  ['de-AT', 'ger', undefined],
  ['ru-Latn', 'rus', 'Latn'],
  ['hsb', 'hsb', undefined],
  ['x-own', undefined, undefined],
] as const)
  test(`${tag} is ${code ?? 'nothing'} to libraries`, () => {
    const language = parseLanguage(tag) ?? UNDETERMINED;
    assert.equal(libraryCodeOf(language), code);
    assert.equal(scriptOf(language), script);
  });

for (const [text, uri] of [
  ['https://a.example/b', 'https://a.example/b'],
  [' https://a.example/b c ', 'https://a.example/b%20c'],
  ['https://a.example/50%', 'https://a.example/50%25'],
  ['https://a.example/{x}|y', 'https://a.example/%7Bx%7D%7Cy'],
  ['see the foot', undefined],
  ['javascript:alert(1)', undefined],
  ['http://', undefined],
  [undefined, undefined],
] as const)
  test(`${String(text)} as an address: ${uri ?? 'none'}`, () => assert.equal(webUriOf(text), uri));
