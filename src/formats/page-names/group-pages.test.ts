import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupPages } from './group-pages.ts';

/** The files, and what they are: "key [title]: label label (doubts)". */
const CASES: readonly (readonly [says: string, files: readonly string[], groups: readonly string[]])[] = [
  ['a folder of numbers is one document', ['b/0002.jpg', 'b/0001.jpg'], ['b [b]: 1 2']],
  ['numbers count, not letters', ['b/10.png', 'b/9.png', 'b/1.png'], ['b [b]: 1 9 10 (gap)']],
  ['one file is a document of one page', ['letter.jpg'], ['letter [letter]: 1']],
  [
    'document and page are said',
    ['b/box12_doc003_p04.tif', 'b/box12_doc003_p05.tif', 'b/box12_doc004_p01.tif'],
    ['b/box12_doc003 [box12 doc003]: 4 5', 'b/box12_doc004 [box12 doc004]: 1'],
  ],
  [
    'a number before an ending that all share is the page',
    ['s/FRAN_0150_0003_L-medium.jpg', 's/FRAN_0150_0004_L-medium.jpg'],
    ['s/FRAN_0150…L-medium [FRAN 0150]: 3 4'],
  ],
  [
    'a last number is the page, what stands before it the document',
    ['t/Will_AN_0001-0.jpg', 't/Will_AN_0244-1.jpg'],
    ['t/Will_AN_0001 [Will AN 0001]: 1', 't/Will_AN_0244 [Will AN 0244]: 1'],
  ],
  ['recto comes before verso', ['q/003v.jpg', 'q/003r.jpg', 'q/004r.jpg'], ['q [q]: 3r 3v 4r']],
  ['inserts follow their page', ['q/scan2a.jpg', 'q/scan2.jpg', 'q/scan1.jpg'], ['q [q]: 1 2 2a']],
  ['folios by their word', ['q/fol. 3v.png', 'q/fol. 3r.png'], ['q [q]: 3r 3v']],
  [
    'pages by words of other languages',
    ['q/Akte 12 Seite 1.jpg', 'q/Akte 12 Seite 2.jpg', 'q/ф. 5 оп. 1 д. 9 л. 67.jpg'],
    ['q/Akte 12 [Akte 12]: 1 2', 'q/ф. 5 оп. 1 д. 9 [ф. 5 оп. 1 д. 9]: 67'],
  ],
  [
    'pages by the sign for them, in Chinese and Korean',
    ['文件/第2页.png', '文件/第10頁.png', '会议/报告第1页.png', '回/3쪽.jpg'],
    ['会议/报告 [报告]: 1', '回 [回]: 3', '文件 [文件]: 2 10 (gap)'],
  ],
  ['a letter alone has its folder with it', ['q/k1.jpg', 'q/k2.jpg'], ['q/k [q k]: 1 2']],
  ['a bracket is no part of a name', ['q/Page 1 (copy).jpg'], ['q/…copy [copy]: 1']],
  ['folders part documents', ['a/1/1.jpg', 'a/1/2.jpg', 'a/2/1.jpg'], ['a/1 [1]: 1 2', 'a/2 [2]: 1']],
  [
    'the number of a document is no page',
    ['q/doc001.tif', 'q/doc002.tif'],
    ['q/doc001 [doc001]: 1', 'q/doc002 [doc002]: 1'],
  ],
  [
    'a day is no page',
    ['q/1945-07-02.jpg', 'q/1945-07-03.jpg', 'q/19450704_01.jpg', 'q/19450704_02.jpg'],
    ['q/1945-07-02 [1945-07-02]: 1', 'q/1945-07-03 [1945-07-03]: 1', 'q/19450704 [19450704]: 1 2'],
  ],
  [
    'years are documents, and that is doubtful',
    ['q/report 1945.jpg', 'q/report 1948.jpg'],
    ['q/report 1945 [report 1945]: 1 (years)', 'q/report 1948 [report 1948]: 1 (years)'],
  ],
  [
    'numbers that run on are pages, though they may be years',
    ['q/DSC_1501.jpg', 'q/DSC_1502.jpg', 'q/DSC_1503.jpg'],
    ['q/DSC [DSC]: 1501 1502 1503 (years)'],
  ],
  [
    'a cover and a back go around the pages',
    ['q/back.jpg', 'q/cover.jpg', 'q/0001.jpg', 'q/0002.jpg'],
    ['q [q]: cover 1 2 back (cover)'],
  ],
  [
    'a file without a number is the first page where that is missing',
    ['q/letter (2).jpg', 'q/letter (3).jpg', 'q/letter.jpg'],
    ['q/letter [letter]: 1 2 3 (no-number)'],
  ],
  [
    'a file without a number is another where there is a first page',
    ['q/note.jpg', 'q/note_1.jpg', 'q/note_2.jpg'],
    ['q/note [note]: 1 2', 'q/note…alone [note]: 1'],
  ],
  [
    'numbers of letters are no pages',
    ['q/letter 1.jpg', 'q/Brief_2.jpg'],
    ['q/letter 1 [letter 1]: 1', 'q/Brief_2 [Brief 2]: 1'],
  ],
  ['the same number twice', ['q/p1.jpg', 'q/p1.tif'], ['q [q]: 1 1 (twice)']],
  [
    'names after a number are documents',
    ['q/001_letter.jpg', 'q/002_map.jpg'],
    ['q/…letter [letter]: 1', 'q/…map [map]: 2'],
  ],
];

for (const [says, files, groups] of CASES)
  test(`pages by their names: ${says}`, () => {
    const found = groupPages(files).map(({ key, title, pages, doubts }) => {
      const labels = pages.map(({ label }) => label).join(' ');
      return `${key} [${title}]: ${labels}${doubts.length > 0 ? ` (${doubts.join(', ')})` : ''}`;
    });
    assert.deepEqual(found.toSorted(), groups.toSorted());
    assert.deepEqual(
      groupPages(files)
        .flatMap(({ pages }) => pages.map(({ file }) => file))
        .toSorted(),
      files.toSorted(),
      'each file is a page once',
    );
  });

test('a name of a hundred thousand digits is looked at in no time', () => {
  const [group] = groupPages([`q/${'7'.repeat(100_000)}.jpg`]);
  assert.equal(group?.pages.length, 1);
});
