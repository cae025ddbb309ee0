import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { clientAnswers } from '../../scripts/client-answers.ts';
import { compileClient } from '../../scripts/compile-client.ts';
import { filesUnder, ROOT, sourcesUnder } from '../support/source-files.ts';
import { suiteCleanup, temporaryFolder } from '../support/temp-archive.ts';

test('the types of the client are what the API prints (npm run client)', async () => {
  assert.equal(await readFile(join(ROOT, 'src/client/answers.ts'), 'utf8'), await clientAnswers());
});

test('the client that is packed is what its sources compile to (npm run client)', async () => {
  const folder = await temporaryFolder(suiteCleanup(after));
  await compileClient(folder);
  const packed = filesUnder('client').toSorted();
  assert.ok(packed.includes('client/client.js') && packed.includes('client/client.d.ts'));
  for (const path of packed)
    assert.equal(
      await readFile(join(ROOT, path), 'utf8'),
      await readFile(join(folder, path.replace(/^client\//, '')), 'utf8'),
      path,
    );
});

test('the client needs nothing but what every system has', () => {
  const foreign = sourcesUnder('src/client')
    .filter(({ path }) => !path.endsWith('.test.ts'))
    .flatMap(({ path, imports }) =>
      imports.filter(({ from }) => !from.startsWith('./')).map(({ from }) => `${path} -> ${from}`),
    );
  assert.deepEqual(foreign, []);
});
