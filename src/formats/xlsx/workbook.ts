import { unzipSync } from 'fflate';
import { problem } from '../../core/problem.ts';
import type { Problem } from '../../core/problem.ts';
import { accepted, refused } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';
import { createXmlReader } from '../xml/xml-reader.ts';
import type { XmlHandler } from '../xml/xml-reader.ts';
import { shownBy } from './number-format.ts';
import type { Shown } from './number-format.ts';

/** A workbook's sheets in their order, and what their cells point to. */
export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly xml: string }[];
  readonly strings: readonly string[];
  /** By style: what of a date its cells show. */
  readonly shown: readonly (Shown | undefined)[];
  readonly is1904: boolean;
}

/** What a workbook may unpack to. */
const UNPACKED_LIMIT = 256 * 2 ** 20;

/** Opens a workbook, unpacking only what is read and no more than the limit; or says what is wrong with it. */
export function openWorkbook(bytes: Uint8Array, file: string): Result<Workbook, Problem> {
  let unpacked = 0;
  const wanted =
    /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/;
  let parts;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted.test(name)) return false;
        unpacked += originalSize;
        return unpacked <= UNPACKED_LIMIT;
      },
    });
  } catch (error) {
    return refused(
      problem('zip-broken', { file }, { value: error instanceof Error ? error.message : String(error) }),
    );
  }
  if (unpacked > UNPACKED_LIMIT)
    return refused(problem('zip-bomb', { file }, { facts: { limit: '256 MB' } }));
  const text = (name: string): string => decode(parts[name]);
  const { sheets, is1904 } = readSheets(text('xl/workbook.xml'), text('xl/_rels/workbook.xml.rels'));
  const found = sheets.flatMap(({ name, path }) => (parts[path] ? [{ name, xml: text(path) }] : []));
  if (found.length === 0) return refused(problem('zip-broken', { file }, { value: 'no sheet' }));
  return accepted({
    sheets: found,
    strings: readStrings(text('xl/sharedStrings.xml')),
    shown: readStyles(text('xl/styles.xml')),
    is1904,
  });
}

const decode = (bytes: Uint8Array | undefined): string =>
  bytes === undefined ? '' : new TextDecoder().decode(bytes).normalize('NFC');

/** Reads a part of a workbook: its own mistakes do not matter, since what was read of it is what there is. */
export function readPart(xml: string, handler: Partial<XmlHandler>): void {
  const nothing = (): void => undefined;
  const reader = createXmlReader('', {
    open: nothing,
    close: nothing,
    text: nothing,
    problem: nothing,
    ...handler,
  });
  reader.write(xml);
  reader.end();
}

function readSheets(
  workbook: string,
  relations: string,
): {
  readonly sheets: readonly { readonly name: string; readonly path: string }[];
  readonly is1904: boolean;
} {
  const targets = new Map<string, string>();
  readPart(relations, {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id && Target)
        targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`);
    },
  });
  const sheets: { name: string; path: string }[] = [];
  let is1904 = false;
  readPart(workbook, {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const path = targets.get(id);
      if (path) sheets.push({ name: attributes['name'] ?? '', path });
    },
  });
  return { sheets, is1904 };
}

/** Strings that cells share. A string may be in runs; its reading aid (`rPh`) is not part of it. */
function readStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let current = '';
  let isText = false;
  let isAid = false;
  readPart(xml, {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') isAid = true;
      isText = name === 't' && !isAid;
    },
    text: (text) => {
      if (isText) current += text;
    },
    close: (name) => {
      if (name === 'si') strings.push(unescaped(current));
      if (name === 'rPh') isAid = false;
      if (name === 't') isText = false;
    },
  });
  return strings;
}

/** Characters that XML cannot hold are written "_x000D_". */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

function readStyles(xml: string): readonly (Shown | undefined)[] {
  const codes = new Map<number, string>();
  const shown: (Shown | undefined)[] = [];
  let isCell = false;
  readPart(xml, {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') isCell = true;
      if (name !== 'xf' || !isCell) return;
      const id = Number(attributes['numFmtId'] ?? 0);
      shown.push(shownBy(id, codes.get(id)));
    },
    close: (name) => {
      if (name === 'cellXfs') isCell = false;
    },
  });
  return shown;
}
