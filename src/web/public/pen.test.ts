import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyText } from '../../../test/support/any-text.ts';
import { joined, wordingOf } from '../../core/difference/wording.ts';
import { passagesOf, plainInline } from '../../core/text.ts';
import { en } from '../../words/en.ts';
import { penFor, type Stroke } from './pen.ts';
import { quotedBlock } from './quoted.ts';
import type { TextContext } from './text.ts';

const stroke = (from: number, to: number): Stroke => ({ from, to, open: '<i>', close: '</i>', end: '!' });

test('a stretch that goes over several strings is marked in each, and ends once', () => {
  const pen = penFor('He ate seven pastries.', [stroke(3, 18)]);
  assert.equal(pen.write('He ate '), 'He <i>ate </i>');
  assert.equal(pen.write('seven'), '<i>seven</i>');
  assert.equal(pen.write(' pastries.'), '<i> pastr</i>!ies.');
});

test('what is passed over is not written, and lines are found', () => {
  const pen = penFor('By 2 lines\nwho & all', [stroke(11, 14)]);
  assert.equal(pen.write('By '), 'By ');
  pen.pass('2 lines');
  assert.equal(pen.write('who & all'), '<i>who</i>! &amp; all');
});

test('what does not stand there is written plainly', () =>
  assert.equal(penFor('one', [stroke(0, 3)]).write('<two>'), '&lt;two&gt;'));

const context = (pen: TextContext['pen']): TextContext => ({
  words: en,
  address: () => '/',
  links: new Map(),
  mention: () => undefined,
  fileAddress: (digest) => `/${digest}`,
  headingLevel: 2,
  seen: new Set(),
  placed: new Set(),
  ...(pen === undefined ? {} : { pen }),
});

test('every string of any text is found in its wording, in the order in which it is written', () => {
  fc.assert(
    fc.property(anyText, ({ blocks }) => {
      const wording = joined(blocks.map(wordingOf));
      const written: string[] = [];
      const all = stroke(0, wording.text.length);
      const pen = penFor(wording.text, [{ ...all, open: '\u0001', close: '\u0002', end: '' }]);
      for (const block of blocks) written.push(quotedBlock(block, context(pen)));
      const marked = [...written.join('').matchAll(/\u0001([^\u0002]*)\u0002/g)]
        .map(([, words]) => words)
        .join('');
      const held = new Set(
        wording.held.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, n) => from + n)),
      );
      const expected = [...wording.text].length === 0 ? '' : lettersBut(wording.text, held);
      assert.equal(
        marked.replace(/&amp;|&lt;|&gt;/g, '').replace(/[\s·]/g, ''),
        expected.replace(/[&<>\s·]/g, ''),
      );
    }),
    { seed: 4, numRuns: 200 },
  );
});

const lettersBut = (text: string, held: ReadonlySet<number>): string =>
  Array.from({ length: text.length }, (_, at) => (held.has(at) ? '' : text[at])).join('');

test('the wording of a block has the words of its passages', () => {
  fc.assert(
    fc.property(anyText, ({ blocks }) => {
      const plain = (text: string): string => text.replace(/[\s·]+/g, '');
      for (const block of blocks)
        assert.equal(
          plain(wordingOf(block).text),
          plain([...passagesOf([block])].map(({ text }) => text).join('')),
        );
      assert.equal(plainInline([]), '');
    }),
    { seed: 4, numRuns: 100 },
  );
});
