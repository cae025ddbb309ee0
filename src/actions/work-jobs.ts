import { Failure } from '../core/failure.ts';
import { problem, type Problem } from '../core/problem.ts';
import { impossible, type Result } from '../core/result.ts';
import { momentAfter, type HeldJob, type Job, type JobTask } from '../ports/jobs.ts';
import type { Ports } from './archive.ts';
import { readScan } from './read-scan.ts';

type Deps = Pick<Ports, 'records' | 'files' | 'world' | 'settings' | 'jobs' | 'imager' | 'reader'>;

/** What is said while jobs are worked. */
export type WorkEvent =
  | { readonly kind: 'began'; readonly job: Job }
  | { readonly kind: 'reached'; readonly job: Job; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly job: Job }
  /** `isFinal`: it is not tried again by itself. */
  | { readonly kind: 'failed'; readonly job: Job; readonly problem: Problem; readonly isFinal: boolean };

export interface WorkOptions {
  /** A name that no other worker has. */
  readonly worker: string;
  /** Stops after the step that is under way, and lays the job back. */
  readonly stop: AbortSignal;
  /** How long to wait for a job that may begin later; a server waits for ever. */
  readonly patienceMs: number;
  readonly say?: (event: WorkEvent) => void;
}

/** How long a job that failed rests before each further try. */
export const RETRY_PAUSES_MS = [5000, 30_000, 120_000] as const;
const MOST_ATTEMPTS = RETRY_PAUSES_MS.length + 1;
/** A sign of life, well within the silence after which a job is another's. */
const HEARTBEAT_MS = 15_000;
const LOOK_EVERY_MS = 500;
/** Within so long, who is told to stop has heard of it. */
const STOPPING_MS = 100;
/** Beyond any limit that a step has of its own: then something hangs, and the job is given up. */
export const STEP_LIMIT_MS = 15 * 60_000;

/** What may go away by itself: all else would only fail again. */
const PASSING: ReadonlySet<string> = new Set([
  'disk-full',
  'archive-locked',
  'version-conflict',
  'not-found',
  'file-unreadable',
  'images-busy',
  'image-too-slow',
  'took-too-long',
  'reader-not-started',
  'work-cut-off',
]);

/**
 * Takes jobs one by one until none may begin soon, or it is asked to stop. A job whose process dies is taken again
 * after its silence; one that fails is tried four times in all, with growing pauses, where another try may help.
 */
export async function workJobs(deps: Deps, options: WorkOptions): Promise<void> {
  const { worker, stop, patienceMs } = options;
  while (!stop.aborted) {
    const job = await deps.jobs.take(worker, deps.world.now());
    if (job) await workOne(deps, job, options);
    else if (await isWorthWaiting(deps, patienceMs)) await pause(LOOK_EVERY_MS, stop);
    else return;
  }
}

async function isWorthWaiting({ jobs, world }: Deps, patienceMs: number): Promise<boolean> {
  if (patienceMs === Infinity) return true;
  const next = await jobs.nextAt();
  return next !== undefined && next <= momentAfter(world.now(), patienceMs);
}

const pause = (ms: number, stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (stop.aborted) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      stop.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    stop.addEventListener('abort', end);
  });

type Outcome = { readonly kind: 'done' | 'stopped' } | { readonly kind: 'failed'; readonly problem: Problem };

async function workOne(deps: Deps, job: Job, options: WorkOptions): Promise<void> {
  const held: HeldJob = { id: job.id, worker: options.worker };
  const { jobs, world } = deps;
  options.say?.({ kind: 'began', job });
  const outcome =
    job.attempts > MOST_ATTEMPTS
      ? ({
          kind: 'failed',
          problem: problem('work-cut-off', {}, { facts: { attempts: job.attempts - 1 } }),
        } as const)
      : await withHeartbeat(deps, held, (beat) => attempt(deps, job, held, options, beat));
  switch (outcome.kind) {
    case 'done':
      await jobs.finish(held, world.now());
      return options.say?.({ kind: 'done', job });
    case 'stopped':
      await jobs.release(held);
      return;
    case 'failed':
      // Ctrl-C ends the processes that do a step, too: what fails just then has not failed.
      await pause(STOPPING_MS, options.stop);
      if (options.stop.aborted) await jobs.release(held);
      else await fail(deps, job, held, outcome.problem, options);
      return;
    default:
      return impossible(outcome);
  }
}

async function fail(
  { jobs, world }: Deps,
  job: Job,
  held: HeldJob,
  why: Problem,
  options: WorkOptions,
): Promise<void> {
  const wait = RETRY_PAUSES_MS[job.attempts - 1];
  const isFinal = wait === undefined || !PASSING.has(why.code);
  // Jobs are asked for before their document is written: where its import was cut off between, there is nothing to do.
  if (isFinal && why.code === 'not-found') await jobs.finish(held, world.now());
  else await jobs.fail(held, why, world.now(), isFinal ? undefined : momentAfter(world.now(), wait));
  options.say?.({ kind: 'failed', job, problem: why, isFinal });
}

/** How far it is, said again and again while it goes on, so that nobody takes the job for abandoned. */
interface Beat {
  done: number;
  total: number;
  /** Another worker has it by now. */
  isLost: boolean;
}

async function withHeartbeat<T>(
  { jobs, world }: Deps,
  held: HeldJob,
  work: (beat: Beat) => Promise<T>,
): Promise<T> {
  const beat: Beat = { done: 0, total: 0, isLost: false };
  const timer = setInterval(() => {
    jobs.progress(held, beat.done, beat.total, world.now()).then(
      (isHeld) => void (beat.isLost = !isHeld),
      // What hinders a sign of life is met by the work itself at its next step.
      () => undefined,
    );
  }, HEARTBEAT_MS);
  try {
    return await work(beat);
  } finally {
    clearInterval(timer);
  }
}

async function attempt(
  deps: Deps,
  job: Job,
  held: HeldJob,
  options: WorkOptions,
  beat: Beat,
): Promise<Outcome> {
  try {
    return await carryOut(deps, job, held, options, beat);
  } catch (reason) {
    if (reason instanceof Failure) return { kind: 'failed', problem: reason.problem };
    throw reason;
  }
}

async function carryOut(
  deps: Deps,
  job: Job,
  held: HeldJob,
  { stop, say }: WorkOptions,
  beat: Beat,
): Promise<Outcome> {
  const { jobs, world, imager, reader } = deps;
  const { task } = job;
  const reach = async (done: number, total: number): Promise<boolean> => {
    Object.assign(beat, { done, total });
    beat.isLost = !(await jobs.progress(held, done, total, world.now()));
    say?.({ kind: 'reached', job, done, total });
    return !stop.aborted && !beat.isLost;
  };
  switch (task.kind) {
    case 'derive':
      if (!imager) return cannot('derive');
      return outcomeOf(await withinLimit(imager.derive(task.image)), task);
    case 'read-text': {
      if (!reader) return cannot('read-text');
      const saved = await jobs.saved(job.id);
      const save = (name: string, value: string) => jobs.save(held, name, value);
      const limited = { ...deps, reader: withLimits(reader) };
      const read = await readScan(limited, task, { saved, save, reach });
      return read.kind === 'read' ? { kind: 'done' } : read;
    }
    default:
      return impossible(task);
  }
}

const cannot = (what: string): Outcome => ({
  kind: 'failed',
  problem: problem('page-not-read', {}, { value: what }),
});

function outcomeOf(
  result: Result<unknown, Problem>,
  { name, document }: Extract<JobTask, { readonly kind: 'derive' }>,
): Outcome {
  if (result.ok) return { kind: 'done' };
  const where = { ...result.problem.where, ...(name === undefined ? {} : { file: name }), record: document };
  return { kind: 'failed', problem: { ...result.problem, where } };
}

const withLimits = (reader: NonNullable<Ports['reader']>): NonNullable<Ports['reader']> => ({
  languages: () => reader.languages(),
  close: () => reader.close(),
  given: (image) => withinLimit(reader.given(image)),
  recognize: (image, languages) => withinLimit(reader.recognize(image, languages)),
});

/** A step that hangs ends as one that was cut off; what it does meanwhile comes to nothing. */
async function withinLimit<T>(step: Promise<Result<T, Problem>>): Promise<Result<T, Problem>> {
  const limit = Promise.withResolvers<Result<T, Problem>>();
  const late = problem('work-cut-off', {}, { facts: { attempts: 1 } });
  const timer = setTimeout(() => limit.resolve({ ok: false, problem: late }), STEP_LIMIT_MS);
  try {
    return await Promise.race([step, limit.promise]);
  } finally {
    clearTimeout(timer);
  }
}
