import type { IndexFiles, NewFile } from '../../src/adapters/inverted/index-files.ts';

/** The process is dead: nothing that it does counts any more. */
export class Stopped extends Error {}

/** What an index does to its files, named by what it does it for. */
export type Point =
  | 'log append'
  | 'log begun'
  | 'segment write'
  | 'segment end'
  | 'merge write'
  | 'merge end'
  | 'delete write'
  | 'manifest replace'
  | 'cleanup'
  | 'opening';

/**
 * Files of a process that dies at one of its steps: what it was about to write is half written. `reached` is
 * told each step before it is done, and says whether it is the last.
 */
export function faultyFiles(files: IndexFiles, reached: (point: Point) => boolean): IndexFiles {
  let isDead = false;
  const step = (point: Point, half: () => void = () => undefined): void => {
    if (isDead) throw new Stopped(point);
    if (!reached(point)) return;
    isDead = true;
    half();
    throw new Stopped(point);
  };
  return {
    create: (name) => faultyFile(files, name, step),
    replace: (name, bytes) => {
      step('manifest replace', () =>
        files.append(`${name}.new`, 0, bytes.subarray(0, Math.floor(bytes.length / 2))),
      );
      files.replace(name, bytes);
    },
    append: (name, at, bytes) => {
      step(bytes.length === 0 ? 'log begun' : 'log append', () =>
        files.append(name, at, bytes.subarray(0, Math.floor(bytes.length / 2))),
      );
      files.append(name, at, bytes);
    },
    open: (name) => {
      step('opening');
      return files.open(name);
    },
    stamp: (name) => files.stamp(name),
    remove: (name) => {
      step('cleanup');
      files.remove(name);
    },
    names: () => files.names(),
  };
}

const kindOf = (name: string): 'segment' | 'merge' | 'delete' =>
  name.startsWith('merged') ? 'merge' : name.startsWith('live') ? 'delete' : 'segment';

function faultyFile(
  files: IndexFiles,
  name: string,
  step: (point: Point, half?: () => void) => void,
): NewFile {
  const file = files.create(name);
  const kind = kindOf(name);
  let written = 0;
  const put = (bytes: Uint8Array): void => {
    files.append(name, written, bytes);
    written += bytes.length;
  };
  return {
    write: (bytes) => {
      step(`${kind} write`, () => put(bytes.subarray(0, Math.floor(bytes.length / 2))));
      put(bytes);
      file.write(bytes);
    },
    finish: () => {
      if (kind !== 'delete') step(`${kind} end`);
      file.finish();
    },
    abandon: () => file.abandon(),
  };
}
