import type { Problem } from '../core/problem.ts';
import type { PageImage } from '../core/rendition.ts';

/**
 * Long work that waits for its turn, kept with the records so that it outlives the process that asked for it.
 * A job is known by what it does to what: asked for twice it is one. Moments are ISO instants, by the caller's clock.
 */
export interface Jobs {
  /** Adds those that are not waiting, running or done under the same key; one that failed waits again. Answers how many are new. */
  add(jobs: readonly NewJob[]): Promise<number>;
  /**
   * The next job that may begin at this moment, now running under this worker; undefined where none may: of those
   * that wait the one of highest priority, then the oldest. A running one that was silent for {@link JOB_SILENCE_MS} may begin again.
   */
  take(worker: string, now: string): Promise<Job | undefined>;
  /** Says that it goes on. False: another worker has it by now, and this one is to leave it. */
  progress(held: HeldJob, done: number, total: number, now: string): Promise<boolean>;
  /** Keeps a part of the work under a name, so that whoever takes the job next need not do it again. False as for `finish`. */
  save(held: HeldJob, name: string, value: string): Promise<boolean>;
  /** The parts that were kept; none once it is done. */
  saved(id: number): Promise<ReadonlyMap<string, string>>;
  /** Done. False: another worker has it, and it stays as it is. */
  finish(held: HeldJob, now: string): Promise<boolean>;
  /** Failed: tried again at `retryAt`, or for good where that is undefined. False as for `finish`. */
  fail(held: HeldJob, problem: Problem, now: string, retryAt: string | undefined): Promise<boolean>;
  /** Lays it back as it was, as if it had not been taken: the worker was asked to stop. False as for `finish`. */
  release(held: HeldJob): Promise<boolean>;
  /** When the next of those that wait may begin; undefined where none waits. */
  nextAt(): Promise<string | undefined>;
  counts(): Promise<readonly JobCount[]>;
  /** Those in a state, the latest first. */
  list(state: JobState, limit: number): Promise<readonly Job[]>;
  /** Lets those that failed be tried again. Answers how many. */
  retryFailed(): Promise<number>;
  close(): Promise<void>;
}

export const JOB_SILENCE_MS = 60_000;

/** A job in somebody's hands. */
export interface HeldJob {
  readonly id: number;
  readonly worker: string;
}

/** Makes the pyramid of a page; reads the text of a document's pages. */
export type JobTask =
  | {
      readonly kind: 'derive';
      readonly image: PageImage;
      /** Whose page it is, and what its file is called: to tell people. */
      readonly document: string;
      readonly name?: string;
    }
  | {
      readonly kind: 'read-text';
      readonly document: string;
      readonly rendition: string;
      /** In these languages rather than the record's, whatever was read here before. */
      readonly languages?: readonly string[];
      /** Only these pages, from 1. */
      readonly pages?: readonly number[];
    };

export interface NewJob {
  /** What it does to what: "derive sha256:… 3". */
  readonly key: string;
  readonly task: JobTask;
  /** Higher goes first. */
  readonly priority: number;
  /** How many pages it is about: by that its size is told. */
  readonly pages: number;
}

export const JOB_STATES = ['waiting', 'running', 'done', 'failed'] as const;
export type JobState = (typeof JOB_STATES)[number];

export interface Job extends NewJob {
  readonly id: number;
  readonly state: JobState;
  /** How often it was taken. */
  readonly attempts: number;
  /** How far it is, and of how much, in whatever it counts: pages. */
  readonly done: number;
  readonly total: number;
  /** When it was last taken. */
  readonly takenAt?: string;
  /** Why it failed, the last time. */
  readonly problem?: Problem;
}

export interface JobCount {
  readonly kind: JobTask['kind'];
  readonly state: JobState;
  readonly count: number;
  /** Of all of them. */
  readonly pages: number;
}

/** The moment so many milliseconds after another. */
export const momentAfter = (now: string, ms: number): string => new Date(Date.parse(now) + ms).toISOString();
