import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FileFinder } from './match-files.ts';

const finder = new FileFinder([
  'box/list.csv',
  'box/P1.TIF',
  'box/p 2.tif',
  'box/sub/9.png',
  'box/sub/10.png',
  'box/sub/note.txt',
  'other/p1.tif',
  'other/only.pdf',
]);

const CASES: readonly (readonly [says: string, reference: string, from: string, found: readonly string[]])[] =
  [
    ['beside the table, whatever its case', 'p1.tif', 'box/list.csv', ['box/P1.TIF']],
    ['the nearest of several', 'p1.tif', 'other/list.csv', ['other/p1.tif']],
    ['elsewhere, where there is but one', 'only.pdf', 'box/list.csv', ['other/only.pdf']],
    ['by a path from the table', 'sub/9.png', 'box/list.csv', ['box/sub/9.png']],
    ['by a path up', '../other/p1.tif', 'box/list.csv', ['other/p1.tif']],
    ['by a path of another system', 'C:\\scans\\sub\\9.png', 'box/list.csv', ['box/sub/9.png']],
    ['by the address that it had', 'https://a.example/x/p1.tif', 'box/mets.xml', ['box/P1.TIF']],
    ['by an address whose end tells more', 'https://a.example/sub/9.png', 'box/mets.xml', ['box/sub/9.png']],
    ['by an address, but never in another box', 'https://a.example/only.pdf', 'box/mets.xml', []],
    ['by an address of no file', 'https://a.example/', 'box/mets.xml', []],
    ['by an address of a file', 'file:///p%202.tif', 'box/mets.xml', ['box/p 2.tif']],
    ['by a pattern, as people count', 'sub/*.png', 'box/list.csv', ['box/sub/9.png', 'box/sub/10.png']],
    ['by a pattern in its own folder', 'p*.tif', 'box/list.csv', ['box/P1.TIF', 'box/p 2.tif']],
    ['by a folder', 'sub/', 'box/list.csv', ['box/sub/9.png', 'box/sub/10.png', 'box/sub/note.txt']],
    ['nothing', 'gone.tif', 'box/list.csv', []],
    ['nothing at all', '', 'box/list.csv', []],
    ['a broken escape as it stands', 'p%zz.tif', 'box/list.csv', []],
  ];
for (const [says, reference, from, found] of CASES)
  test(`files are found: ${says}`, () => assert.deepEqual(finder.find(reference, from), found));
