import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenArchive } from '../../src/compose.ts';
import type { Restriction } from '../../src/core/redaction.ts';
import { importLines } from '../support/temp-archive.ts';
import { idOf, IMAGES, NAMES, pageTextOf, type Name } from './leak-names.ts';
import { drafts, editedSince, newer, published } from './leak-records.ts';

const BY = { by: 'test' };

/** Fills an archive with what may be seen, and what may not, each bound to the other wherever records can be. */
export async function fillWithSecrets(opened: {
  readonly folder: string;
  readonly archive: OpenArchive;
}): Promise<void> {
  const images = join(opened.folder, 'images');
  await mkdir(images);
  for (const [name, bytes] of Object.entries(IMAGES)) await writeFile(join(images, `${name}.png`), bytes);
  for (const name of [...NAMES, 'open'] as const)
    await writeFile(join(images, `${name}.words.json`), pageTextOf(name));
  const asked = { by: 'test', format: 'auto', isPublishing: false, isDryRun: false };
  for await (const _ of opened.archive.importPaths([images], asked)) continue;
  // What refers to each other goes in twice: first there must be something to refer to.
  await importLines(opened, drafts(), false);
  const problems = [
    ...(await importLines(opened, published(), true)),
    ...(await importLines(opened, [editedSince()], true)),
    ...(await importLines(opened, [...drafts(), newer()], false)),
  ];
  assert.deepEqual(
    problems.filter((one) => one.severity !== 'note'),
    [],
  );
  await holdBack(opened.archive);
}

async function holdBack(archive: OpenArchive): Promise<void> {
  const restrict = (name: Name, scope: Restriction['scope']): ReturnType<OpenArchive['restrict']> =>
    archive.restrict(idOf(name), { scope, reason: 'living-person', words: 'Held back.' }, BY);
  const done = [
    await archive.embargo(idOf('embargo'), '9999-01-01', BY),
    await archive.embargo(idOf('neverembargo'), '9999-01-01', BY),
    await archive.embargo(idOf('embargoedplace'), '9999-01-01', BY),
    await archive.withdraw(idOf('withdrawn'), 'A mistake.', BY),
    await archive.withdraw(idOf('older'), 'A mistake.', BY),
    await archive.withdraw(idOf('withdrawnperson'), 'A mistake.', BY),
    await archive.withdraw(idOf('withdrawncollection'), 'A mistake.', BY),
    await archive.withdraw(idOf('withdrawnevent'), 'A mistake.', BY),
    await restrict('restricted', { kind: 'whole' }),
    await restrict('block', { kind: 'blocks', blocks: ['b2'] }),
    await restrict('layer', { kind: 'blocks', blocks: ['b2'] }),
    await restrict('note', { kind: 'blocks', blocks: ['btn1'] }),
    await restrict('notes', { kind: 'field', field: 'notes' }),
    await restrict('rendition', { kind: 'rendition', rendition: 't-de-1' }),
    await restrict('shown', { kind: 'blocks', blocks: ['bt1'] }),
    await restrict('edited', { kind: 'blocks', blocks: ['b2'] }),
    await restrict('release', { kind: 'rendition', rendition: 't-de-1' }),
    await restrict('scan', { kind: 'rendition', rendition: 's1' }),
    await restrict('black', {
      kind: 'regions',
      rendition: 's1',
      page: 1,
      regions: [{ x: 0, y: 0, w: 5, h: 5 }],
    }),
    await restrict('summary', { kind: 'field', field: 'summary' }),
    await restrict('mention', { kind: 'field', field: 'contributions' }),
    await restrict('source', { kind: 'field', field: 'source' }),
    await restrict('number', { kind: 'field', field: 'numbers' }),
  ];
  assert.deepEqual(
    done.filter(({ ok }) => !ok),
    [],
  );
}
