import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { blockId } from '../../src/core/text.ts';
import { decodeText } from '../../src/formats/encoding/decode.ts';
import { readHtmlBlocks } from '../../src/formats/html/html-blocks.ts';
import { parseMappingFile } from '../../src/formats/xml-mapping/mapping.ts';
import { readXmlByMapping } from '../../src/formats/xml-mapping/read-xml-by-mapping.ts';
import { readXlsx } from '../../src/formats/xlsx/read-xlsx.ts';
import { makeZip } from '../support/make-zip.ts';
import { ROOT } from '../support/source-files.ts';
import { mutated, tokenText } from './mutations.ts';
import { found, inPieces, inTurn, isWhole, type Fuzzed } from './property.ts';

const LAW = join(ROOT, 'test/golden/xml-mapping/input/law');
const MAPPING = readFileSync(join(LAW, 'mapping.yaml'), 'utf8');

/** XML by a mapping: either may be wrong. */
export const mappings: Fuzzed = {
  says: 'xml by a mapping: whatever the file or the mapping, reading ends in whole records and known problems',
  check: (options) => {
    const files = readdirSync(LAW).filter((name) => name.endsWith('.xml'));
    const laws = files.map((name) => readFileSync(join(LAW, name)));
    const mapping = fc.oneof(fc.constant(MAPPING), mutated([Buffer.from(MAPPING)]).map(asText));
    return found(
      fc.asyncProperty(fc.tuple(mutated(laws), mapping), async ([xml, said]) => {
        const mapped = parseMappingFile(said, 'mapping.yaml');
        if (!mapped.ok) return isWhole({ kind: 'problem', problem: mapped.problem });
        const source = { name: 'law.xml', chunks: inTurn([asText(xml)]), options: { mapping: mapped.value } };
        for await (const read of readXmlByMapping(source)) await isWhole(read);
      }),
      options,
    );
  },
  runs: 60,
};

const asText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const SHEET = `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>date</t></is></c></row>
<row r="2"><c r="A2" t="inlineStr"><is><t>A paper</t></is></c><c r="B2" s="1"><v>16619</v></c></row></sheetData></worksheet>`;
const PARTS: readonly (readonly [name: string, xml: string])[] = [
  [
    'xl/workbook.xml',
    '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
  ],
  [
    'xl/_rels/workbook.xml.rels',
    '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  ],
  ['xl/sharedStrings.xml', '<sst><si><t>title</t></si></sst>'],
  [
    'xl/styles.xml',
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="mmmm yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
  ],
  ['xl/worksheets/sheet1.xml', SHEET],
];
const book = (changed: number, xml: Uint8Array): Uint8Array =>
  makeZip(PARTS.map(([name, right], at) => ({ name, bytes: at === changed ? xml : right })));

/** Workbooks: wrong as zips, or with a part that is wrong. */
export const sheets: Fuzzed = {
  says: 'xlsx: whatever the bytes of the zip or of a part of it, reading ends in whole records and known problems',
  check: (options) => {
    const parts = fc
      .nat(PARTS.length - 1)
      .chain((at) => mutated([Buffer.from(PARTS[at]?.[1] ?? '')]).map((xml) => book(at, xml)));
    return found(
      fc.asyncProperty(fc.oneof(parts, mutated([book(-1, Buffer.of())])), async (bytes) => {
        for await (const read of readXlsx({ name: 'a.xlsx', bytes })) await isWhole(read);
      }),
      options,
    );
  },
  runs: 60,
};

const LABELS = ['utf-8', 'windows-1251', 'utf-16le', 'gb18030', 'iso-2022-jp', 'no-such', '', '\0'];

/** Bytes of any encoding or none. */
export const encodings: Fuzzed = {
  says: 'encodings: whatever the bytes and what is said of them, they are text in NFC without half characters',
  check: (options) => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      mutated([Buffer.from('Письмо, Brief, 信, lettre é'), Buffer.from('\ufeffA', 'utf16le')]),
    );
    const declared = fc.option(fc.constantFrom(...LABELS), { nil: undefined });
    return found(
      fc.asyncProperty(fc.tuple(bytes, declared, fc.integer({ min: 1, max: 40 })), async (given) => {
        const [read, label, size] = given;
        const about = { name: 'a.txt', ...(label === undefined ? {} : { declared: label }) };
        const decoded = decodeText(inPieces(read, size), about);
        const text = (await Array.fromAsync(decoded.chunks)).join('');
        assert.ok(text.isWellFormed());
        assert.equal(text, text.normalize('NFC'));
        assert.ok(text.length <= read.length * 3 + 3);
        assert.ok(decoded.problems().length <= 3);
      }),
      options,
    );
  },
  runs: 300,
};

const TAGS =
  '<p> </p> <b> </b> <ul> <li> <table> <tr> <td> <a href="javascript:x"> </a> <br> <blockquote> <div'.split(
    ' ',
  );

/** HTML as it comes in fields of spreadsheets. */
export const markup: Fuzzed = {
  says: 'html: whatever the tags, what comes of it is blocks, and no letter beside them is lost',
  check: (options) => {
    const piece = fc.oneof(fc.constantFrom(...TAGS), fc.string({ unit: fc.constantFrom(...'abc ') }));
    const tags = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(''));
    return found(
      fc.asyncProperty(fc.oneof(tags, tokenText), async (html) => {
        let made = 0;
        const { blocks } = readHtmlBlocks(html, () => blockId(++made));
        const shown = JSON.stringify(blocks);
        const bare = /[<&]/.test(html) ? '' : html;
        for (const [word] of bare.matchAll(/[a-z]{3,}/g)) assert.ok(shown.includes(word), word);
        assert.ok(shown.length <= html.length * 400 + 1000);
      }),
      options,
    );
  },
  runs: 300,
};
