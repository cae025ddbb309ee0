import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Command } from './command.ts';
import { parseLine } from './parse-line.ts';

const command: Command = {
  name: 'restrict',
  summary: 'Hold back.',
  args: [
    { name: 'WHAT', about: 'What.', words: ['record', 'file'] },
    { name: 'ID', about: 'Which.', isMany: true },
  ],
  options: {
    reason: { takes: 'REASON', about: 'Why.', words: ['rights', 'other'], isRequired: true },
    quiet: { about: 'Say nothing.' },
  },
  examples: [],
  run: () => Promise.resolve(0),
};

test('arguments, options and switches are read, in any order', () => {
  const line = parseLine(command, ['--quiet', 'record', 'a', '--reason', 'rights', 'b', '--dir=here']);
  assert.ok(line.ok);
  assert.equal(line.value.must('WHAT'), 'record');
  assert.deepEqual(line.value.many('ID'), ['a', 'b']);
  assert.equal(line.value.option('reason'), 'rights');
  assert.equal(line.value.option('dir'), 'here');
  assert.equal(line.value.has('quiet'), true);
  assert.equal(line.value.has('json'), false);
});

test('what comes after "--" is no option', () => {
  const line = parseLine(command, ['record', '--reason', 'other', '--', '--quiet']);
  assert.ok(line.ok);
  assert.deepEqual(line.value.many('ID'), ['--quiet']);
});

test('asked for help, nothing else needs to be right', () => {
  const line = parseLine(command, ['--help']);
  assert.ok(line.ok && line.value.has('help'));
});

test('an option that the command does not declare is our fault', () => {
  const line = parseLine(command, ['record', 'a', '--reason', 'other']);
  assert.ok(line.ok);
  assert.throws(() => line.value.option('colour'), /declares no option --colour/);
  assert.throws(() => line.value.arg('COLOUR'), /declares no argument COLOUR/);
});

const refusals: readonly (readonly [
  says: string,
  words: string[],
  code: string,
  field: string,
  why?: string,
])[] = [
  ['an option of no command', ['record', 'a', '--reson', 'rights'], 'option-wrong', '--reson', 'unknown'],
  [
    'an option named like a property of objects',
    ['record', '--constructor'],
    'option-wrong',
    '--constructor',
    'unknown',
  ],
  ['an option without its value', ['record', 'a', '--reason'], 'option-wrong', '--reason', 'needs-value'],
  ['a switch with a value', ['record', 'a', '--quiet=yes'], 'option-wrong', '--quiet', 'takes-nothing'],
  [
    'a value that is none of the words',
    ['record', 'a', '--reason', 'x'],
    'option-wrong',
    '--reason',
    'not-one-of',
  ],
  [
    'an argument that is none of the words',
    ['box', 'a', '--reason', 'other'],
    'option-wrong',
    'WHAT',
    'not-one-of',
  ],
  ['an argument missing', ['record', '--reason', 'other'], 'argument-missing', 'ID'],
  ['an option missing', ['record', 'a'], 'argument-missing', '--reason'],
];

for (const [says, words, code, field, why] of refusals)
  test(`refused: ${says}`, () => {
    const line = parseLine(command, words);
    assert.ok(!line.ok);
    assert.equal(line.problem.code, code);
    assert.equal(line.problem.where.field, field);
    assert.equal(line.problem.facts?.['why'], why);
  });

test('one argument too many is refused', () => {
  const line = parseLine({ ...command, args: [], options: {} }, ['more']);
  assert.ok(!line.ok);
  assert.equal(line.problem.facts?.['why'], 'too-many');
});
