import { createHash } from 'node:crypto';
import type { FileStore } from '../../ports/file-store.ts';

/** A file store that forgets all when the process ends: for tests and trials. */
export function memoryFileStore(): FileStore {
  const kept = new Map<string, Uint8Array>();
  return {
    put: async (bytes) => {
      const hash = createHash('sha256');
      const parts: Uint8Array[] = [];
      for await (const part of bytes) {
        hash.update(part);
        parts.push(Uint8Array.from(part));
      }
      const whole = new Uint8Array(await new Blob(parts.map((part) => part.slice())).arrayBuffer());
      const digest = `sha256:${hash.digest('hex')}`;
      if (!kept.has(digest)) kept.set(digest, whole);
      return { digest, sizeBytes: whole.length };
    },
    open: async (digest) => {
      const bytes = kept.get(digest);
      return bytes && handOut(bytes);
    },
    has: async (digest) => kept.has(digest),
    list: async function* () {
      for (const digest of [...kept.keys()].sort())
        yield { digest, sizeBytes: kept.get(digest)?.length ?? 0 };
    },
  };
}

async function* handOut(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes.slice();
}
