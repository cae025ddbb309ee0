import type { PageText } from '../../core/facsimile/page-text.ts';
import { readJpegHead } from './jpeg-head.ts';
import { readContent, readRaw, type PageContent } from './page-content.ts';
import { drawnSize, isPrintable, type PageFrame } from './page-frame.ts';
import type { PdfPage, PdfPicture, PdfTrouble } from './pdf-calls.ts';
import type { Pdfium } from './pdfium.ts';
import { readWords } from './read-words.ts';
import { isWorthHaving } from './worth-having.ts';

/** The trouble that a file makes, thrown within this process and told to the other as a value. */
export class PdfFault extends Error {
  readonly trouble: PdfTrouble;

  constructor(trouble: PdfTrouble) {
    super(trouble.kind);
    this.trouble = trouble;
  }
}

/** An open PDF. Pages count from 1. */
export interface PdfDocument {
  readonly pageCount: number;
  inspect(page: number): PdfPage;
  picture(page: number): PdfPicture;
  /** The words that stand on the page, in pixels of its picture; undefined where they are not worth having. */
  words(page: number): PageText | undefined;
  close(): void;
}

/** What PDFium says of a file that it cannot open. Source: fpdfview.h, FPDF_ERR_*. */
const LOCKED = new Set([4, 5]);

/** Opens the bytes of a PDF, or throws the {@link PdfFault}. */
export function openDocument(pdfium: Pdfium, parts: readonly Uint8Array[]): PdfDocument {
  const { call } = pdfium;
  const sizeBytes = parts.reduce((sum, { length }) => sum + length, 0);
  checkEnds(parts);
  const memory = pdfium.take(sizeBytes);
  if (memory === 0) throw new PdfFault({ kind: 'too-large' });
  let offset = memory;
  for (const part of parts) {
    pdfium.bytes().set(part, offset);
    offset += part.length;
  }
  const handle = call('FPDF_LoadMemDocument', memory, sizeBytes, 0);
  if (handle === 0) {
    const isLocked = LOCKED.has(call('FPDF_GetLastError'));
    pdfium.giveBack(memory);
    if (isLocked) throw new PdfFault({ kind: 'encrypted' });
    throw new PdfFault({ kind: endsAsPdf(parts) ? 'broken' : 'truncated' });
  }
  const close = (): void => {
    call('FPDF_CloseDocument', handle);
    pdfium.giveBack(memory);
  };
  const isMended = call('FPDF_DocumentHasValidCrossReferenceTable', handle) === 0;
  if (isMended && !endsAsPdf(parts)) {
    close();
    throw new PdfFault({ kind: 'truncated' });
  }
  const onPage = <T>(number: number, use: (page: number) => T): T => {
    const page = call('FPDF_LoadPage', handle, number - 1);
    if (page === 0) throw new PdfFault({ kind: 'page-broken', page: number });
    try {
      return use(page);
    } finally {
      call('FPDF_ClosePage', page);
    }
  };
  return {
    pageCount: call('FPDF_GetPageCount', handle),
    inspect: (number) => onPage(number, (page) => sizeOf(contentOf(pdfium, page, number), pdfium)),
    picture: (number) => onPage(number, (page) => pictureOf(pdfium, page, contentOf(pdfium, page, number))),
    words: (number) =>
      onPage(number, (page) => {
        const content = contentOf(pdfium, page, number);
        const read = readWords(pdfium, page, frameOf(content, pdfium));
        return read && isWorthHaving(read, content.isScan) ? read : undefined;
      }),
    close,
  };
}

const HEAD_BYTES = 1024;
const TAIL_BYTES = 4096;

/** A PDF says so within its first kilobyte. Source: ISO 32000-1, annex H, note 13. */
function checkEnds(parts: readonly Uint8Array[]): void {
  const head = Buffer.concat(parts.slice(0, 1)).subarray(0, HEAD_BYTES);
  if (!head.includes('%PDF-')) throw new PdfFault({ kind: 'not-pdf' });
}

const endsAsPdf = (parts: readonly Uint8Array[]): boolean =>
  Buffer.concat(parts.slice(-2)).subarray(-TAIL_BYTES).includes('%%EOF');

function contentOf(pdfium: Pdfium, page: number, number: number): PageContent {
  const content = readContent(pdfium, page);
  if (!isPrintable(content.widthPt, content.heightPt))
    throw new PdfFault({ kind: 'page-size', page: number });
  return content;
}

function frameOf(content: PageContent, pdfium: Pdfium): PageFrame {
  const head = content.jpeg && readJpegHead(readRaw(pdfium, content.jpeg.object) ?? new Uint8Array());
  if (!content.jpeg || !head)
    return { box: content.box, turns: content.turns, ...drawnSize(content, content.dpi) };
  const { widthPx, heightPx } = head;
  return { box: content.jpeg.box, turns: content.turns, widthPx, heightPx };
}

function sizeOf(content: PageContent, pdfium: Pdfium): PdfPage {
  const { widthPx, heightPx } = frameOf(content, pdfium);
  return { widthPx, heightPx };
}

function pictureOf(pdfium: Pdfium, page: number, content: PageContent): PdfPicture {
  const { widthPx, heightPx } = frameOf(content, pdfium);
  const bytes = content.jpeg && readRaw(pdfium, content.jpeg.object);
  if (bytes) return { kind: 'jpeg', bytes, widthPx, heightPx };
  return { kind: 'pixels', widthPx, heightPx, ...draw(pdfium, page, widthPx, heightPx) };
}

const BGRX = 3;
const WHITE = 0xffffffff;
/** With annotations (a black bar may be one), bytes as red, green, blue. Source: fpdfview.h. */
const FLAGS = 0x01 | 0x10;

function draw(
  { call, bytes, take, giveBack }: Pdfium,
  page: number,
  widthPx: number,
  heightPx: number,
): Pick<Extract<PdfPicture, { kind: 'pixels' }>, 'bytes' | 'channels'> {
  const size = widthPx * heightPx * 4;
  const address = take(size);
  if (address === 0) throw new PdfFault({ kind: 'too-large' });
  const bitmap = call('FPDFBitmap_CreateEx', widthPx, heightPx, BGRX, address, widthPx * 4);
  try {
    call('FPDFBitmap_FillRect', bitmap, 0, 0, widthPx, heightPx, WHITE);
    call('FPDF_RenderPageBitmap', bitmap, page, 0, 0, widthPx, heightPx, 0, FLAGS);
    return packed(bytes().subarray(address, address + size));
  } finally {
    call('FPDFBitmap_Destroy', bitmap);
    giveBack(address);
  }
}

/** Four bytes a pixel as three, or as one where all is grey. */
function packed(pixels: Uint8Array): {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly channels: 1 | 3;
} {
  const channels = isGrey(pixels) ? 1 : 3;
  const bytes = new Uint8Array((pixels.length / 4) * channels);
  for (let from = 0, to = 0; from < pixels.length; from += 4)
    for (let channel = 0; channel < channels; channel++) bytes[to++] = pixels[from + channel] ?? 0;
  return { bytes, channels };
}

function isGrey(pixels: Uint8Array): boolean {
  for (let at = 0; at < pixels.length; at += 4)
    if (pixels[at] !== pixels[at + 1] || pixels[at] !== pixels[at + 2]) return false;
  return true;
}
