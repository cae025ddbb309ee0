import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { loadAssets } from '../../src/web/assets.ts';
import { placesOf, sourceOf, sourcesUnder, type SourceFile } from '../support/source-files.ts';

const FOLDER = 'src/web/browser/';
const modules = sourcesUnder('src/web/browser');
const others = sourcesUnder('src').filter(({ path }) => !path.startsWith(FOLDER));
const MOST_BYTES = 12 * 1024;

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
  const risky =
    /\beval\b|\bnew Function\b|innerHTML|outerHTML|insertAdjacentHTML|localStorage|document\.cookie/;
  assert.deepEqual(
    modules.flatMap((file) => placesOf(file, risky)),
    [],
  );
});

test('all of it is under 12 KB packed, and is JavaScript that imports what is served', async () => {
  const { files, modules: addresses } = await loadAssets();
  const scripts = [...files].filter(([name]) => name.endsWith('.js'));
  const sizes = scripts.map(([, { bytes }]) => gzipSync(bytes).length);
  assert.ok(sizes.reduce((sum, size) => sum + size, 0) < MOST_BYTES, sizes.join(' + '));
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
