import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  DatabaseInMaking,
  DatabasePlan,
  DumpInMaking,
  TextInMaking,
  WrittenFile,
} from '../../ports/dump-store.ts';
import { CountedFile } from './counted-file.ts';
import { failureOf } from './failures.ts';
import { PackedFile } from './packed-file.ts';
import { ZipFile } from './zip-file.ts';

/** A database that rows are put into at a path, and then is whole. */
export interface DatabaseFile {
  put: DatabaseInMaking['put'];
  end(): void;
  abandon(): void;
}

/** The bytes of a file, or of a part of it, `to` excluded. */
export async function* bytesOfFile(
  path: string,
  range?: { readonly from: number; readonly to: number },
): AsyncGenerator<Uint8Array> {
  if (range !== undefined && range.to <= range.from) return;
  const part = range === undefined ? {} : { start: range.from, end: range.to - 1 };
  for await (const chunk of createReadStream(path, { ...part, highWaterMark: 1 << 17 }))
    if (chunk instanceof Uint8Array) yield chunk;
}

/** A dump that grows in a folder aside; `finish` gives it its place. */
export function inMaking(
  aside: string,
  makeDatabase: (path: string, plan: DatabasePlan) => DatabaseFile,
  finish: (standing: string) => Promise<string>,
): DumpInMaking {
  const open: { abandon(): void }[] = [];
  const begun = <T extends { abandon(): void }>(one: T): T => {
    open.push(one);
    return one;
  };
  const told = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (reason) {
      throw failureOf(reason, aside);
    }
  };
  return {
    async text(name, packing) {
      const path = join(aside, name);
      return written(
        packing === undefined ? plain(begun(new CountedFile(path)), name) : begun(new PackedFile(path, name)),
      );
    },
    zip: async (name) => begun(new ZipFile(join(aside, name), name)),
    async database(name, plan) {
      const path = join(aside, `${name}.unpacked`);
      const database = begun(makeDatabase(path, plan));
      return {
        put: (table, rows) => database.put(table, rows),
        end: async () => {
          database.end();
          return told(() => packed(path, begun(new PackedFile(join(aside, name), name))));
        },
      };
    },
    finish: (standing) => told(() => finish(standing)),
    async abandon() {
      for (const one of open) one.abandon();
      await rm(aside, { recursive: true, force: true });
    },
  };
}

async function packed(path: string, into: PackedFile): Promise<WrittenFile> {
  for await (const chunk of bytesOfFile(path)) await into.write(chunk);
  const file = await into.end();
  await rm(path);
  return file;
}

interface Bytes {
  write(bytes: Uint8Array): Promise<void>;
  end(): Promise<WrittenFile>;
}

const plain = (file: CountedFile, name: string): Bytes => ({
  write: (bytes) => file.write(bytes),
  end: async () => ({ name, ...(await file.end()) }),
});

/** Letters that are gathered before they become bytes. */
const GATHERED = 1 << 17;

function written(file: Bytes): TextInMaking {
  let parts: string[] = [];
  let length = 0;
  const flush = async (): Promise<void> => {
    const bytes = Buffer.from(parts.join(''));
    parts = [];
    length = 0;
    await file.write(bytes);
  };
  return {
    async write(text) {
      parts.push(text);
      length += text.length;
      if (length >= GATHERED) await flush();
    },
    async end() {
      await flush();
      return file.end();
    },
  };
}
