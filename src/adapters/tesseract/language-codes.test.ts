import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseLanguage } from '../../core/language.ts';
import { codeOf, debianPackage, pageModeOf, tagOf } from './language-codes.ts';

const CASES: readonly [tag: string, code: string | undefined][] = [
  ['en', 'eng'],
  ['en-GB', 'eng'],
  ['fr', 'fra'],
  ['zh', 'chi_sim'],
  ['zh-Hans-CN', 'chi_sim'],
  ['zh-Hant', 'chi_tra'],
  ['zh-TW', 'chi_tra'],
  ['sr-Latn', 'srp_latn'],
  ['de-Latf', 'frk'],
  ['hu', 'hun'],
  ['uk', 'ukr'],
  ['und', undefined],
  ['tlh', undefined],
];
for (const [tag, code] of CASES)
  test(`${tag} is ${code ?? 'not known'}`, () => {
    const language = parseLanguage(tag);
    assert.ok(language);
    assert.equal(codeOf(language), code);
  });

test('a code has its shortest tag, its package, and its way of taking pages apart', () => {
  assert.equal(tagOf('chi_sim'), 'zh');
  assert.equal(tagOf('osd'), undefined);
  assert.equal(debianPackage('chi_sim'), 'tesseract-ocr-chi-sim');
  assert.deepEqual([pageModeOf(['kor', 'eng']), pageModeOf(['eng', 'kor'])], ['6', '3']);
});
