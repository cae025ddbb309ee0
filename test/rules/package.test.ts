import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { z } from 'zod';
import { filesUnder, ROOT } from '../support/source-files.ts';

const packed = z.array(z.object({ files: z.array(z.object({ path: z.string() })) }));

test('the package holds the program and the sample, and no tests', async () => {
  const { stdout } = await promisify(execFile)('npm', ['pack', '--dry-run', '--json'], {
    cwd: ROOT,
    maxBuffer: 1e8,
  });
  const files = packed.parse(JSON.parse(stdout))[0]?.files.map(({ path }) => path) ?? [];
  const isTest = (path: string): boolean => /\.(?:test|contract)\.ts$/.test(path);
  const missing = [
    ...filesUnder('src').filter((path) => !isTest(path)),
    ...filesUnder('bin'),
    ...filesUnder('client'),
    ...filesUnder('sample/records'),
    ...filesUnder('sample/files'),
    'sample/unsealed.json',
    'sample/standing.json',
    'LICENSE',
    'README.md',
    'package.json',
  ].filter((path) => !files.includes(path));
  assert.deepEqual(missing, []);
  assert.deepEqual(
    files.filter(
      (path) => isTest(path) || !/^(?:bin|client|src|sample)\/|^[A-Z]+(?:\.md)?$|^package\.json$/.test(path),
    ),
    [],
  );
});
