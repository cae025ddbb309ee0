import type { FailedJob, WorkStatus } from '../compose.ts';
import { printSpan } from './progress.ts';
import { problemForPrograms } from './say-problems.ts';
import { sayProblem } from '../words/problems.ts';

const KINDS = { derive: 'pictures to prepare', 'read-text': 'pages to read' } as const;
const STATES = ['waiting', 'running', 'done', 'failed'] as const;

/** Whether anything waits or is under way. */
export const isWorkLeft = ({ counts }: WorkStatus): boolean =>
  counts.some(({ state }) => state === 'waiting' || state === 'running');

/**
 * The work on scans, for people: pages by kind and state, what is under way with its rate, and what failed with
 * the way out.
 *
 *   Scans          waiting  running     done   failed
 *     pages to read     40        7      212        1
 *   reading dk4m7q2zxh: page 3 of 7 · 12 a minute · 20 s left
 */
export function printWork(work: WorkStatus): string {
  if (work.counts.length === 0) return 'No scans were worked on.\n';
  const head = `Scans (pages)${' '.repeat(11)}${STATES.map((state) => state.padStart(9)).join('')}\n`;
  const rows = Object.entries(KINDS).flatMap(([kind, words]) => {
    const those = work.counts.filter((one) => one.kind === kind);
    const cells = STATES.map((state) =>
      (those.find((one) => one.state === state)?.pages ?? 0).toLocaleString('en').padStart(9),
    );
    return those.length > 0 ? [`  ${words.padEnd(22)}${cells.join('')}\n`] : [];
  });
  const left = isWorkLeft(work)
    ? ''
    : work.failed.length > 0
      ? '"unsealed documents read --failed" tries again what failed.\n'
      : 'All of it is done.\n';
  return [head, ...rows, ...work.running.map(printRunning), ...work.failed.map(printFailed), left].join('');
}

function printRunning({ kind, document, done, total, seconds }: WorkStatus['running'][number]): string {
  if (kind === 'derive') return `preparing a picture, for ${printSpan(seconds)}\n`;
  const rate = seconds > 0 ? done / seconds : 0;
  const parts = [
    `reading ${document}: ${total === 0 ? 'beginning' : `page ${Math.min(done + 1, total)} of ${total}`}`,
    ...(rate > 0 ? [`${(rate * 60).toFixed(rate * 60 < 10 ? 1 : 0)} a minute`] : []),
    ...(rate > 0 && done < total ? [`${printSpan((total - done) / rate)} left`] : []),
  ];
  return `${parts.join(' · ')}\n`;
}

function printFailed({ kind, document, problem }: FailedJob): string {
  const { sentence, wayOut } = sayProblem(problem);
  const { file, field } = problem.where;
  const at = [document, file, field].filter(Boolean).join(', ');
  const what = kind === 'derive' ? 'picture' : 'reading';
  return `failed: ${what}${at === '' ? '' : ` of ${at}`}: ${sentence}\n    ${wayOut}\n`;
}

/** The same, for programs. */
export const workForPrograms = (work: WorkStatus): object => ({
  ...work,
  failed: work.failed.map(({ problem, ...job }) => ({ ...job, problem: problemForPrograms(problem) })),
});
