import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apart, bracketed, dated, described, NOBODY, settleMarks, unmarked } from './marks.ts';
import { plainRuns, runsOf } from './runs.ts';

const cases: readonly (readonly [says: string, written: string, expected: string, inBrackets?: boolean])[] = [
  ['a description has no marks', `“${described('Record of a talk')},” 1957`, 'Record of a talk, 1957'],
  ['nor slant', `<i>${described('Record of a talk')}</i>. 1957`, 'Record of a talk. 1957'],
  ['in APA it has brackets', `<i>${described('Record')}</i>. 1957`, '[Record]. 1957', true],
  ['and round ones within', `${described('Cable [via X]')}.`, '[Cable (via X)].', true],
  [
    'a translation stands behind a title',
    `“Bericht${bracketed('Report')},” 1957`,
    '“Bericht” [Report], 1957',
  ],
  ['and is not slanted', `<i>Bericht${bracketed('Report')}</i>.`, '<i>Bericht</i> [Report].'],
  ['its own quotation marks stay', `“Bericht${bracketed('The “Pilot”')},”`, '“Bericht” [The “Pilot”],'],
  ['a date stands behind a title', `“Letter${dated('July 2, 1955')},” in`, '“Letter,” July 2, 1955, in'],
  ['nobody is not named', `${NOBODY}. Title. In Book.`, 'Title. In Book.'],
  ['nor in APA', `${NOBODY}. (1986). Title. In Book.`, 'Title. (1986). In Book.', true],
  [
    'a second container is a sentence',
    `Akte 112, <i>${apart('Archive')}</i>, https`,
    'Akte 112. <i>Archive</i>, https',
  ],
];
for (const [says, written, expected, inBrackets = false] of cases)
  test(says, () => assert.equal(settleMarks(written, { inBrackets }), expected));

test('what looks like markup, and an apostrophe that closes no mark, stand as they are given', () => {
  for (const title of ['the keepers’ <b>lamps</b>', 'Rapport sur l’« affaire »', 'a < b']) {
    const went = described(title);
    assert.doesNotMatch(went.replace(/<\/?span[^>]*>/g, ''), /[<>’]/);
    assert.equal(plainRuns(runsOf(settleMarks(went, { inBrackets: false }))), title);
  }
  const unread = '&#60;span class="nocase"&#62;5 feet&#60;/span&#62;';
  assert.equal(settleMarks(unread, { inBrackets: false }), '5 feet');
});

test('straight single marks in a pair are curled both, an apostrophe within them too', () => {
  const cases: readonly (readonly [given: string, said: string])[] = [
    ["Memo, 'Far Eastern Conversations'", 'Memo, ‘Far Eastern Conversations’'],
    ["'The keeper's lamp', a report", '‘The keeper’s lamp’, a report'],
    ["The ships' log and the pilots' book", 'The ships’ log and the pilots’ book'],
    ["Winter of '56", "Winter of '56"],
  ];
  for (const [given, said] of cases)
    assert.equal(plainRuns(runsOf(settleMarks(described(given), { inBrackets: false }))), said);
});

test('no mark is ever left', () => {
  const loose = `\uE010${described('x')}\uE013 y ${bracketed('z')}\uE014`;
  assert.doesNotMatch(settleMarks(loose, { inBrackets: false }), /[\uE010-\uE019]/);
  assert.equal(unmarked('a\uE010b\uE019'), 'ab');
});

test('markup is read as text: slant, entities, and nothing else', () => {
  const runs = runsOf('A &#38; <i>B &lt;b&gt;</i><script>x</script> &amp; c');
  assert.deepEqual(runs, [
    { text: 'A & ', isItalic: false },
    { text: 'B <b>', isItalic: true },
    { text: 'x & c', isItalic: false },
  ]);
  assert.equal(plainRuns(runs), 'A & B <b>x & c');
});
