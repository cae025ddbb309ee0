import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { initArchive, openArchive, type OpenArchive } from '../../src/compose.ts';
import { readSettings } from '../../src/config.ts';

const settings = readSettings(
  JSON.stringify({ name: 'Passages', address: 'https://archive.example' }),
  'unsealed.json',
);

const paper = (body: string): string =>
  `---\ntitle: A note on tides\nrecord_id: 4711\nlanguages: en\n---\n${body}\n`;

async function importText(archive: OpenArchive, folder: string, text: string): Promise<void> {
  const path = join(folder, 'note.md');
  await writeFile(path, text);
  const run = archive.importPaths([path], {
    by: 'test',
    format: 'auto',
    isPublishing: true,
    isDryRun: false,
  });
  for await (const event of run) assert.notEqual(event.kind === 'problem' && event.problem.severity, 'error');
}

test('a passage that was cited is found for ever: under its id, or in the edition that had it', async () => {
  assert.ok(settings.ok);
  const folder = await mkdtemp(join(tmpdir(), 'unsealed-passages-'));
  const dir = join(folder, 'archive');
  assert.ok((await initArchive(dir, settings.value)).ok);
  const opened = await openArchive(dir, settings.value);
  assert.ok(opened.ok);
  const archive = opened.value;
  try {
    await importText(
      archive,
      folder,
      paper('The first paragraph.\n\nThe second paragraph, which will go.\n\nThe third paragraph.'),
    );
    const moved = await archive.app.request('/document/4711');
    const address = new URL(moved.headers.get('location') ?? '', 'https://archive.example').pathname;
    const before = await (await archive.app.request(address)).text();
    const idOf = (page: string, words: string): string =>
      new RegExp(`id="(b[0-9a-z]+)"(?:(?!id="b)[\\s\\S])*?${words}`).exec(page)?.[1] ?? '';
    const [first, second, third] = [
      idOf(before, 'The first paragraph'),
      idOf(before, 'which will go'),
      idOf(before, 'The third paragraph'),
    ];
    assert.ok(first && second && third);
    await importText(
      archive,
      folder,
      paper('A paragraph put before.\n\nThe first paragraph.\n\nThe third paragraph.'),
    );
    const after = await (await archive.app.request(address)).text();
    assert.equal(idOf(after, 'The first paragraph'), first);
    assert.equal(idOf(after, 'The third paragraph'), third);
    assert.match(after, new RegExp(`id="${second}"><a href="[^"]*/v/1#${second}"`));
    const old = await archive.app.request(`/document/${address.split('/')[2]}/v/1`);
    assert.equal(idOf(await old.text(), 'which will go'), second);
  } finally {
    await archive.close();
    await rm(folder, { recursive: true });
  }
});
