import { JOB_SILENCE_MS, JOB_STATES, momentAfter } from '../../ports/jobs.ts';
import type { HeldJob, Job, JobCount, Jobs, JobTask } from '../../ports/jobs.ts';

interface KeptJob extends Job {
  readonly worker?: string;
  /** When it may begin; of a running one, when it was last heard of. */
  readonly at: string;
}

const KINDS: readonly JobTask['kind'][] = ['derive', 'read-text'];

/** Jobs that are forgotten when the process ends: for tests and trials. */
export function memoryJobs(): Jobs {
  const kept = new Map<number, KeptJob>();
  const all = (): readonly KeptJob[] => [...kept.values()];
  const put = (job: KeptJob): void => void kept.set(job.id, job);
  const held = ({ id, worker }: HeldJob): KeptJob | undefined => {
    const job = kept.get(id);
    return job?.state === 'running' && job.worker === worker ? job : undefined;
  };
  const change = (holder: HeldJob, changed: (job: KeptJob) => KeptJob): boolean => {
    const job = held(holder);
    if (job) put(changed(job));
    return job !== undefined;
  };
  return {
    add: async (jobs) => {
      let added = 0;
      for (const job of jobs) {
        const known = all().find(({ key }) => key === job.key);
        if (known && known.state !== 'failed') continue;
        const id = known?.id ?? kept.size + 1;
        put({ ...job, id, state: 'waiting', attempts: 0, done: 0, total: 0, at: '' });
        added++;
      }
      return added;
    },
    take: async (worker, now) => {
      const silentSince = momentAfter(now, -JOB_SILENCE_MS);
      const [next] = all()
        .filter(({ state, at }) =>
          state === 'waiting' ? at <= now : state === 'running' && at <= silentSince,
        )
        .sort((a, b) => b.priority - a.priority || a.id - b.id);
      if (!next) return undefined;
      const job: KeptJob = {
        ...next,
        state: 'running',
        attempts: next.attempts + 1,
        done: 0,
        total: 0,
        takenAt: now,
        worker,
        at: now,
      };
      put(job);
      return shown(job);
    },
    progress: async (holder, done, total, now) => change(holder, (job) => ({ ...job, done, total, at: now })),
    finish: async (holder, now) => change(holder, (job) => ({ ...job, state: 'done', at: now })),
    fail: async (holder, problem, now, retryAt) =>
      change(holder, (job) =>
        retryAt === undefined
          ? { ...job, state: 'failed', problem, at: now }
          : { ...job, state: 'waiting', problem, at: retryAt },
      ),
    release: async (holder) =>
      change(holder, (job) => ({ ...job, state: 'waiting', attempts: job.attempts - 1, at: '' })),
    nextAt: async () =>
      all()
        .filter(({ state }) => state === 'waiting')
        .map(({ at }) => at)
        .sort()
        .at(0),
    counts: async () => countsOf(all()),
    list: async (state, limit) =>
      all()
        .filter((job) => job.state === state)
        .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : b.id - a.id))
        .slice(0, limit)
        .map(shown),
    retryFailed: async () => {
      const failed = all().filter(({ state }) => state === 'failed');
      for (const job of failed) put({ ...job, state: 'waiting', attempts: 0, at: '' });
      return failed.length;
    },
    close: async () => undefined,
  };
}

function countsOf(jobs: readonly KeptJob[]): readonly JobCount[] {
  return KINDS.flatMap((kind) =>
    JOB_STATES.flatMap((state) => {
      const count = jobs.filter((job) => job.task.kind === kind && job.state === state).length;
      return count > 0 ? [{ kind, state, count }] : [];
    }),
  );
}

const shown = ({ worker: _worker, at: _at, ...job }: KeptJob): Job => job;
