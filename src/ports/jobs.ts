import type { Problem } from '../core/problem.ts';

/**
 * Long work that waits for its turn, kept with the records so that it outlives the process that asked for it.
 * A job is known by what it does to what: asked for twice it is one.
 */
export interface Jobs {
  /** Adds those that are not waiting, running or done under the same key. Answers how many are new. */
  add(jobs: readonly NewJob[]): Promise<number>;
  /** The next job that may begin at this moment (ISO), now running under this worker; undefined where none may. */
  take(worker: string, now: string): Promise<Job | undefined>;
  /** Says that it goes on: a job whose worker has been silent for `JOB_SILENCE_MS` is taken again. */
  progress(id: number, done: number, total: number, now: string): Promise<void>;
  finish(id: number, now: string): Promise<void>;
  /** Failed: tried again at `retryAt`, or for good where that is undefined. */
  fail(id: number, problem: Problem, retryAt: string | undefined): Promise<void>;
  counts(): Promise<readonly JobCount[]>;
  /** Those that failed for good, and those that run, the latest first. */
  list(state: JobState, limit: number): Promise<readonly Job[]>;
  /** Lets those that failed be tried again. Answers how many. */
  retryFailed(): Promise<number>;
}

export const JOB_SILENCE_MS = 60_000;

/** Makes the pyramid of a page; reads the text of a document's pages. */
export type JobTask =
  | { readonly kind: 'derive'; readonly digest: string; readonly mediaType: string; readonly page?: number }
  | {
      readonly kind: 'read-text';
      readonly document: string;
      readonly rendition: string;
      readonly languages?: readonly string[];
    };

export interface NewJob {
  /** What it does to what: "derive sha256:… 3". */
  readonly key: string;
  readonly task: JobTask;
  /** Higher goes first. */
  readonly priority: number;
}

export type JobState = 'waiting' | 'running' | 'done' | 'failed';

export interface Job extends NewJob {
  readonly id: number;
  readonly state: JobState;
  readonly attempts: number;
  readonly done: number;
  readonly total: number;
  readonly problem?: Problem;
}

export interface JobCount {
  readonly kind: JobTask['kind'];
  readonly state: JobState;
  readonly count: number;
}
