import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { PROBLEM_CODES } from '../../src/core/problem.ts';
import { FACET_FIELDS, TEXT_FIELDS } from '../../src/core/query.ts';
import { readQuery } from '../../src/core/query-language.ts';
import { LIMITS } from '../../src/core/query/symbols.ts';
import { ROOT } from '../support/source-files.ts';

const page = readFileSync(join(ROOT, 'docs/reference/query-language.md'), 'utf8');
const [, ...sections] = page.split(/^## /m);
const sectionOf = (heading: string): string => sections.find((one) => one.startsWith(heading)) ?? '';

/** The queries in the first cells of a section's table. */
const queriesIn = (section: string): readonly string[] =>
  [...section.matchAll(/^\| `((?:[^`])+)` \|/gm)].map(([, query = '']) => query.replaceAll('\\|', '|'));

for (const query of sections.flatMap(queriesIn))
  test(`the example ${query} is understood`, () => {
    const { node, problems } = readQuery(query);
    assert.deepEqual(problems, []);
    assert.notEqual(node.kind, 'everything');
  });

test('every reference of the page is read as one, every date as days, every field as itself', () => {
  const conditions = (heading: string): readonly string[] =>
    queriesIn(sectionOf(heading)).map((query) => {
      const { node } = readQuery(query);
      return node.kind === 'filter' ? node.filter.field : `${query} is a ${node.kind}`;
    });
  assert.deepEqual([...new Set(conditions('References'))], ['unit']);
  assert.deepEqual([...new Set(conditions('Dates'))], ['date']);
});

test('every field and every bound is on the page, and no code that is none', () => {
  const missing = [...TEXT_FIELDS, ...FACET_FIELDS, 'date', 'within', 'id'].filter(
    (field) => !page.includes(`\`${field}:`) && !page.includes(`\`${field}\``),
  );
  assert.deepEqual(missing, []);
  const bounds = sectionOf('Bounds');
  const { characters, terms, openWords, depth } = LIMITS;
  for (const said of [`${characters} characters`, `${terms} words`, `${openWords} words`, `${depth} deep`])
    assert.ok(bounds.includes(said), said);
  const codes = [...bounds.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, code = '']) => code);
  assert.deepEqual(
    codes.filter((code) => !(code in PROBLEM_CODES)),
    [],
  );
});
