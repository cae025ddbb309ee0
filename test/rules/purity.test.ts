import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineAt, placesOf, sourceOf, sourcesUnder, type SourceFile } from '../support/source-files.ts';

/** What would bring in the world: files, network, clock, chance, the process, waiting. */
const WORLD = [
  /\bDate\.now\b/,
  /\bnew Date\b(?!\.UTC)/,
  /\bDate\.parse\b/,
  /\bMath\.random\b/,
  /\bperformance\b/,
  /\bcrypto\b/,
  /\bprocess\b(?=[.[?])/,
  /\bset(?:Timeout|Interval|Immediate)\b/,
  /\bqueueMicrotask\b/,
  /\bfetch\b\(/,
  /\bconsole\b/,
  /\bglobalThis\b/,
  /\bimport\.meta\b/,
  /\bBuffer\b/,
];

const MODULE_VARIABLE = /^(?:export )?(?:let|var) \w+/m;
const MODULE_TABLE = /^(?:export )?const (\w+)(?:: [^=\n]*)? = (?:new (?:Map|Set|WeakMap|WeakSet)\b|\[|\{)/gm;

/** State that outlives a call: a variable at the left margin, or a table there that a function alters. */
function stateIn(file: SourceFile): readonly string[] {
  const tables = [...file.code.matchAll(MODULE_TABLE)].flatMap(({ 1: name }) =>
    alterationsOf(file, name ?? '').filter((line) => !isWhileLoading(file, line)),
  );
  return [...placesOf(file, MODULE_VARIABLE), ...tables.map((line) => `${file.path}:${line}: state`)];
}

const alterationsOf = (file: SourceFile, name: string): readonly number[] =>
  [
    ...file.code.matchAll(
      new RegExp(
        `(?<![.\\w])${name}(?:\\.(?:set|add|delete|clear|push|pop|shift|splice|sort)\\(|\\[[^\\]]+\\] = )`,
        'g',
      ),
    ),
  ].map((match) => lineAt(file.code, match.index));

/**
 * What stands at the left margin, or in a loop there, runs once, while the module is loaded; so does a
 * function that is not exported, in a file that calls one at the left margin ("fillTables();").
 */
function isWhileLoading(file: SourceFile, line: number): boolean {
  const margin = file.code
    .split('\n')
    .slice(0, line)
    .findLast((text) => /^\w/.test(text));
  if (margin === undefined) return false;
  if (margin.startsWith('function ')) return /^\w+\(\);$/m.test(file.code);
  return !/\bfunction\b|=>|^(?:export )?(?:abstract )?class\b/.test(margin);
}

/** Each trespass of a file that is to be pure. */
function trespasses(file: SourceFile): readonly string[] {
  const imports = file.imports
    .filter(({ from }) => from.startsWith('node:'))
    .map(({ from, line }) => `${file.path}:${line}: ${from}`);
  return [...imports, ...WORLD.flatMap((pattern) => placesOf(file, pattern)), ...stateIn(file)];
}

const pure = sourcesUnder('src/core', 'src/formats', 'src/words').filter(
  ({ path }) => !path.endsWith('.test.ts') && !path.endsWith('.contract.ts'),
);

test('core, formats and words touch no file, no clock and no chance, and keep no state', () => {
  assert.ok(pure.length > 0);
  assert.deepEqual(pure.flatMap(trespasses), []);
});

const impure: readonly (readonly [says: string, text: string])[] = [
  ['a file', "import { readFile } from 'node:fs/promises';"],
  ['the clock', 'const now = Date.now();'],
  ['another clock', 'const day = new Date();'],
  ['chance', 'const id = Math.random();'],
  ['the process', "const home = process.env['HOME'];"],
  ['waiting', 'setTimeout(done, 10);'],
  ['the console', "console.log('here');"],
  ['state', 'let count = 0;'],
  ['a cache', 'const seen = new Map<string, string>();\nfunction f(): void {\n  seen.set(a, b);\n}'],
];
for (const [says, text] of impure)
  test(`a trespass is found: ${says}`, () =>
    assert.equal(trespasses(sourceOf('src/core/x.ts', text)).length, 1));

const harmless: readonly (readonly [says: string, text: string])[] = [
  ['a word in a comment', '/** Never Date.now(): the clock is an argument. */'],
  ['a word in a string', "const says = 'Math.random';"],
  ['a word in a template', 'const says = `process.env and ${name} console.log`;'],
  ['a table that is made once', "const known = new Map([['a', 1]]);"],
  [
    'a table filled while loading',
    'const known = new Map<string, string>();\nfor (const one of all) {\n  known.set(one, one);\n}',
  ],
  ['a name of its own', 'const fetched = processing(consoled);'],
];
for (const [says, text] of harmless)
  test(`what is harmless passes: ${says}`, () =>
    assert.deepEqual(trespasses(sourceOf('src/core/x.ts', text)), []));
