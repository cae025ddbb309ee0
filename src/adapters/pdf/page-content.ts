import { readJpegHead } from './jpeg-head.ts';
import { turnsOf, type PdfBox, type Turns } from './page-frame.ts';
import type { Pdfium } from './pdfium.ts';

/** What is drawn on a page, as far as it decides what its picture is. */
export interface PageContent {
  readonly widthPt: number;
  readonly heightPt: number;
  /** What of the page is to be seen: its crop box within its media box. */
  readonly box: PdfBox;
  readonly turns: Turns;
  /** The finest resolution of its larger pictures; 0 where there is none. */
  readonly dpi: number;
  /** A picture covers most of it. */
  readonly isScan: boolean;
  /** The one JPEG that is all there is to see, as it is. */
  readonly jpeg?: { readonly object: number; readonly box: PdfBox };
}

const TEXT = 1;
const IMAGE = 3;
/** So many objects of a page are looked at; with more it is drawn. */
const MOST_OBJECTS = 20_000;

/** A picture that covers so much of a page is a scan of it; one that covers this much stands for it. */
const SCAN_SHARE = 0.5;
const WHOLE_SHARE = 0.9;

interface PlacedImage {
  readonly object: number;
  readonly at: number;
  readonly box: PdfBox;
  readonly share: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly colours: number;
  readonly turns: Turns | undefined;
}

/** Looks at what a page holds, without drawing it. */
export function readContent(pdfium: Pdfium, page: number): PageContent {
  const { call } = pdfium;
  const box = readBox(pdfium, (address) => call('FPDF_GetPageBoundingBox', page, address), 'left-top');
  const turns = turnsOf(call('FPDFPage_GetRotation', page));
  const count = Math.min(call('FPDFPage_CountObjects', page), MOST_OBJECTS);
  const objects = Array.from({ length: count }, (_, at) => call('FPDFPage_GetObject', page, at));
  const images = objects.flatMap((object, at) =>
    call('FPDFPageObj_GetType', object) === IMAGE ? [readImage(pdfium, page, object, at, box)] : [],
  );
  const large = images.filter(({ share }) => share > 0.05);
  const covered = images.reduce((sum, { share }) => sum + share, 0);
  const only = images.length === 1 && count < MOST_OBJECTS ? images[0] : undefined;
  const isAlone =
    only !== undefined &&
    only.share >= WHOLE_SHARE &&
    call('FPDFPage_GetAnnotCount', page) === 0 &&
    objects.slice(only.at + 1).every((object) => isHidden(pdfium, object));
  const isUpright = only?.turns !== undefined && turnsOf(only.turns + turns) === 0;
  const jpeg = isAlone && isUpright && isInShape(only) && isWholeJpeg(pdfium, only) ? only : undefined;
  return {
    widthPt: call('FPDF_GetPageWidthF', page),
    heightPt: call('FPDF_GetPageHeightF', page),
    box,
    turns,
    dpi: Math.max(0, ...large.map(dpiOf)),
    isScan: covered >= SCAN_SHARE,
    ...(jpeg ? { jpeg: { object: jpeg.object, box: jpeg.box } } : {}),
  };
}

/** How far the sides of a picture's pixels may differ on the page. */
const SHAPE = 0.03;

/** Whether its pixels are square on the page: those of a fax are not, and by itself it would be seen squashed. */
function isInShape({ box, widthPx, heightPx, turns }: PlacedImage): boolean {
  const isSideways = turns === 1 || turns === 3;
  const [across, down] = isSideways ? [heightPx, widthPx] : [widthPx, heightPx];
  const shape = (across * (box.top - box.bottom)) / (down * (box.right - box.left));
  return Math.abs(shape - 1) <= SHAPE;
}

const dpiOf = ({ box, widthPx, heightPx, turns }: PlacedImage): number => {
  const isSideways = turns === 1 || turns === 3;
  const across = (box.right - box.left) / 72;
  return across > 0 ? (isSideways ? heightPx : widthPx) / across : 0;
};

/** Text that is drawn with no ink: what OCR puts over a scan. Source: ISO 32000-1, table 106. */
const isHidden = ({ call }: Pdfium, object: number): boolean =>
  call('FPDFPageObj_GetType', object) === TEXT &&
  [3, 7].includes(call('FPDFTextObj_GetTextRenderMode', object));

function readImage(pdfium: Pdfium, page: number, object: number, at: number, whole: PdfBox): PlacedImage {
  const { call, view, lend } = pdfium;
  const box = readBounds(pdfium, object);
  const size = lend(28, (address) => {
    call('FPDFImageObj_GetImageMetadata', object, page, address);
    const numbers = view();
    return {
      widthPx: numbers.getUint32(address, true),
      heightPx: numbers.getUint32(address + 4, true),
      colours: numbers.getInt32(address + 20, true),
    };
  });
  const seen = intersection(box, whole);
  const share = areaOf(whole) > 0 ? areaOf(seen) / areaOf(whole) : 0;
  return { object, at, box, share, ...size, turns: readTurns(pdfium, object) };
}

/** How a picture is turned on its page; undefined where it is slanted or mirrored. */
function readTurns({ call, view, lend }: Pdfium, object: number): Turns | undefined {
  const [a, b, c, d] = lend(24, (address) => {
    call('FPDFPageObj_GetMatrix', object, address);
    const numbers = view();
    return [0, 4, 8, 12].map((offset) => numbers.getFloat32(address + offset, true));
  });
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  const [straight, sideways] = [Math.min(Math.abs(a), Math.abs(d)), Math.min(Math.abs(b), Math.abs(c))];
  const slant = 0.002;
  if (Math.max(Math.abs(b), Math.abs(c)) < straight * slant && a * d > 0) return a > 0 ? 0 : 2;
  if (Math.max(Math.abs(a), Math.abs(d)) < sideways * slant && b * c < 0) return b < 0 ? 1 : 3;
  return undefined;
}

/** Colour spaces in which a JPEG shows the same by itself: grey, RGB, and either with a profile. Source: fpdfedit.h. */
const PLAIN_COLOURS = new Set([1, 2, 4, 5, 7]);

function isWholeJpeg(pdfium: Pdfium, image: PlacedImage): boolean {
  if (!PLAIN_COLOURS.has(image.colours)) return false;
  const { call } = pdfium;
  if (call('FPDFPageObj_HasTransparency', image.object) !== 0 || isClipped(pdfium, image)) return false;
  if (call('FPDFImageObj_GetImageFilterCount', image.object) !== 1) return false;
  if (readFilter(pdfium, image.object) !== 'DCTDecode') return false;
  const bytes = readRaw(pdfium, image.object);
  const head = bytes && readJpegHead(bytes);
  return (
    head !== undefined &&
    head.widthPx === image.widthPx &&
    head.heightPx === image.heightPx &&
    head.orientation === 1 &&
    (head.channels === 1 || head.channels === 3)
  );
}

/** The bytes of a picture as they stand in the file; undefined where there are none. */
export function readRaw({ call, bytes, lend }: Pdfium, object: number): Uint8Array<ArrayBuffer> | undefined {
  const size = call('FPDFImageObj_GetImageDataRaw', object, 0, 0);
  if (size <= 0) return undefined;
  return lend(size, (address) => {
    call('FPDFImageObj_GetImageDataRaw', object, address, size);
    return new Uint8Array(bytes().subarray(address, address + size));
  });
}

const readFilter = ({ call, bytes, lend }: Pdfium, object: number): string =>
  lend(64, (address) => {
    const size = call('FPDFImageObj_GetImageFilter', object, 0, address, 64);
    return String.fromCharCode(...bytes().subarray(address, address + Math.min(Math.max(size - 1, 0), 63)));
  });

/** Whether something cuts the picture, beyond a frame that leaves it whole. */
function isClipped(pdfium: Pdfium, { object, box }: PlacedImage): boolean {
  const { call } = pdfium;
  const clip = call('FPDFPageObj_GetClipPath', object);
  const paths = clip === 0 ? 0 : Math.max(call('FPDFClipPath_CountPaths', clip), 0);
  if (paths > 8) return true;
  return Array.from({ length: paths }, (_, path) => path).some((path) => {
    const count = call('FPDFClipPath_CountPathSegments', clip, path);
    if (count < 4 || count > 6) return true;
    const points = Array.from({ length: count }, (_, at) =>
      readPoint(pdfium, call('FPDFClipPath_GetPathSegment', clip, path, at)),
    );
    const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
    const slack = 1.5;
    return (
      Math.min(...xs) > box.left + slack ||
      Math.max(...xs) < box.right - slack ||
      Math.min(...ys) > box.bottom + slack ||
      Math.max(...ys) < box.top - slack
    );
  });
}

const readPoint = (
  { call, view, lend }: Pdfium,
  segment: number,
): { readonly x: number; readonly y: number } =>
  lend(8, (address) => {
    call('FPDFPathSegment_GetPoint', segment, address, address + 4);
    return { x: view().getFloat32(address, true), y: view().getFloat32(address + 4, true) };
  });

const readBounds = (pdfium: Pdfium, object: number): PdfBox =>
  readBox(
    pdfium,
    (address) =>
      pdfium.call('FPDFPageObj_GetBounds', object, address, address + 4, address + 8, address + 12),
    'left-bottom',
  );

/** Four floats, in the one order or the other in which PDFium writes a rectangle. */
export function readBox(
  { view, lend }: Pdfium,
  write: (address: number) => number,
  order: 'left-top' | 'left-bottom',
): PdfBox {
  return lend(16, (address) => {
    write(address);
    const numbers = view();
    const [left, second, right, fourth] = [0, 4, 8, 12].map((offset) =>
      numbers.getFloat32(address + offset, true),
    );
    const [bottom, top] = order === 'left-top' ? [fourth, second] : [second, fourth];
    return { left: left ?? 0, bottom: bottom ?? 0, right: right ?? 0, top: top ?? 0 };
  });
}

const areaOf = ({ left, bottom, right, top }: PdfBox): number =>
  Math.max(right - left, 0) * Math.max(top - bottom, 0);

const intersection = (one: PdfBox, other: PdfBox): PdfBox => ({
  left: Math.max(one.left, other.left),
  bottom: Math.max(one.bottom, other.bottom),
  right: Math.min(one.right, other.right),
  top: Math.min(one.top, other.top),
});
