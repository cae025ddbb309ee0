import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Wording } from '../difference/wording.ts';
import { makeId } from '../id.ts';
import { parseLanguage, UNDETERMINED } from '../language.ts';
import { toldOnlyHere } from './told-here.ts';

const KOSTINA = makeId('agent', '00000007');
const bound = new Map([['k', KOSTINA]]);
const of = (language: string) => ({ bound, language: parseLanguage(language) ?? UNDETERMINED });

/** "[Kostina] ate 3": what is in brackets is a bound name. */
function wording(text: string): Wording {
  const at = text.indexOf('[');
  if (at === -1) return { text, held: [] };
  const plain = text.replace(/[[\]]/g, '');
  return { text: plain, held: [], named: [{ from: at, to: text.indexOf(']') - 1, key: 'k' }] };
}

const CASES: readonly (readonly [name: string, one: string, other: string, expected: string])[] = [
  ['numbers that differ', 'He ate seven.', 'Он съел три.', 'seven | три'],
  ['the same number in words and digits', 'He ate seven.', 'Он съел 7.', ' | '],
  ['a name that both have, however written', '[Kostina] spoke.', '[Костина] заговорила.', ' | '],
  ['a name that one has', '[Kostina] spoke.', 'Говорили о погоде.', 'Kostina | '],
  ['the words stand there unbound', '[Kostina] spoke.', 'Kostina was silent.', ' | '],
  ['nothing stands beside it', 'He ate seven.', '', ' | '],
];
for (const [name, one, other, expected] of CASES)
  test(name, () => {
    const both = [wording(one), wording(other)];
    const told = toldOnlyHere(both, [of('en'), of(/[а-я]/.test(other) ? 'ru' : 'en')]);
    const said = told.map((spans, at) =>
      spans.map(({ from, to }) => both[at]?.text.slice(from, to)).join(', '),
    );
    assert.equal(said.join(' | '), expected);
  });

test('the number of what was held back is no number of the text', () => {
  const held: Wording = { text: '2 lines', held: [{ from: 0, to: 7 }] };
  assert.deepEqual(toldOnlyHere([held, wording('He ate.')], [of('en'), of('en')]), [[], []]);
});
