import { test } from 'node:test';
import assert from 'node:assert/strict';
import { namedDocuments } from './named-documents.ts';
import { toldIn, toldOfAnchor } from './told-documents.ts';
import { readCitation } from './cited-sources.ts';

const NAMED: readonly (readonly [words: string, ...titles: string[]])[] = [
  ['See telegram 217 from New Delhi, August 1', 'Telegram 217 from New Delhi, August 1'],
  ['the Embassy’s despatch No. 1255, June 12', 'Embassy’s despatch 1255, June 12'],
  ['in Deptel 849', 'Deptel 849'],
  ['Polto 2006, May 3', 'Polto 2006, May 3'],
  ['contained in Stockholm’s 878 of April 6', 'Telegram 878 from Stockholm, April 6'],
  ['circular telegram 49, July 7', 'Circular telegram 49, July 7'],
  ['Rusk’s letter of May 3 and telegram 5 to Paris', 'Rusk’s letter of May 3', 'Telegram 5 to Paris'],
  ['a September 9 memorandum from Churchill', 'September 9 memorandum from Churchill'],
  [
    'a memorandum from Haig to Kennedy, dated August 19, 1972',
    'Memorandum from Haig to Kennedy, dated August 19, 1972',
  ],
  [
    'a handwritten note from the President to Watson in advance',
    'Handwritten note from the President to Watson',
  ],
  ['a telegram from the field'],
  ['the letter was long'],
  ['message 3'],
  ['25 percent of the memorandum'],
  ['a report of the meeting'],
];
for (const [words, ...titles] of NAMED)
  test(`"${words}" names ${titles.length === 0 ? 'nothing' : titles.join('; ')}`, () =>
    assert.deepEqual(
      namedDocuments(words).map((one) => one.title),
      titles,
    ));

const TOLD: readonly (readonly [note: string, ...told: string[]])[] = [
  [
    'Telegram 217 from New Delhi, August 1, not printed.',
    'Telegram 217 from New Delhi, August 1 not-printed',
  ],
  [
    'Telegram 217 from New Delhi, August 1, in which Cooper reported on the talks, is not printed.',
    'Telegram 217 from New Delhi, August 1 not-printed',
  ],
  [
    'No copy of telegram 217 from New Delhi, August 1, has been found in Department of State files.',
    'Telegram 217 from New Delhi, August 1 not-found',
  ],
  [
    'Attached but not printed at Tab H is telegram 51229 to Moscow, April 3.',
    'Telegram 51229 to Moscow, April 3 not-printed',
  ],
  [
    'Letter to Chinese Ambassador, dated July 23, 1943, missing from Department files.',
    'Letter to Chinese Ambassador, dated July 23, 1943 not-found',
  ],
  ['The attachment to telegram 217 from New Delhi, August 1, is not printed.'],
  ['The draft forwarded in telegram 217 from New Delhi, August 1, has not been found.'],
  ['Telegram 217 from New Delhi, August 1, was not found to be of use.'],
  ['The memorandum of May 3 is printed as Document 4; its annex is not printed.'],
  ['Telegram 217 from New Delhi, August 1, is printed as Document 12.'],
  ['Not printed.'],
];
for (const [note, ...told] of TOLD)
  test(`"${note}" tells of ${told.length === 0 ? 'none' : told.join('; ')}`, () =>
    assert.deepEqual(
      toldIn(note).map((one) => `${one.named.title} ${one.reason}`),
      told,
    ));

const ANCHORED: readonly (readonly [note: string, said: string | undefined])[] = [
  ['Not printed.', 'not-printed'],
  ['Not found in Department files.', 'not-found'],
  ['Dated Oct. 1, not printed. (794C.022/10–152)', 'not-printed Oct. 1'],
  ['Attached but not printed.', 'not-printed'],
  ['Not found attached; see Document 165.', undefined],
  ['Not printed; see Document 12.', undefined],
  ['Enclosure not printed.', undefined],
  ['Handwritten.', undefined],
];
for (const [note, said] of ANCHORED)
  test(`at its mark, "${note}" says ${said ?? 'nothing of it'}`, () => {
    const found = toldOfAnchor(note);
    const shown = found && [found.reason, found.dateWords].filter((one) => one !== undefined).join(' ');
    assert.equal(shown, said);
  });

test('ibid. goes on from the citation before it where it is clear', () => {
  const first = readCitation('Department of State, Central Files, 611.93/8–155', undefined);
  assert.deepEqual(
    readCitation('Ibid., 611.93/8–255', first)?.steps.map((step) => step.code),
    ['Central Files', '611.93/8–255'],
  );
  assert.equal(readCitation('Ibid.', first), first);
  assert.equal(readCitation('Ibid., Tab A', first), undefined);
  assert.equal(readCitation('Ibid., 611.93/8–255', undefined), undefined);
  assert.equal(readCitation('see below', first), undefined);
});
