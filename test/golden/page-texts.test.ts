import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { expectedPagePath, PAGE_FORMATS, pageExpectedOf, pageInputsOf, pageReadingOf } from './page-texts.ts';

for (const format of PAGE_FORMATS) {
  test(`${format}: each input has its expected reading, and each expected reading its input`, () => {
    assert.deepEqual(
      pageExpectedOf(format),
      pageInputsOf(format).map((input) => `${input}.txt`),
    );
    assert.ok(pageInputsOf(format).length > 0);
  });
  for (const input of pageInputsOf(format))
    test(`${format}: ${input} reads as expected, whatever pieces it comes in`, async () => {
      const expected = readFileSync(expectedPagePath(format, input), 'utf8');
      assert.equal(await pageReadingOf(format, input, 1 << 20), expected);
      assert.equal(await pageReadingOf(format, input, 61), expected);
    });
}
