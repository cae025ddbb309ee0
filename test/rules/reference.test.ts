import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { referencePages } from '../../scripts/reference-pages.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { GLOBAL_OPTIONS } from '../../src/cli/command.ts';
import { filesUnder, ROOT, sourcesUnder } from '../support/source-files.ts';

for (const [name, text] of referencePages())
  test(`docs/reference/${name} is what the code prints (npm run reference)`, () =>
    assert.equal(readFileSync(join(ROOT, 'docs/reference', name), 'utf8'), text));

test('every command has a summary and an example, and every argument and option says what it is', () => {
  for (const { name, summary, args, options, examples } of COMMANDS) {
    assert.match(summary, /^[A-Z].*\.$/, name);
    assert.ok(examples.length > 0, `${name} has no example`);
    for (const { about } of [...args, ...Object.values(options), ...examples])
      assert.match(about, /^[A-Z].*\.$/, name);
  }
});

test('an option of one command is none of every command, and every example names its command or begins a line of its own', () => {
  for (const { options } of COMMANDS)
    for (const name of Object.keys(options)) assert.ok(!(name in GLOBAL_OPTIONS), name);
  for (const { examples } of COMMANDS) for (const { line } of examples) assert.match(line, /^unsealed /);
});

test('every variable of the environment that the code reads is documented', () => {
  const settings = referencePages().get('settings.md') ?? '';
  const read = sourcesUnder('src', 'test').flatMap(({ uncommented }) =>
    [...uncommented.matchAll(/\benv\[?\.?'?([A-Z][A-Z_]{2,})'?\]?/g)].map((match) => match[1] ?? ''),
  );
  const ofTheSystem = new Set(['TERM', 'TMPDIR', 'AWS_EXECUTION_ENV', 'HOME', 'INIT_CWD', 'FONTCONFIG_FILE']);
  assert.deepEqual(
    [...new Set(read)].filter((name) => !ofTheSystem.has(name) && !settings.includes(`\`${name}\``)),
    [],
  );
});

test('every link within the documents leads to a file', () => {
  const documents = [
    ...filesUnder('docs'),
    'README.md',
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
  ].filter((path) => path.endsWith('.md'));
  const there = new Set([...filesUnder('.')]);
  const dead = documents.flatMap((path) =>
    [
      ...readFileSync(join(ROOT, path), 'utf8').matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)/g),
    ].flatMap(([, target]) => {
      const to = join(path, '..', target ?? '');
      const isThere = there.has(to) || [...there].some((one) => one.startsWith(`${to.replace(/\/$/, '')}/`));
      return isThere ? [] : [`${path} -> ${target}`];
    }),
  );
  assert.deepEqual(dead, []);
});
