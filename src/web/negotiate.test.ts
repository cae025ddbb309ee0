import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RecordKind } from '../core/id.ts';
import { formAccepted, takesPages } from './negotiate.ts';
import { formsByKind } from './form-table.ts';

const LIVE = { forms: formsByKind, mode: 'live' } as const;

const CASES: readonly (readonly [accept: string | null, kind: RecordKind, suffix: string | undefined])[] = [
  ['application/tei+xml', 'document', 'tei'],
  ['application/mods+xml', 'document', 'mods'],
  ['application/json', 'document', 'json'],
  ['Application/JSON ; charset=utf-8', 'document', 'json'],
  ['text/markdown', 'document', 'md'],
  ['application/x-bibtex', 'document', 'bib'],
  ['application/vnd.citationstyles.csl+json', 'document', 'csl.json'],
  ['application/pdf', 'document', 'pdf'],
  ['application/ead+xml', 'repository', 'ead'],
  ['application/eac+xml', 'agent', 'eac'],
  ['application/xml', 'agent', 'dc'],
  // What is had only of another kind is not had.
  ['application/tei+xml', 'agent', undefined],
  ['application/eac+xml', 'document', undefined],
  // Weights, and the narrower range before the wider.
  ['text/html;q=0.4, application/json;q=0.9', 'document', 'json'],
  ['text/html;q=0.9, application/json;q=0.4', 'document', undefined],
  ['application/json;q=0.5, text/html;q=0.5', 'document', undefined],
  ['application/json, */*;q=0.1', 'document', 'json'],
  ['application/json;q=0, application/mods+xml;q=0.1', 'document', 'mods'],
  ['application/*', 'document', 'tei'],
  // Browsers, and programs that take anything.
  ['text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8', 'document', undefined],
  ['application/xml;q=0.9,text/html,*/*;q=0.8', 'document', undefined],
  ['*/*', 'document', undefined],
  [null, 'document', undefined],
  // Nonsense gets the page.
  ['', 'document', undefined],
  [',,;;q=,', 'document', undefined],
  ['json', 'document', undefined],
  ['application/json;q=nonsense', 'document', undefined],
  ['application/json;q=7', 'document', undefined],
  ['image/png', 'document', undefined],
  [`application/json,${'a/b,'.repeat(1000)}`, 'document', undefined],
];

for (const [accept, kind, suffix] of CASES)
  test(`${accept?.slice(0, 80) ?? 'nothing'} of a ${kind} -> ${suffix ?? 'its page'}`, () =>
    assert.equal(formAccepted(LIVE, kind, accept), suffix));

test('where the site is written as files, there is nobody to ask', () =>
  assert.equal(formAccepted({ ...LIVE, mode: 'static' }, 'document', 'application/json'), undefined));

const TAKERS: readonly (readonly [accept: string | null, isTaken: boolean])[] = [
  [null, true],
  ['', true],
  ['*/*', true],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', true],
  ['application/json, text/html;q=0.1', true],
  ['application/json, */*;q=0.1', true],
  ['application/xhtml+xml', true],
  ['text/*', true],
  ['image/avif,image/webp,*/*', true],
  ['application/json', false],
  ['Application/JSON ; charset=utf-8', false],
  ['application/problem+json', false],
  ['application/xml;q=0.9, application/*;q=0.1, image/*', true],
  ['application/tei+xml, text/turtle;q=0.9', false],
  ['application/json, text/html;q=0', false],
  ['application/json, text/html;q=0, */*;q=0', false],
  ['image/*', false],
  // What names no media type says nothing.
  ['json', true],
  [';;;,,,/;q', true],
  [`application/json,${'a/b,'.repeat(1000)}`, true],
];
for (const [accept, isTaken] of TAKERS)
  test(`${accept?.slice(0, 80) ?? 'nothing'}: what goes wrong is told ${isTaken ? 'by a page' : 'as to a program'}`, () =>
    assert.equal(takesPages(accept), isTaken));
