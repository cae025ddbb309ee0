import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import fc from 'fast-check';
import type { Read } from '../../src/core/draft.ts';
import { PROBLEM_CODES } from '../../src/core/problem.ts';
import { readJsonLines } from '../../src/formats/json/json-lines.ts';
import { sayProblem } from '../../src/words/problems.ts';

/** What came of trying. */
export interface Found {
  readonly inputs: number;
  /** The smallest input that broke it, and how. */
  readonly fault?: string;
}

/** Tries a property on so many inputs, and makes the smallest of those that break it. */
export async function found<T>(
  property: fc.IAsyncProperty<[T]>,
  options: { readonly seed: number; readonly numRuns: number },
): Promise<Found> {
  const details = await fc.check(property, options);
  const fault = details.failed
    ? `${inspect(details.errorInstance)}\n${await fc.asyncDefaultReportMessage(details)}`
    : undefined;
  return { inputs: details.numRuns, ...(fault === undefined ? {} : { fault }) };
}

/** A property, and what makes its inputs. `runs` weighs it: how many in the short form. */
export interface Fuzzed {
  readonly says: string;
  /** Tries so many inputs; what it found. */
  readonly check: (options: { readonly seed: number; readonly numRuns: number }) => Promise<Found>;
  readonly runs: number;
}

/** What was read is a record by our own form's strict reading, or a problem that can be said. */
export async function isWhole(read: Read): Promise<void> {
  if (read.kind === 'problem') {
    assert.ok(read.problem.code in PROBLEM_CODES);
    assert.ok(read.problem.where.file, read.problem.code);
    assert.ok(sayProblem(read.problem).sentence.length > 8);
    return;
  }
  // What is read is a record by our own form's strict reading, too.
  const { key, record } = read.draft;
  const chunks = inTurn([JSON.stringify({ key, record })]);
  const again = await Array.fromAsync(readJsonLines({ name: 'again.jsonl', chunks }));
  assert.deepEqual(
    again.filter(({ kind }) => kind === 'problem'),
    [],
  );
}

/** In pieces that fall anywhere, as a network or a disk may give them. */
export async function* inPieces(bytes: Uint8Array, size = 997): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Things one after the other, as if each had to be waited for. */
export async function* inTurn<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
