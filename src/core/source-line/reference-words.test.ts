import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayBeginReference, readAskedReference, referenceAt } from './reference-words.ts';

const READ: readonly (readonly [text: string, read: string])[] = [
  ['RGASPI, f. 558, op. 11, d. 97, ll. 67-70', 'RGASPI: fonds 558, inventory 11, file 97, leaf 67-70'],
  ['rgaspi f.558 op.11 d.97', 'rgaspi: fonds 558, inventory 11, file 97'],
  ['АВПРФ ф.100 оп.40 п.248', 'АВПРФ: fonds 100, inventory 40, folder 248'],
  ['фонд 17 опись 162', 'fonds 17, inventory 162'],
  ['GARF f. R-5446 op. 2', 'GARF: fonds R-5446, inventory 2'],
  ['f. 558', 'fonds 558'],
  ['RG 59 611.93/7-2255', 'record-group 59, decimal 611.93/7-2255'],
  ['RG59, lot 63D351', 'record-group 59, lot 63D351'],
  ['611.93/7–2255 Clough', 'decimal 611.93/7–2255 |  Clough'],
  ['893.24/1526', 'decimal 893.24/1526'],
  ['501.BC Indonesia/2–349', 'decimal 501.BC Indonesia/2–349'],
  ['Department of State, Central Files, 611.93/8–255', 'Department of State: decimal 611.93/8–255'],
  ['NARA, RG 59, Central Files 1955-60, 611.93/8–255', 'NARA: record-group 59, decimal 611.93/8–255'],
  ['Truman Library, Papers of Dean Acheson, box 67', 'Truman Library: container 67'],
  ['box 183', 'container 183'],
  ['Box 183, folder 2 Stalin', 'container 183, folder 2 |  Stalin'],
  ['FO 371/127456', 'series FO 371/127456'],
  ['SAPMO-BArch, DY 30/3387, Bl. 3-5', 'SAPMO-BArch: series DY 30/3387, leaf 3-5'],
  ['PA AA, B 12, Bd. 3', 'PA AA: file 3'],
  ['M-KS 276', 'fonds M-KS 276'],
  ['全宗号 2 目录号 5', 'fonds 2, inventory 5'],
  ['PRC FMA 105-00167-02', 'PRC FMA: file 105-00167-02'],
  ['분류번호 725.1', 'decimal 725.1'],
  // what may be anything's
  ...['op. 11', 'p. 5', 'd. 97', 'F 5', 'fall 1950', 'Stalin, p. 5', '12/7/45', '1945/46', 'CIA'].map(
    (text) => [text, 'none'] as const,
  ),
  ...[
    'box office',
    'file cabinet',
    'page 5',
    'roll call',
    'Boxer 18',
    '第3页',
    'folder',
    'list 5 people',
  ].map((text) => [text, 'none'] as const),
];

for (const [text, read] of READ)
  test(`a reference in words: ${text}`, () => {
    const found = referenceAt(text, 0);
    if (found === undefined) return assert.equal('none', read);
    const { repository, steps } = found.asked;
    const path = steps.map(({ level, code }) => `${level} ${code}`).join(', ');
    const rest = text.slice(found.end);
    const said = `${repository === undefined ? '' : `${repository}: `}${path}${rest === '' ? '' : ` | ${rest}`}`;
    assert.equal(said, read);
  });

test('a whole text is a reference only if nothing is left over', () => {
  assert.equal(readAskedReference('f. 558,  op. 11.')?.words, 'f. 558, op. 11');
  assert.equal(readAskedReference('f. 558, op. 11, and more'), undefined);
});

test('of a long text no more is looked at than a reference has', () => {
  const found = referenceAt('op. 1, d. 2; '.repeat(200), 0);
  assert.ok(found !== undefined && found.asked.steps.length <= 10);
});

test('a word that may begin a reference is known', () => {
  const begins = 'f. Box op RG 611.93/7-2255 Department FO f.5'
    .split(' ')
    .filter((word) => !mayBeginReference(word));
  assert.deepEqual(begins, []);
  assert.equal(mayBeginReference('Stalin'), false);
  assert.equal(mayBeginReference('treaty'), false);
});
