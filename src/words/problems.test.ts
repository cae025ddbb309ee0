import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROBLEM_CODES, problem, type Problem, type ProblemCode } from '../core/problem.ts';
import { PROBLEM_WORDS, sayProblem } from './problems.ts';

const codes = Object.keys(PROBLEM_WORDS) as ProblemCode[];

test('every code has its words, and there are no words without a code', () => {
  assert.deepEqual(codes.toSorted(), Object.keys(PROBLEM_CODES).toSorted());
});

for (const code of codes)
  test(`${code}: a whole sentence and a way out, also when nothing is known of it`, () => {
    const { sentence, wayOut } = sayProblem(problem(code, {}));
    for (const text of [sentence, wayOut]) {
      assert.match(text, /^["A-Zt].{8,}[.?!]$/s);
      assert.doesNotMatch(text, /[{}]|undefined|\(\)| {2}/);
    }
  });

const cases: readonly (readonly [says: string, problem: Problem, sentence: string])[] = [
  [
    'the value is quoted',
    problem('date-not-read', {}, { value: 'Michaelmas' }),
    'The date “Michaelmas” was not understood; its words are kept and shown.',
  ],
  [
    'a limit that is known is named',
    problem('too-large', {}, { facts: { limit: '1 GB' } }),
    'This is larger than is taken in (1 GB).',
  ],
  ['a limit that is not known leaves no hole', problem('too-large', {}), 'This is larger than is taken in.'],
  [
    'a reason that is not known leaves no hole',
    problem('xml-broken', { line: 3 }),
    'The XML is broken here.',
  ],
  [
    'an unknown option says what was probably meant',
    problem(
      'option-wrong',
      { field: '--pubish' },
      { facts: { command: 'import', why: 'unknown', meant: '--publish' } },
    ),
    'There is no option --pubish of "unsealed import". Did you mean "--publish"?',
  ],
  [
    'a long value is cut',
    problem('reference-unknown', {}, { value: 'x'.repeat(100) }),
    `What this refers to is not here: “${'x'.repeat(79)}…”. Its words stand without a link.`,
  ],
];

for (const [says, given, sentence] of cases)
  test(`sayProblem: ${says}`, () => assert.equal(sayProblem(given).sentence, sentence));
