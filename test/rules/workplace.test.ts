import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../support/source-files.ts';

/** Paths of one machine, and words of the place where something was made: none belongs to the project. */
const OF_A_MACHINE = [
  /(?<![\w.:/-])\/(?:home|Users|root|mnt|work|farm|private)\/[\w.-]+/,
  /\b[A-Z]:\\(?:Users|work)\b/,
  /\.library\b/,
  /\bissues show\b/,
  /registry\.[\w-]+\.(?!org\b)[\w.]+/,
];

const SHOWN = new Set(
  '.ts .js .mjs .json .md .css .html .sh .yml .yaml .txt .csv .tsv .xml .jsonl .svg .example .gitignore .npmrc'.split(
    ' ',
  ),
);

/** The files that the repository keeps, or is about to keep. */
const kept = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => SHOWN.has(extname(path) || path.slice(path.lastIndexOf('/') + 1)) || path === '.ci/run')
  .filter((path) => path !== 'test/rules/workplace.test.ts');

test('no file says where it was written', () => {
  assert.ok(kept.length > 20);
  const found = kept.flatMap((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    return OF_A_MACHINE.flatMap((pattern) => {
      const match = pattern.exec(text);
      return match ? [`${path}: ${match[0]}`] : [];
    });
  });
  assert.deepEqual(found, []);
});

test('the lock file names no host', () => {
  assert.doesNotMatch(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'), /"resolved"/);
});
