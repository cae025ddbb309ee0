import { Failure } from '../../core/failure.ts';
import { problem } from '../../core/problem.ts';

/** Result codes of SQLite, primary and extended. Source: https://www.sqlite.org/rescode.html */
const BUSY = 5;
const FULL = 13;
const NOTADB = 26;
const IOERR_WRITE = 778;
const IOERR_FSYNC = 1034;
const IOERR_SHMSIZE = 4874;

function codeOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode : undefined;
}

const primary = (code: number | undefined): number | undefined => code && code & 0xff;

export const isBusy = (error: unknown): boolean => primary(codeOf(error)) === BUSY;
export const isNotADatabase = (error: unknown): boolean => primary(codeOf(error)) === NOTADB;

/**
 * What SQLite threw, as people can be told it. A write that fails otherwise than by a full disk is told
 * as one too: a quota is by far the usual cause, and `cause` keeps what SQLite said. All else stays as
 * it was thrown.
 */
export function failureOf(error: unknown, file: string): unknown {
  const code = codeOf(error);
  if (primary(code) === BUSY) return new Failure(problem('archive-locked', { file }), { cause: error });
  const isFull =
    primary(code) === FULL || code === IOERR_WRITE || code === IOERR_FSYNC || code === IOERR_SHMSIZE;
  return isFull ? new Failure(problem('disk-full', { file }), { cause: error }) : error;
}
