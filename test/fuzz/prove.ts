/**
 * The long form of the fuzzing: `npm run prove:fuzz [MINUTES] [SEED]`. Every reader of strangers' bytes in
 * turn, until the time is over; what fails is printed in its smallest form, with the seed that shows it again.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fuzzed } from './properties.ts';

const [minutes = '5', first = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'unsealed-fuzz-'));
const properties = fuzzed(folder, process.env['UNSEALED_CORPORA'] ?? '../shared/corpora');
const end = Date.now() + Number(minutes) * 60_000;
let seed = Number(first);
let inputs = 0;
let isRight = true;
while (isRight && Date.now() < end) {
  for (const { says, check, runs } of properties) {
    const { inputs: tried, fault } = await check({ seed, numRuns: runs });
    inputs += tried;
    if (fault === undefined) continue;
    isRight = false;
    console.error(`${says}\nseed ${seed}\n${fault}`);
  }
  seed++;
}
await rm(folder, { recursive: true });
console.log(
  `${inputs.toLocaleString('en')} inputs, seeds ${first} to ${seed - 1}: ${isRight ? 'nothing broke' : 'see above'}`,
);
process.exitCode = isRight ? 0 : 1;
