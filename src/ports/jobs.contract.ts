import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problem } from '../core/problem.ts';
import { JOB_SILENCE_MS, momentAfter, type Jobs, type NewJob } from './jobs.ts';

const NOON = '2026-06-01T12:00:00.000Z';
const later = (ms: number): string => momentAfter(NOON, ms);
const derive = (n: number, priority = 1): NewJob => ({
  key: `derive ${n}`,
  task: {
    kind: 'derive',
    document: 'd1',
    name: `${n}.jpg`,
    image: { digest: `sha256:${n}`, mediaType: 'image/jpeg', widthPx: 10, heightPx: 20, page: n },
  },
  priority,
  pages: 1,
});
const read: NewJob = {
  key: 'read-text d1',
  task: { kind: 'read-text', document: 'd1', rendition: 's1', languages: ['fr'], pages: [2] },
  priority: 5,
  pages: 7,
};
const broken = problem('file-unreadable', { file: 'a.jpg' }, { value: 'why' });

/** What every keeper of jobs does alike. `open` makes an empty one. */
export function jobsContract(name: string, open: () => Promise<Jobs>): void {
  const jobsTest = (says: string, body: (jobs: Jobs) => Promise<void>): void => {
    test(`${name}: ${says}`, async () => {
      const jobs = await open();
      try {
        await body(jobs);
      } finally {
        await jobs.close();
      }
    });
  };
  addingAndTaking(jobsTest);
  ending(jobsTest);
  deaths(jobsTest);
}

type JobsTest = (says: string, body: (jobs: Jobs) => Promise<void>) => void;

async function taken(jobs: Jobs, worker = 'w', now = NOON) {
  const job = await jobs.take(worker, now);
  return job ?? assert.fail('a job may begin');
}

function addingAndTaking(jobsTest: JobsTest): void {
  jobsTest('what is asked for twice is one', async (jobs) => {
    assert.equal(await jobs.add([derive(1), derive(2), derive(1)]), 2);
    assert.equal(await jobs.add([derive(2), derive(3)]), 1);
    assert.deepEqual(await jobs.counts(), [{ kind: 'derive', state: 'waiting', count: 3, pages: 3 }]);
  });

  jobsTest('the highest goes first, then the oldest, each to one worker', async (jobs) => {
    await jobs.add([derive(1), derive(2), read]);
    const order = [await taken(jobs, 'a'), await taken(jobs, 'b'), await taken(jobs, 'a')];
    assert.deepEqual(
      order.map(({ key }) => key),
      [read.key, 'derive 1', 'derive 2'],
    );
    assert.equal(await jobs.take('c', NOON), undefined);
    assert.deepEqual(order[0], {
      ...read,
      id: order[0]?.id,
      state: 'running',
      attempts: 1,
      done: 0,
      total: 0,
      takenAt: NOON,
    });
  });

  jobsTest('what is done stays done, asked for again or not', async (jobs) => {
    await jobs.add([derive(1)]);
    const job = await taken(jobs);
    assert.equal(await jobs.finish({ id: job.id, worker: 'w' }, NOON), true);
    assert.equal(await jobs.add([derive(1)]), 0);
    assert.equal(await jobs.take('w', later(1e9)), undefined);
    assert.deepEqual(await jobs.counts(), [{ kind: 'derive', state: 'done', count: 1, pages: 1 }]);
  });

  jobsTest('nothing is there at first', async (jobs) => {
    assert.equal(await jobs.take('w', NOON), undefined);
    assert.equal(await jobs.nextAt(), undefined);
    assert.deepEqual(await jobs.counts(), []);
    assert.deepEqual(await jobs.list('failed', 10), []);
    assert.equal(await jobs.retryFailed(), 0);
  });
}

function ending(jobsTest: JobsTest): void {
  jobsTest('what failed is tried again when it is time, not before', async (jobs) => {
    await jobs.add([derive(1)]);
    const job = await taken(jobs);
    assert.equal(await jobs.fail({ id: job.id, worker: 'w' }, broken, NOON, later(5000)), true);
    assert.equal(await jobs.take('w', later(4999)), undefined);
    assert.equal(await jobs.nextAt(), later(5000));
    const again = await taken(jobs, 'w', later(5000));
    assert.deepEqual([again.attempts, again.problem], [2, broken]);
  });

  jobsTest('what failed for good waits again when it is told to, or is asked for anew', async (jobs) => {
    await jobs.add([derive(1), derive(2)]);
    for (const _ of [1, 2]) {
      const { id } = await taken(jobs);
      await jobs.fail({ id, worker: 'w' }, broken, NOON, undefined);
    }
    assert.deepEqual(await jobs.counts(), [{ kind: 'derive', state: 'failed', count: 2, pages: 2 }]);
    const failed = await jobs.list('failed', 10);
    assert.deepEqual(
      failed.map(({ key, problem: why }) => [key, why?.code]),
      [
        ['derive 2', 'file-unreadable'],
        ['derive 1', 'file-unreadable'],
      ],
    );
    assert.equal(await jobs.add([derive(1)]), 1);
    assert.equal(await jobs.retryFailed(), 1);
    assert.equal((await taken(jobs)).attempts, 1, 'its tries are counted anew');
    assert.equal((await taken(jobs)).attempts, 1);
  });

  jobsTest('how far it has come is told', async (jobs) => {
    await jobs.add([read]);
    const { id } = await taken(jobs);
    assert.equal(await jobs.progress({ id, worker: 'w' }, 3, 7, later(10)), true);
    const [running] = await jobs.list('running', 10);
    assert.deepEqual([running?.done, running?.total], [3, 7]);
  });

  jobsTest('what is laid back waits as if it had not been taken', async (jobs) => {
    await jobs.add([derive(1)]);
    const { id } = await taken(jobs);
    assert.equal(await jobs.release({ id, worker: 'w' }), true);
    assert.equal((await taken(jobs)).attempts, 1);
  });
}

function deaths(jobsTest: JobsTest): void {
  jobsTest('parts of the work are kept for whoever takes it next, until it is done', async (jobs) => {
    await jobs.add([read]);
    const { id } = await taken(jobs, 'first');
    assert.equal(await jobs.save({ id, worker: 'first' }, '1', 'one'), true);
    assert.equal(await jobs.save({ id, worker: 'first' }, '1', 'one again'), true);
    await jobs.fail({ id, worker: 'first' }, broken, NOON, NOON);
    await taken(jobs, 'second');
    assert.equal(await jobs.save({ id, worker: 'first' }, '2', 'too late'), false);
    assert.deepEqual([...(await jobs.saved(id))], [['1', 'one again']]);
    await jobs.finish({ id, worker: 'second' }, NOON);
    assert.deepEqual([...(await jobs.saved(id))], []);
  });

  jobsTest('whoever is silent too long loses the job, and changes nothing of it any more', async (jobs) => {
    await jobs.add([derive(1)]);
    const { id } = await taken(jobs, 'dead');
    assert.equal(await jobs.take('w', later(JOB_SILENCE_MS - 1)), undefined);
    assert.equal(await jobs.progress({ id, worker: 'dead' }, 1, 2, later(10_000)), true);
    assert.equal(await jobs.take('w', later(JOB_SILENCE_MS + 9999)), undefined, 'it was heard of since');
    const again = await taken(jobs, 'w', later(JOB_SILENCE_MS + 10_000));
    assert.deepEqual([again.id, again.attempts, again.done], [id, 2, 0]);
    const dead = { id, worker: 'dead' };
    assert.equal(await jobs.progress(dead, 2, 2, later(1e6)), false);
    assert.equal(await jobs.finish(dead, later(1e6)), false);
    assert.equal(await jobs.fail(dead, broken, later(1e6), undefined), false);
    assert.equal(await jobs.release(dead), false);
    assert.equal(await jobs.finish({ id, worker: 'w' }, later(1e6)), true);
  });
}
