import type { Ports } from '../actions/archive.ts';
import { readAgain } from '../actions/read-again.ts';
import { showWork, type WorkStatus } from '../actions/show-status.ts';
import { workJobs, type WorkOptions } from '../actions/work-jobs.ts';
import type { RecordId } from '../core/id.ts';
import type { Problem } from '../core/problem.ts';
import type { Result } from '../core/result.ts';
import { languageNamed } from './named-language.ts';

/** The work that scans ask for. */
export interface Work {
  /** Works on it until none may begin soon or it is asked to stop; readers' searches know it then. */
  work(options: WorkOptions): Promise<void>;
  workStatus(): Promise<WorkStatus>;
  /** Asks for the pages of a document to be read, by name or tag of a language in that; answers how many will be. */
  readAgain(
    id: RecordId,
    asked: { readonly language?: string; readonly page?: number },
  ): Promise<Result<number, Problem>>;
  /** Lets work that failed be tried again; answers how much. */
  retryWork(): Promise<number>;
}

type Deps = Pick<Ports, 'records' | 'files' | 'world' | 'settings' | 'jobs' | 'imager' | 'reader'>;

export function workOf(ports: Deps, settle: () => Promise<void>): Work {
  return {
    async work(options) {
      await workJobs(ports, options);
      await settle();
    },
    workStatus: () => showWork(ports),
    async readAgain(id, { language, page }) {
      const read = await languageNamed(language);
      if (!read.ok) return read;
      const languages = read.value ? { languages: [read.value] } : {};
      return readAgain(ports, id, { ...languages, ...(page === undefined ? {} : { page }) });
    },
    retryWork: () => ports.jobs.retryFailed(),
  };
}
