/**
 * Holds every form of every public record against the schema of its standard: of the sample archive, and of
 * whatever files are named besides (a volume, a table).
 *
 *   npm run prove:schemas [-- --schemas FOLDER] [FILE…]
 *
 * The folder of the schemas is `--schemas`, else UNSEALED_SCHEMAS, else ../shared/schemas. Exit code 1 where
 * anything is refused, 2 where there is no such folder.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { printTable } from '../../bench/table.ts';
import type { OpenArchive } from '../../src/compose.ts';
import { segmentOfKind } from '../../src/core/canonical-path.ts';
import { kindOf, parseId } from '../../src/core/id.ts';
import { emptyArchive, sampleArchive } from '../support/temp-archive.ts';
import { PROOFS, type Asked, type Proof } from './proofs.ts';
import { refusedBy, type Piece } from './validate.ts';

const { values, positionals } = parseArgs({
  options: { schemas: { type: 'string' } },
  allowPositionals: true,
});
const SCHEMAS = values.schemas ?? process.env['UNSEALED_SCHEMAS'] ?? '../shared/schemas';
/** Answers lead from one to the next at most so far. */
const MOST_ANSWERS = 100_000;
const SAID = 10;

const lineSchema = z.object({
  id: z.string(),
  record: z.object({ agentKind: z.enum(['person', 'body', 'office']).optional() }),
});

/** Every public record, as its line of JSON names it. */
async function recordsOf(archive: OpenArchive): Promise<readonly Asked[]> {
  const found: Asked[] = [];
  for await (const line of archive.publicLines()) {
    const { id, record } = lineSchema.parse(JSON.parse(line));
    const parsed = parseId(id);
    if (parsed === undefined) continue;
    const kind = kindOf(parsed);
    found.push({ kind, address: `/${segmentOfKind(kind, record.agentKind)}/${id}` });
  }
  return found;
}

async function piecesOf(archive: OpenArchive, proof: Proof, records: readonly Asked[]): Promise<Piece[]> {
  const pieces: Piece[] = [];
  const open = [...proof.addresses(records)];
  for (let at = 0; at < open.length && at < MOST_ANSWERS; at++) {
    const address = open[at] ?? '';
    const answer = await archive.app.request(address);
    const body = await answer.text();
    if (answer.status !== 200) throw new Error(`${address} answers ${answer.status}`);
    for (const xml of proof.pieces?.(body) ?? [body]) pieces.push({ name: address, xml });
    for (const next of proof.next?.(body) ?? []) if (!open.includes(next)) open.push(next);
  }
  return pieces;
}

async function prove(name: string, archive: OpenArchive): Promise<number> {
  const records = await recordsOf(archive);
  const rows: (readonly string[])[] = [];
  let faults = 0;
  for (const proof of PROOFS) {
    if (!existsSync(join(SCHEMAS, proof.schema.file))) {
      rows.push([proof.name, '', '', 'no schema']);
      faults++;
      continue;
    }
    const pieces = await piecesOf(archive, proof, records);
    const refused = await refusedBy(SCHEMAS, proof.schema, pieces);
    const size = pieces.reduce((sum, { xml }) => sum + xml.length, 0);
    rows.push([proof.name, String(pieces.length), `${(size / 1e6).toFixed(1)} MB`, String(refused.length)]);
    for (const line of refused.slice(0, SAID)) console.log(`  ✗ ${proof.name}: ${line}`);
    faults += refused.length;
  }
  printTable(`${name}: ${records.length} public records`, ['', 'answers', 'size', 'refused'], rows);
  return faults;
}

async function filled(archive: OpenArchive, files: readonly string[]): Promise<OpenArchive> {
  const asked = { by: 'prove', format: 'auto', isPublishing: true, isDryRun: false } as const;
  for await (const _ of archive.importPaths(files, asked)) continue;
  return archive;
}

if (!existsSync(SCHEMAS)) {
  console.error(`There are no schemas in ${SCHEMAS}: name their folder with --schemas or UNSEALED_SCHEMAS.`);
  process.exitCode = 2;
} else {
  const steps: (() => Promise<void>)[] = [];
  const cleanup = { after: (step: () => Promise<void>) => void steps.push(step) };
  try {
    let faults = await prove('The sample archive', (await sampleArchive(cleanup)).archive);
    for (const file of positionals) {
      const { archive } = await emptyArchive(cleanup);
      faults += await prove(file, await filled(archive, [file]));
    }
    process.exitCode = faults > 0 ? 1 : 0;
  } finally {
    for (const step of steps.reverse()) await step();
  }
}
