import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a test, or a suite, gives to clean up after it. */
export interface Cleanup {
  after(clean: () => Promise<void>): void;
}

/** An empty folder, taken away when the test is over. */
export async function temporaryFolder(test: Cleanup): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'unsealed-'));
  test.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
