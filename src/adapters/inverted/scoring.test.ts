import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chanceOf } from '../../../test/kill/chance.ts';
import type { QueryNode, PassageField } from '../../core/query.ts';
import type { SearchDocument } from '../../core/search-document.ts';
import { and, ask, documentOf, or, phrase, prefix, variants, word } from '../../ports/search-index.corpus.ts';
import { openFts5Index } from '../fts5/search-index.ts';
import { memoryFiles } from './memory-files.ts';
import { invertedIndex } from './search-index.ts';

const chance = chanceOf(11);
/** A word by chance, common ones far more often than rare ones. */
const anyWord = (): string => `w${Math.floor(300 ** chance())}x`;
const words = (count: number): string => Array.from({ length: count }, anyWord).join(' ');
const DOCUMENTS: readonly SearchDocument[] = Array.from({ length: 9_000 }, (_, n) =>
  documentOf(
    {
      title: words(1 + Math.floor(chance() * 5)),
      text: [words(Math.floor(chance() * 30)), words(3)],
      ...(chance() < 0.3 ? { note: words(4) } : {}),
    },
    n,
  ),
);

const WEIGHT: Readonly<Record<PassageField, number>> = {
  title: 12,
  summary: 6,
  text: 2,
  note: 1,
  source: 2,
  number: 8,
  name: 6,
  variant: 6,
};
const cut = DOCUMENTS.map(({ passages }) =>
  passages.flatMap(({ field, text }) =>
    text
      .split(' ')
      .filter(Boolean)
      .map((term) => ({ term, weight: WEIGHT[field] })),
  ),
);
const lengths = cut.map((terms) => terms.reduce((sum, { weight }) => sum + weight, 0));
const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
const bearers = (term: string): number =>
  cut.filter((terms) => terms.some((one) => one.term === term)).length;

/** BM25F as a book has it, of one document and terms that count as one word. */
function scoreOf(at: number, isMeant: (term: string) => boolean, known: number): number {
  const weight = (cut[at] ?? []).reduce((sum, one) => sum + (isMeant(one.term) ? one.weight : 0), 0);
  const rare = Math.log(1 + (DOCUMENTS.length - known + 0.5) / (known + 0.5));
  return (rare * weight * 2.2) / (weight + 1.2 * (0.25 + (0.75 * (lengths[at] ?? 0)) / average));
}
const wordScore = (term: string): ((at: number) => number) => {
  const known = bearers(term);
  return (at) => scoreOf(at, (one) => one === term, known);
};

/** The best of all documents, each of them scored. */
function bestOf(score: (at: number) => number): readonly string[] {
  return DOCUMENTS.map((document, at) => ({ document, score: score(at) }))
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score || (a.document.dateKey < b.document.dateKey ? -1 : 1))
    .slice(0, 20)
    .map(({ document, score: found }) => `${document.id} ${found.toFixed(9)}`);
}

const CASES: readonly (readonly [sentence: string, node: QueryNode, score: (at: number) => number])[] = [
  ['a common word', word('w1x'), wordScore('w1x')],
  ['a rare word', word('w250x'), wordScore('w250x')],
  ['either of three', or(word('w1x'), word('w40x'), word('w299x')), sum('w1x', 'w40x', 'w299x')],
  ['both of two', and(word('w2x'), word('w30x')), both('w2x', 'w30x')],
  ['words that begin so', prefix('w2'), begun('w2')],
  [
    'the best of two ways',
    variants(word('w20x'), word('w3x')),
    (at) => Math.max(wordScores.w20x(at), wordScores.w3x(at) / 2),
  ],
];
function sum(...terms: readonly string[]): (at: number) => number {
  const scores = terms.map(wordScore);
  return (at) => scores.reduce((total, score) => total + score(at), 0);
}
function both(one: string, other: string): (at: number) => number {
  const [a, b] = [wordScore(one), wordScore(other)];
  return (at) => (a(at) > 0 && b(at) > 0 ? a(at) + b(at) : 0);
}
function begun(letters: string): (at: number) => number {
  const isMeant = (term: string): boolean => term.startsWith(letters);
  const terms = [...new Set(cut.flat().map(({ term }) => term))].filter(isMeant);
  const known = Math.min(
    DOCUMENTS.length,
    terms.reduce((total, term) => total + bearers(term), 0),
  );
  return (at) => scoreOf(at, isMeant, known);
}
const wordScores = { w20x: wordScore('w20x'), w3x: wordScore('w3x') };

test('the best are those that scoring every document finds, in one segment and in many', async () => {
  for (const deltaUnits of [1 << 30, 60_000]) {
    const limits = {
      deltaUnits,
      behindUnits: deltaUnits,
      mergeAtOnceBytes: 0,
      mostSegments: 99,
      manySegments: 99,
      manyBehind: 99,
    };
    const index = invertedIndex(memoryFiles(), { limits });
    for (let from = 0; from < DOCUMENTS.length; from += 1_500)
      await index.update({ put: DOCUMENTS.slice(from, from + 1_500), remove: [], upTo: from + 1 });
    for (const [sentence, node, score] of CASES) {
      const { hits } = await ask(index, { node, limit: 20 });
      const found = hits.map(({ id, score: own }) => `${id} ${own.toFixed(9)}`);
      assert.deepEqual(found, bestOf(score), sentence);
    }
    await index.close();
  }
});

test('of the first ten most are among the first twenty of FTS5, which weighs fields otherwise', async () => {
  const [ours, fts5] = [invertedIndex(memoryFiles()), openFts5Index(':memory:')];
  const few = DOCUMENTS.slice(0, 1_200);
  for (const index of [ours, fts5]) await index.update({ put: few, remove: [], upTo: 1 });
  let [met, all] = [0, 0];
  for (let n = 0; n < 40; n++) {
    const node = [
      word(anyWord()),
      and(word(anyWord()), word(anyWord())),
      or(word(anyWord()), phrase(words(2))),
    ][n % 3];
    if (node === undefined) continue;
    const first = (await ask(ours, { node, limit: 10 })).hits.map(({ id }) => id);
    const theirs = new Set((await ask(fts5, { node, limit: 20 })).hits.map(({ id }) => id));
    met += first.filter((id) => theirs.has(id)).length;
    all += first.length;
  }
  assert.ok(met / all > 0.8, `${met} of ${all}`);
  await fts5.close();
});
