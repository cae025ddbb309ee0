/**
 * Prints the sample archive from its sources: `node scripts/make-sample.ts` writes sample/records/*.jsonl and
 * sample/standing.json; the same sources always give the same bytes. sample/sample.test.ts holds them in step.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALPHABET, makeId } from '../src/core/id.ts';
import type { RecordKind } from '../src/core/id.ts';
import type { Entry } from '../sample/source/build.ts';
import { SAMPLE, STANDING } from '../sample/source/sample.ts';

/** A record's fixed id: its key alone decides it, so that an address of the sample never changes. */
export function idOf(kind: RecordKind, key: string): string {
  const digest = createHash('sha256').update(`${kind} ${key}`).digest();
  const eight = [...digest.subarray(0, 8)].map((byte) => ALPHABET.charAt(byte % 32)).join('');
  return makeId(kind, eight);
}

const line = ({ key, record }: Entry): string =>
  JSON.stringify({ id: idOf(record.kind, key), key, record }).normalize('NFC');

/** Each file of the sample with what it should hold, by its path under sample/. */
export function sampleFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [name, entries] of Object.entries(SAMPLE))
    files.set(`records/${name}.jsonl`, entries.map((entry) => `${line(entry)}\n`).join(''));
  files.set('standing.json', `${JSON.stringify(STANDING, undefined, 2)}\n`);
  return files;
}

if (import.meta.main) {
  const sample = join(import.meta.dirname, '..', 'sample');
  mkdirSync(join(sample, 'records'), { recursive: true });
  for (const [name, text] of sampleFiles()) {
    writeFileSync(join(sample, name), text);
    process.stdout.write(`${name}: ${text.split('\n').length - 1} lines\n`);
  }
}
