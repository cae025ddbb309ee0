/**
 * Prints the reference pages from the code: `npm run reference`. With `--check` it writes nothing, and
 * fails if a page differs.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { referencePages } from './reference-pages.ts';

const folder = join(import.meta.dirname, '../docs/reference');
for (const [name, text] of referencePages()) {
  const path = join(folder, name);
  if (!process.argv.includes('--check')) await writeFile(path, text);
  else if ((await readFile(path, 'utf8')) !== text) {
    console.error(`docs/reference/${name} differs from the code: npm run reference`);
    process.exitCode = 1;
  }
}
