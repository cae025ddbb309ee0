import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesUnder, sourceOf, sourcesUnder, type SourceFile } from '../support/source-files.ts';

/** Which rooms a room may import from, beside itself. `compose` joins, and so may import all but `cli`. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  formats: ['core'],
  words: ['core'],
  ports: ['core'],
  actions: ['core', 'formats', 'ports'],
  adapters: ['core', 'ports'],
  web: ['core', 'formats', 'words', 'actions'],
  client: [],
  config: ['core', 'actions'],
  compose: ['core', 'formats', 'words', 'ports', 'actions', 'adapters', 'web', 'config'],
  cli: ['core', 'words', 'config', 'compose'],
};

const isTest = (path: string): boolean => path.endsWith('.test.ts') || path.endsWith('.contract.ts');

/** "src/core/date/edtf.ts" -> "core"; "src/compose.ts" -> "compose". */
const roomOf = (path: string): string => (path.split('/')[1] ?? '').replace(/(?:\.test)?\.ts$/, '');

/** Every import that goes against the arrow, as "from:line -> to". */
export function against(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) =>
    file.imports.flatMap(({ to, line }) => {
      if (to === undefined) return [];
      const [from, into] = [roomOf(file.path), roomOf(to)];
      const isAllowed =
        to.startsWith('src/') && (from === into || (MAY_IMPORT[from]?.includes(into) ?? false));
      return isAllowed ? [] : [`${file.path}:${line} -> ${to}`];
    }),
  );
}

const sources = sourcesUnder('src');
const shipped = sources.filter(({ path }) => !isTest(path));

test('imports point inward only', () => assert.deepEqual(against(shipped), []));

test('an import against the arrow is found', () => {
  const wrong = sourceOf('src/core/id.ts', "import { x } from '../adapters/sqlite/store.ts';\n");
  assert.deepEqual(against([wrong]), ['src/core/id.ts:1 -> src/adapters/sqlite/store.ts']);
  const right = sourceOf('src/web/app.ts', "import type { X } from '../core/id.ts';\n");
  assert.deepEqual(against([right]), []);
});

test('every room is one of the house', () => {
  const rooms = new Set(sources.map(({ path }) => roomOf(path)));
  assert.deepEqual(
    [...rooms].filter((room) => !(room in MAY_IMPORT)),
    [],
  );
});

test('every import names a file that is there, with its ending', () => {
  const there = new Set(filesUnder('src'));
  const missing = sources.flatMap(({ path, imports }) =>
    imports.flatMap(({ to, line }) =>
      to?.startsWith('src/') && !there.has(to) ? [`${path}:${line} -> ${to}`] : [],
    ),
  );
  assert.deepEqual(missing, []);
});

test('no file imports itself by way of another folder', () => {
  assert.deepEqual(cyclesOf(shipped), []);
  const circle = [
    sourceOf('src/core/a.ts', "import { b } from './date/b.ts';\n"),
    sourceOf('src/core/date/b.ts', "import { a } from '../a.ts';\n"),
  ];
  assert.deepEqual(cyclesOf(circle), ['src/core/a.ts -> src/core/date/b.ts -> src/core/a.ts']);
});

/**
 * Circles of imports that run; types alone vanish before anything runs, and may look at each other. Within
 * one folder a grammar may recur through several files: a list holds blocks, and a block may be a list.
 */
function cyclesOf(files: readonly SourceFile[]): readonly string[] {
  const edges = new Map(
    files.map(({ path, imports }) => [
      path,
      imports.flatMap(({ to, isTypeOnly }) => (to === undefined || isTypeOnly ? [] : [to])),
    ]),
  );
  const cycles: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
    if (trail.includes(path) || done.has(path)) return;
    for (const next of edges.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) walk(path, []);
  const folders = (cycle: string): number =>
    new Set(cycle.split(' -> ').map((path) => path.slice(0, path.lastIndexOf('/')))).size;
  return cycles.filter((cycle) => folders(cycle) > 1);
}

test('there is no room for leftovers, and no barrel', () => {
  const leftovers =
    /(^|\/)(utils?|common|helpers?|services?|misc|shared|lib)(\/|\.ts$)|(^|\/)(types|index)\.ts$/;
  assert.deepEqual(
    filesUnder('src').filter((path) => leftovers.test(path)),
    [],
  );
});
