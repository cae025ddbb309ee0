import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRecordStore } from '../src/adapters/sqlite/record-store.ts';
import { sourceKey } from '../src/core/draft.ts';
import type { RecordId } from '../src/core/id.ts';
import { UNDETERMINED } from '../src/core/language.ts';
import type { Depth, RecordStore } from '../src/ports/record-store.ts';
import { sampleDocument, sampleId, sampleText } from '../src/core/record.samples.ts';
import { commitOf, published, revised } from '../src/ports/record-store.samples.ts';

/** What the record store costs: records of 15 KB, in commits of 100, as an import makes them. */

const RECORDS = Number(process.argv[2] ?? 5000);
const BATCH = 100;
const WORDS = 'The Secretary said that the Ambassador had called on the Foreign Minister at noon. '.repeat(4);

const documentOf = (n: number, edit = '') =>
  sampleDocument(`Telegram ${n}${edit}`, {
    identifiers: [
      { scheme: 'tei', value: `volume${n % 27}#d${n}` },
      { scheme: 'import', value: sourceKey('tei', `volume${n % 27}#d${n}`) },
    ],
    summaries: [{ text: WORDS, lang: UNDETERMINED }],
    mentions: Array.from({ length: 20 }, (_, at) => ({
      key: `p${at}`,
      to: sampleId('agent', (n * 7 + at * at * 31) % 2000),
    })),
    collections: [{ collection: sampleId('collection', n % 27), sequence: n }],
    renditions: [
      {
        kind: 'transcription',
        key: 't-en',
        language: UNDETERMINED,
        text: sampleText(...Array.from({ length: 36 }, (_, at) => `${n} ${at} ${WORDS}`)),
      },
    ],
  });

/** Ids as they are in life: without order. */
const idOf = (n: number): RecordId => sampleId('document', (n * 2_654_435_761) % 2 ** 40);

interface Row {
  readonly what: string;
  readonly cpuMicroseconds: number;
  readonly wallMicroseconds: number;
}

async function measure(what: string, count: number, run: () => Promise<unknown>): Promise<Row> {
  const before = { cpu: process.cpuUsage(), wallNs: process.hrtime.bigint() };
  await run();
  const { user, system } = process.cpuUsage(before.cpu);
  const wallMicroseconds = Number(process.hrtime.bigint() - before.wallNs) / 1000 / count;
  return { what, cpuMicroseconds: (user + system) / count, wallMicroseconds };
}

async function inBatches(
  count: number,
  run: (numbers: readonly number[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < count; from += BATCH)
    await run(Array.from({ length: Math.min(BATCH, count - from) }, (_, at) => from + at));
}

async function measureAll(store: RecordStore): Promise<readonly Row[]> {
  const documents = Array.from({ length: RECORDS }, (_, n) => documentOf(n));
  const edited = Array.from({ length: RECORDS }, (_, n) => documentOf(n, ' (corrected)'));
  const document = (list: readonly ReturnType<typeof documentOf>[], n: number) => list[n] ?? documentOf(n);
  const read = (depth: Depth) => () =>
    inBatches(RECORDS, (numbers) => store.latestEditions(numbers.map(idOf), depth));
  return [
    await measure('new record, published', RECORDS, () =>
      inBatches(RECORDS, (numbers) =>
        store.commit(commitOf(...numbers.map((n) => published(idOf(n), document(documents, n))))),
      ),
    ),
    await measure('new version, same texts, published', RECORDS, () =>
      inBatches(RECORDS, (numbers) =>
        store.commit(
          commitOf(
            ...numbers.map((n) =>
              revised(idOf(n), 1, document(edited, n), { publish: {}, announce: 'public' }),
            ),
          ),
        ),
      ),
    ),
    await measure('state alone, a commit each', 500, async () => {
      for (let n = 0; n < 500; n++)
        await store.commit(commitOf({ id: idOf(n), kind: 'document', expected: 2, announce: 'public' }));
    }),
    await measure('read an edition, description', RECORDS, read('description')),
    await measure('read an edition, whole', RECORDS, read('whole')),
    await measure('read an edition, alone', RECORDS, async () => {
      for (let n = 0; n < RECORDS; n++) await store.latestEditions([idOf(n)], 'description');
    }),
    await measure('standing', RECORDS, () =>
      inBatches(RECORDS, (numbers) => store.standings(numbers.map(idOf))),
    ),
    await measure('find an identifier', RECORDS, () =>
      inBatches(RECORDS, (numbers) => store.find(numbers.map((n) => `tei:volume${n % 27}#d${n}`))),
    ),
    await measure('who refers to an agent, 20 of them', 2000, async () => {
      for (let n = 0; n < 2000; n++) await store.referring(sampleId('agent', n), undefined, 20);
    }),
    await measure('counts', 10, async () => {
      for (let n = 0; n < 10; n++) await store.counts();
    }),
  ];
}

const folder = mkdtempSync(join(tmpdir(), 'unsealed-bench-'));
try {
  const path = join(folder, 'archive.sqlite');
  const opened = await openRecordStore(path, { nameKeysOf: () => [], ifAbsent: 'make' });
  if (!opened.ok) throw new Error(opened.problem.code);
  const rows = await measureAll(opened.value);
  await opened.value.close();
  const recordKb = JSON.stringify(documentOf(1)).length / 1024;
  console.log(`${cpus()[0]?.model ?? 'unknown machine'}, Node ${process.version}`);
  console.log(
    `${RECORDS} records of ${recordKb.toFixed(1)} KB, ${BATCH} a commit; ${(statSync(path).size / 2 ** 20).toFixed(0)} MB at rest`,
  );
  console.log(`${'each'.padEnd(38)}${'CPU µs'.padStart(10)}${'wall µs'.padStart(10)}`);
  for (const { what, cpuMicroseconds, wallMicroseconds } of rows)
    console.log(
      `${what.padEnd(38)}${cpuMicroseconds.toFixed(1).padStart(10)}${wallMicroseconds.toFixed(1).padStart(10)}`,
    );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
