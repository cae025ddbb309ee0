import type { IndexFiles, OpenFile } from './index-files.ts';

/** Files in memory: for tests, and for indexes that need not stay. */
export function memoryFiles(held = new Map<string, Uint8Array>()): IndexFiles {
  let stamps = 0;
  const stampOf = new Map<string, string>();
  const put = (name: string, bytes: Uint8Array): void => {
    held.set(name, bytes);
    stampOf.set(name, String(++stamps));
  };
  return {
    write: (name, chunks) => put(name, Buffer.concat(chunks)),
    replace: (name, bytes) => put(name, bytes.slice()),
    open: (name): OpenFile | undefined => {
      const bytes = held.get(name);
      if (bytes === undefined) return undefined;
      return {
        sizeBytes: bytes.length,
        read: (at, length) => bytes.subarray(at, at + length),
        close: () => undefined,
      };
    },
    stamp: (name) => (held.has(name) ? (stampOf.get(name) ?? '0') : undefined),
    remove: (name) => {
      held.delete(name);
    },
    names: () => [...held.keys()],
  };
}
