import assert from 'node:assert/strict';
import fc from 'fast-check';
import { printQuery, readQuery } from '../../src/core/query-language.ts';
import type { QueryNode } from '../../src/core/query.ts';
import { LIMITS } from '../../src/core/query/symbols.ts';
import { anyQuery, anyQueryText } from '../support/any-query.ts';
import { tokenText } from './mutations.ts';
import { found, type Fuzzed } from './property.ts';

/** How many leaves a query has, and how deep it is. */
function sizeOf(node: QueryNode): { readonly leaves: number; readonly depth: number } {
  const inner =
    node.kind === 'and' || node.kind === 'or' ? node.nodes : node.kind === 'not' ? [node.node] : [];
  if (inner.length === 0) return { leaves: 1, depth: 1 };
  const sizes = inner.map(sizeOf);
  return {
    leaves: sizes.reduce((sum, { leaves }) => sum + leaves, 0),
    depth: 1 + Math.max(...sizes.map(({ depth }) => depth)),
  };
}

/** Every parenthesis may hold a choice, of which each is a conjunction, of which each is a negation. */
const DEEPEST = (LIMITS.depth + 1) * 3 + 1;

/** The search box: whatever is written there. */
export const questions: Fuzzed = {
  says: 'queries: whatever stands in the box, it is read within bounds, and printed without loss',
  check: (options) =>
    found(
      fc.asyncProperty(fc.oneof(anyQueryText, tokenText), async (written) => {
        const { node, problems } = readQuery(written);
        assert.deepEqual(readQuery(printQuery(node)).node, node);
        const { leaves, depth } = sizeOf(node);
        assert.ok(leaves <= LIMITS.characters && depth <= DEEPEST, `${leaves} leaves, ${depth} deep`);
        assert.ok(problems.length <= 21);
      }),
      options,
    ),
  runs: 300,
};

/** Queries as trees: what is printed is read as what it was. */
export const queries: Fuzzed = {
  says: 'queries: whatever is asked, it is printed, and read again as it was',
  check: (options) =>
    found(
      fc.asyncProperty(anyQuery, async (node) => {
        assert.deepEqual(readQuery(printQuery(node)).node, node);
      }),
      options,
    ),
  runs: 300,
};
