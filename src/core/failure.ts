import type { Problem } from './problem.ts';

/**
 * The world failed: the disk is full, the archive is locked, a file could not be read. Thrown by
 * adapters with its `cause`, caught only where the program meets people, who are told by `problem`.
 *
 *   new Failure(problem('disk-full', { file: 'archive.sqlite' }), { cause: error })
 */
export class Failure extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, options: { readonly cause: unknown }) {
    super(`${problem.code}: ${problem.where.file ?? problem.value ?? ''}`, options);
    this.name = 'Failure';
    this.problem = problem;
  }
}
