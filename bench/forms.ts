/**
 * How fast records are written in their forms, and what the whole tree of an archive takes.
 *
 *   npm run bench:forms -- FILE…      the files (volumes of FRUS) are imported into a new archive first
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFolder } from '../src/cli/opened.ts';
import { initArchive, type OpenArchive } from '../src/compose.ts';
import { kindOf, parseId, type RecordId, type RecordKind } from '../src/core/id.ts';
import type { Described } from '../src/formats/fields/described.ts';
import { RECORD_FORMS } from '../src/web/form-table.ts';
import { machine, printTable } from './table.ts';

const MOST = 1000;
const BATCH = 100;

async function idsOf(archive: OpenArchive): Promise<readonly RecordId[]> {
  const ids: RecordId[] = [];
  for await (const line of archive.publicLines()) {
    const id = parseId(/^\{"id":"(\w+)"/.exec(line)?.[1] ?? '');
    if (id !== undefined) ids.push(id);
  }
  return ids;
}

const cpuMs = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};

async function describedOf(archive: OpenArchive, ids: readonly RecordId[]): Promise<readonly Described[]> {
  const described: Described[] = [];
  for (let at = 0; at < ids.length; at += BATCH)
    described.push(...(await archive.room.describe(ids.slice(at, at + BATCH))));
  return described;
}

async function writeForms(archive: OpenArchive, ids: readonly RecordId[]): Promise<void> {
  const rows: (readonly string[])[] = [];
  for (const kind of ['document', 'collection', 'agent'] satisfies readonly RecordKind[]) {
    const own = ids.filter((id) => kindOf(id) === kind).slice(0, MOST);
    const reading = process.cpuUsage();
    const described = await describedOf(archive, own);
    rows.push([`${kind}: described`, String(own.length), rate(described.length, cpuMs(reading)), '']);
    for (const form of RECORD_FORMS.filter(({ kinds }) => kinds.includes(kind))) {
      if (!('write' in form)) continue;
      const since = process.cpuUsage();
      let size = 0;
      for (const one of described) size += form.write(one, archive.room.settings).length;
      const ms = cpuMs(since);
      const each = `${(size / Math.max(1, described.length) / 1000).toFixed(1)} KB`;
      rows.push([`${kind}: .${form.suffix}`, String(described.length), rate(described.length, ms), each]);
    }
  }
  printTable('Records in their forms', ['', 'records', 'a CPU second', 'each'], rows);
}

const rate = (count: number, ms: number): string =>
  ms === 0 ? '' : Math.round((count / ms) * 1000).toLocaleString('en');

async function writeTrees(archive: OpenArchive, ids: readonly RecordId[]): Promise<void> {
  const rows: (readonly string[])[] = [];
  for (const id of ids.filter((one) => kindOf(one) === 'repository')) {
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    const since = process.cpuUsage();
    const answer = await archive.app.request(`/repository/${id}.ead`);
    let size = 0;
    let documents = 0;
    let most = before;
    for await (const piece of answer.body ?? []) {
      const bytes = Buffer.from(piece);
      size += bytes.byteLength;
      documents += bytes.toString('utf8').split('level="item"').length - 1;
      most = Math.max(most, process.memoryUsage().rss);
    }
    if (documents < 10) continue;
    const ms = cpuMs(since);
    rows.push([
      id,
      String(documents),
      `${(size / 1e6).toFixed(1)} MB`,
      `${(ms / 1000).toFixed(2)} s`,
      `+${((most - before) / 2 ** 20).toFixed(0)} MB`,
    ]);
  }
  printTable('Trees of archives as EAD3', ['', 'documents', 'size', 'CPU', 'memory'], rows);
}

const folder = await mkdtemp(join(tmpdir(), 'unsealed-forms-'));
try {
  const made = await initArchive(folder, {
    name: 'Forms',
    motto: '',
    address: 'https://archive.example',
    languages: ['en'],
    timeZone: 'UTC',
  });
  if (!made.ok) throw new Error(made.problem.code);
  const archive = await openFolder(folder);
  const asked = { by: 'bench', format: 'auto', isPublishing: true, isDryRun: false } as const;
  for await (const _ of archive.importPaths(process.argv.slice(2), asked)) continue;
  const ids = await idsOf(archive);
  console.log(machine());
  await writeForms(archive, ids);
  await writeTrees(archive, ids);
  await archive.close();
} finally {
  await rm(folder, { recursive: true, force: true });
}
