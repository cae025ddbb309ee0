import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { falseImage, formatOf } from './format-of.ts';
import type { Sniffed } from './format-of.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const raw = (text: string): Uint8Array =>
  Uint8Array.from([...text].map((character) => character.charCodeAt(0)));
const wide = (text: string): Uint8Array =>
  Uint8Array.from([
    0xff,
    0xfe,
    ...[...text].flatMap((character) => [character.charCodeAt(0) & 255, character.charCodeAt(0) >> 8]),
  ]);

const cases: readonly (readonly [name: string, head: Uint8Array, file: string, sniffed: Sniffed])[] = [
  [
    'TEI with a comment and a doctype before it',
    bytes(
      '<?xml version="1.0"?>\n<!-- <a> -->\n<!DOCTYPE TEI [<!ENTITY x "y>">\n]>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">',
    ),
    'a.txt',
    { kind: 'tei' },
  ],
  [
    'TEI under a prefix, in UTF-16',
    wide('<tei:TEI xmlns:tei="http://www.tei-c.org/ns/1.0">'),
    'x',
    { kind: 'tei' },
  ],
  ['EAD 2002', bytes('<ead xmlns="urn:isbn:1-931666-22-9"><eadheader/>'), 'x.xml', { kind: 'ead' }],
  ['EAD 2002 without a namespace', bytes('<ead><eadheader/>'), 'x.xml', { kind: 'ead' }],
  [
    'EAD3',
    bytes('<ead xmlns="http://ead3.archivists.org/schema/undeprecated/"\n relatedencoding="MARC">'),
    'x.xml',
    { kind: 'ead3' },
  ],
  ['EAD3 without a namespace', bytes('<ead><control><recordid>x'), 'x.xml', { kind: 'ead3' }],
  [
    'XML of another kind',
    bytes("<udhr n='a > b' xmlns='http://efele.net/udhr'>"),
    'x.xml',
    { kind: 'xml', element: 'udhr', namespace: 'http://efele.net/udhr' },
  ],
  ['a web page', bytes('<!doctype html><html><body>'), 'x.xml', { kind: 'unknown', what: 'a web page' }],
  [
    'an SVG drawing, which is refused',
    bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    'x.png',
    { kind: 'unknown', what: 'an SVG drawing' },
  ],
  ['a table with commas', bytes('title,date\n"A; b",1945\n'), 'x', { kind: 'table', delimiter: ',' }],
  [
    'a table with semicolons and commas within',
    bytes('title;date\n"A, b, c";1945\nD, e;1946\n'),
    'x.csv',
    { kind: 'table', delimiter: ';' },
  ],
  ['a table with tabs', bytes('title\tdate\nA, b\t1945\n'), 'x.csv', { kind: 'table', delimiter: '\t' }],
  ['a table of a header alone', bytes('title,date,summary\n'), 'x', { kind: 'table', delimiter: ',' }],
  ['a table of one column, by its name', bytes('title\nA\nB\n'), 'x.csv', { kind: 'table', delimiter: ',' }],
  [
    'a quoted field over lines',
    bytes('title,text\nA,"one\ntwo, three\nfour"\nB,x\n'),
    'x',
    { kind: 'table', delimiter: ',' },
  ],
  [
    'the words of a page',
    bytes('{"version":1,"width":10,"height":10,"lines":[{"start":true,"words":[["a",1,1,1,1]]}]}'),
    'x.words.json',
    { kind: 'page-text' },
  ],
  ['our JSON Lines', bytes('{"id":"x","record":{}}\n'), 'x', { kind: 'json' }],
  ['JSON over lines', bytes('[\n  { "a": 1 }\n]'), 'x', { kind: 'json' }],
  ['Markdown by its front matter', bytes('---\ntitle: A\n---\nText'), 'x', { kind: 'markdown' }],
  [
    'Markdown by its name',
    bytes('# Title\n\nText, with, commas\nand, two, more\n'),
    'x.md',
    { kind: 'markdown' },
  ],
  ['a letter', bytes('Dear Sir,\nI write to you. It is late, and cold.\nYours'), 'x.txt', { kind: 'text' }],
  ['a letter that begins with BM', bytes('BMW is, as far as I know, a firm.'), 'x.txt', { kind: 'text' }],
  [
    'a JPEG, whatever its name',
    raw('\xff\xd8\xff\xe0\0\x10JFIF'),
    'x.csv',
    { kind: 'image', mediaType: 'image/jpeg' },
  ],
  ['a PNG', raw('\x89PNG\r\n\x1a\n\0\0'), 'x.png', { kind: 'image', mediaType: 'image/png' }],
  ['a WebP', raw('RIFF\0\0\0\0WEBPVP8 '), 'x', { kind: 'image', mediaType: 'image/webp' }],
  ['a PDF', raw('%PDF-1.7\n\xe2\xe3'), 'x', { kind: 'pdf' }],
  ['a zip', raw('PK\x03\x04\x14\0\0\0\0\0letters/a.xml'), 'x', { kind: 'zip' }],
  [
    'an XLSX',
    raw('PK\x03\x04\x14\0\0\0[Content_Types].xml PK\x03\x04 xl/workbook.xml'),
    'x.zip',
    { kind: 'xlsx' },
  ],
  [
    'a Word document',
    raw('PK\x03\x04\x14\0\0\0[Content_Types].xml PK\x03\x04 word/document.xml'),
    'x.zip',
    { kind: 'unknown', what: 'a Word document' },
  ],
  [
    'an old spreadsheet',
    raw('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
    'x.xls',
    { kind: 'unknown', what: 'an old Office file' },
  ],
  ['an empty file', new Uint8Array(0), 'x.csv', { kind: 'unknown', what: 'an empty file' }],
  ['bytes of no kind', raw('\x01\x02\x03\x04\x05\x06\x07'), 'x.csv', { kind: 'unknown' }],
];
for (const [name, head, file, sniffed] of cases)
  test(`knows ${name}`, () => assert.deepEqual(formatOf(head, file), sniffed));

test('an image that is none is said, an image under another name is not', () => {
  const text = formatOf(bytes('Not found'), 'scan.jpg');
  assert.equal(falseImage(text, 'scan.jpg')?.code, 'not-an-image');
  assert.equal(falseImage(text, 'scan.txt'), undefined);
  assert.equal(falseImage({ kind: 'image', mediaType: 'image/png' }, 'scan.jpg'), undefined);
  assert.equal(falseImage({ kind: 'pdf' }, 'scan.jpg'), undefined, 'it is what it is');
  assert.equal(falseImage(text, 'report.pdf')?.code, 'pdf-broken');
  assert.equal(falseImage({ kind: 'image', mediaType: 'image/png' }, 'report.pdf'), undefined);
});

const BESIDE: readonly (readonly [text: string, kind: Sniffed['kind']])[] = [
  ['<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#">', 'alto'],
  ['<?xml version="1.0"?><alto><Description/><Layout>', 'alto'],
  ['<alto><voices/></alto>', 'xml'],
  ['<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2013-07-15">', 'page-xml'],
  ['<mets:mets xmlns:mets="http://www.loc.gov/METS/">', 'mets'],
  ['<!DOCTYPE html><html><body><div class="ocr_page">', 'hocr'],
  ['<html><body>no pages</body></html>', 'unknown'],
];
for (const [text, kind] of BESIDE)
  test(`beside scans: ${text} is ${kind}`, () => assert.equal(formatOf(bytes(text), 'p.xml').kind, kind));

test('what begins as an image is one, whatever else it holds', () => {
  assert.deepEqual(formatOf(raw('\xff\xd8\xff\xe0 %PDF-1.7 '), 'a.pdf'), {
    kind: 'image',
    mediaType: 'image/jpeg',
  });
  assert.equal(formatOf(raw('junk before %PDF-1.7'), 'a.pdf').kind, 'pdf');
});

test('any bytes are of some kind', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (head) => {
      assert.ok(formatOf(head, 'x').kind);
    }),
    { numRuns: 500, seed: 3 },
  );
});
