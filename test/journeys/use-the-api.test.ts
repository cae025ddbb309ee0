import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { stripTypeScriptTypes } from 'node:module';
import type { OpenArchive } from '../../src/compose.ts';
import { ROOT } from '../support/source-files.ts';
import { sampleArchive, suiteCleanup, temporaryFolder } from '../support/temp-archive.ts';

const ADDRESS = 'http://127.0.0.1:4848';
const page = await readFile(join(ROOT, 'docs/howto/use-the-api.md'), 'utf8');
const fenced = (language: string): readonly string[] =>
  [...page.matchAll(/```(\w+)\n(.*?)```/gs)].flatMap(([, of, code]) => (of === language ? [code ?? ''] : []));

describe('the examples of how to use the API', () => {
  const cleanup = suiteCleanup(after);
  let archive: OpenArchive;
  before(async () => {
    ({ archive } = await sampleArchive(cleanup));
  });

  for (const line of fenced('sh').join('').trim().split('\n'))
    test(line, async () => {
      const [, header] = /-H '([^']*)'/.exec(line) ?? [];
      const [, sent] = /-d '([^']*)'/.exec(line) ?? [];
      const [address = ''] = /http[^']*(?='$)/.exec(line) ?? [];
      const [name = '', value = ''] = header?.split(': ') ?? [];
      const known = (await archive.app.fetch(new Request(address))).headers.get('etag') ?? '';
      const headers = name === '' ? {} : { [name]: value.replace('W/"…"', known) };
      const answer = await archive.app.fetch(
        new Request(address, { headers, ...(sent === undefined ? {} : { method: 'POST', body: sent }) }),
      );
      assert.equal(answer.status, name === 'if-none-match' ? 304 : 200, line);
      if (answer.status === 200) assert.ok(Object.keys(Object(await answer.json())).length > 0);
    });

  test('there are programs to run', () => assert.equal(fenced('ts').length, 3));

  for (const [at, program] of fenced('ts').entries())
    test(`program ${at + 1} runs on the packed client, and prints something`, async () => {
      const printed = await outputOf(program, archive, await temporaryFolder(cleanup), at);
      assert.ok(printed.length > 0, program);
      assert.ok(
        printed.every((line) => !line.includes('undefined')),
        printed.join('\n'),
      );
    });
});

/** Runs a program with the archive in the place of the network, and answers what it prints. */
async function outputOf(
  program: string,
  archive: OpenArchive,
  folder: string,
  at: number,
): Promise<readonly string[]> {
  const client = pathToFileURL(join(ROOT, 'client/client.js')).href;
  const file = join(folder, `program-${at}.mjs`);
  const plain = stripTypeScriptTypes(program.replace("'unsealed/client'", `'${client}'`));
  await writeFile(file, plain);
  const printed: string[] = [];
  const { fetch } = globalThis;
  const { log } = console;
  globalThis.fetch = async (asked, init) => {
    const request = new Request(asked, init);
    assert.ok(request.url.startsWith(ADDRESS), request.url);
    return archive.app.fetch(request);
  };
  console.log = (...words: readonly unknown[]) => void printed.push(words.join(' '));
  try {
    await import(pathToFileURL(file).href);
  } finally {
    globalThis.fetch = fetch;
    console.log = log;
  }
  return printed;
}
