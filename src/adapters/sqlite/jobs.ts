import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { PROBLEM_CODES, type Problem, type ProblemCode } from '../../core/problem.ts';
import { accepted, type Result } from '../../core/result.ts';
import { JOB_SILENCE_MS, JOB_STATES, momentAfter } from '../../ports/jobs.ts';
import type { HeldJob, Job, JobCount, Jobs } from '../../ports/jobs.ts';
import { openArchiveFile } from './archive-file.ts';
import { failureOf } from './failures.ts';
import { number, text, type Row } from './rows.ts';

/** Opens the jobs of an archive, which lie in its archive.sqlite; on a connection of their own. */
export function openJobs(path: string): Result<Jobs, Problem> {
  const opened = openArchiveFile(path, 'refuse');
  if (!opened.ok) return opened;
  // What a power failure takes of this was work that is done again; the next commit of records makes it lasting.
  opened.value.exec('PRAGMA synchronous = NORMAL');
  return accepted(jobsOn(opened.value, path));
}

function jobsOn(database: DatabaseSync, path: string): Jobs {
  const statements = prepareStatements(database);
  const doing: Doing = async (work) => {
    try {
      database.exec('BEGIN IMMEDIATE');
      const done = work();
      database.exec('COMMIT');
      return done;
    } catch (error) {
      throw failureOf(error, path);
    } finally {
      if (database.isOpen && database.isTransaction) database.exec('ROLLBACK');
    }
  };
  return {
    ...endings(statements, doing),
    add: (jobs) =>
      doing(() => {
        let added = 0;
        for (const { key, task, priority, pages } of jobs)
          if (changed(statements.add.run(key, task.kind, JSON.stringify(task), priority, pages))) added++;
        return added;
      }),
    take: (worker, now) =>
      doing(() => {
        const row = statements.take.get({ worker, now, silent: momentAfter(now, -JOB_SILENCE_MS) });
        return row && readJob(row);
      }),
    nextAt: async () => {
      const row = statements.nextAt.get();
      return row && text(row, 'at');
    },
    counts: async () => statements.counts.all().map(readCount),
    list: async (state, limit) => statements.list.all(state, limit).map(readJob),
    retryFailed: () => doing(() => Number(statements.retryFailed.run().changes)),
    close: async () => {
      if (database.isOpen) database.close();
    },
  };
}

/** Does something in one transaction; what fails in it is taken back. */
type Doing = <T>(work: () => T) => Promise<T>;

const changed = ({ changes }: { readonly changes: number | bigint }): boolean => Number(changes) > 0;

/** What whoever holds a job may do to it. */
function endings(
  statements: ReturnType<typeof prepareStatements>,
  doing: Doing,
): Pick<Jobs, 'progress' | 'finish' | 'fail' | 'release' | 'save' | 'saved'> {
  const of = ({ id, worker }: HeldJob) => ({ id, worker });
  return {
    progress: (held, done, total, now) =>
      doing(() => changed(statements.progress.run({ ...of(held), done, total, now }))),
    save: (held, name, value) => doing(() => changed(statements.save.run({ ...of(held), name, value }))),
    saved: async (id) =>
      new Map(statements.saved.all(id).map((row) => [text(row, 'name'), text(row, 'value')])),
    finish: (held, now) =>
      doing(() => {
        const isDone = changed(statements.finish.run({ ...of(held), now }));
        if (isDone) statements.forget.run(held.id);
        return isDone;
      }),
    fail: (held, problem, now, retryAt) =>
      doing(() =>
        changed(
          statements.fail.run({
            ...of(held),
            problem: JSON.stringify(problem),
            state: retryAt === undefined ? 'failed' : 'waiting',
            at: retryAt ?? now,
          }),
        ),
      ),
    release: (held) => doing(() => changed(statements.release.run(of(held)))),
  };
}

function prepareStatements(database: DatabaseSync) {
  const held = `WHERE id = :id AND state = 'running' AND worker = :worker`;
  return {
    add: database.prepare(`
      INSERT INTO job (key, kind, task, priority, pages) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (key) DO UPDATE SET state = 'waiting', attempts = 0, done = 0, total = 0, at = '',
        task = excluded.task, priority = excluded.priority, pages = excluded.pages, problem = NULL, taken_at = NULL
      WHERE state = 'failed'`),
    take: database.prepare(`
      UPDATE job SET state = 'running', worker = :worker, attempts = attempts + 1, done = 0, total = 0,
        taken_at = :now, at = :now
      WHERE id = (
        SELECT id FROM job
        WHERE (state = 'waiting' AND at <= :now) OR (state = 'running' AND at <= :silent)
        ORDER BY priority DESC, id LIMIT 1)
      RETURNING *`),
    progress: database.prepare(`UPDATE job SET done = :done, total = :total, at = :now ${held}`),
    save: database.prepare(`
      INSERT INTO job_part (job, name, value) SELECT id, :name, :value FROM job ${held}
      ON CONFLICT (job, name) DO UPDATE SET value = excluded.value`),
    saved: database.prepare('SELECT name, value FROM job_part WHERE job = ? ORDER BY name'),
    forget: database.prepare('DELETE FROM job_part WHERE job = ?'),
    finish: database.prepare(`UPDATE job SET state = 'done', at = :now ${held}`),
    fail: database.prepare(`UPDATE job SET state = :state, problem = :problem, at = :at ${held}`),
    release: database.prepare(`UPDATE job SET state = 'waiting', attempts = attempts - 1, at = '' ${held}`),
    nextAt: database.prepare(`SELECT at FROM job WHERE state = 'waiting' ORDER BY at LIMIT 1`),
    counts: database.prepare(
      'SELECT kind, state, count(*) AS count, sum(pages) AS pages FROM job GROUP BY kind, state',
    ),
    list: database.prepare('SELECT * FROM job WHERE state = ? ORDER BY at DESC, id DESC LIMIT ?'),
    retryFailed: database.prepare(
      `UPDATE job SET state = 'waiting', attempts = 0, at = '' WHERE state = 'failed'`,
    ),
  };
}

const taskSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('derive'),
    document: z.string(),
    name: z.string().exactOptional(),
    image: z.object({
      digest: z.string(),
      mediaType: z.string(),
      widthPx: z.number(),
      heightPx: z.number(),
      page: z.number().exactOptional(),
    }),
  }),
  z.object({
    kind: z.literal('read-text'),
    document: z.string(),
    rendition: z.string(),
    languages: z.array(z.string()).exactOptional(),
    pages: z.array(z.number()).exactOptional(),
  }),
]);
const stateSchema = z.enum(JOB_STATES);
const isCode = (value: unknown): value is ProblemCode =>
  typeof value === 'string' && Object.hasOwn(PROBLEM_CODES, value);
const problemSchema = z.object({
  code: z.custom<ProblemCode>(isCode),
  severity: z.enum(['error', 'warning', 'note']),
  where: z.object({
    file: z.string().exactOptional(),
    line: z.number().exactOptional(),
    column: z.number().exactOptional(),
    field: z.string().exactOptional(),
    record: z.string().exactOptional(),
  }),
  value: z.string().exactOptional(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
});

function readJob(row: Row): Job {
  const [takenAt, problem] = [row['taken_at'], row['problem']];
  return {
    id: number(row, 'id'),
    key: text(row, 'key'),
    task: taskSchema.parse(JSON.parse(text(row, 'task'))),
    priority: number(row, 'priority'),
    pages: number(row, 'pages'),
    state: stateSchema.parse(row['state']),
    attempts: number(row, 'attempts'),
    done: number(row, 'done'),
    total: number(row, 'total'),
    ...(typeof takenAt === 'string' ? { takenAt } : {}),
    ...(typeof problem === 'string' ? { problem: problemSchema.parse(JSON.parse(problem)) } : {}),
  };
}

const readCount = (row: Row): JobCount => ({
  kind: z.enum(['derive', 'read-text']).parse(row['kind']),
  state: stateSchema.parse(row['state']),
  count: number(row, 'count'),
  pages: number(row, 'pages'),
});
