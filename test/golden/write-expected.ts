import { writeFileSync } from 'node:fs';
import { expectedPath, GOLDEN_FORMATS, inputsOf, readingOf } from './readings.ts';

/** Writes what the readers read now as what is expected: run by hand, and read the difference before it is kept. */
for (const format of GOLDEN_FORMATS)
  for (const input of inputsOf(format)) {
    if (process.argv.length > 2 && !process.argv.includes(format)) continue;
    writeFileSync(expectedPath(format, input), await readingOf(format, input, 1 << 20));
  }
