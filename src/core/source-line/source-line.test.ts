import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReferencePath } from '../source.ts';
import { printReference, readReference } from './path.ts';
import { readSourceLine } from './read-source-line.ts';
import { knownRepository } from './repositories.ts';
import { bindRepositories, repositoryKey } from './repository-stub.ts';

/** A path in short: "RGASPI: fonds f. 558 > leaf ll. 67-70". */
const short = (path: ReferencePath<never> | undefined): string =>
  path === undefined
    ? '-'
    : `${path.repositoryName}: ${path.steps
        .map(({ level, label, code }) => [level, label, code].filter((part) => part !== undefined).join(' '))
        .join(' > ')}`;

const PATHS: readonly (readonly [line: string, path: string, printed?: string])[] = [
  [
    'RGASPI, f. 558, op. 11, d. 97, ll. 67-70',
    'RGASPI: fonds f. 558 > inventory op. 11 > file d. 97 > leaf ll. 67-70',
  ],
  [
    'AVPRF f.100, op.40, por.4, pap.248',
    'AVPRF: fonds f. 100 > inventory op. 40 > portfolio por. 4 > folder pap. 248',
    'AVPRF, f. 100, op. 40, por. 4, pap. 248',
  ],
  [
    'AVPRF, f. 0100, op. 46, p. 362, d. 12, ll. 1-5, 9 ob.',
    'AVPRF: fonds f. 0100 > inventory op. 46 > folder p. 362 > file d. 12 > leaf ll. 1-5, 9 ob.',
  ],
  ['АВП РФ, ф. 45, оп. 1, д. 329, л. 8', 'АВП РФ: fonds ф. 45 > inventory оп. 1 > file д. 329 > leaf л. 8'],
  [
    'Staatsarchiv Brandsee, Best. AfÄ, Akte 112/a, Bl. 94',
    'Staatsarchiv Brandsee: collection Best. AfÄ > series Akte 112/a > leaf Bl. 94',
  ],
  ['RGANI, fond 5, opis 30, delo 3', 'RGANI: fonds fond 5 > inventory opis 30 > file delo 3'],
  [
    'National Archives, RG 59, Central Files 1955-60, 611.93/7-2255',
    'National Archives: record-group RG 59 > series Central Files 1955-60 > decimal 611.93/7-2255',
  ],
  [
    'Department of State, Central Files, 611.93/8–255',
    'Department of State: series Central Files > decimal 611.93/8–255',
  ],
  [
    'National Archives, RG 59, Central Files 1970–73, POL CHICOM–US',
    'National Archives: record-group RG 59 > series Central Files 1970–73 > decimal POL CHICOM–US',
  ],
  ['893.24/1526', 'Department of State: decimal 893.24/1526', 'Department of State, 893.24/1526'],
  [
    'Department of State, S/S–NSC Files: Lot 63 D 351, NSC 5503 Series',
    'Department of State: collection S/S–NSC Files > lot Lot 63 D 351 > folder NSC 5503 Series',
    'Department of State, S/S–NSC Files, Lot 63 D 351, NSC 5503 Series',
  ],
  [
    'Kennedy Library, National Security Files, Countries Series, USSR, box 183',
    'Kennedy Library: collection National Security Files > series Countries Series > subseries USSR > container box 183',
  ],
  [
    'Johnson Library, National Security File, Country File, USSR, Vol. XX',
    'Johnson Library: collection National Security File > series Country File > subseries USSR, Vol. XX',
  ],
  [
    'National Archives, Nixon Presidential Materials, NSC Files, Box 849, China Exchanges, July 1971–Oct 20, 1971',
    'National Archives: collection Nixon Presidential Materials > series NSC Files > container Box 849 > folder China Exchanges, July 1971–Oct 20, 1971',
  ],
  [
    'Central Intelligence Agency, Job 79–01025A, Box 6, Folder 5',
    'Central Intelligence Agency: lot Job 79–01025A > container Box 6 > folder Folder 5',
  ],
  ['TNA, FO 371/127456', 'TNA: series FO 371 > file / 127456'],
  ['PA AA, B 130, Bd. 2303A', 'PA AA: fonds B 130 > file Bd. 2303A'],
  ['BArch, DY 30/3387, Bl. 12–15', 'BArch: fonds DY 30 > file / 3387 > leaf Bl. 12–15'],
  ['SAPMO-BArch, DY 30, J IV 2/2/449', 'SAPMO-BArch: fonds DY 30 > collection J IV 2/2/449'],
  ['AAN, KC PZPR, XI A/30, k. 5-6', 'AAN: collection KC PZPR > series XI A/30 > leaf k. 5-6'],
  ['MOL, XIX-J-1-j, 3. doboz, 5. tétel', 'MOL: fonds XIX-J-1-j > container doboz 3 > item tétel 5'],
  ['外交部档案馆, 档号 109-00765-01, 第3页', '外交部档案馆: file 档号 109-00765-01 > page 第页 3'],
  [
    '外交部档案馆，档号109-00765-01，第3-5页',
    '外交部档案馆: file 档号 109-00765-01 > page 第页 3-5',
    '外交部档案馆, 档号 109-00765-01, 第3-5页',
  ],
  ['PRC FMA 106-00565-01, 3-4', 'PRC FMA: file 106-00565-01 > page 3-4', 'PRC FMA, 106-00565-01, 3-4'],
  [
    '외교사료관, 분류번호 722.1, 등록번호 1234, 15쪽',
    '외교사료관: decimal 분류번호 722.1 > item 등록번호 1234 > page 쪽 15',
  ],
  [
    'Hoover Institution Archives, Chiang Kai-shek diaries, box 44',
    'Hoover Institution Archives: collection Chiang Kai-shek diaries > container box 44',
  ],
  ['Roosevelt Papers', 'Roosevelt Papers: '],
  ['J.C.S. Files', 'J.C.S. Files: '],
  ['Notter File, Box 168, Stettinius Diary', 'Notter File: container Box 168 > folder Stettinius Diary'],
  [
    'JCS Records, CCS 381 Formosa (11–8–48) Sec. 19',
    'JCS Records: collection CCS 381 Formosa (11–8–48) Sec. 19',
  ],
  ['123G231/593', 'Department of State: decimal 123G231/593', 'Department of State, 123G231/593'],
  ['320/2–551', 'Department of State: decimal 320/2–551', 'Department of State, 320/2–551'],
  [
    'FW 550 AD 2/8–2444',
    'Department of State: decimal FW 550 AD 2/8–2444',
    'Department of State, FW 550 AD 2/8–2444',
  ],
  ['Minnesota Historical Society, Mondale Papers', 'Minnesota Historical Society: collection Mondale Papers'],
];
for (const [line, path, printed = line] of PATHS) {
  test(`reads ${line}`, () => {
    const { source } = readSourceLine(`${line}.`);
    assert.equal(short(source.original), path);
    assert.equal(source.unparsed, undefined);
    assert.equal(source.verbatim, `${line}.`);
  });
  test(`prints ${printed} and reads it as the same`, () => {
    const read = readReference(line);
    assert.ok(read);
    assert.equal(printReference(read), printed);
    assert.deepEqual(readReference(printed), read);
  });
}

const UNREAD = [
  'he kept Papers',
  'Central Files',
  '12/34',
  'William Manchester, The Death of a President (New York, 1963), pp. 653-654',
  'Handed to the editor by a friend',
  'f. 558, op. 11, d. 97',
  'Johnson Library was where the paper, which was lost, was last seen',
  '',
];
for (const line of UNREAD)
  test(`"${line}" names no archive and stays whole`, () => {
    const { source } = readSourceLine(line);
    assert.equal(source.original, undefined);
    assert.equal(source.unparsed ?? '', line);
  });

test('a line with hands in it is taken apart', () => {
  const read = readSourceLine(
    'RGASPI, f. 558, op. 11, d. 97, ll. 67-70. Contributed by Anna Beispiel and translated by Gary Example.',
  );
  assert.equal(read.source.original?.steps.length, 4);
  assert.deepEqual(read.credits, [
    { role: 'contributor', name: 'Anna Beispiel' },
    { role: 'translator', name: 'Gary Example' },
  ]);
  assert.equal(read.source.unparsed, undefined);
});

const CREDITS: readonly (readonly [statement: string, credits: string])[] = [
  ['Obtained and translated by A. Beispiel', 'contributor A. Beispiel; translator A. Beispiel'],
  ['Translated from Russian by Maria Example', 'translator Maria Example'],
  ['Obtained for the project by Maria Example', 'contributor Maria Example'],
  [
    'Drafted by Kirk; cleared by Dubs, Matthews, and Eliot; and approved by Rogers',
    'drafter Kirk; other Dubs; other Matthews; other Eliot; other Rogers',
  ],
  ['Drafted by Seymour Weiss of G/PM on January 31', 'drafter Seymour Weiss (G/PM)'],
  ['Drafted and initialed by Kohler on November 19', 'drafter Kohler; signatory Kohler'],
  [
    'Drafted by Ronald I. Spiers (ACDA), cleared in draft by Kohler, and signed by Rusk',
    'drafter Ronald I. Spiers (ACDA); other Kohler; signatory Rusk',
  ],
  ['Edited by Adam Smith, Jr. and Doe', 'editor Adam Smith Jr.; editor Doe'],
  ['Drafted by nobody that the file names', '-'],
  ['Translated by the editors from a copy which was damaged', '-'],
];
for (const [statement, credits] of CREDITS)
  test(`"${statement}" says who`, () => {
    const read = readSourceLine(`RGANI, f. 5. ${statement}.`);
    const said = read.credits
      .map(({ role, name, station }) => `${role} ${name}${station === undefined ? '' : ` (${station})`}`)
      .join('; ');
    assert.equal(said, credits === '-' ? '' : credits);
    assert.equal(read.source.unparsed, credits === '-' ? statement : undefined);
  });

const MARKED: readonly (readonly [
  statement: string,
  classification: string | undefined,
  handling: readonly string[],
])[] = [
  ['Secret; Priority', 'Secret', ['Priority']],
  ['Top Secret; Sensitive; Exclusively Eyes Only', 'Top Secret', ['Sensitive', 'Exclusively Eyes Only']],
  ['Top Secret; Exdis; Cactus', 'Top Secret', ['Exdis', 'Cactus']],
  ['No classification marking', 'No classification marking', []],
  ['Priority; Niact', undefined, ['Priority', 'Niact']],
];
for (const [statement, classification, handling] of MARKED)
  test(`"${statement}" is a marking`, () => {
    const read = readSourceLine(
      `Source: Department of State, Central Files, POL 30 KOR S. ${statement}. Other words.`,
    );
    assert.deepEqual(read.marking, { ...(classification === undefined ? {} : { classification }), handling });
    assert.equal(read.source.unparsed, 'Other words');
  });

test('two sentences of classification: "Top Secret. Eyes Only"', () => {
  const read = readSourceLine('RGANI, f. 5. Top Secret. Eyes Only. Repeated to Bonn.');
  assert.deepEqual(read.marking, { classification: 'Top Secret', handling: ['Eyes Only'] });
  assert.equal(read.source.unparsed, 'Repeated to Bonn');
});

test('where a copy is held is told apart from the original', () => {
  const inLine = readSourceLine('RGANI, f. 5, op. 30; copy in National Security Archive, box 12.');
  assert.equal(short(inLine.source.original), 'RGANI: fonds f. 5 > inventory op. 30');
  assert.equal(short(inLine.source.copy), 'National Security Archive: container box 12');
  const apart = readSourceLine('RGANI, f. 5. Copy in the National Security Archive, box 12.');
  assert.equal(short(apart.source.copy), 'National Security Archive: container box 12');
});

test('an edition is told apart from an archive', () => {
  const read = readSourceLine(
    'Source: Department of State Bulletin, May 6, 1974, pp. 477–483. The speech was long.',
  );
  assert.deepEqual(read.source.edition, { words: 'Department of State Bulletin, May 6, 1974, pp. 477–483' });
  assert.equal(read.source.original, undefined);
  assert.equal(read.source.unparsed, 'The speech was long');
});

test('the form of a telegram behind a file number is its genre', () => {
  const read = readSourceLine('893.24/1621b: Telegram');
  assert.equal(read.genre, 'Telegram');
  assert.equal(short(read.source.original), 'Department of State: decimal 893.24/1621b');
});

test('a summary before the source and brackets around it do not hide it', () => {
  const read = readSourceLine(
    '[Summary: They met. Source: Carter Library, Brzezinski Material, Box 3. Secret.]',
  );
  assert.equal(
    short(read.source.original),
    'Carter Library: collection Brzezinski Material > container Box 3',
  );
  assert.equal(read.source.unparsed, 'Summary: They met');
});

test('archives are known by their abbreviations', () => {
  assert.equal(knownRepository('AVPRF')?.name, 'Archive of Foreign Policy of the Russian Federation');
  assert.equal(knownRepository('РГАСПИ'), knownRepository('RGASPI'));
  assert.equal(knownRepository('Nowhere'), undefined);
});

test('an archive is one record under all its names', () => {
  assert.equal(repositoryKey('РГАСПИ'), repositoryKey('RGASPI'));
  assert.equal(repositoryKey('National Archives'), repositoryKey('NARA'));
  assert.notEqual(repositoryKey('Kennedy Library'), repositoryKey('Johnson Library'));
  const { note, stubs } = bindRepositories(readSourceLine('RGASPI, f. 558; copy in NARA, RG 59').source);
  assert.equal(note.original?.repository, repositoryKey('RGASPI'));
  assert.deepEqual(
    stubs.map(({ key }) => key),
    [note.original?.repository, note.copy?.repository],
  );
  const [first] = stubs;
  assert.ok(first?.record.kind === 'repository');
  assert.deepEqual(first.record.names.slice(0, 2), [
    { form: 'Russian State Archive of Socio-Political History', kind: 'preferred' },
    { form: 'RGASPI', kind: 'abbreviation' },
  ]);
  assert.equal(first.record.country, 'RU');
});

test('a line without end stays whole, and a long sentence is no reference', () => {
  const endless = 'RGASPI, f. 558. '.repeat(1000).trim();
  assert.equal(readSourceLine(endless).source.unparsed, endless);
  const long = `893.${'5 '.repeat(3000)}`.trim();
  assert.equal(readSourceLine(long).source.unparsed, long);
});
