import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { IndexFiles, OpenFile } from './index-files.ts';

const isAbsent = (reason: unknown): boolean =>
  reason instanceof Error && 'code' in reason && (reason.code === 'ENOENT' || reason.code === 'ENOTDIR');

/** Undefined where there is no such file; every other failure is thrown. */
function ifPresent<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (reason) {
    if (isAbsent(reason)) return undefined;
    throw reason;
  }
}

/** Files in a folder of their own. */
export function diskFiles(folder: string): IndexFiles {
  mkdirSync(folder, { recursive: true });
  const pathOf = (name: string): string => join(folder, name);
  const write = (name: string, chunks: readonly Uint8Array[]): void => {
    const file = openSync(pathOf(name), 'w');
    try {
      for (const chunk of chunks) writeAll(file, chunk);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  };
  return {
    write,
    replace: (name, bytes) => {
      write(`${name}.new`, [bytes]);
      renameSync(pathOf(`${name}.new`), pathOf(name));
      syncFolder(folder);
    },
    open: (name) => ifPresent(() => openFile(pathOf(name))),
    stamp: (name) =>
      ifPresent(() => {
        const { ino, mtimeNs, size } = statSync(pathOf(name), { bigint: true });
        return `${ino} ${mtimeNs} ${size}`;
      }),
    remove: (name) => rmSync(pathOf(name), { force: true }),
    names: () => readdirSync(folder),
  };
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at);
}

/** A name stays only when its folder does. Windows keeps no folder open for that, and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

function openFile(path: string): OpenFile {
  const file = openSync(path, 'r');
  return {
    sizeBytes: fstatSync(file).size,
    read: (at, length) => {
      const bytes = new Uint8Array(length);
      let filled = 0;
      while (filled < length) {
        const read = readSync(file, bytes, filled, length - filled, at + filled);
        if (read === 0) break;
        filled += read;
      }
      return bytes.subarray(0, filled);
    },
    close: () => closeSync(file),
  };
}
