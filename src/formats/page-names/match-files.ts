import { naturalOrder } from './page-of-name.ts';

/**
 * Finds files by what tables and METS call them: a path from the table's own folder, the end of a path, a
 * bare name, a pattern with "*", a folder. An address or a path on another machine, as METS of digitisation has
 * them, means the file beside it that ends alike. Letters' case and the direction of slashes do not matter.
 *
 *   "p1.tif" beside "box12/list.csv"  -> "box12/p1.tif", else a "p1.tif" elsewhere
 *   "doc3/*.tif", "doc3"              -> all of that folder, in the order in which people count
 */
export class FileFinder {
  readonly #byName = new Map<string, string[]>();
  readonly #byPath = new Map<string, string>();
  readonly #byFolder = new Map<string, string[]>();

  constructor(files: readonly string[]) {
    for (const file of files) {
      const path = folded(file);
      this.#byPath.set(path, file);
      addTo(this.#byName, baseOf(path), file);
      addTo(this.#byFolder, folderOf(path), file);
    }
  }

  /** The files that a reference means, seen from the file that makes it; none where there are none. */
  find(reference: string, from: string): readonly string[] {
    const wanted = folded(decoded(reference));
    const near = folderOf(folded(from));
    if (wanted === '') return [];
    if (wanted.includes('*')) return this.#matching(wanted, near);
    const exact = this.#byPath.get(resolved(near, wanted)) ?? this.#byPath.get(wanted);
    if (exact !== undefined) return [exact];
    const ending = (this.#byName.get(baseOf(wanted)) ?? []).filter((file) =>
      `/${folded(file)}`.endsWith(`/${wanted}`),
    );
    const nearest = closest(ending, near);
    if (nearest !== undefined) return [nearest];
    if (ELSEWHERE.test(reference)) return this.#cameFrom(wanted, near);
    return this.#inFolder(wanted.replace(/\/+$/, ''), near);
  }

  /** The file beside the one that names it, or below, with most of the end of this address. */
  #cameFrom(wanted: string, near: string): readonly string[] {
    const below = (this.#byName.get(baseOf(wanted)) ?? []).filter(
      (file) => near === '' || folded(file).startsWith(`${near}/`),
    );
    const steps = wanted.split('/');
    for (let from = 1; from < steps.length; from++) {
      const end = `/${steps.slice(from).join('/')}`;
      const nearest = closest(
        below.filter((file) => `/${folded(file)}`.endsWith(end)),
        near,
      );
      if (nearest !== undefined) return [nearest];
    }
    return [];
  }

  #matching(pattern: string, near: string): readonly string[] {
    const slash = pattern.lastIndexOf('/');
    const name = new RegExp(
      `^${pattern
        .slice(slash + 1)
        .split(/\*+/)
        .map(escaped)
        .join('.*')}$`,
      'u',
    );
    const folder = pattern.slice(0, Math.max(0, slash));
    if (folder.includes('*')) return [];
    const files = slash < 0 ? (this.#byFolder.get(near) ?? []) : this.#inFolder(folder, near);
    return files.filter((file) => name.test(baseOf(folded(file)))).toSorted(naturalOrder);
  }

  #inFolder(folder: string, near: string): readonly string[] {
    const names = [...this.#byFolder.keys()].filter(
      (one) => one === folder || one === resolved(near, folder) || one.endsWith(`/${folder}`),
    );
    const exact = names.find((one) => one === resolved(near, folder)) ?? names[0];
    return exact === undefined ? [] : (this.#byFolder.get(exact) ?? []).toSorted(naturalOrder);
  }
}

/** "https://…", "file:///…", "/mnt/…", "D:\\…" */
const ELSEWHERE = /^\s*(?:[a-z][a-z0-9+.-]*:|[\\/])/i;

/** The file that shares most of its path with the folder; the first of several. */
function closest(files: readonly string[], near: string): string | undefined {
  const shared = (file: string): number => {
    const [mine, theirs] = [folderOf(folded(file)).split('/'), near.split('/')];
    const parted = mine.findIndex((step, at) => step !== theirs[at]);
    return parted < 0 ? mine.length : parted;
  };
  return files.toSorted((a, b) => shared(b) - shared(a) || naturalOrder(a, b))[0];
}

function addTo(map: Map<string, string[]>, key: string, file: string): void {
  const held = map.get(key);
  if (held) held.push(file);
  else map.set(key, [file]);
}

/** "file:///x/P%201.tif" -> "x/p 1.tif" */
function decoded(reference: string): string {
  const path = reference.replace(/^file:\/*/i, '').replace(/[?#].*$/, '');
  return /%[0-9a-f]{2}/i.test(path) ? decodeOr(path) : path;
}

function decodeOr(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (reason) {
    if (reason instanceof URIError) return path;
    throw reason;
  }
}

const folded = (path: string): string =>
  path
    .normalize('NFC')
    .replaceAll('\\', '/')
    .replace(/^(?:\.?\/)+/, '')
    .trim()
    .toLowerCase();

/** A path from a folder on, its steps up taken. */
function resolved(folder: string, path: string): string {
  const steps: string[] = folder === '' ? [] : folder.split('/');
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** "box12/p1.tif" -> "p1.tif" */
export const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
/** "box12/p1.tif" -> "box12"; of a name alone "". */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
