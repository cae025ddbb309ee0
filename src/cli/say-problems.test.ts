import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problem, type Problem } from '../core/problem.ts';
import { testTerminal } from '../../test/support/test-terminal.ts';
import { countByCode, printProblem } from './say-problems.ts';

const cases: readonly (readonly [says: string, problem: Problem, printed: string])[] = [
  [
    'file, line and column, field, value and way out',
    problem(
      'record-broken',
      { file: 'a.jsonl', line: 3, column: 7, field: 'titles' },
      { value: '[]', facts: { message: 'too few.' } },
    ),
    'error: a.jsonl:3:7, titles: This is not a record as we know one: too few.\n    []\n    Compare it with what "unsealed get ID --draft" prints.\n',
  ],
  [
    'a value that the sentence says is not said again',
    problem('date-impossible', { file: 'a.csv', line: 2 }, { value: '1994-02-30' }),
    'warning: a.csv:2: There is no such day as “1994-02-30”; its words are kept and shown.\n    See the original, and correct the date or mark it as doubtful.\n',
  ],
  [
    'a name that would clear the screen, and one that would turn the line round, are spelt out',
    problem('file-unreadable', { file: '\u001b[2Ja\u202etxt.exe' }),
    'error: \\u001b[2Ja\\u202etxt.exe: This file could not be read.\n    See that it exists, is a file, and may be read by you.\n',
  ],
];
for (const [says, given, printed] of cases)
  test(`a problem on the terminal: ${says}`, () =>
    assert.equal(printProblem(testTerminal(), given), printed));

test('problems are counted by code, most first', () => {
  const found = [problem('title-missing', {}), problem('id-twice', {}), problem('id-twice', {})];
  assert.deepEqual(countByCode(found), [
    ['id-twice', 2],
    ['title-missing', 1],
  ]);
});
