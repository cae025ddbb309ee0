import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  filesUnder,
  lineAt,
  placesOf,
  sourceOf,
  sourcesUnder,
  type SourceFile,
} from '../support/source-files.ts';

/** Tables of cases are longer than what they test. */
const MOST_LINES = { code: 300, tests: 400 } as const;
const MOST_FUNCTION_LINES = 60;

const sources = sourcesUnder('src', 'test', 'bench', 'scripts', 'sample');
const isTest = (path: string): boolean => /^test\/|\.(?:test|contract)\.ts$/.test(path);
const shipped = sources.filter(({ path }) => path.startsWith('src/') && !isTest(path));

/** The type `any`, the postfix `!`, and ways round the type checker. */
const LOOSE = [
  /(?<![\w.'"])any(?=\s*[;,)>\]|&=]|\[\])(?<=[:<|&,=(]\s*any)/,
  /\bas any\b/,
  /[\w)\]]!(?=[.;,)\]}[]|\s*$)/m,
];
const SILENCED = /@ts-(?:ignore|nocheck|expect-error)|eslint-disable|prettier-ignore/;
const EMPTY_CATCH =
  /\bcatch\s*(?:\([^)]*\)\s*)?\{\s*\}|\.catch\(\s*\(\w*\)\s*=>\s*(?:\{\s*\}|undefined|null)\s*\)/;

const looseIn = (file: SourceFile): readonly string[] => [
  ...LOOSE.flatMap((pattern) => placesOf(file, pattern)),
  ...placesOf(file, EMPTY_CATCH),
  ...placesOf(file, SILENCED, file.path === 'test/rules/style.test.ts' ? '' : file.text),
];

test('no `any`, no `!`, no empty catch, no silenced checker', () => {
  assert.deepEqual(sources.flatMap(looseIn), []);
});

const loose: readonly string[] = [
  'const x: any = 1;',
  'function f(x: any): void {}',
  'const x: Map<string, any> = new Map();',
  'const x = y as any;',
  'const x = y!.z;',
  'const x = f(y!);',
  'try { f(); } catch {}',
  'try { f(); } catch (reason) { }',
  'f().catch(() => {});',
];
for (const text of loose)
  test(`found: ${text}`, () => assert.ok(looseIn(sourceOf('src/core/x.ts', text)).length >= 1));

const strict: readonly string[] = [
  "const any = 'any';",
  'if (x !== y) f(!x);',
  'const x = many(y);',
  'type X = { readonly company: string };',
];
for (const text of strict)
  test(`passes: ${text}`, () => assert.deepEqual(looseIn(sourceOf('src/core/x.ts', text)), []));

const ASSERTION = /\bas (?!const\b)([A-Z]\w*)(?:<[^;)\n]*>)?(?=[;),\s])/g;

/** Every `as` that is not a brand's own maker: one in the file that declares the brand. */
function assertionsIn(file: SourceFile): readonly string[] {
  const body = file.code.replace(/^(?:import|export)\s[^;]*?\bfrom\b[^;]*;/gm, (text) =>
    text.replace(/[^\n]/g, ' '),
  );
  return [...body.matchAll(ASSERTION)].flatMap((match) => {
    const isBrandHere =
      file.code.includes('unique symbol') &&
      new RegExp(`\\b(?:type|interface) ${match[1]}\\b`).test(file.code);
    return isBrandHere ? [] : [`${file.path}:${lineAt(body, match.index)}: ${match[0]}`];
  });
}

test('`as` makes brands, and nothing else', () => {
  assert.deepEqual(shipped.flatMap(assertionsIn), []);
  const brand = 'declare const brand: unique symbol;\ntype Id = string & { readonly [brand]: 1 };\n';
  const maker = 'const make = (text: string): Id => text as Id;\n';
  assert.deepEqual(assertionsIn(sourceOf('src/core/x.ts', brand + maker)), []);
  assert.deepEqual(assertionsIn(sourceOf('src/core/x.ts', maker)), ['src/core/x.ts:1: as Id']);
});

test('no file is too long to be read at once', () => {
  const long = sources
    .filter(({ path }) => !isData(path))
    .map(({ path, text }) => [path, text.trimEnd().split('\n').length] as const)
    .filter(([path, lines]) => lines > (isTest(path) ? MOST_LINES.tests : MOST_LINES.code));
  assert.deepEqual(long, []);
});

/** Tables of words, folds and entities are as long as what they list; so is what is printed. */
const isData = (path: string): boolean =>
  /^src\/words\/|^src\/client\/answers\.ts$|^sample\/|(?:-table|-fold|-entities|entities|stems)\.ts$/.test(path);

test(`no function has more than ${MOST_FUNCTION_LINES} lines`, () => {
  assert.deepEqual(shipped.filter(({ path }) => !isData(path)).flatMap(longFunctions), []);
  const long = `function f(): void {\n${'  g();\n'.repeat(MOST_FUNCTION_LINES)}}\n`;
  assert.deepEqual(longFunctions(sourceOf('src/core/x.ts', long)), ['src/core/x.ts:1: 62 lines']);
});

/** Functions from their head to the brace that closes them, by the brace's indent: what prettier makes sure of. */
function longFunctions(file: SourceFile): readonly string[] {
  const lines = file.code.split('\n');
  const head =
    /^(\s*)(?:export )?(?:async )?(?:function\b|(?:static |private |readonly )?(?:async )?(?:\*\s*)?#?\w+\([^=]*\{$|const \w+ = (?:async )?(?:\([^)]*\)|\w+)(?:: [^=]+)? => \{$)/;
  return lines.flatMap((line, at) => {
    const match = head.exec(line);
    if (!match || /^\s*(?:if|for|while|switch|return|catch|do|else)\b/.test(line)) return [];
    const indent = match[1] ?? '';
    const end = lines.findIndex((other, place) => place > at && other.startsWith(`${indent}}`));
    const length = end - at + 1;
    return end > 0 && length > MOST_FUNCTION_LINES ? [`${file.path}:${at + 1}: ${length} lines`] : [];
  });
}

test('files are named in kebab-case', () => {
  const odd = filesUnder('src').concat(
    filesUnder('test/rules'),
    filesUnder('test/support'),
    filesUnder('scripts'),
    filesUnder('bench'),
  );
  assert.deepEqual(
    odd.filter(
      (path) => !/^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)+$/.test(path),
    ),
    [],
  );
});

test('imports and exports are named', () => {
  assert.deepEqual(
    shipped.flatMap((file) => placesOf(file, /^export (?:default\b|\*)/m)),
    [],
  );
});

test('nothing is left to be done later', () => {
  assert.deepEqual(
    shipped
      .flatMap((file) => placesOf(file, /\b(?:TODO|FIXME|XXX|HACK)\b/, file.text))
      .filter((place) => !/XXX+["'`X-]/.test(place)),
    [],
  );
});

test('there is no enum, no namespace, no decorator, no var', () => {
  const banned = /^\s*(?:export )?(?:declare )?(?:const )?(?:enum|namespace) \w+|^\s*var \w|^\s*@\w+\(/m;
  assert.deepEqual(
    sources.flatMap((file) => placesOf(file, banned)),
    [],
  );
});
