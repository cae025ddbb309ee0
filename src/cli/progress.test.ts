import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Progress, printReached } from './progress.ts';
import { testTerminal } from '../../test/support/test-terminal.ts';

const lines: readonly (readonly [
  says: string,
  reached: Parameters<typeof printReached>[0],
  ms: number,
  line: string,
])[] = [
  ['nothing yet', { done: 0 }, 0, '0 records'],
  ['without a total', { done: 1250, at: 'a.xml' }, 2500, '1,250 records · 500/s · a.xml'],
  ['with a total', { done: 1000, total: 9000 }, 10_000, '1,000 of 9,000 records · 100/s · 80 s left'],
  ['minutes', { done: 10, total: 1000 }, 10_000, '10 of 1,000 records · 1/s · 17 min left'],
  ['slow work', { done: 3, total: 13 }, 15_000, '3 of 13 records · 12 a minute · 50 s left'],
  ['all', { done: 5, total: 5 }, 1000, '5 of 5 records · 5/s'],
];
for (const [says, reached, ms, line] of lines)
  test(`progress: ${says}`, () => assert.equal(printReached(reached, 'records', ms), line));

test('a person sees one line that draws over itself, and is taken away at the end', () => {
  const terminal = testTerminal({ isWatched: true });
  const progress = new Progress(terminal, 'files');
  terminal.pass(150);
  progress.reach({ done: 3 });
  progress.reach({ done: 4 });
  progress.end();
  assert.equal(terminal.errText(), '\r\u001b[2K3 files · 20/s\r\u001b[2K');
});

test('a pipe gets plain lines, and few', () => {
  const terminal = testTerminal({ isWatched: false });
  const progress = new Progress(terminal, 'files');
  for (let done = 1; done <= 60; done++) {
    terminal.pass(100);
    progress.reach({ done });
  }
  progress.end();
  assert.equal(terminal.errText(), '50 files · 10/s\n');
});
