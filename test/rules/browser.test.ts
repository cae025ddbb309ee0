import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { loadAssets } from '../../src/web/assets.ts';
import { placesOf, sourceOf, sourcesUnder, type SourceFile } from '../support/source-files.ts';

const FOLDER = 'src/web/browser/';
const modules = sourcesUnder('src/web/browser');
const others = sourcesUnder('src').filter(({ path }) => !path.startsWith(FOLDER));
/** What a page may bring with it, packed. The viewer of scans, which comes when somebody looks closely, is another's. */
const MOST_BYTES = { search: 12 * 1024, document: 23 * 1024 } as const;

/** What a module of the browser's imports from elsewhere than beside it. */
const strangersIn = (file: SourceFile): readonly string[] =>
  file.imports
    .filter(({ to }) => to === undefined || !to.startsWith(FOLDER))
    .map(({ from, line }) => `${file.path}:${line}: ${from}`);

test('modules of the browser import each other, and nothing else', () => {
  assert.ok(modules.length > 0);
  assert.deepEqual(modules.flatMap(strangersIn), []);
  const wrong = sourceOf(`${FOLDER}x.ts`, "import { terms } from '../../core/tokens/tokenize.ts';\n");
  assert.equal(strangersIn(wrong).length, 1);
});

test('the server takes only types of theirs', () => {
  const taken = others.flatMap(({ path, imports }) =>
    imports.flatMap(({ to, isTypeOnly, line }) =>
      to?.startsWith(FOLDER) && !isTypeOnly ? [`${path}:${line}`] : [],
    ),
  );
  assert.deepEqual(taken, []);
});

/** What only a browser has. Its own name before it, a property or a word of ours does not count. */
const OF_A_BROWSER =
  /(?<![\w.'"])(?:window\.(?:location|document|addEventListener|setTimeout|close)|localStorage|sessionStorage|navigator|customElements|HTML\w*Element|document\.(?:querySelector|createElement|body|activeElement))\b/;

test('the server knows nothing that only a browser has', () => {
  assert.deepEqual(
    others.flatMap((file) => placesOf(file, OF_A_BROWSER)),
    [],
  );
  assert.equal(placesOf(sourceOf('src/web/x.ts', 'window.close();'), OF_A_BROWSER).length, 1);
});

test('nothing in them is evaluated, written as markup, or kept', () => {
  const risky = /\beval\b|\bnew Function\b|innerHTML|outerHTML|insertAdjacentHTML|document\.cookie|indexedDB/;
  assert.deepEqual(
    modules.flatMap((file) => placesOf(file, risky)),
    [],
  );
});

test('what a reader chose is kept in their browser by two files alone', () => {
  const keepers = modules.filter((file) => placesOf(file, /\b(?:localStorage|sessionStorage)\b/).length > 0);
  assert.deepEqual(
    keepers.map(({ path }) => path),
    [`${FOLDER}kept.ts`, `${FOLDER}settings.ts`],
  );
});

/** The files that a page's modules bring with them. */
function broughtBy(...names: readonly string[]): ReadonlySet<string> {
  const brought = new Set<string>();
  const queue = names.map((name) => `${FOLDER}${name}.ts`);
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (brought.has(path)) continue;
    brought.add(path);
    const { imports = [] } = modules.find((one) => one.path === path) ?? {};
    for (const { to, isTypeOnly } of imports) if (to !== undefined && !isTypeOnly) queue.push(to);
  }
  return brought;
}

test('no page brings more than it may, and all is JavaScript that imports what is served', async () => {
  const { files, modules: addresses } = await loadAssets();
  const scripts = [...files].filter(([name]) => name.endsWith('.js'));
  const sizeOf = (path: string): number =>
    gzipSync(files.get(path.slice(FOLDER.length).replace(/ts$/, 'js'))?.bytes ?? new Uint8Array()).length;
  const pages = {
    search: broughtBy('settings', 'suggest', 'filter-rows', 'time-range'),
    document: broughtBy('settings', 'suggest', 'cite', 'reading', 'scan-viewer'),
  };
  for (const kind of ['search', 'document'] as const) {
    const sizes = [...pages[kind]].map(sizeOf);
    assert.ok(sizes.reduce((sum, size) => sum + size, 0) < MOST_BYTES[kind], `${kind}: ${sizes.join(' + ')}`);
  }
  const names = scripts.map(([name]) => name).sort();
  assert.deepEqual(names, modules.map(({ path }) => path.slice(FOLDER.length).replace(/ts$/, 'js')).sort());
  for (const address of Object.values(addresses))
    assert.ok(names.some((name) => address.endsWith(`/${name}`)));
  for (const [name, { bytes }] of scripts) {
    const text = new TextDecoder().decode(bytes);
    for (const [, from = ''] of text.matchAll(/\bfrom '([^']+)'/g))
      assert.ok(names.includes(from.replace('./', '')), `${name} imports ${from}`);
    assert.doesNotMatch(text, /\.ts'|\binterface \w|: readonly /, name);
  }
});
