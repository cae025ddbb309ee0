import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseLanguage, UNDETERMINED } from '../../core/language.ts';
import { languageNames, readLanguage } from './languages.ts';
import { isWrittenIn, languageByScript } from './written-in.ts';

const names: readonly (readonly [words: string, tag: string | undefined])[] = [
  ['Russian', 'ru'],
  ['русский', 'ru'],
  ['Russisch', 'ru'],
  ['russe', 'ru'],
  ['RUSSIAN.', 'ru'],
  ['eng', 'en'],
  ['ger', 'de'],
  ['chi', 'zh'],
  ['zh-Hant', 'zh-Hant'],
  ['Chinese (Traditional)', 'zh-Hant'],
  ['Serbo-Croatian', 'sh'],
  ['de-1996', 'de-1996'],
  ['Korean language', 'ko'],
  ['Martian', undefined],
  ['xx', undefined],
  ['', undefined],
];
for (const [words, tag] of names)
  test(`"${words}" is ${tag ?? 'no language'}`, () => assert.equal(readLanguage(words), tag));

test('names of languages are parted as people part them', () => {
  assert.deepEqual(languageNames('Russian, English; German und French / Polish'), [
    'Russian',
    'English',
    'German',
    'French',
    'Polish',
  ]);
});

const lang = (tag: string) => parseLanguage(tag) ?? UNDETERMINED;
const texts: readonly (readonly [text: string, tag: string, answer: boolean])[] = [
  ['The treaty is in the hands of the minister and that is that.', 'en', true],
  ['The treaty is in the hands of the minister and that is that.', 'ru', false],
  ['The treaty is in the hands of the minister and that is that.', 'de', false],
  ['Der Vertrag ist in den Händen des Ministers und nicht in der Presse.', 'de', true],
  ['Der Vertrag ist in den Händen des Ministers und nicht in der Presse.', 'en', false],
  ['Договор в руках министра.', 'ru', true],
  ['Договор в руках министра.', 'en', false],
  ['条约在部长手里。', 'zh', true],
  ['条约在部长手里。', 'ko', false],
  ['12 / 7', 'en', false],
];
for (const [text, tag, answer] of texts)
  test(`"${text}" is ${answer ? '' : 'not '}written in ${tag}`, () =>
    assert.equal(isWrittenIn(text, lang(tag)), answer));

const scripts: readonly (readonly [text: string, languages: readonly string[], tag: string])[] = [
  ['Note', ['en', 'ru'], 'en'],
  ['Заметка', ['en', 'ru'], 'ru'],
  ['Заметка', ['en'], 'und'],
  ['1945', ['de', 'ru'], 'de'],
  ['备忘录', ['en', 'zh-Hans'], 'zh-Hans'],
];
for (const [text, languages, tag] of scripts)
  test(`a title "${text}" of ${languages.join(', ')} is ${tag}`, () =>
    assert.equal(languageByScript(text, languages.map(lang)), tag));
