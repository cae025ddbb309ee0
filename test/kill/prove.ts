import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chanceOf } from './chance.ts';
import { killExport } from './kill-export.ts';
import { killImport } from './kill-import.ts';
import { killIndex } from './kill-index.ts';
import { killPlan } from './kill-plan.ts';
import { killWork } from './kill-work.ts';

/**
 * Kills what writes to an archive, at random moments, and looks at what is left.
 *
 *   npm run prove:kill                                     50 rounds on the stores themselves
 *   npm run prove:kill -- --import volume.xml              50 rounds on `unsealed import` of a file
 *   npm run prove:kill -- --index --rounds 100             100 rounds on the search index
 *   npm run prove:kill -- --work --rounds 100              100 rounds on scans that come in and are read
 *   npm run prove:kill -- --export --rounds 40             40 rounds on a dump in making
 *   npm run prove:kill -- --rounds 200 --seed 7
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    import: { type: 'string' },
    index: { type: 'boolean', default: false },
    work: { type: 'boolean', default: false },
    export: { type: 'boolean', default: false },
  },
});
const [rounds, seed] = [Number(values.rounds), Number(values.seed)];
const root = mkdtempSync(join(tmpdir(), 'unsealed-kill-'));
try {
  const chance = chanceOf(seed);
  if (values.index) {
    const done = await killIndex(root, { rounds, changes: 150, chance });
    const interrupted = done.filter(({ covered }) => covered < 150).length;
    console.log(`${done.length} rounds, seed ${seed}: killed while filling an index ${interrupted} times,`);
    console.log('after each it had all that was acknowledged, and nothing else');
  } else if (values.work) {
    const done = await killWork(root, { documents: 6, rounds, chance });
    console.log(`${done.length} rounds, seed ${seed}: killed while scans came in or were read,`);
    console.log('after each the archive was whole, and at the end every page was read once');
  } else if (values.export) {
    const named = ['begun', 'database.sqlite.gz', 'manifest.json', 'SHA256SUMS', '.standing.json'] as const;
    const moments = Array.from(
      { length: rounds },
      (_, at) => (at % 2 === 0 ? named[(at / 2) % 5] : undefined) ?? chance(),
    );
    const done = await killExport(root, { documents: 1500, moments });
    for (const { moment, isKilled, offered } of done)
      console.log(`${moment}: ${isKilled ? 'killed' : 'through'}, offered ${offered.join(', ')}`);
    console.log(
      `${done.length} rounds, seed ${seed}: killed ${done.filter(({ isKilled }) => isKilled).length} times,`,
    );
    console.log('after each only whole dumps were offered, and the next run made the right one');
  } else if (values.import === undefined) {
    const done = await killPlan(root, { rounds, commits: 150, chance });
    const interrupted = done.filter(({ found }) => found < 150).length;
    console.log(`${done.length} rounds, seed ${seed}: killed while writing ${interrupted} times,`);
    console.log('after each the archive was whole, and each run ended as one that was not killed');
  } else {
    const done = await killImport(root, { file: values.import, rounds, chance });
    for (const { killedAtMs, records } of done)
      console.log(`killed after ${killedAtMs} ms, ${records} records whole`);
    console.log(`${done.length} rounds, seed ${seed}: each import ended as one that was not killed`);
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
