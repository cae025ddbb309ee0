import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockId } from '../text.ts';
import { compareQuotation } from './compare.ts';
import type { Forgiven } from './forgiven.ts';
import { readQuotation } from './read-quotation.ts';

/** An invented text. */
const TEXT = [
  'The keeper wrote: “the lamp was lit at dusk, and put out at dawn.” Nobody saw the second ship.',
  'On the third day the harbour master came to the rock-bound light—he had been sent for—and counted the oil.',
  '灯塔在黄昏点亮，在黎明熄灭。',
  'The well-known lamp-post of the har- bour was ange\u00adzündet again.',
  'لم يُشعل الفنار مرة أخرى',
  'Никто не зажёг его ещё раз',
  'Die Prüfung der Schäden am Hafen muß für größere Schiffe geſchehen; das ﬁel uns auf. Ärger gab es in der GRÖẞTEN Straße.',
  'Fuer die Oeffnung der Schleuse zahlte man 5 Mark. Son œuvre paraît.',
];
const leaves = TEXT.map((text, at) => ({ ids: [blockId(at + 1)], text }));
const compare = (quoted: string) =>
  compareQuotation(readQuotation(quoted), { leaves, noteLabels: new Set(['3']) });

const stands: readonly (readonly [says: string, quoted: string, forgiven: readonly Forgiven[]])[] = [
  ['to the letter', 'Nobody saw the second ship', []],
  ['in marks of its own', '“Nobody saw the second ship.”', []],
  ['across two paragraphs', 'saw the second ship. On the third day', []],
  ['in Chinese', '在黄昏点亮', []],
  ['a capital at the beginning', 'The lamp was lit at dusk', ['first-capital']],
  ['a capital in brackets', '[N]obody saw the second ship', ['first-capital']],
  ['straight marks for curled ones', 'The keeper wrote: "the lamp was lit', ['quotation-marks']],
  ['another hyphen', 'to the rock‑bound light', ['hyphens']],
  ['a dash in other dress', 'light -- he had been sent for', ['hyphens', 'spaces']],
  ['white space', 'Nobody   saw\nthe second ship', []],
  ['a space where there is none', 'to the rock - bound light', ['spaces']],
  ['an ellipsis', 'The keeper wrote … Nobody saw the second ship', ['ellipsis']],
  ['an ellipsis in brackets', 'On the third day [...] the oil', ['ellipsis']],
  ['words added in brackets', 'he [the master] had been sent for', ['added-in-brackets']],
  ['sic', 'Nobody saw [sic] the second ship', ['sic']],
  ['a word parted at the end of a line', 'On the third day the har-\nbour master came', ['hyphens']],
  ['a word that the text parts', 'lamp-post of the harbour was', ['hyphens']],
  ['a hyphen of its own at the end of a line', 'to the rock-\nbound light', ['spaces']],
  ['a soft hyphen', 'was angezündet again', ['hyphens']],
  ['each paragraph in marks', '“saw the second ship.\n\n“On the third day', ['quotation-marks']],
  ['points of another width', '在黄昏点亮,在黎明熄灭', ['width']],
  ['vowel signs left out', 'لم يشعل الفنار مرة', ['letters']],
  ['ё without its points', 'не зажег его еще раз', ['letters']],
  ['the mark of a note close behind a word', 'Nobody saw the second ship3', ['note-marks']],
  ['words added in brackets at the end', 'Nobody saw the second [that is]', ['added-in-brackets']],
  [
    'umlauts as two letters',
    'die Pruefung der Schaeden am Hafen muss fuer groessere Schiffe',
    ['first-capital', 'spelling'],
  ],
  ['two letters as umlauts', 'Für die Öffnung der Schleuse', ['spelling']],
  ['a capital umlaut at the beginning of a quotation', 'aerger gab es', ['first-capital', 'spelling']],
  ['umlauts among capitals', 'in der GROESSTEN Strasse', ['spelling']],
  ['ß among capitals', 'in der GRÖßTEN Straße', ['spelling']],
  ['a long s and joined letters', 'Schiffe geschehen; das fiel uns auf', ['spelling']],
  ['œ as two letters', 'Son oeuvre paraît', ['spelling']],
  ['a space that does not break', 'zahlte man 5\u00a0Mark', []],
  ['a word with umlauts parted at the end of a line', 'die Öff-\nnung der Schleuse', ['hyphens', 'spelling']],
  ['the mark of a note', 'Nobody saw the second 3 ship', ['note-marks']],
];
for (const [says, quoted, forgiven] of stands)
  test(`stands so: ${says}`, () => {
    const found = compare(quoted);
    assert.deepEqual([...(found?.forgiven ?? [])].sort(), [...forgiven].sort());
    assert.equal(found?.verdict, forgiven.length === 0 ? 'exact' : 'forgiven');
  });

test('names each word that is written otherwise, once', () => {
  const spelt = compare('Pruefung der Schaeden am Hafen muss für groessere Schiffe geschehen')?.spelt;
  assert.deepEqual(
    spelt?.map(({ quote, text }) => `${quote} ${text}`),
    ['Pruefung Prüfung', 'Schaeden Schäden', 'muss muß', 'groessere größere', 'geschehen geſchehen'],
  );
  assert.deepEqual(compare('to the rock‑bound light')?.spelt, []);
  assert.deepEqual(compare('не зажег его')?.spelt, [{ quote: 'зажег', text: 'зажёг' }]);
  assert.deepEqual(compare('[n]obody saw the second ship')?.spelt, []);
});

const differing: readonly (readonly [says: string, quoted: string, quote: string, text: string])[] = [
  ['another word', 'Nobody saw the third ship', 'third', 'second'],
  ['a word too many', 'Nobody ever saw the second ship', ' ever', ''],
  ['a word too few', 'Nobody saw the ship. On the third day', '', ' second'],
  ['another point', 'Nobody saw the second ship! On the third day', '! ', '. '],
  ['a wrong word at the beginning', 'Somebody saw the second ship', 'Somebody', 'Nobody'],
  ['a wrong word at the end', 'Nobody saw the second boat', 'boat', 'ship'],
  ['a wrong word after the first', 'On a third day the harbour master came', 'a', 'the'],
  ['words that are in no text before it', 'Alas, On the third day', 'Alas,', ''],
  [
    'a vowel without its dots, which is another word',
    'die Prufung der Schäden am Hafen',
    'Prufung',
    'Prüfung',
  ],
  ['a mark in the wrong place', 'Nobody saw the “second ship', '“', ''],
  ['a capital within', 'Nobody saw the Second ship', 'Second', 'second'],
];
for (const [says, quoted, quote, text] of differing)
  test(`differs, and is said: ${says}`, () => {
    const found = compare(quoted);
    assert.equal(found?.verdict, 'differs');
    const changes = found.stretches.filter(({ kind }) => kind !== 'same');
    assert.deepEqual(
      changes.map((one) => [one.quote.trim(), one.text.trim()]),
      [[quote.trim(), text.trim()]],
    );
  });

const absent: readonly string[] = [
  'Everybody knew what the first mate had hidden below',
  'the oil … On the third day the harbour master',
];
for (const quoted of absent)
  test(`does not stand there: ${quoted}`, () => assert.equal(compare(quoted), undefined));

test('says where it begins and ends, and what stands around it', () => {
  const found = compare('the second ship. On the third day');
  assert.equal(found?.first, 'b1');
  assert.equal(found.last, 'b2');
  assert.match(found.before, /Nobody saw $/);
  assert.match(found.after, /^ the harbour master/);
});

test('a long quotation with many slips is compared within bounds', () => {
  const words = Array.from({ length: 1800 }, (_, at) => `w${at}`);
  const slipped = words.map((word, at) => (at % 9 === 4 ? `x${at}` : word)).join(' ');
  const found = compareQuotation(readQuotation(slipped), {
    leaves: [{ ids: [blockId(1)], text: `${'z '.repeat(40_000)}${words.join(' ')}` }],
    noteLabels: new Set(),
  });
  assert.equal(found?.verdict, 'differs');
  assert.equal(found.same, 1600);
});
