/**
 * Makes the sample's page images and its map: `node scripts/make-sample-scans.ts`, then `make-sample.ts`.
 * Writes sample/files/ and sample/source/scans.json. A browser of another version draws other bytes, so what it
 * made is checked in and this is run only to change the pages. PREVIEW names a folder for lossless copies to look at.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageText } from '../src/core/facsimile/page-text.ts';
import type { Block } from '../src/core/text.ts';
import { writePageText } from '../src/formats/page-text/page-text-json.ts';
import { launchBrowser } from '../test/support/browser.ts';
import { SAMPLE } from '../sample/source/sample.ts';
import { MAP_PX, mapHtml } from './make-sample-map.ts';
import { pageHtml } from './make-sample-page.ts';
import type { TypedPage } from './make-sample-page.ts';
import { linesOnSheet } from './words-on-sheet.ts';

const root = join(import.meta.dirname, '..');

interface Sheet extends Omit<TypedPage, 'blocks'> {
  readonly document: string;
  readonly rendition: string;
  /** Which of the rendition's blocks stand on it, from and before. */
  readonly blocks: readonly [from: number, before?: number];
  readonly alt: string;
}

const HALVERN = ['REPUBLIK HALVERN', 'AMT FÜR ÄUSSERES'];
const freed = { words: 'FREIGEGEBEN', topPx: 1130, leftPx: 560, turn: -8 };
const released = { words: 'RELEASED IN PART\n3 JUN 1985', topPx: 1150, leftPx: 520, turn: -6 };

const SHEETS: readonly Sheet[] = [
  {
    document: 'lotse-birds',
    rendition: 't-de',
    blocks: [0],
    leaf: '31',
    letterhead: ['N IV', 'Abschrift'],
    turn: 0.5,
    stamps: [freed, { words: 'NUR FÜR N IV', topPx: 84, leftPx: 420, turn: 3 }],
    hand: { words: '312? Welche Klasse? Bitte Schlüssel prüfen.', topPx: 260 },
    alt: 'A typed page in German, Report No. 9 of LOTSE, with a margin note in another hand and the stamp FREIGEGEBEN. Its text is transcribed beside it.',
  },
  {
    document: 'adelheid-wireless',
    rendition: 't-de',
    blocks: [0],
    leaf: '58',
    letterhead: ['HAFENAMT BRANDSEE', 'FUNKSTELLE'],
    turn: -0.7,
    stamps: [{ words: 'SEENOT', topPx: 78, leftPx: 470, turn: -4 }, freed],
    alt: 'A wireless form typed in capitals, message 17 of the ferry Adelheid, stamped SEENOT and FREIGEGEBEN.',
  },
  {
    document: 'telegram-212-stavin',
    rendition: 't-ru',
    blocks: [0],
    leaf: '11',
    letterhead: ['ВЕЛЬГОРСКАЯ НАРОДНАЯ РЕСПУБЛИКА', 'МИНИСТЕРСТВО ИНОСТРАННЫХ ДЕЛ'],
    turn: 0.8,
    stamps: [{ words: 'РАССЕКРЕЧЕНО', topPx: 1140, leftPx: 520, turn: -7 }],
    hand: { words: 'Хор!', topPx: 575 },
    alt: 'A typed telegram in Russian, No. 212 from Brandsee, with the word “A choir!” in the margin and a stamp of declassification.',
  },
  {
    document: 'source-on-the-rock',
    rendition: 't-en-1985',
    blocks: [0, 4],
    leaf: '14',
    letterhead: ['LEGATION OF ALDMERE', 'BRANDSEE'],
    turn: -0.4,
    stamps: [{ words: 'TOP SECRET', topPx: 70, leftPx: 480, turn: 2 }, released],
    alt: 'The first page of the memorandum as released in 1985: typed, marked TOP SECRET, with black bars over a name, most of the second paragraph and all of the third.',
  },
  {
    document: 'source-on-the-rock',
    rendition: 't-en-1985',
    blocks: [4],
    leaf: '15',
    letterhead: [],
    turn: 0.6,
    stamps: [released],
    alt: 'The second page of the memorandum as released in 1985: black bars over parts of paragraphs 4 and 5 and all of paragraph 6; “I recommend that nobody ask” is left.',
  },
  {
    document: 'note-31-november',
    rendition: 't-de',
    blocks: [0],
    leaf: '90',
    letterhead: HALVERN,
    turn: -0.6,
    stamps: [{ words: 'EINGANG 1. DEZ. 1957', topPx: 58, leftPx: 400, turn: 2 }, freed],
    alt: 'A typed diplomatic note in German dated 31 November 1957, with two handwritten remarks below and a stamp of receipt of 1 December.',
  },
  {
    document: 'meeting-halvern',
    rendition: 't-de',
    blocks: [0],
    leaf: '94',
    letterhead: HALVERN,
    turn: 0.3,
    stamps: [{ ...freed, topPx: 1200 }],
    alt: 'A typed record in German of the meeting at Marsa Nur, signed off “to the files, with tea”, stamped FREIGEGEBEN.',
  },
];

function face(family: string, file: string, style: string, range: string): string {
  const folder = family === 'IBM Plex Mono' ? 'ibm-plex-mono' : 'stix-two-text';
  const bytes = readFileSync(join(root, 'node_modules/@fontsource', folder, 'files', file));
  return `@font-face{font-family:'${family}';font-style:${style};font-weight:400;unicode-range:${range};src:url(data:font/woff2;base64,${bytes.toString('base64')}) format('woff2')}`;
}
const LATIN = 'U+0000-02FF,U+2000-22FF,U+2580-259F';
const CYRILLIC = 'U+0400-04FF,U+2116';
const faces = [
  face('IBM Plex Mono', 'ibm-plex-mono-latin-400-normal.woff2', 'normal', LATIN),
  face('IBM Plex Mono', 'ibm-plex-mono-cyrillic-400-normal.woff2', 'normal', CYRILLIC),
  face('STIX Two Text', 'stix-two-text-latin-400-italic.woff2', 'italic', LATIN),
  face('STIX Two Text', 'stix-two-text-cyrillic-400-italic.woff2', 'italic', CYRILLIC),
].join('\n');

function blocksOf(sheet: Sheet): readonly Block[] {
  const record = SAMPLE['documents-dossier']?.find(({ key }) => key === `sample:${sheet.document}`)?.record;
  const rendition =
    record?.kind === 'document' ? record.renditions.find(({ key }) => key === sheet.rendition) : undefined;
  if (rendition === undefined || rendition.kind === 'facsimile')
    throw new Error(`no ${sheet.document} ${sheet.rendition}`);
  return rendition.text.blocks.slice(sheet.blocks[0], sheet.blocks[1]);
}

const folder = join(root, 'sample/files');
const drawn = new Map<string, Uint8Array>();
const scans: object[] = [];

/** The words of a page and where they were drawn, as the file that its record names. */
function keepWords(
  name: string,
  widthPx: number,
  heightPx: number,
  lines: PageText['lines'],
): { name: string; digest: string; count: number } {
  const bytes = Buffer.from(writePageText({ widthPx, heightPx, lines }));
  const file = name.replace(/\.jpg$/, '.words.json');
  drawn.set(file, bytes);
  const count = lines.reduce((sum, line) => sum + line.words.length, 0);
  return { name: file, digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}`, count };
}

async function draw(
  html: string,
  name: string,
  widthPx: number,
  heightPx: number,
  more: { document: string; label: string; alt: string },
) {
  // A browser for each page: the filters are heavy, and one that draws many of them gives up.
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: widthPx, height: heightPx } });
  await page.setContent(html);
  await page.evaluate('document.fonts.ready');
  const isPng = name.endsWith('.png');
  const words = isPng ? undefined : keepWords(name, widthPx, heightPx, await page.evaluate(linesOnSheet));
  const bytes = await page.screenshot(isPng ? { type: 'png' } : { type: 'jpeg', quality: 52 });
  if (process.env['PREVIEW'])
    writeFileSync(join(process.env['PREVIEW'], `${name}.png`), await page.screenshot({ type: 'png' }));
  await browser.close();
  drawn.set(name, bytes);
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  const mediaType = isPng ? 'image/png' : 'image/jpeg';
  scans.push({ ...more, digest, name, mediaType, widthPx, heightPx, ...(words ? { words } : {}) });
  process.stdout.write(`${name}: ${bytes.length} bytes\n`);
}

for (const sheet of SHEETS) {
  const { document, leaf, alt } = sheet;
  await draw(pageHtml({ ...sheet, blocks: blocksOf(sheet) }, faces), `${document}-${leaf}.jpg`, 1000, 1414, {
    document,
    label: leaf,
    alt,
  });
}
await draw(mapHtml(faces), 'lantern-strait.png', MAP_PX.width, MAP_PX.height, {
  document: 'map',
  label: 'map',
  alt: 'A drawn sea chart: the coast of Halvern to the north, that of Velgora to the south, between them the Lantern Strait with Skarn Rock in its middle, rays of light around it, and the Skarn Bank to its south-west.',
});
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, bytes] of drawn) writeFileSync(join(folder, name), bytes);
writeFileSync(join(root, 'sample/source/scans.json'), `${JSON.stringify(scans, undefined, 2)}\n`);
