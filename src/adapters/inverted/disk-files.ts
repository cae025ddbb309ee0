import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
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
import type { IndexFiles, NewFile, OpenFile } from './index-files.ts';

const codeOf = (reason: unknown): unknown =>
  reason instanceof Error && 'code' in reason ? reason.code : undefined;

/** Undefined where there is no such file; every other failure is thrown. */
function ifPresent<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (reason) {
    if (codeOf(reason) === 'ENOENT' || codeOf(reason) === 'ENOTDIR') return undefined;
    throw reason;
  }
}

/** Files in a folder of their own. */
export function diskFiles(folder: string): IndexFiles {
  mkdirSync(folder, { recursive: true });
  const pathOf = (name: string): string => join(folder, name);
  return {
    create: (name) => newFile(pathOf(name)),
    replace: (name, bytes) => {
      const file = newFile(pathOf(`${name}.new`));
      file.write(bytes);
      file.finish();
      renameSync(pathOf(`${name}.new`), pathOf(name));
      syncFolder(folder);
    },
    append: (name, at, bytes) => appendTo(pathOf(name), at, bytes),
    open: (name) => ifPresent(() => openFile(pathOf(name))),
    stamp: (name) =>
      ifPresent(() => {
        const { ino, mtimeNs, size } = statSync(pathOf(name), { bigint: true });
        return `${ino} ${mtimeNs} ${size}`;
      }),
    remove: (name) => {
      try {
        rmSync(pathOf(name), { force: true });
      } catch (reason) {
        // Windows keeps what somebody reads; it is removed when the index is next opened.
        if (!['EBUSY', 'EPERM', 'EACCES'].includes(String(codeOf(reason)))) throw reason;
      }
    },
    names: () => readdirSync(folder),
  };
}

function newFile(path: string): NewFile {
  const file = openSync(path, 'w');
  let isOpen = true;
  const close = (): void => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
  return {
    write: (bytes) => writeAll(file, bytes),
    finish: () => {
      try {
        fsyncSync(file);
      } finally {
        close();
      }
    },
    abandon: () => {
      close();
      rmSync(path, { force: true });
    },
  };
}

function appendTo(path: string, at: number, bytes: Uint8Array): void {
  const file = openSync(path, 'a+');
  try {
    if (fstatSync(file).size > at) ftruncateSync(file, at);
    writeAll(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, bytes.length - at);
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
  let isOpen = true;
  return {
    sizeBytes: fstatSync(file).size,
    read: (at, length) => {
      // No Buffer: a view of one is made four times as slowly.
      const bytes = new Uint8Array(length);
      let filled = 0;
      while (filled < length) {
        const read = readSync(file, bytes, filled, length - filled, at + filled);
        if (read === 0) break;
        filled += read;
      }
      return bytes.subarray(0, filled);
    },
    close: () => {
      if (isOpen) closeSync(file);
      isOpen = false;
    },
  };
}
