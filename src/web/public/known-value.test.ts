import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conditionsOf, fitting } from './filter-rows.ts';
import { knownValue, readKnownValue } from './known-value.ts';

test('what was chosen is known by its words, and forgotten once they are altered', () => {
  for (const [value, words] of [
    ['a4km7q2zxh', 'Stalin, I. V.'],
    ['Newspaper article', 'Newspaper article'],
    ['100 %', 'odd'],
  ] as const) {
    assert.equal(readKnownValue(knownValue(value, words), words), value);
    assert.equal(readKnownValue(knownValue(value, words), `${words}x`), undefined);
  }
  for (const known of ['', ' ', 'a4km7q2zxh', ' words', '%zz words'])
    assert.equal(readKnownValue(known, 'words'), undefined, known);
});

test('a condition that a field has not becomes the nearest that it has', () => {
  const cases = [
    ['date', 'is', 'between'],
    ['date', 'none', 'between'],
    ['title', 'is', 'contains'],
    ['title', 'is-not', 'contains-not'],
    ['person', 'contains', 'is'],
    ['person', 'contains-not', 'is-not'],
    ['person', 'none', 'none'],
  ] as const;
  for (const [field, condition, is] of cases) {
    assert.equal(fitting(field, condition), is, `${field} ${condition}`);
    assert.ok(conditionsOf(field).includes(is));
  }
});
