import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortTitle } from './entry.ts';

test('a title is cut at a word, with a sign that it goes on', () => {
  const cases: readonly (readonly [string, number, string])[] = [
    ['Korea', 20, 'Korea'],
    ['Exactly twenty chars', 20, 'Exactly twenty chars'],
    ['The Ambassadorial Talks at Geneva; Negotiation', 20, 'The Ambassadorial…'],
    ['Talks at Geneva; Negotiation of the Agreed', 19, 'Talks at Geneva…'],
    ['OneWordThatIsLongerThanTheWholeLine', 10, 'OneWordTha…'],
  ];
  for (const [title, length, expected] of cases) assert.equal(shortTitle(title, length), expected, title);
});
