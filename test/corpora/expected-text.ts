import { SaxesParser } from 'saxes';

/** What a reader must see of a piece of TEI: its characters and each note's, white space taken out, in order. */
export interface ExpectedText {
  readonly body: string;
  readonly notes: readonly string[];
}

const squeeze = (text: string): string => text.replace(/\s+/gu, '').normalize('NFC');

/**
 * The characters of a piece of XML, extracted without the reader that is tested: everything between tags, notes
 * apart in the order in which they begin. Elements named in `skip` are left out (a page's machinery).
 *
 *   "<div><head>1. A<note>b</note></head><p>c d</p></div>" -> { body: "1.Acd", notes: ["b"] }
 */
export function expectedTextOf(xml: string, skip: readonly string[] = ['script', 'object']): ExpectedText {
  const parser = new SaxesParser({ position: false });
  const body: string[] = [];
  const notes: string[][] = [];
  const open: string[][] = [];
  let skipped = 0;
  parser.on('opentag', (tag) => {
    if (skip.includes(tag.name)) skipped++;
    if (tag.name !== 'note') return;
    const own: string[] = [];
    notes.push(own);
    open.push(own);
  });
  parser.on('closetag', (tag) => {
    if (skip.includes(tag.name)) skipped--;
    if (tag.name === 'note') open.pop();
  });
  parser.on('text', (text) => {
    if (skipped === 0) (open.at(-1) ?? body).push(text);
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(/xmlns:frus=/.test(xml) ? xml : xml.replace(/^<(\w+)/, '<$1 xmlns:frus="frus"')).close();
  return { body: squeeze(body.join('')), notes: notes.map((one) => squeeze(one.join(''))) };
}

/** Every `div[@type="document"]` of a volume as it stands in the file, by its xml:id. */
export function* documentsIn(xml: string): Generator<{ readonly id: string; readonly xml: string }> {
  for (const start of xml.matchAll(/<div\s[^>]*?type="document"[^>]*>/g)) {
    let depth = 1;
    const tags = /<div\b[^>]*?(\/?)>|<\/div>/g;
    tags.lastIndex = start.index + start[0].length;
    for (let tag = tags.exec(xml); tag; tag = tags.exec(xml)) {
      if (tag[0] === '</div>') depth--;
      else if (tag[1] === '') depth++;
      if (depth > 0) continue;
      yield { id: /xml:id="([^"]+)"/.exec(start[0])?.[1] ?? '', xml: xml.slice(start.index, tags.lastIndex) };
      break;
    }
  }
}
