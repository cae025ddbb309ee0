import type { PageLine } from '../../core/facsimile/page-text.ts';
import { printText } from '../xml/print-xml.ts';
import { boxFont } from './box-font.ts';
import { GLYPH_HEIGHT, GLYPH_WIDTH, GlyphlessFont, glyphlessDictionaries } from './glyphless-font.ts';
import { readJpegHeader, type JpegHeader } from './jpeg-header.ts';
import { PdfFile, type Deflate } from './pdf-file.ts';
import { pdfDate, pdfNumber, pdfText } from './pdf-words.ts';
import { unseenText } from './unseen-text.ts';

/** What the file says of itself. */
export interface ScanFile {
  readonly title: string;
  readonly archive: string;
  /** BCP 47. */
  readonly lang: string;
  /** The ISO instant of the edition. */
  readonly madeAt: string;
  readonly address: string;
  /** 32 hexadecimal digits, the same for the same file. */
  readonly fileId: string;
  readonly deflate?: Deflate;
}

/** A page: its picture, and the words on it in pixels of the page as it should be seen. */
export interface ScanPage {
  readonly label: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** A JPEG, put in byte for byte; or what is said in its place, in Latin letters. */
  readonly picture: Uint8Array | string;
  readonly lines: readonly PageLine[];
}

const utf8 = new TextEncoder();
/** A4, either way up: pages are as large as go in. */
const LONG_SIDE = 841.89;
const SHORT_SIDE = 595.28;

/**
 * Page images as a PDF that can be searched: each JPEG as it is, its words unseen above it. Written page by
 * page, so that a thousand pages take the memory of one; the table of contents stands at its end.
 */
export async function* writeScans(
  file: ScanFile,
  pages: AsyncIterable<ScanPage>,
): AsyncGenerator<Uint8Array> {
  const out = new PdfFile(file.deflate);
  const font = new GlyphlessFont();
  const [root, tree, info, metadata] = [out.reserve(), out.reserve(), out.reserve(), out.reserve()];
  const ids = {
    font: out.reserve(),
    descendant: out.reserve(),
    descriptor: out.reserve(),
    toUnicode: out.reserve(),
    toGlyphs: out.reserve(),
    file: out.reserve(),
    plain: out.reserve(),
  };
  const kids: number[] = [];
  const labels: string[] = [];
  yield out.head();
  const words = glyphlessDictionaries(ids);
  yield out.object(ids.font, words.font);
  yield out.object(ids.descendant, words.descendant);
  yield out.object(ids.descriptor, words.descriptor);
  yield out.object(
    ids.plain,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  );
  for await (const page of pages) {
    const id = out.reserve();
    yield* writePage(out, page, { id, tree, font: ids.font, plain: ids.plain }, font);
    labels.push(`${kids.length} << /P ${pdfText(page.label)} >>`);
    kids.push(id);
  }
  yield* out.stream(ids.toUnicode, '', utf8.encode(font.toUnicode()));
  yield* out.stream(ids.toGlyphs, '', font.toGlyphs());
  const box = boxFont(GLYPH_WIDTH, GLYPH_HEIGHT);
  yield* out.stream(ids.file, `/Length1 ${box.byteLength}`, box);
  yield* out.stream(metadata, '/Type /Metadata /Subtype /XML', utf8.encode(xmpOf(file)), true);
  yield out.object(info, infoOf(file));
  yield out.object(
    tree,
    `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`,
  );
  yield out.object(
    root,
    `<< /Type /Catalog /Pages ${tree} 0 R /Lang ${pdfText(file.lang)} /Metadata ${metadata} 0 R /PageLabels << /Nums [${labels.join(' ')}] >> /ViewerPreferences << /DisplayDocTitle true >> >>`,
  );
  yield out.end(root, info, file.fileId);
}

interface PageIds {
  readonly id: number;
  readonly tree: number;
  readonly font: number;
  readonly plain: number;
}

function* writePage(
  out: PdfFile,
  page: ScanPage,
  { id, tree, font: fontId, plain }: PageIds,
  font: GlyphlessFont,
): Generator<Uint8Array> {
  const [image, contents] = [out.reserve(), out.reserve()];
  const pointsPerPx = pointsPerPixel(page);
  const size = { widthPt: page.widthPx * pointsPerPx, heightPt: page.heightPx * pointsPerPx };
  const header = typeof page.picture === 'string' ? undefined : readJpegHeader(page.picture);
  if (header !== undefined && typeof page.picture !== 'string')
    yield* out.stream(image, imageWords(header), page.picture, true);
  else yield out.object(image, 'null');
  const picture =
    header === undefined
      ? inPlaceOf(typeof page.picture === 'string' ? page.picture : '', size)
      : `q ${pdfNumber(size.widthPt)} 0 0 ${pdfNumber(size.heightPt)} 0 0 cm /I Do Q\n`;
  const text = unseenText(page.lines, font, { pointsPerPx, heightPt: size.heightPt });
  yield* out.stream(contents, '', utf8.encode(picture + text));
  const pictures = header === undefined ? '' : ` /XObject << /I ${image} 0 R >>`;
  yield out.object(
    id,
    `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${pdfNumber(size.widthPt)} ${pdfNumber(size.heightPt)}] /Resources << /Font << /F ${fontId} 0 R /H ${plain} 0 R >>${pictures} >> /Contents ${contents} 0 R >>`,
  );
}

function pointsPerPixel({ widthPx, heightPx }: ScanPage): number {
  const [long, short] = [Math.max(widthPx, heightPx, 1), Math.max(1, Math.min(widthPx, heightPx))];
  return Math.min(LONG_SIDE / long, SHORT_SIDE / short);
}

const SPACES = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK' } as const;

const imageWords = ({ widthPx, heightPx, components, isAdobe }: JpegHeader): string =>
  `/Type /XObject /Subtype /Image /Width ${widthPx} /Height ${heightPx} /ColorSpace ${SPACES[components]} /BitsPerComponent 8 /Filter /DCTDecode${components === 4 && isAdobe ? ' /Decode [1 0 1 0 1 0 1 0]' : ''}`;

/** A frame and a sentence, where there is no picture. */
function inPlaceOf(says: string, size: { readonly widthPt: number; readonly heightPt: number }): string {
  const letters = [...says.slice(0, 200)].map((one) => (/[ -~]/.test(one) ? one : '?')).join('');
  const escaped = letters.replace(/[\\()]/g, '\\$&');
  const { widthPt, heightPt } = size;
  return `q 0.6 G 0.75 w 12 12 ${pdfNumber(Math.max(1, widthPt - 24))} ${pdfNumber(Math.max(1, heightPt - 24))} re S Q\nBT /H 11 Tf 0.3 g 30 ${pdfNumber(heightPt - 48)} Td (${escaped}) Tj ET\n`;
}

function infoOf({ title, archive, madeAt, address }: ScanFile): string {
  const date = pdfDate(madeAt);
  return `<< /Title ${pdfText(title)} /Author ${pdfText(archive)} /Subject ${pdfText(address)} /Producer (Unsealed)${date === undefined ? '' : ` /CreationDate ${date}`} >>`;
}

/** The same for programs that read XMP. Source: ISO 16684-1, and its use in ISO 32000-1, 14.3.2. */
const xmpOf = ({
  title,
  archive,
  lang,
  madeAt,
  address,
}: ScanFile): string => `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${printText(title)}</rdf:li></rdf:Alt></dc:title>
<dc:publisher><rdf:Bag><rdf:li>${printText(archive)}</rdf:li></rdf:Bag></dc:publisher>
<dc:language><rdf:Bag><rdf:li>${printText(lang)}</rdf:li></rdf:Bag></dc:language>
<dc:identifier>${printText(address)}</dc:identifier>
<xmp:CreateDate>${printText(madeAt)}</xmp:CreateDate>
<pdf:Producer>Unsealed</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
