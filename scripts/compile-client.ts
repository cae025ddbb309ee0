import { execFile } from 'node:child_process';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const root = join(import.meta.dirname, '..');

/** The client as plain JavaScript and its types, into a folder: what any system reads without a tool. */
export async function compileClient(folder: string): Promise<void> {
  const sources: string[] = [];
  for await (const path of glob('src/client/*.ts', { cwd: root }))
    if (!path.endsWith('.test.ts')) sources.push(path);
  await execute(
    join(root, 'node_modules/.bin/tsc'),
    [
      ...sources.sort(),
      ...['--ignoreConfig', '--outDir', folder, '--declaration', '--rootDir', 'src/client'],
      ...[
        '--target',
        'es2022',
        '--module',
        'nodenext',
        '--lib',
        'es2024,dom,dom.iterable,esnext',
        '--types',
        '',
      ],
      ...['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--verbatimModuleSyntax'],
      ...['--rewriteRelativeImportExtensions', '--skipLibCheck', '--newLine', 'lf'],
    ],
    { cwd: root },
  );
  // The types name each other's sources; packed, there are none.
  for await (const path of glob('*.d.ts', { cwd: folder })) {
    const file = join(folder, path);
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll(/(from '\.\/[\w-]+)\.ts'/g, "$1.js'"));
  }
}
