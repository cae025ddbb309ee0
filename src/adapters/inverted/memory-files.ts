import type { IndexFiles, OpenFile } from './index-files.ts';

/** Files in memory: for what was not written yet, for tests, and for indexes that need not stay. */
export function memoryFiles(held = new Map<string, Uint8Array>()): IndexFiles {
  let stamps = 0;
  const stampOf = new Map<string, string>();
  const put = (name: string, bytes: Uint8Array): void => {
    held.set(name, bytes);
    stampOf.set(name, String(++stamps));
  };
  return {
    create: (name) => {
      const chunks: Uint8Array[] = [];
      return {
        write: (bytes) => {
          chunks.push(bytes.slice());
        },
        finish: () => put(name, joined(chunks)),
        abandon: () => undefined,
      };
    },
    replace: (name, bytes) => put(name, bytes.slice()),
    append: (name, at, bytes) =>
      put(name, joined([(held.get(name) ?? new Uint8Array(0)).subarray(0, at), bytes])),
    open: (name) => {
      const bytes = held.get(name);
      return bytes && openBytes(bytes);
    },
    stamp: (name) => (held.has(name) ? (stampOf.get(name) ?? '0') : undefined),
    remove: (name) => {
      held.delete(name);
    },
    names: () => [...held.keys()],
  };
}

/** Bytes as a file. */
export const openBytes = (bytes: Uint8Array): OpenFile => ({
  sizeBytes: bytes.length,
  read: (at, length) => bytes.subarray(at, at + length),
  close: () => undefined,
});

export function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
