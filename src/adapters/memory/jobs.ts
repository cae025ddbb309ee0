import { JOB_SILENCE_MS, JOB_STATES, momentAfter } from '../../ports/jobs.ts';
import type { HeldJob, Job, JobCount, Jobs, JobTask, NewJob } from '../../ports/jobs.ts';

interface KeptJob extends Job {
  readonly worker?: string;
  /** When it may begin; of a running one, when it was last heard of. */
  readonly at: string;
  readonly saved: ReadonlyMap<string, string>;
}

const KINDS: readonly JobTask['kind'][] = ['derive', 'read-text'];

/** Jobs that are forgotten when the process ends: for tests and trials. */
export function memoryJobs(): Jobs {
  const kept: Kept = new Map();
  const all = (): readonly KeptJob[] => [...kept.values()];
  return {
    ...endings(kept),
    add: async (jobs) => jobs.reduce((added, job) => added + addTo(kept, job), 0),
    take: async (worker, now) => take(kept, worker, now),
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
      for (const job of failed) kept.set(job.id, { ...job, state: 'waiting', attempts: 0, at: '' });
      return failed.length;
    },
    close: async () => undefined,
  };
}

type Kept = Map<number, KeptJob>;

/** What whoever holds a job may do to it. */
function endings(kept: Kept): Pick<Jobs, 'progress' | 'finish' | 'fail' | 'release' | 'save' | 'saved'> {
  const change = ({ id, worker }: HeldJob, changed: (job: KeptJob) => KeptJob): boolean => {
    const job = kept.get(id);
    if (job?.state !== 'running' || job.worker !== worker) return false;
    kept.set(id, changed(job));
    return true;
  };
  return {
    progress: async (held, done, total, now) => change(held, (job) => ({ ...job, done, total, at: now })),
    finish: async (held, now) =>
      change(held, (job) => ({ ...job, state: 'done', at: now, saved: new Map() })),
    fail: async (held, problem, now, retryAt) =>
      change(held, (job) =>
        retryAt === undefined
          ? { ...job, state: 'failed', problem, at: now }
          : { ...job, state: 'waiting', problem, at: retryAt },
      ),
    release: async (held) =>
      change(held, (job) => ({ ...job, state: 'waiting', attempts: job.attempts - 1, at: '' })),
    save: async (held, name, value) =>
      change(held, (job) => ({ ...job, saved: new Map(job.saved).set(name, value) })),
    saved: async (id) => kept.get(id)?.saved ?? new Map(),
  };
}

function addTo(kept: Kept, job: NewJob): number {
  const known = [...kept.values()].find(({ key }) => key === job.key);
  if (known && known.state !== 'failed') return 0;
  const id = known?.id ?? kept.size + 1;
  const fresh = { state: 'waiting', attempts: 0, done: 0, total: 0, at: '' } as const;
  kept.set(id, { ...job, id, ...fresh, saved: known?.saved ?? new Map() });
  return 1;
}

function take(kept: Kept, worker: string, now: string): Job | undefined {
  const silentSince = momentAfter(now, -JOB_SILENCE_MS);
  const [next] = [...kept.values()]
    .filter(({ state, at }) => (state === 'waiting' ? at <= now : state === 'running' && at <= silentSince))
    .sort((a, b) => b.priority - a.priority || a.id - b.id);
  if (!next) return undefined;
  const running = { state: 'running', done: 0, total: 0, takenAt: now, worker, at: now } as const;
  const job: KeptJob = { ...next, ...running, attempts: next.attempts + 1 };
  kept.set(job.id, job);
  return shown(job);
}

function countsOf(jobs: readonly KeptJob[]): readonly JobCount[] {
  return KINDS.flatMap((kind) =>
    JOB_STATES.flatMap((state) => {
      const those = jobs.filter((job) => job.task.kind === kind && job.state === state);
      const pages = those.reduce((sum, job) => sum + job.pages, 0);
      return those.length > 0 ? [{ kind, state, count: those.length, pages }] : [];
    }),
  );
}

const shown = ({ worker: _worker, at: _at, saved: _saved, ...job }: KeptJob): Job => job;
