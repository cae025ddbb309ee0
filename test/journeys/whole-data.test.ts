import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { z } from 'zod';
import type { OpenArchive } from '../../src/compose.ts';
import { chunksOf } from '../../src/formats/encoding/lines.ts';
import { parseManifest, type DumpManifest } from '../../src/formats/dump/manifest.ts';
import { DATA_TABLES } from '../../src/formats/dump/tables.ts';
import { readTei } from '../../src/formats/tei/read-tei.ts';
import { dumpInto } from '../support/dump-archive.ts';
import { openDatabase, packedLines, rowsOfCsv, textsInZip } from '../support/dump-files.ts';
import { emptyArchive, sampleArchive, suiteCleanup, temporaryFolder } from '../support/temp-archive.ts';

const line = z.object({ id: z.string(), record: z.object({ kind: z.string() }).loose() }).loose();

describe('a dump of everything public', () => {
  const cleanup = suiteCleanup(after);
  let archive: OpenArchive;
  let folder: string;
  let dump: DumpManifest;
  let lines: readonly string[];
  before(async () => {
    ({ archive } = await sampleArchive(cleanup));
    folder = join(await temporaryFolder(cleanup), 'data');
    ({ dump } = await dumpInto(archive, folder));
    lines = packedLines(join(folder, 'records.jsonl.gz'));
  });

  test('says of each file how large it is, and its digests, packed and unpacked', () => {
    const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n');
    const listed = sums.map((one) => one.split('  '));
    assert.deepEqual([...listed.map(([, name]) => name), 'SHA256SUMS'].sort(), readdirSync(folder).sort());
    for (const [digest, name = ''] of listed)
      assert.equal(
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
        digest,
        name,
      );
    const manifest = parseManifest(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    for (const { name, sizeBytes, sha256, unpacked } of manifest?.files ?? []) {
      const bytes = readFileSync(join(folder, name));
      assert.equal(bytes.byteLength, sizeBytes, name);
      assert.ok(
        listed.some(([digest, of]) => of === name && digest === sha256),
        name,
      );
      if (!name.endsWith('.gz')) continue;
      const plain = gunzipSync(bytes);
      assert.equal(unpacked?.sizeBytes, plain.byteLength);
      assert.equal(unpacked.sha256, createHash('sha256').update(plain).digest('hex'));
    }
  });

  test('made again it is the same, byte for byte', async () => {
    const again = join(await temporaryFolder(cleanup), 'data');
    await dumpInto(archive, again);
    for (const name of readdirSync(folder).filter((one) => one !== 'unpacked.sqlite'))
      assert.ok(readFileSync(join(folder, name)).equals(readFileSync(join(again, name))), name);
  });

  test('every public record is a line of it, in the order of ids, as the schema says', async () => {
    const schema: unknown = JSON.parse(readFileSync(join(folder, 'schema.json'), 'utf8'));
    const check = new Ajv2020({ strict: false }).compile(z.record(z.string(), z.unknown()).parse(schema));
    for (const one of lines) assert.ok(check(JSON.parse(one)), JSON.stringify(check.errors));
    const ids = lines.map((one) => line.parse(JSON.parse(one)).id);
    assert.deepEqual(ids, [...ids].sort());
    assert.equal(ids.length, dump.counts['records']);
    const expected: string[] = [];
    for await (const one of archive.publicLines()) expected.push(line.parse(JSON.parse(one)).id);
    assert.deepEqual(ids, expected.sort());
  });

  test('a line says what the record’s own JSON says', async () => {
    const documents = lines.map((one) => line.parse(JSON.parse(one))).filter(({ id }) => id.startsWith('d'));
    for (const { opened: _opened, changed: _changed, ...said } of documents.slice(0, 20)) {
      const answer = await archive.publishedOf(
        z.custom<Parameters<OpenArchive['publishedOf']>[0]>().parse(said.id),
      );
      assert.ok(answer.ok);
      assert.deepEqual(said, JSON.parse(JSON.stringify(answer.value)));
    }
  });

  test('brought into a new archive, it gives the same public records', async () => {
    const fresh = await emptyArchive(cleanup);
    const file = join(await temporaryFolder(cleanup), 'records.jsonl');
    writeFileSync(file, lines.map((one) => `${one}\n`).join(''));
    const asked = { by: 'test', format: 'auto', isPublishing: true, isDryRun: false };
    for await (const _ of fresh.archive.importPaths([file], asked)) continue;
    const there = new Map<string, unknown>();
    for await (const one of fresh.archive.publicLines()) {
      const { id, record } = line.parse(JSON.parse(one));
      there.set(id, record);
    }
    assert.equal(there.size, lines.length);
    for (const one of lines) {
      const { id, record } = line.parse(JSON.parse(one));
      assert.deepEqual(there.get(id), record, id);
    }
  });

  test('the database is whole, every id in it leads somewhere, and its tables are counted', () => {
    const database = openDatabase(folder);
    try {
      assert.equal(database.prepare('PRAGMA integrity_check').get()?.['integrity_check'], 'ok');
      assert.deepEqual(database.prepare('PRAGMA foreign_key_check').all(), []);
      for (const { name, columns } of DATA_TABLES) {
        const count = database.prepare(`SELECT count(*) AS count FROM "${name}"`).get();
        assert.equal(count?.['count'], dump.tables[name], name);
        const there = database.prepare(`SELECT name FROM pragma_table_info('${name}')`).all();
        assert.deepEqual(
          there.map((one) => one['name']),
          columns.map((one) => one.name),
        );
      }
      const words = database.prepare("SELECT count(*) AS count FROM passages WHERE words <> ''").get();
      assert.ok(Number(words?.['count']) > 50);
    } finally {
      database.close();
    }
  });

  test('the tables of CSV say what the database says', async () => {
    const tables = await textsInZip(readFileSync(join(folder, 'tables.csv.zip')));
    const database = openDatabase(folder);
    try {
      for (const { name, isInDatabaseOnly } of DATA_TABLES) {
        if (isInDatabaseOnly === true) continue;
        const stored = database
          .prepare(`SELECT * FROM "${name}" ORDER BY rowid`)
          .all()
          .map((row) =>
            Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, String(cell ?? '')])),
          );
        assert.deepEqual(rowsOfCsv(tables.get(`${name}.csv`) ?? ''), stored, name);
      }
      assert.equal(rowsOfCsv(tables.get('catalogue.csv') ?? '').length, lines.length);
    } finally {
      database.close();
    }
    const described = z
      .object({ tables: z.array(z.object({ url: z.string() })) })
      .parse(JSON.parse(tables.get('csv-metadata.json') ?? ''));
    assert.deepEqual([...described.tables.map(({ url }) => url), 'csv-metadata.json'], [...tables.keys()]);
  });

  test('each text is a TEI file that reads back as a document with that text', async () => {
    const files = await textsInZip(readFileSync(join(folder, 'texts.tei.zip')));
    assert.equal(files.size, dump.counts['withText']);
    for (const [name, content] of files) {
      const reads = await Array.fromAsync(readTei({ name, chunks: chunksOf(content) }));
      const [first] = reads.flatMap((read) =>
        read.kind === 'draft' && read.draft.record.kind === 'document' ? [read.draft.record] : [],
      );
      assert.ok(
        first?.renditions.some(({ kind }) => kind !== 'facsimile'),
        name,
      );
    }
  });

  test('what is told in words names every file, every table and the terms', () => {
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    for (const { name } of dump.files) assert.ok(readme.includes(`**${name}**`), name);
    for (const { name } of DATA_TABLES) assert.ok(readme.includes(`**${name}**`), name);
    assert.match(readme, /## Terms/);
    assert.doesNotMatch(readme, /undefined|NaN/);
  });

  test('of the forms only those that are asked for are made', async () => {
    const at = join(await temporaryFolder(cleanup), 'some');
    const some = await dumpInto(archive, at, ['csv']);
    assert.deepEqual(
      readdirSync(at).sort(),
      ['README.md', 'SHA256SUMS', 'manifest.json', 'schema.json', 'tables.csv.zip'].sort(),
    );
    assert.equal(some.dump.counts['records'], dump.counts['records']);
  });
});
