import { createReadStream } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import { Failure } from '../../core/failure.ts';
import { problem } from '../../core/problem.ts';
import { INTAKE_LIMITS } from '../../ports/intake.ts';
import type { Intake, IntakeItem, IntakeLimits, Offered } from '../../ports/intake.ts';
import { entriesOf } from './zip.ts';

const HEAD_BYTES = 65_536;

export interface IntakeOptions {
  /** Whether a file is a zip to be unpacked, by its first bytes: a spreadsheet is one too, and is not. */
  readonly isZip: (head: Uint8Array, name: string) => boolean;
  readonly limits?: Partial<IntakeLimits>;
}

/** The intake of this machine's files. */
export function diskIntake(options: IntakeOptions): Intake {
  const limits = { ...INTAKE_LIMITS, ...options.limits };
  return {
    async *offer(paths) {
      for (const path of paths) {
        const full = resolve(path);
        yield* walk(full, basename(full), undefined, { ...options, limits });
      }
    },
  };
}

interface Walk extends IntakeOptions {
  readonly limits: IntakeLimits;
}

/** `root`: the folder that was named, which no link may lead out of; undefined for what was named itself. */
async function* walk(
  path: string,
  name: string,
  root: string | undefined,
  to: Walk,
): AsyncGenerator<Offered> {
  let found;
  try {
    found = await stat(path);
    if (root !== undefined && !isWithin(await realpath(path), root)) {
      yield unreadable(name, 'a link that leads out of the folder');
      return;
    }
  } catch (error) {
    yield unreadable(name, reasonOf(error));
    return;
  }
  if (found.isDirectory()) yield* walkFolder(path, name, root, to);
  else if (found.isFile()) yield* offerFile(path, name, found.size, to);
  else yield unreadable(name, 'not a file');
}

async function* walkFolder(
  path: string,
  name: string,
  root: string | undefined,
  to: Walk,
): AsyncGenerator<Offered> {
  let entries;
  let within;
  try {
    entries = await readdir(path, { withFileTypes: true });
    within = root ?? (await realpath(path));
  } catch (error) {
    yield unreadable(name, reasonOf(error));
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const entry of entries) {
    if (isSystemName(entry.name)) continue;
    const child = join(path, entry.name);
    const childName = `${name}/${entry.name}`;
    if (entry.isSymbolicLink() && (await isFolder(child)))
      yield unreadable(childName, 'a link to a folder, which is not followed');
    else yield* walk(child, childName, within, to);
  }
}

async function* offerFile(path: string, name: string, sizeBytes: number, to: Walk): AsyncGenerator<Offered> {
  let head;
  try {
    head = await headOfFile(path);
  } catch (error) {
    yield unreadable(name, reasonOf(error));
    return;
  }
  if (to.isZip(head, name)) yield* entriesOf({ kind: 'path', path }, name, to);
  else yield { kind: 'item', item: fileItem(path, name, sizeBytes) };
}

const fileItem = (path: string, name: string, sizeBytes: number): IntakeItem => ({
  name: name.normalize('NFC'),
  sizeBytes,
  async *openBytes() {
    try {
      for await (const chunk of createReadStream(path)) yield bytesOf(chunk);
    } catch (error) {
      throw new Failure(problem('file-unreadable', { file: name }, { value: reasonOf(error) }), {
        cause: error,
      });
    }
  },
});

const bytesOf = (chunk: unknown): Uint8Array => {
  if (chunk instanceof Uint8Array) return chunk;
  throw new TypeError('a file gave something else than bytes');
};

async function headOfFile(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

const isFolder = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

const isWithin = (path: string, root: string): boolean =>
  path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);

/** What systems put beside people's files. */
export const isSystemName = (name: string): boolean =>
  name.startsWith('.') || name === '__MACOSX' || name.toLowerCase() === 'thumbs.db';

const unreadable = (file: string, value: string): Offered => ({
  kind: 'problem',
  problem: problem('file-unreadable', { file }, { value }),
});

/** What the system says of a file it does not give: "ENOENT: no such file or directory". */
export const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message.replace(/, \w+ '.*'$/s, '') : String(error);
