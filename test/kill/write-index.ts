import { writeSync } from 'node:fs';
import { argv } from 'node:process';
import { openHere } from '../../src/adapters/inverted/search-index.ts';
import { batchAt, LIMITS } from './index-plan.ts';

/** The process that is killed: goes on with the changes where the index stands, and says each that was acknowledged. */
const [, , folder = '.', changes = '0'] = argv;
const index = openHere(folder, { limits: LIMITS });
for (let at = await index.coveredTo(); at < Number(changes); at++) {
  await index.update(batchAt(at));
  writeSync(1, `${at + 1}\n`);
  if (at % 5 === 4) while (await index.settle()) continue;
}
await index.close();
