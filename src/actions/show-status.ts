import type { StoreCount } from '../ports/record-store.ts';
import type { Problem } from '../core/problem.ts';
import type { Job, JobCount } from '../ports/jobs.ts';
import type { Ports } from './archive.ts';

/** What `unsealed status` says. `documents` counts the published and held; the rest stands apart. */
export interface Status {
  readonly name: string;
  readonly documents: number;
  readonly notHeld: number;
  readonly drafts: number;
  readonly embargoed: number;
  readonly withdrawn: number;
  readonly collections: number;
  readonly people: number;
  readonly places: number;
  readonly subjects: number;
  readonly repositories: number;
  readonly terms: number;
  readonly events: number;
  readonly lastChange: number;
  readonly indexedTo: number;
  /** Whether the index is behind the records. */
  readonly isBehind: boolean;
  /** Errors and warnings of the last import, which are listed in its report. */
  readonly problems: number;
  /** The work that scans make. */
  readonly work: WorkStatus;
}

export interface WorkStatus {
  readonly counts: readonly JobCount[];
  readonly running: readonly RunningJob[];
  /** The latest of those that are not tried again by themselves. */
  readonly failed: readonly FailedJob[];
}

export interface RunningJob {
  readonly kind: JobCount['kind'];
  /** Whose pages they are. */
  readonly document: string;
  readonly done: number;
  readonly total: number;
  readonly seconds: number;
}

export interface FailedJob {
  readonly kind: JobCount['kind'];
  readonly document: string;
  readonly problem: Problem;
}

/** How many of each are shown one by one. */
const SHOWN = 20;

/** What is waiting, under way, done and failed. */
export async function showWork({ jobs, world }: Pick<Ports, 'jobs' | 'world'>): Promise<WorkStatus> {
  const [counts, running, failed] = [
    await jobs.counts(),
    await jobs.list('running', SHOWN),
    await jobs.list('failed', SHOWN),
  ];
  const now = Date.parse(world.now());
  const of = ({ task }: Job) => ({
    kind: task.kind,
    document: task.document,
  });
  return {
    counts,
    running: running.map((job) => ({
      ...of(job),
      done: job.done,
      total: job.total,
      seconds: Math.max(0, (now - Date.parse(job.takenAt ?? world.now())) / 1000),
    })),
    failed: failed.flatMap((job) => (job.problem ? [{ ...of(job), problem: job.problem }] : [])),
  };
}

export async function showStatus(ports: Ports, problems: number): Promise<Status> {
  const counts = await ports.records.counts();
  const [lastChange, indexedTo] = await Promise.all([ports.records.lastChange(), ports.index.coveredTo()]);
  const sum = (
    matches: (one: StoreCount) => boolean,
    of: (one: StoreCount) => number = (one) => one.count,
  ): number => counts.filter(matches).reduce((total, one) => total + of(one), 0);
  const published = (kind: StoreCount['kind']): number =>
    sum((one) => one.kind === kind && one.state === 'published');
  const notHeld = sum(
    (one) => one.kind === 'document' && one.state === 'published',
    (one) => one.notHeld,
  );
  return {
    name: ports.settings.name,
    documents: published('document') - notHeld,
    notHeld,
    drafts: sum((one) => one.kind === 'document' && (one.state === 'draft' || one.state === 'in-review')),
    embargoed: sum((one) => one.kind === 'document' && one.state === 'embargoed'),
    withdrawn: sum((one) => one.kind === 'document' && one.state === 'withdrawn'),
    collections: published('collection'),
    people: published('agent'),
    places: published('place'),
    subjects: published('subject'),
    repositories: published('repository'),
    terms: published('term'),
    events: published('event'),
    lastChange,
    indexedTo,
    isBehind: lastChange > indexedTo,
    problems,
    work: await showWork(ports),
  };
}
