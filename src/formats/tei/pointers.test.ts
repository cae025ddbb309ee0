import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readTarget, targetIn } from './pointers.ts';

const within = (id: string) => targetIn('vol1', id);
const CASES: readonly (readonly [string, unknown])[] = [
  ['#d12', { kind: 'identifier', identifier: 'tei:vol1#d12' }],
  ['#d12fn3', { kind: 'identifier', identifier: 'tei:vol1#d12', block: 'd12fn3' }],
  ['#pg_4', { kind: 'identifier', identifier: 'page:vol1#pg_4', block: 'pg_4' }],
  ['vol2#d261fn2', { kind: 'identifier', identifier: 'tei:vol2#d261', block: 'd261fn2' }],
  ['vol2', { kind: 'identifier', identifier: 'tei:vol2' }],
  ['#preface', { kind: 'identifier', identifier: 'tei:vol1#preface', block: 'preface' }],
  [
    'issue_8.TEIP5.xml#div_45',
    { kind: 'identifier', identifier: 'tei:issue_8.TEIP5#div_45', block: 'div_45' },
  ],
  ['range(#d12,#d14)', { kind: 'identifier', identifier: 'tei:vol1#d12' }],
  ['https://example.org/a', { kind: 'web', url: 'https://example.org/a' }],
  ['mailto:a@example.org', { kind: 'web', url: 'mailto:a@example.org' }],
  ['javascript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['', undefined],
  ['../../etc/passwd', undefined],
];
for (const [target, to] of CASES)
  test(`target "${target}"`, () => assert.deepEqual(readTarget(target, within), to));
