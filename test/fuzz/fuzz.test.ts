import assert from 'node:assert/strict';
import { test } from 'node:test';
import { temporaryFolder } from '../support/temp-archive.ts';
import { fuzzed } from './properties.ts';

const SEED = 1945;

for (const [at, { says }] of fuzzed('.').entries())
  test(says, async (t) => {
    const chosen = fuzzed(await temporaryFolder(t))[at];
    const found = await chosen?.check({ seed: SEED, numRuns: chosen.runs });
    assert.equal(found?.fault, undefined);
    assert.equal(found?.inputs, chosen?.runs);
  });
