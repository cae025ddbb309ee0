import assert from 'node:assert/strict';
import fc from 'fast-check';
import { memoryFiles } from '../../src/adapters/inverted/memory-files.ts';
import { invertedIndex } from '../../src/adapters/inverted/search-index.ts';
import { Failure } from '../../src/core/failure.ts';
import { AGENT, ask, DOCUMENTS, phrase, word } from '../../src/ports/search-index.corpus.ts';
import type { SearchIndex } from '../../src/ports/search-index.ts';
import { found, type Fuzzed } from './property.ts';

const LIMITS = {
  deltaUnits: 400,
  behindUnits: 400,
  mergeAtOnceBytes: 0,
  mostSegments: 99,
  manySegments: 99,
  manyBehind: 99,
};

/** The files of an index with segments, removals and changes that are not in a segment yet. */
async function filesOfIndex(): Promise<ReadonlyMap<string, Uint8Array>> {
  const held = new Map<string, Uint8Array>();
  const index = invertedIndex(memoryFiles(held), { limits: LIMITS });
  for (const [at, document] of [...DOCUMENTS, AGENT].entries())
    await index.update({ put: [document], remove: [], upTo: at + 1 });
  await index.update({ put: DOCUMENTS.slice(0, 1), remove: [AGENT.id], upTo: 9 });
  return new Map(held);
}

/** What is found; undefined where it is said that the index is being made anew. */
async function answers(index: SearchIndex): Promise<string | undefined> {
  try {
    const pages = [
      await ask(index, { node: word('railway'), passages: 2, facets: [{ field: 'person', limit: 9 }] }),
      await ask(index, { node: phrase('treaty of alliance'), passages: 2, years: true }),
      await ask(index, { sort: 'latest' }),
    ];
    const suggested = await index.suggest({ letters: 'te', limit: 5 });
    return JSON.stringify([...pages.map((page) => ({ ...page, facets: [...page.facets] })), suggested]);
  } catch (reason) {
    if (reason instanceof Failure && reason.problem.code === 'index-rebuilding') return undefined;
    throw reason;
  }
}

/** Files of the search index with other bytes in them, cut short, longer, in each other's place, or gone. */
export const indexFiles: Fuzzed = {
  says: 'search index: whatever lies in its files, it answers rightly, or covers less and says so',
  check: async (options) => {
    const files = await filesOfIndex();
    const whole = await answers(invertedIndex(memoryFiles(new Map(files)), { limits: LIMITS }));
    assert.ok(whole);
    const names = [...files.keys()];
    const change = fc.record({
      name: fc.constantFrom(...names),
      how: fc.constantFrom('flip', 'cut', 'grow', 'gone', 'other', 'noise'),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 64 }),
      other: fc.constantFrom(...names),
    });
    return found(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const held = new Map(files);
        for (const one of changes) spoil(held, one);
        const index = invertedIndex(memoryFiles(held), { limits: LIMITS });
        const said = await answers(index);
        if (said !== whole)
          assert.ok((await index.coveredTo()) < 9, 'other answers, and it covers everything');
        await index.update({ put: [...DOCUMENTS], remove: [AGENT.id], upTo: 9 });
        assert.equal((await ask(index, {})).total, DOCUMENTS.length);
        await index.close();
      }),
      options,
    );
  },
  runs: 300,
};

interface Change {
  readonly name: string;
  readonly how: string;
  readonly at: number;
  readonly bytes: Uint8Array;
  readonly other: string;
}

function spoil(held: Map<string, Uint8Array>, { name, how, at, bytes, other }: Change): void {
  const before = held.get(name) ?? new Uint8Array(0);
  const place = Math.floor(at * before.length);
  const after = before.slice();
  if (how === 'gone') held.delete(name);
  else if (how === 'cut') held.set(name, before.slice(0, place));
  else if (how === 'grow') held.set(name, Uint8Array.of(...before, ...bytes));
  else if (how === 'other') held.set(name, held.get(other) ?? before);
  else if (how === 'noise') held.set(name, bytes);
  else {
    for (const [offset, byte] of bytes.entries())
      if (place + offset < after.length) after[place + offset] = (after[place + offset] ?? 0) ^ byte;
    held.set(name, after);
  }
}
