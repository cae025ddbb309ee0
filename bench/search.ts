/**
 * What finding costs: CPU for each class of query, for a whole result page (total, six facets, histogram of
 * years, twenty hits with passages), and what building, keeping and opening the index costs. Beside it in the
 * same run FTS5 with SQL facets. Totals, facets and histograms are held against each other while the time is
 * taken: where two engines differ, the run fails.
 *
 *   npm run bench:search                                10,000 and 100,000 made-up documents
 *   npm run bench:search -- --sizes 10k                 others: 500, 10k, 1m
 *   npm run bench:search -- --million                   a million as well
 *   npm run bench:search -- --frus FOLDER               the TEI volumes of a folder, through the import, as well
 *   npm run bench:search -- --engine fts5 --no-peer     one engine alone
 *   npm run bench:search -- --seconds 60 --passes 5     CPU a class may take; times each query is asked
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { sampleOf, type Corpus } from './search/corpus.ts';
import { ENGINES } from './search/engines.ts';
import { questionsOf } from './search/questions.ts';
import { recordVolumes } from './search/record-volumes.ts';
import { answered, built } from './search/run-engine.ts';
import { machine, printTable } from './table.ts';

const SAMPLE = 3_000;
const QUERIES_OF_CLASS = 30;
/** As the thread has it in which the archive keeps a large index. */
const YOUNG = '--max-semi-space-size=4';

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10k,100k' },
    million: { type: 'boolean', default: false },
    frus: { type: 'string' },
    engine: { type: 'string', multiple: true, default: ['inverted', 'fts5'] },
    'no-peer': { type: 'boolean', default: false },
    passes: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '30' },
  },
});

interface Measured {
  readonly engine: string;
  readonly building: z.infer<typeof built>;
  readonly asking: z.infer<typeof answered>;
}

/** Runs one step of one engine in a process of its own, and reads the last line it prints. */
async function inProcess(task: object, ...flags: readonly string[]): Promise<unknown> {
  const script = join(import.meta.dirname, 'search', 'run-engine.ts');
  const child = spawn(process.execPath, [...flags, script, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`${JSON.stringify(task)} ended with ${String(code)}`);
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '');
}

async function measure(corpus: Corpus, folder: string): Promise<readonly Measured[]> {
  const questions = join(folder, 'questions.json');
  writeFileSync(questions, JSON.stringify(questionsOf(await sampleOf(corpus, SAMPLE), QUERIES_OF_CLASS)));
  const measured: Measured[] = [];
  for (const engine of [...options.engine, ...(options['no-peer'] ? [] : ['peer'])]) {
    const place = join(folder, engine);
    mkdirSync(place);
    const building = built.parse(await inProcess({ step: 'build', engine, folder: place, corpus }));
    console.error(
      `${engine}: ${building.documents} documents in, in ${building.cpuSeconds.toFixed(0)} CPU s`,
    );
    const [passes, seconds] = [Number(options.passes), Number(options.seconds)];
    const asking = answered.parse(
      await inProcess({ step: 'ask', engine, folder: place, questions, passes, seconds }, YOUNG),
    );
    console.error(`${engine}: asked`);
    measured.push({ engine, building, asking });
    rmSync(place, { recursive: true });
  }
  return measured;
}

/** Where two engines answered the same query otherwise. */
function differences(measured: readonly Measured[]): readonly string[] {
  const [first, ...others] = measured;
  if (first === undefined) return [];
  return others.flatMap(({ engine, asking }) =>
    first.asking.classes.flatMap(({ name, answers }, at) =>
      answers.flatMap((answer, query) => {
        const other = asking.classes[at]?.answers[query];
        return other === undefined || other === answer
          ? []
          : [`${name} ${query + 1}: ${first.engine} says ${answer}; ${engine} ${other}`];
      }),
    ),
  );
}

const ms = (time: number): string => (time < 10 ? time.toFixed(2) : time.toFixed(0));

function percentiles(
  one: z.infer<typeof answered>['classes'][number] | undefined,
): readonly [string, string] {
  if (one === undefined || one.note === 'none') return ['-', '-'];
  if (one.note === 'too slow') return ['too slow', `over ${Number(options.seconds) / 2} s`];
  const sorted = one.samplesMs.toSorted((a, b) => a - b);
  const at = (part: number): string =>
    ms(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN);
  return [at(0.5), at(0.95)];
}

function printMeasured(title: string, measured: readonly Measured[]): void {
  printTable(
    `${title}: building and keeping`,
    [
      'engine',
      'documents',
      'documents a CPU s',
      'text MB',
      'index MB',
      '% of text',
      'of it texts MB',
      'without, %',
      'peak MB building',
      'open CPU ms',
      'open ms',
      'peak MB asking',
    ],
    measured.map(({ engine, building, asking }) => [
      engine,
      String(building.documents),
      (building.documents / building.cpuSeconds).toFixed(0),
      building.textMb.toFixed(1),
      building.indexMb.toFixed(1),
      ((building.indexMb / building.textMb) * 100).toFixed(0),
      building.textsMb === 0 ? '-' : building.textsMb.toFixed(1),
      building.textsMb === 0
        ? '-'
        : (((building.indexMb - building.textsMb) / building.textMb) * 100).toFixed(0),
      building.peakMb.toFixed(0),
      asking.openMs.toFixed(0),
      asking.openWallMs.toFixed(0),
      asking.peakMb.toFixed(0),
    ]),
  );
  printTable(
    `${title}: CPU ms`,
    ['queries', 'found', ...measured.flatMap(({ engine }) => [`${engine} p50`, 'p95'])],
    [
      ...(measured[0]?.asking.classes ?? []).map(({ name, answers }, at) => [
        name,
        foundOf(answers),
        ...measured.flatMap(({ asking }) => percentiles(asking.classes[at])),
      ]),
      ['all pages together', '-', ...measured.flatMap(({ asking }) => percentiles(allPages(asking)))],
    ],
  );
}

/** Every class of pages as one, each with as much weight as it has queries; suggestions are no pages. */
const allPages = (asking: z.infer<typeof answered>): (typeof asking.classes)[number] => ({
  name: '',
  answers: [],
  note: '',
  samplesMs: asking.classes.flatMap(({ name, samplesMs }) => (name === 'suggestions' ? [] : samplesMs)),
});

/** The median of what the queries of a class find. */
function foundOf(answers: readonly string[]): string {
  const totals = answers
    .flatMap((answer) => Number(/(\d+) in all/.exec(answer)?.[1] ?? NaN))
    .sort((a, b) => a - b);
  const middle = totals[Math.floor(totals.length / 2)] ?? NaN;
  return Number.isNaN(middle) ? '-' : String(middle);
}

/** "500", "10k", "1m". */
function sizeOf(text: string): number {
  const [, digits, unit] = /^(\d+)([km]?)$/i.exec(text.trim()) ?? [];
  if (digits === undefined) throw new RangeError(`${text} is no number of documents: write 500, 10k or 1m`);
  return Number(digits) * (unit === undefined || unit === '' ? 1 : unit.toLowerCase() === 'k' ? 1e3 : 1e6);
}

async function main(): Promise<void> {
  for (const engine of options.engine)
    if (ENGINES[engine] === undefined) throw new RangeError(`engines are ${Object.keys(ENGINES).join(', ')}`);
  const sizes = [
    ...options.sizes.split(',').filter(Boolean).map(sizeOf),
    ...(options.million ? [1_000_000] : []),
  ];
  console.log(`${machine()}; each query asked ${options.passes} times, once before to warm`);
  const folder = mkdtempSync(join(tmpdir(), 'unsealed-bench-'));
  let unlike = 0;
  const run = async (title: string, corpus: Corpus): Promise<void> => {
    const measured = await measure(corpus, folder);
    printMeasured(title, measured);
    const found = differences(measured);
    unlike += found.length;
    if (found.length > 0)
      console.log(`\nDIFFERENT ANSWERS: ${found.length}\n${found.slice(0, 20).join('\n')}`);
    else
      console.log(`\nAll engines answered alike, ${measured.length > 1 ? 'query by query' : 'being one'}.`);
  };
  try {
    for (const count of sizes)
      await run(`${count.toLocaleString('en')} documents, made up`, { kind: 'synthetic', count });
    if (options.frus !== undefined) await run('FRUS volumes', await recordVolumes(options.frus, folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
  process.exitCode = unlike > 0 ? 1 : 0;
}

await main();
