import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { z } from 'zod';
import { unguarded } from '../../src/formats/csv/write-table.ts';

/** The entries of a zip in their order, each as text, read by somebody else's reader. */
export async function textsInZip(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (reason, opened) =>
      reason === null ? resolve(opened) : reject(reason),
    );
  });
  const texts = new Map<string, string>();
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      zip.openReadStream(entry, (reason, stream) => {
        if (reason !== null) return reject(reason);
        text(stream).then((content) => {
          texts.set(entry.fileName, content);
          zip.readEntry();
        }, reject);
      });
    });
    zip.on('end', resolve);
    zip.on('error', reject);
    zip.readEntry();
  });
  return texts;
}

/** The lines of a packed file of lines. */
export const packedLines = (path: string): readonly string[] =>
  gunzipSync(readFileSync(path)).toString('utf8').split('\n').slice(0, -1);

/** Rows of a table in CSV by the names of its columns, as they were before they were made harmless. */
export const rowsOfCsv = (content: string): readonly Readonly<Record<string, string>>[] =>
  z
    .array(z.record(z.string(), z.string()))
    .parse(parse(content, { bom: true, columns: true }))
    .map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, unguarded(cell)])));

/** The database of a dump, unpacked beside it. */
export function openDatabase(folder: string): DatabaseSync {
  const path = join(folder, 'unpacked.sqlite');
  writeFileSync(path, gunzipSync(readFileSync(join(folder, 'database.sqlite.gz'))));
  return new DatabaseSync(path, { readOnly: true });
}

/** Every text that leaves by a file of a dump, whatever it is packed in. */
export async function textsOfFile(name: string, bytes: Uint8Array): Promise<readonly string[]> {
  if (name.endsWith('.zip')) return [...(await textsInZip(bytes)).values()];
  const plain = name.endsWith('.gz') ? gunzipSync(bytes) : Buffer.from(bytes);
  if (!name.startsWith('database.')) return [plain.toString('utf8')];
  const database = new DatabaseSync(':memory:');
  database.deserialize(plain);
  try {
    const tables = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").all();
    return tables.map(({ name: table, sql }) =>
      JSON.stringify([sql, database.prepare(`SELECT * FROM "${String(table)}"`).all()]),
    );
  } finally {
    database.close();
  }
}
