import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesUnder, sourcesUnder } from '../support/source-files.ts';

const tests = sourcesUnder('src').filter(({ path }) => path.endsWith('.test.ts'));
const adapters = sourcesUnder('src/adapters').filter(({ path }) => !path.endsWith('.test.ts'));

/** Ports that have a contract suite beside them: "record-store". */
const contracts = filesUnder('src/ports').flatMap(
  (path) => /^src\/ports\/([\w-]+)\.contract\.ts$/.exec(path)?.[1] ?? [],
);

/** Ports whose every adapter is bound to a suite; `world` is the clock and chance themselves. */
const BOUND = ['record-store', 'search-index', 'file-store', 'citation-writer'];

test('every port that is bound has its contract suite', () => {
  assert.deepEqual(
    BOUND.filter((port) => !contracts.includes(port)),
    [],
  );
});

for (const port of BOUND)
  test(`every adapter of ${port} runs its contract`, () => {
    const typeName = port.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
    const makers = adapters.filter(({ code }) =>
      new RegExp(`(?:\\): (?:Promise<)?${typeName}\\b|implements ${typeName}\\b)`).test(code),
    );
    assert.ok(makers.length > 0, `no adapter of ${port} was found`);
    const runners = tests.filter(({ imports }) =>
      imports.some(({ to }) => to === `src/ports/${port}.contract.ts`),
    );
    const unbound = makers.filter(
      ({ path }) => !runners.some(({ imports }) => imports.some(({ to }) => to === path)),
    );
    assert.deepEqual(
      unbound.map(({ path }) => path),
      [],
    );
  });
