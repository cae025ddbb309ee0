import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wordForms } from './word-forms.ts';

const NO_LANGUAGE: ReadonlySet<string> = new Set();

/** What must be among the forms of a word, and what must not. */
const FORMS: readonly (readonly [
  word: string,
  has: string,
  lacks?: string | undefined,
  language?: string,
])[] = [
  ['treaty', 'treaties'],
  ['treaties', 'treaty'],
  ['Missiles', 'missile'],
  ['missile', 'missiles'],
  ['talks', 'talk'],
  ['congress', 'congresses', 'congres'],
  ['congresses', 'congress'],
  ['crisis', 'crises', 'crisi'],
  ['crises', 'crisis'],
  ['bases', 'base basis'],
  ['theses', 'thesis', 'these'],
  ['chairman', 'chairmen'],
  ['statesmen', 'statesman'],
  ['embargo', 'embargoes embargos'],
  ['embargoes', 'embargo'],
  ['day', 'days', 'daies'],
  ['memoranda', 'memorandum memorandums'],
  ['status', 'statuses', 'statu'],
  ['constructor', 'constructors'],
  ['news', '', 'new'],
  ['new', '', 'news'],
  ['arms', '', 'arm'],
  ['politics', '', 'politic'],
  ['war', 'wars', 'waren'],
  ['was', '', 'wa'],
  ['Verträge', 'vertrag vertrages'],
  ['vertrag', 'vertrage', undefined, 'de'],
  ['Verhandlung', 'verhandlungen'],
  ['Regierungen', 'regierung'],
  ['young', 'youngs', 'youngen'],
  ['traité', 'traites'],
  ['générale', 'general generaux'],
  ['traités', 'traite', 'trait'],
  ['reunión', 'reuniones'],
  ['Minister', 'ministers ministern', undefined, 'de'],
  ['Länder', 'land landern'],
  ['accord', 'accords', undefined, 'fr'],
  ['комиссии', 'комиссия комиссию комиссией комиссиях'],
  ['договор', 'договора договору договором договоры договоров'],
  ['переговоров', 'переговоры переговорах'],
  ['советского', 'советский советская советских'],
  ['войной', 'война войны войну'],
  ['мир', 'мира миру'],
  ['войска', 'войск войсками'],
  ['Київського', 'киівський киівському'],
  ['комісії', 'комісія комісію'],
  ['війна', 'війни війну', 'войны'],
  ['السلام', 'سلام'],
  ['سلام', 'السلام'],
  ['T.V.', '', 't'],
  ['1945', ''],
  ['中蘇', ''],
  ['김일성', ''],
  ['ab', '', 'abs'],
];
for (const [word, has, lacks, language] of FORMS)
  test(`"${word}"${language ? ` in ${language}` : ''} may be ${has || 'nothing else'}`, () => {
    const forms = wordForms(word, language === undefined ? NO_LANGUAGE : new Set([language]));
    const folded = (all: string): readonly string[] => all.normalize('NFC').split(' ').filter(Boolean);
    for (const form of folded(has))
      assert.ok(forms.includes(form), `${form} is not among ${forms.join(' ')}`);
    if (has === '') assert.deepEqual(forms, []);
    if (lacks !== undefined) assert.ok(!forms.includes(lacks), `${lacks} is among ${forms.join(' ')}`);
  });

test('a language that is asked for decides: English forms are not looked for in German', () => {
  assert.ok(!wordForms('plan', NO_LANGUAGE).includes('plane'));
  assert.ok(wordForms('plan', new Set(['de'])).includes('plane'));
});

test('whatever is typed has few forms, each another word, none of them itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
      const forms = wordForms(typed, new Set(['de', 'fr', 'en']));
      return forms.length <= 60 && new Set(forms).size === forms.length && !forms.includes(typed);
    }),
  );
});
