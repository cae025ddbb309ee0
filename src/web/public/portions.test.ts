import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageFinder } from '../../core/facsimile/page-of-mark.ts';
import { parseLanguage, UNDETERMINED } from '../../core/language.ts';
import type { Facsimile } from '../../core/rendition.ts';
import { blockId, type Block } from '../../core/text.ts';
import type { Article } from './articles.ts';
import { portionsOf, WHOLE_CHARACTERS, WHOLE_PAGES, type Portion } from './portions.ts';
import { piecesOf } from './rows.ts';

const paragraph = (n: number, text: string): Block => ({
  kind: 'paragraph',
  id: blockId(n),
  content: [text],
});
const leaf = (n: number, label: string): Block => ({ kind: 'page-break', id: blockId(n), page: { label } });

function articleOf(blocks: readonly Block[]): Article {
  const pieces = piecesOf(blocks);
  const rendition = {
    kind: 'transcription' as const,
    key: 't',
    language: parseLanguage('en') ?? UNDETERMINED,
    text: { blocks, notes: [] },
  };
  return {
    columns: [{ rendition, at: 0, name: 'English', shortName: 'English', isShown: true }],
    pieces: [pieces],
    beside: [],
    starts: pieces.map((_, at) => at),
    isMain: true,
  };
}

const scanOf = (labels: readonly string[]): Facsimile => ({
  kind: 'facsimile',
  key: 's1',
  pages: labels.map((label) => ({
    label,
    image: { digest: 'sha256:00', mediaType: 'image/jpeg', widthPx: 10, heightPx: 10 },
  })),
});

const portions = (blocks: readonly Block[], scan?: Facsimile): readonly Portion[] => {
  const scans = scan === undefined ? [] : [scan];
  const articles = blocks.length === 0 ? [] : [articleOf(blocks)];
  return portionsOf(
    articles,
    scans,
    scans.map(({ pages }) => pageFinder(pages)),
  );
};

/** So many pages of 2,000 characters, each with its mark. */
const pagesOfText = (count: number): readonly Block[] =>
  Array.from({ length: count }, (_, at) => [
    leaf(at * 3 + 1, String(at + 1)),
    paragraph(at * 3 + 2, 'a'.repeat(1000)),
    paragraph(at * 3 + 3, 'b'.repeat(1000)),
  ]).flat();
const labels = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => String(at + 1));

/** Each begins where the one before ended, from 0 to the end. */
function assertWhole(ranges: readonly (readonly [number, number] | undefined)[], end: number): void {
  let at = 0;
  for (const [from, to] of ranges.map((range) => range ?? [Number.NaN, Number.NaN])) {
    assert.equal(from, at);
    assert.ok(to >= from);
    at = to;
  }
  assert.equal(at, end);
}

test('a document of usual length is one portion, whatever it has', () => {
  assert.equal(portions([]).length, 1);
  assert.equal(portions(pagesOfText(WHOLE_CHARACTERS / 2000), scanOf(labels(80))).length, 1);
  assert.equal(portions([paragraph(1, 'x'.repeat(WHOLE_CHARACTERS))]).length, 1);
  assert.equal(portions([], scanOf(labels(WHOLE_PAGES))).length, 1);
});

test('a long text is cut where pages begin, and nothing of it is lost or said twice', () => {
  const blocks = pagesOfText(300);
  const cut = portions(blocks, scanOf(labels(300)));
  assert.ok(cut.length > 15 && cut.length < 30, String(cut.length));
  assertWhole(
    cut.map(({ rows }) => rows[0]),
    blocks.length,
  );
  assertWhole(
    cut.map(({ pages }) => pages[0]),
    300,
  );
  for (const { rows } of cut) assert.equal(blocks[rows[0]?.[0] ?? -1]?.kind, 'page-break');
});

test('page images go with the text that their marks stand in', () => {
  const cut = portions(pagesOfText(300), scanOf(labels(300)));
  for (const { rows, pages } of cut) assert.equal((rows[0]?.[0] ?? 0) / 3, pages[0]?.[0]);
});

test('where no mark means a page image, each portion has its share of them', () => {
  const scan = scanOf(labels(300).map((label) => `image ${label}`));
  const cut = portions(pagesOfText(300), scan);
  assertWhole(
    cut.map(({ pages }) => pages[0]),
    300,
  );
  assert.ok(cut.every(({ pages }) => (pages[0]?.[1] ?? 0) - (pages[0]?.[0] ?? 0) <= 40));
});

test('many page images without a text are cut, too', () => {
  const cut = portions([], scanOf(labels(1000)));
  assert.equal(cut.length, 25);
  assertWhole(
    cut.map(({ pages }) => pages[0]),
    1000,
  );
});

test('one block that is longer than any portion stays whole', () => {
  const cut = portions([paragraph(1, 'x'.repeat(300_000)), paragraph(2, 'after it')]);
  assert.deepEqual(
    cut.map(({ rows }) => rows[0]),
    [
      [0, 1],
      [1, 2],
    ],
  );
});

test('a note goes with its mark; one without a mark stands in the first portion', () => {
  const marked: Block = {
    kind: 'paragraph',
    id: blockId(5000),
    content: ['here', { kind: 'note-mark', note: blockId(6000), label: '1' }],
  };
  const cut = portions([...pagesOfText(200), marked]);
  const shows = (note: number): readonly number[] =>
    cut.flatMap(({ hasNote }, at) => (hasNote(blockId(note)) ? [at] : []));
  assert.deepEqual(shows(6000), [cut.length - 1]);
  assert.deepEqual(shows(6001), [0]);
});
