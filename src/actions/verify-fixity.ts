import { problem, type Problem } from '../core/problem.ts';
import type { FileStore } from '../ports/file-store.ts';

export type FixityEvent =
  | { readonly kind: 'intact'; readonly digest: string }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** Reads every original again and compares it with its digest. "Wrong" and "could not be read" are different news. */
export async function* verifyFixity(
  files: FileStore,
  digestOfBytes: (bytes: AsyncIterable<Uint8Array>) => Promise<string>,
): AsyncGenerator<FixityEvent> {
  for await (const { digest } of files.list()) {
    const bytes = await files.open(digest);
    if (!bytes) {
      yield { kind: 'problem', problem: problem('file-missing', { file: digest }) };
      continue;
    }
    const now = await digestOfBytes(bytes);
    yield now === digest
      ? { kind: 'intact', digest }
      : { kind: 'problem', problem: problem('digest-wrong', { file: digest }, { value: now }) };
  }
}
