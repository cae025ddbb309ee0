import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCataloguedDate } from '../core/date/catalogued-date.ts';
import { printDate } from './dates.ts';
import { en } from './en.ts';

test('a plain day is said as any other date is', () => {
  for (const words of [
    'July 2, 1945',
    '12 March 1899',
    'July, 1945',
    'ca. 1953',
    'undated',
    'February 30, 1945',
  ]) {
    const date = readCataloguedDate('created', words);
    assert.ok(date, words);
    assert.equal(en.catalogued(date, false), printDate(date, 'en'), words);
  }
  const timed = readCataloguedDate('sent', 'August 2, 1955—3 p.m.');
  assert.ok(timed);
  assert.equal(en.catalogued(timed, true), printDate(timed, 'en'));
  assert.equal(en.catalogued(timed, false), 'August 2, 1955');
});

test('who says so is said in words', () => {
  const cases: readonly (readonly [string, string])[] = [
    [en.saidBy('rule', 'the dateline'), 'by rule, from the dateline'],
    [en.saidBy('machine', 'tesseract 5.3'), 'by a machine: tesseract 5.3'],
    [en.saidBy('human', ''), 'by a person'],
    [en.finding.foundIn('text', 'transcription', 'und', true), 'In the machine-read text'],
    [en.finding.foundIn('text', 'transcription', 'de', true), 'In the machine-read German text'],
    [en.finding.foundIn('text', 'translation', 'de', true), 'In the German machine translation'],
    [en.finding.foundIn('text', 'transcription', 'de'), 'In the German transcription'],
    [en.attested('places.0'), 'place'],
    [en.attested('creditLine'), 'credit line'],
  ];
  for (const [said, expected] of cases) assert.equal(said, expected);
});

test('a statement of rights is called by its name, one that is not known by none', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['http://rightsstatements.org/vocab/NoC-US/1.0/', 'No copyright, United States'],
    ['https://creativecommons.org/licenses/by-sa/4.0/', 'CC BY-SA 4.0'],
    ['https://creativecommons.org/publicdomain/zero/1.0/', 'CC0 1.0'],
    ['https://creativecommons.org/publicdomain/mark/1.0/', 'Public Domain Mark 1.0'],
    ['https://archive.example/terms', undefined],
    ['http://rightsstatements.org/vocab/Nothing/1.0/', undefined],
  ];
  for (const [uri, expected] of cases) assert.equal(en.rightsName(uri), expected, uri);
});
