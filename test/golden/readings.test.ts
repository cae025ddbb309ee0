import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  expectedName,
  expectedNamesOf,
  expectedPath,
  GOLDEN_FORMATS,
  inputsOf,
  readingOf,
} from './readings.ts';

for (const format of GOLDEN_FORMATS) {
  test(`${format}: each input has its expected reading, and each expected reading its input`, () => {
    assert.deepEqual(expectedNamesOf(format), inputsOf(format).map(expectedName).sort());
    assert.ok(inputsOf(format).length > 0);
  });
  for (const input of inputsOf(format)) {
    test(`${format}: ${input} reads as expected, whatever pieces it comes in`, async () => {
      const expected = readFileSync(expectedPath(format, input), 'utf8');
      assert.equal(await readingOf(format, input, 1 << 20), expected);
      assert.equal(await readingOf(format, input, 61), expected);
    });
  }
}
