import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEdtf } from '../../core/date/edtf.ts';
import { blockId, EDITORIAL_MARKS, type Inline } from '../../core/text.ts';
import { en } from '../../words/en.ts';
import { inlineMarkup } from './inline.ts';
import { legendHtml, type Sign } from './legend.ts';
import type { TextContext } from './text.ts';

const contextWith = (used: Set<Sign>, isMachine = false): TextContext => ({
  words: en,
  address: () => '/',
  links: new Map(),
  mention: () => undefined,
  fileAddress: () => '/',
  headingLevel: 2,
  seen: new Set(),
  placed: new Set(),
  used,
  isMachine,
});

/** What is written of inlines, and the signs that were used. */
function written(
  content: readonly Inline[],
  isMachine = false,
): { readonly text: string; readonly used: readonly Sign[] } {
  const used = new Set<Sign>();
  return { text: inlineMarkup(content, contextWith(used, isMachine)), used: [...used] };
}

for (const mark of EDITORIAL_MARKS)
  test(`${mark} says what it is to those who hear or point at it, and is explained`, () => {
    const { text, used } = written([{ kind: 'mark', mark, note: 'in <red>', content: ['word'] }]);
    assert.ok(text.includes(`title="${en.text.marks[mark]}: in &lt;red&gt;"`), text);
    assert.deepEqual(used, [mark]);
    const legend = legendHtml(en, new Set(used)).text;
    assert.ok(legend.includes(`<dd>${en.text.marks[mark]}</dd>`));
    assert.equal(legend.match(/<dt/g)?.length, 1, 'no other sign is explained');
  });

test('what a machine could hardly read, it doubts', () => {
  const unclear: Inline = { kind: 'mark', mark: 'unclear', content: ['word'] };
  assert.deepEqual(written([unclear], true).used, ['doubtful']);
  assert.ok(written([unclear], true).text.includes(en.reading.doubtful));
});

test('an uncertain date says so; a certain one is left alone', () => {
  const date = (edtf: string): readonly Inline[] => {
    const read = parseEdtf(edtf);
    assert.ok(read);
    return [{ kind: 'date', date: read, content: ['then'] }];
  };
  assert.deepEqual(written(date('1957-11?')).used, ['uncertain-date']);
  assert.equal(written(date('1957-11')).text, 'then');
});

test('a redaction and what was opened since are two signs', () => {
  const redaction = { words: '2 lines' };
  assert.deepEqual(written([{ kind: 'redaction', redaction }]).used, ['redaction']);
  const opened = { ...redaction, shownLater: { release: 'r2', words: 'two lines' } };
  assert.deepEqual(written([{ kind: 'redaction', redaction: opened }]).used, ['restored']);
});

test('a text without signs has no list of them', () => {
  const { text, used } = written(['plain', { kind: 'note-mark', note: blockId(1), label: '1' }]);
  assert.match(text, /plain/);
  assert.equal(legendHtml(en, new Set(used)).text, '');
});
