import { createRequire } from 'node:module';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/** Where the data of a language was found: "fra", in a file, from a package or a folder. */
export interface LanguageData {
  readonly code: string;
  readonly path: string;
  readonly isPacked: boolean;
  /** How it is named to readers: "4.0.0_best_int", or the folder. */
  readonly edition: string;
}

/** Packages that bring data, and the edition in them that is whole numbers throughout: as good, and smaller. */
const PACKED = ['chi_sim', 'deu', 'eng', 'fra', 'kor'] as const;
const EDITION = '4.0.0_best_int';
const SUFFIX = '.traineddata';

/** Where systems keep the data of their tesseract. */
export const SYSTEM_FOLDERS: readonly string[] = [
  '/usr/share/tesseract-ocr/5/tessdata',
  '/usr/share/tesseract-ocr/4.00/tessdata',
  '/usr/share/tesseract-ocr/tessdata',
  '/usr/share/tessdata',
  '/usr/local/share/tessdata',
  '/opt/homebrew/share/tessdata',
];

/** The data of every language that is here. Of several, that of the first folder, then of a package. */
export async function findData(
  first: readonly string[],
  last: readonly string[],
): Promise<ReadonlyMap<string, LanguageData>> {
  const found = new Map<string, LanguageData>();
  const lists = [...(await Promise.all(first.map(inFolder))), await inPackages()];
  for (const data of [...lists, ...(await Promise.all(last.map(inFolder)))].flat())
    if (!found.has(data.code)) found.set(data.code, data);
  return found;
}

async function inFolder(folder: string): Promise<readonly LanguageData[]> {
  const names = await namesIn(folder);
  return names
    .filter((name) => name.endsWith(SUFFIX))
    .map((name) => ({
      code: name.slice(0, -SUFFIX.length),
      path: join(folder, name),
      isPacked: false,
      edition: 'tessdata',
    }));
}

async function inPackages(): Promise<readonly LanguageData[]> {
  const { resolve } = createRequire(import.meta.url);
  const found = PACKED.flatMap((code) => {
    try {
      const folder = dirname(resolve(`@tesseract.js-data/${code}/package.json`));
      return [{ code, path: join(folder, EDITION, `${code}${SUFFIX}.gz`), isPacked: true, edition: EDITION }];
    } catch (reason) {
      // Left out of an installation to save space: the language is then not read here.
      if (isMissing(reason)) return [];
      throw reason;
    }
  });
  return found;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (reason) {
    if (isMissing(reason)) return [];
    throw reason;
  }
}

const MISSING = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'MODULE_NOT_FOUND']);
export const isMissing = (reason: unknown): boolean =>
  reason instanceof Error && 'code' in reason && MISSING.has(String(reason.code));

/** The most that the data of a language takes unpacked. */
const MOST_BYTES = 256 * 2 ** 20;

/**
 * Lays the data of some languages side by side in one folder, unpacked, as both engines want it. The folder
 * is derived: it can be deleted, and what is there already from the same source is left.
 */
export async function layOut(folder: string, wanted: readonly LanguageData[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const data of wanted) {
    const { size, mtimeMs } = await stat(data.path);
    const source = `${data.path} ${size} ${mtimeMs}`;
    const [target, note] = [join(folder, data.code + SUFFIX), join(folder, `${data.code}.source`)];
    if ((await textOf(note)) === source) continue;
    const bytes = await readFile(data.path);
    const whole = data.isPacked ? await promisify(gunzip)(bytes, { maxOutputLength: MOST_BYTES }) : bytes;
    const partial = `${target}.${process.pid}`;
    await rm(note, { force: true });
    await writeFile(partial, whole);
    await rename(partial, target);
    await writeFile(note, source);
  }
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (reason) {
    if (isMissing(reason)) return undefined;
    throw reason;
  }
}
