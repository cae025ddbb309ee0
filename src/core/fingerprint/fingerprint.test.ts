import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { BLANK_DOCUMENT } from '../blank-document.ts';
import type { ArchiveDocument } from '../document.ts';
import { parseLanguage } from '../language.ts';
import { blockId, type Block, type Inline } from '../text.ts';
import { printsOf } from './prints.ts';
import { shareOf, sharedText } from './shared-text.ts';
import { likenessOf, tellingTerms, termsToAsk } from './telling-terms.ts';

const english = parseLanguage('en');
assert.ok(english);
const paragraph = (at: number, ...content: readonly Inline[]): Block => ({
  kind: 'paragraph',
  id: blockId(at),
  content,
});
const withBlocks = (blocks: readonly Block[]): ArchiveDocument => ({
  ...BLANK_DOCUMENT,
  renditions: [{ kind: 'transcription', key: 't-en', language: english, text: { blocks, notes: [] } }],
});
const withText = (...paragraphs: readonly string[]): ArchiveDocument =>
  withBlocks(paragraphs.map((text, at) => paragraph(at, text)));

/** Words that nobody has written in this order: the n-th of a text named by a letter. */
const invented = (name: string, from: number, to: number): string =>
  Array.from({ length: to - from }, (_, at) => `${name}${((from + at) * 7919) % 104_729}`).join(' ');
const TEXT = invented('a', 0, 400);
const share = (one: ArchiveDocument, other: ArchiveDocument): number => {
  const shared = sharedText(one, other);
  return shared === undefined ? 0 : shareOf(shared);
};
const inCommon = (one: ArchiveDocument, other: ArchiveDocument): number => {
  const prints = new Set(printsOf(other));
  return printsOf(one).filter((print) => prints.has(print)).length;
};

test('a fingerprint is some whole numbers, in order, each once; of a short text there is none', () => {
  const prints = printsOf(withText(TEXT));
  assert.ok(prints.length >= 12 && prints.length < 40, String(prints.length));
  assert.ok(prints.every((one) => Number.isSafeInteger(one) && one >= 0 && one < 2 ** 48));
  assert.deepEqual(
    prints,
    [...new Set(prints)].toSorted((a, b) => a - b),
  );
  assert.equal(printsOf(withText(invented('a', 0, 40))).length, 12);
  assert.deepEqual(printsOf(withText(invented('a', 0, 39))), []);
  assert.deepEqual(printsOf(BLANK_DOCUMENT), []);
});

test('a very long text has no more prints than its bound', () => {
  const prints = printsOf(withText(invented('a', 0, 90_000)));
  assert.ok(prints.length <= 1_024, String(prints.length));
});

const SAME: readonly (readonly [sentence: string, other: ArchiveDocument])[] = [
  ['case, accents and punctuation', withText(TEXT.toUpperCase().replaceAll(' ', ', '))],
  ['where paragraphs begin', withText(invented('a', 0, 150), invented('a', 150, 400))],
  [
    'headings, greetings and page breaks',
    withBlocks([
      { kind: 'heading', id: blockId(1), level: 1, content: ['Telegram from the office at Stavin'] },
      { kind: 'opener', id: blockId(2), content: ['Stavin, the 3rd of May, 8 in the evening'] },
      paragraph(3, invented('a', 0, 100), { kind: 'page-mark', page: { label: '4' } }, ' '),
      { kind: 'page-break', id: blockId(4), page: { label: '5' } },
      paragraph(5, { kind: 'emphasis', style: 'italic', content: [invented('a', 100, 400)] }),
      { kind: 'closer', id: blockId(6), content: ['Your obedient servant, the Keeper of the Light'] },
    ]),
  ],
];
for (const [sentence, other] of SAME)
  test(`${sentence} make no other text`, () => {
    assert.deepEqual(printsOf(other), printsOf(withText(TEXT)));
    assert.deepEqual(sharedText(withText(TEXT), other), { words: 400, ofOne: 1, ofOther: 1 });
  });

test('what was held back counts neither for nor against', () => {
  const redaction: Inline = { kind: 'redaction', redaction: { words: '[3 lines not declassified]' } };
  const cut = withBlocks([paragraph(1, invented('a', 0, 190), redaction, invented('a', 210, 400))]);
  assert.deepEqual(sharedText(cut, withText(TEXT)), { words: 380, ofOne: 1, ofOther: 0.95 });
});

test('an excerpt is known in what holds it, and the other way round', () => {
  const excerpt = withText(invented('a', 100, 300));
  const whole = withText(invented('b', 0, 3_000), TEXT, invented('c', 0, 3_000));
  assert.ok(inCommon(excerpt, whole) > 0);
  const shared = sharedText(excerpt, whole);
  assert.ok(shared);
  assert.equal(shared.ofOne, 1);
  assert.equal(shared.words, 200);
  assert.equal(shared.ofOther, 200 / 6_400);
});

test('texts of other words have nothing in common, nor have short ones', () => {
  assert.equal(sharedText(withText(TEXT), withText(invented('b', 0, 400))), undefined);
  assert.equal(inCommon(withText(TEXT), withText(invented('b', 0, 400))), 0);
  const short = withText('Accept, Sir, the renewed assurances of my highest consideration.');
  assert.equal(sharedText(short, short), undefined);
});

test('the rendition that has most in common decides, a translation too', () => {
  const [first] = withText(invented('b', 0, 100)).renditions;
  assert.ok(first?.kind === 'transcription');
  const text = { blocks: [paragraph(1, TEXT)], notes: [] };
  const translated: ArchiveDocument = {
    ...BLANK_DOCUMENT,
    renditions: [first, { kind: 'translation', key: 't-en-1', language: english, text }],
  };
  assert.equal(share(translated, withText(TEXT)), 1);
});

test('a few altered words leave most of a text what it was', () => {
  const altered = fc.uniqueArray(fc.nat(399), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(altered, (places) => {
      const words = TEXT.split(' ');
      for (const place of places) words[place] = `slip${place}`;
      const other = withText(words.join(' '));
      assert.ok(share(withText(TEXT), other) >= 1 - (places.length * 8) / 400);
      assert.ok(inCommon(withText(TEXT), other) > 0);
    }),
    { numRuns: 100, seed: 5 },
  );
});

test('scripts without spaces are compared by their characters', () => {
  const signs = Array.from({ length: 300 }, (_, at) => String.fromCharCode(0x4e00 + ((at * 7919) % 5_000)));
  const whole = withText(signs.join(''));
  const part = withText(signs.slice(50, 200).join(''));
  assert.ok(inCommon(whole, part) > 0);
  assert.ok(share(whole, part) > 0.9);
});

test('the words that tell are those that stand often here and seldom elsewhere', () => {
  const passages = [
    { field: 'title', text: 'The lantern of Stavin' },
    {
      field: 'text',
      text: 'The lantern and the harbour, the harbour and 1945, with which the government agreed.',
    },
    { field: 'name', text: 'Keeper of the Light' },
  ] as const;
  const asked = termsToAsk(passages);
  assert.deepEqual(
    asked.find(([term]) => term === 'lantern'),
    ['lantern', 4],
  );
  for (const never of ['keeper', '1945', 'the', 'of'])
    assert.ok(!asked.some(([term]) => term === never), never);
  const bearers: Readonly<Record<string, number>> = { lantern: 3, harbour: 20, government: 900, stavin: 1 };
  const telling = tellingTerms(asked, (term) => bearers[term] ?? 800, 1_000);
  assert.deepEqual(
    telling.map(({ term }) => term),
    ['lantern', 'harbour'],
  );
});

test('likeness is the part of the telling words that is shared; three are chance', () => {
  const telling = ['a', 'b', 'c', 'd', 'e'].map((term) => ({ term, weight: 2 }));
  assert.equal(
    likenessOf(telling, () => true),
    1,
  );
  assert.equal(
    likenessOf(telling, (at) => at > 0),
    0.8,
  );
  assert.equal(
    likenessOf(telling, (at) => at > 1),
    undefined,
  );
  assert.equal(
    likenessOf([], () => true),
    undefined,
  );
});
