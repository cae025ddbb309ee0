import { Failure } from '../../core/failure.ts';
import { problem } from '../../core/problem.ts';

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

export const isAbsence = (error: unknown): boolean => codeOf(error) === 'ENOENT';

/** What the system does not let us do here: rights, a medium that is only read, a file where a folder should be. */
export const isRefusal = (error: unknown): boolean => REFUSED.has(codeOf(error) ?? '');
const REFUSED = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENAMETOOLONG']);

/** No space, a quota, or a limit on the size of files: no room for people, whatever the system calls it. */
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** What the file system threw, as people can be told it. */
export function failureOf(error: unknown, file: string): unknown {
  const code = codeOf(error);
  return code !== undefined && NO_ROOM.has(code)
    ? new Failure(problem('disk-full', { file }), { cause: error })
    : error;
}
