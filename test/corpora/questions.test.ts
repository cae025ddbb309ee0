import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { certainPersons, partsOfForm } from '../../bench/relevance/draw-persons.ts';
import { mistype, wordsOfTitle } from '../../bench/relevance/draw-titles.ts';
import { questions, type Question } from '../../bench/relevance/question.ts';
import { readVolume } from '../../bench/relevance/read-volume.ts';
import { scoreOf } from '../../bench/relevance/score.ts';
import { makeId } from '../../src/core/id.ts';
import { ROOT } from '../support/source-files.ts';
import { drawFrom } from './draw.ts';

const read = (name: string): readonly Question[] =>
  questions.parse(JSON.parse(readFileSync(join(ROOT, 'bench/relevance', name), 'utf8')));
const drawn = read('drawn.json');
const asked = read('asked.json');

test('sixty questions are drawn, and there are over 150, each with an id of its own', () => {
  assert.equal(drawn.length, 60);
  const ids = [...drawn, ...asked].map(({ id }) => id);
  assert.ok(ids.length >= 150);
  assert.equal(new Set(ids).size, ids.length);
  assert.ok(
    drawn.every(({ id }) => id.startsWith('drawn-')) && !asked.some(({ id }) => id.startsWith('drawn-')),
  );
});

test('what a question asks of the sample is in the sample', () => {
  const folder = join(ROOT, 'sample/records');
  const keys = new Set(
    readdirSync(folder).flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => z.object({ key: z.string() }).parse(JSON.parse(line)).key),
    ),
  );
  const wanted = asked.flatMap(({ expect }) => expect).filter((key) => key.startsWith('sample:'));
  assert.ok(wanted.length > 50);
  assert.deepEqual(
    wanted.filter((key) => !keys.has(key)),
    [],
  );
});

const VOLUME = `<TEI><text>
  <div xml:id="persons"><list>
    <item><persName xml:id="p1">Marlow, Agnes T.</persName>, keeper</item>
    <item><persName xml:id="p2">Marlow, Anton,</persName> her brother</item>
    <item><persName xml:id="p3">Quill, Sir Bertram, Jr.</persName></item>
  </list></div>
  <div type="document" xml:id="d1"><head>1. Letter From <persName corresp="#p3">Quill</persName>
    to the Harbour<lb/>Master<note>A note with a <persName corresp="#p1">name</persName></note></head>
    <dateline><date when="1931-04-02">April 2</date></dateline>
    <p>See <date when="1950">1950</date>.</p></div>
  <div type="document" xml:id="d2"><head>Editorial Note</head><p/></div>
</text></TEI>`;

test('a volume is read: heads without number and note, the first year, persons by pointer', () => {
  const { documents, persons } = readVolume('v', VOLUME);
  assert.deepEqual(
    documents.map(({ id, title, year, persons: named }) => [id, title, year, [...named]]),
    [
      ['d1', 'Letter From Quill to the Harbour Master', '1931', ['p3', 'p1']],
      ['d2', 'Editorial Note', undefined, []],
    ],
  );
  assert.deepEqual(
    persons.map(({ form }) => form),
    ['Marlow, Agnes T.', 'Marlow, Anton', 'Quill, Sir Bertram, Jr.'],
  );
});

test('a person is certain only where no other has the surname and initial', () => {
  const [quill, ...others] = certainPersons([readVolume('v', VOLUME)]);
  assert.deepEqual(others, []);
  assert.deepEqual(quill?.records, ['tei:v#p3']);
  assert.deepEqual(quill?.documents, ['tei:v#d1']);
});

for (const [form, parts] of [
  ['Marlow, Agnes T.', { surname: 'Marlow', given: ['Agnes', 'T.'] }],
  ['Quill, Sir Bertram, Jr.', { surname: 'Quill', given: ['Bertram'] }],
  ['Quill, Bertram, keeper', undefined],
  ['Marsa Nur, Harbour of', undefined],
  ['Shen Bonian', undefined],
] as const)
  test(`the parts of ${form}`, () => assert.deepEqual(partsOfForm(form), parts));

test('a title is its words that say something', () => {
  assert.deepEqual(wordsOfTitle('Letter of 2 April to the N.H. Harbour Harbour'), [
    'letter',
    '2',
    'april',
    'harbour',
  ]);
});

test('a mistyped word is another word with the same first letter', () => {
  const draw = drawFrom(7);
  for (const word of ['harbour', 'lighthouse', 'assessor', 'aaaab'])
    for (let n = 0; n < 50; n++) {
      const wrong = mistype(word, draw);
      assert.notEqual(wrong, word);
      assert.equal(wrong[0], word[0]);
    }
});

test('recall and reciprocal rank', () => {
  const id = (n: number) => makeId('document', String(n).padStart(8, '0'));
  const hits = Array.from({ length: 20 }, (_, n) => id(n));
  assert.deepEqual(scoreOf(hits, new Set([id(0)])), { recall10: 1, recall20: 1, reciprocalRank: 1 });
  assert.deepEqual(scoreOf(hits, new Set([id(12), id(99)])), {
    recall10: 0,
    recall20: 0.5,
    reciprocalRank: 1 / 13,
  });
  assert.deepEqual(scoreOf([], new Set([id(1)])), { recall10: 0, recall20: 0, reciprocalRank: 0 });
});
