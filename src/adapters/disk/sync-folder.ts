import { open } from 'node:fs/promises';
import { platform } from 'node:process';

/** Makes sure that the names in a folder outlive a power failure. Windows syncs no folders and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (platform === 'win32') return;
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
