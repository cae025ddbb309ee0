import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problem } from '../core/problem.ts';
import { isWorkLeft, printWork, workForPrograms } from './print-work.ts';

const NONE = { counts: [], running: [], failed: [] };
const busy = {
  counts: [
    { kind: 'derive', state: 'done', count: 12, pages: 12 },
    { kind: 'read-text', state: 'waiting', count: 2, pages: 1040 },
    { kind: 'read-text', state: 'running', count: 1, pages: 7 },
  ],
  running: [{ kind: 'read-text', document: 'dk4m7q2zxh', done: 2, total: 7, seconds: 10 }],
  failed: [],
} as const;
const failed = {
  counts: [{ kind: 'read-text', state: 'failed', count: 1, pages: 1 }],
  running: [],
  failed: [
    {
      kind: 'read-text',
      document: 'dk4m7q2zxh',
      problem: problem('page-not-read', { file: 'p1.jpg', field: 'page 1' }),
    },
  ],
} as const;

test('work that goes on is told by pages, with rate and time left', () => {
  assert.equal(
    printWork(busy),
    `Scans (pages)             waiting  running     done   failed
  pictures to prepare           0        0       12        0
  pages to read             1,040        7        0        0
reading dk4m7q2zxh: page 3 of 7 · 12 a minute · 25 s left
`,
  );
});

test('what failed is told with the way out, and how to try again', () => {
  const text = printWork(failed);
  assert.match(
    text,
    /^failed: reading of dk4m7q2zxh, p1\.jpg, page 1: The text of this page could not be read\.$/m,
  );
  assert.match(text, /documents read --failed/);
});

test('where there is nothing, that is said', () => {
  assert.equal(printWork(NONE), 'No scans were worked on.\n');
  assert.deepEqual([NONE, busy, failed].map(isWorkLeft), [false, true, false]);
});

test('programs get the sentence and the way out, too', () => {
  const said = JSON.stringify(workForPrograms(failed));
  assert.match(said, /"wayOut":"The scan is shown all the same/);
});
