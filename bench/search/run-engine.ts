/**
 * One engine in a process of its own, so that its memory is its own: builds an index, or asks it. Given as
 * one argument of JSON; the last line it prints is its answer.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { SearchDocument } from '../../src/core/search-document.ts';
import type { IndexAnswer } from '../../src/ports/search-index.ts';
import { documentsOf, textBytes } from './corpus.ts';
import { ENGINES, type Engine } from './engines.ts';
import type { Asked, QueryClass } from './questions.ts';

/** As many as the archive itself gives an index at once. */
const BATCH = 200;

const corpus = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('synthetic'), count: z.number() }),
  z.object({ kind: z.literal('file'), count: z.number(), path: z.string() }),
]);
const task = z.discriminatedUnion('step', [
  z.object({ step: z.literal('build'), engine: z.string(), folder: z.string(), corpus }),
  z.object({
    step: z.literal('ask'),
    engine: z.string(),
    folder: z.string(),
    questions: z.string(),
    passes: z.number(),
    seconds: z.number(),
  }),
]);
type Task = z.infer<typeof task>;

/** What building cost. */
export const built = z.object({
  documents: z.number(),
  textMb: z.number(),
  indexMb: z.number(),
  textsMb: z.number(),
  cpuSeconds: z.number(),
  peakMb: z.number(),
});
/** What asking cost: `samplesMs` by class; `answers` are told by query, to be held against another engine's. */
export const answered = z.object({
  openMs: z.number(),
  openWallMs: z.number(),
  peakMb: z.number(),
  classes: z.array(
    z.object({
      name: z.string(),
      samplesMs: z.array(z.number()),
      answers: z.array(z.string()),
      note: z.enum(['', 'none', 'too slow']),
    }),
  ),
});
type ClassAnswer = z.infer<typeof answered>['classes'][number];

const cpuMs = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};
/** The most memory this process ever had. */
const peakMb = (): number => process.resourceUsage().maxRSS / 1024;
const megabytesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, file) => sum + (file.isFile() ? file.size / 1e6 : 0), 0);

async function build(
  { folder, corpus: from }: Extract<Task, { step: 'build' }>,
  open: Open,
): Promise<z.infer<typeof built>> {
  const engine = await open(folder);
  let [documents, textMb, cpu] = [0, 0, 0];
  const timed = async (what: () => Promise<void> | undefined): Promise<void> => {
    const before = process.cpuUsage();
    await what();
    cpu += cpuMs(before);
  };
  let batch: SearchDocument[] = [];
  const flush = async (): Promise<void> => {
    const put = batch;
    batch = [];
    documents += put.length;
    await timed(() => engine.update({ put, remove: [], upTo: documents, isBehind: true }));
  };
  for await (const document of documentsOf(from)) {
    textMb += textBytes(document) / 1e6;
    batch.push(document);
    if (batch.length === BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  await timed(() => engine.update({ put: [], remove: [], upTo: documents }));
  await timed(() => engine.finish?.());
  await timed(() => engine.close());
  const [indexMb, textsMb] = [megabytesIn(folder), engine.textsMb?.() ?? 0];
  return { documents, textMb, indexMb, textsMb, cpuSeconds: cpu / 1000, peakMb: peakMb() };
}

type Open = (folder: string) => Promise<Engine>;

async function ask(asked: Extract<Task, { step: 'ask' }>, open: Open): Promise<z.infer<typeof answered>> {
  const classes: readonly QueryClass[] = JSON.parse(readFileSync(asked.questions, 'utf8'));
  const [before, beganMs] = [process.cpuUsage(), performance.now()];
  const engine = await open(asked.folder);
  const first = classes[0]?.asked[0];
  if (first !== undefined) await putTo(engine, first);
  const [openMs, openWallMs] = [cpuMs(before), performance.now() - beganMs];
  const done: ClassAnswer[] = [];
  for (const one of classes) done.push(await askClass(engine, one, asked));
  const peak = peakMb();
  await engine.close();
  return { openMs, openWallMs, peakMb: peak, classes: done };
}

/** All queries of a class in turn, once to warm and then so many times; within its seconds, or no further. */
async function askClass(
  engine: Engine,
  { name, asked }: QueryClass,
  { passes, seconds }: { readonly passes: number; readonly seconds: number },
): Promise<ClassAnswer> {
  const samplesMs: number[] = [];
  const answers: string[] = [];
  if (engine.corrections === undefined && asked.some(({ kind }) => kind === 'correct'))
    return { name, samplesMs, answers, note: 'none' };
  const start = process.cpuUsage();
  const isOver = (): boolean => cpuMs(start) > seconds * 1000;
  for (const one of asked) {
    const before = process.cpuUsage();
    answers.push(await putTo(engine, one));
    if (cpuMs(before) > seconds * 500) return { name, samplesMs, answers, note: 'too slow' };
    if (isOver()) break;
  }
  for (let pass = 0; pass < passes; pass++)
    for (const one of asked.slice(0, answers.length)) {
      if (isOver() && samplesMs.length >= answers.length) break;
      const before = process.cpuUsage();
      await putTo(engine, one);
      samplesMs.push(cpuMs(before));
    }
  return { name, samplesMs, answers, note: '' };
}

/** Asks; answers what every engine must say alike, in short. */
async function putTo(engine: Engine, asked: Asked): Promise<string> {
  switch (asked.kind) {
    case 'page':
      return shortly(await engine.search(asked.query));
    case 'correct': {
      const corrections = await engine.corrections?.({ node: asked.mistyped, filters: [] });
      return `${JSON.stringify(corrections)} ${shortly(await engine.search(asked.query))}`;
    }
    case 'suggest':
      await engine.suggest({ letters: asked.letters, limit: 8 });
      return '';
  }
}

/** Total and number of hits as they are; facets and histogram by digest. */
export function shortly({ total, hits, facets, years }: IndexAnswer): string {
  const counted = JSON.stringify([[...facets].sort(([a], [b]) => (a < b ? -1 : 1)), years]);
  return `${total} in all, ${hits.length} shown, ${createHash('sha256').update(counted).digest('hex').slice(0, 16)}`;
}

async function main(): Promise<void> {
  const asked = task.parse(JSON.parse(process.argv[2] ?? ''));
  const open = ENGINES[asked.engine];
  if (open === undefined) throw new RangeError(`no engine is called ${asked.engine}`);
  console.log(JSON.stringify(asked.step === 'build' ? await build(asked, open) : await ask(asked, open)));
}

if (import.meta.main) await main();
