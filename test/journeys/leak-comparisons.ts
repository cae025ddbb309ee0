import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindOf } from '../../src/core/id.ts';
import { idOf, NAMES, OPEN, type Name } from './leak-names.ts';

/** What stands side by side: with what may be seen, with what may not, and of itself. */
const comparisonsOf = (id: string): readonly string[] => [
  `/document/${OPEN.document}/compare/${id}`,
  `/document/${id}/compare/${OPEN.document}`,
  `/document/${id}/compare/${idOf('block')}/${idOf('edited')}/${idOf('shown')}`,
  ...['v1', 'v2', 'v1/v2', 'r1', 'r1/r2', 't-en', 't-de-1', `v1/r1/${OPEN.document}`].map(
    (others) => `/document/${id}/compare/${others}`,
  ),
];

/** What a document answers beside another, and what it says: [others, of, status, says]. */
const COMPARED: readonly (readonly [others: string, of: Name, status: number, says: RegExp])[] = [
  ['r1/r2', 'shown', 200, /2 lines/],
  ['v1', 'edited', 200, /now/],
  [OPEN.document, 'block', 200, /All may read it/],
  [idOf('draft'), 'block', 404, /404/],
  [idOf('withdrawn'), 'block', 410, /A mistake/],
  [idOf('embargo'), 'block', 410, /9999/],
];

export const COMPARISONS: readonly string[] = NAMES.map(idOf)
  .filter((id) => kindOf(id) === 'document')
  .flatMap(comparisonsOf);

/** What stands side by side says what is public, and answers as its parts do. */
export function testComparisons(ask: (address: string) => Response | Promise<Response>): void {
  for (const [others, of, status, says] of COMPARED)
    test(`${of} beside ${others}: ${status}`, async () => {
      const answer = await ask(`/document/${idOf(of)}/compare/${others}`);
      assert.equal(answer.status, status);
      assert.match(await answer.text(), says);
    });
}
