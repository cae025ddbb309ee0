import type { PageText } from '../../core/facsimile/page-text.ts';
import type { Region } from '../../core/rendition.ts';
import { assembleLines, type PdfChar } from './assemble-words.ts';
import { readBox } from './page-content.ts';
import { regionOf, turnsOf, type PageFrame, type Turns } from './page-frame.ts';
import type { Pdfium } from './pdfium.ts';

/** More characters than any sheet of paper holds. */
const MOST_CHARS = 300_000;
/** So many characters show how the writing of a page stands. */
const SAMPLE = 200;

/**
 * The words of a page in the order of the file, in pixels of its picture; undefined where it has more
 * characters than are read. PDFium orders lines as they stand when the page is seen: where most of the
 * writing then lies on its side, the page is turned until it stands, for as long as it is read.
 */
export function readWords(pdfium: Pdfium, page: number, frame: PageFrame): PageText | undefined {
  const { call } = pdfium;
  const upright = withText(pdfium, page, (text) => uprightTurns(pdfium, text));
  const { widthPx, heightPx } = frame;
  if (upright !== undefined && upright !== frame.turns) call('FPDFPage_SetRotation', page, upright);
  try {
    return withText(pdfium, page, (text) => {
      const count = call('FPDFText_CountChars', text);
      if (count > MOST_CHARS) return undefined;
      return { widthPx, heightPx, lines: assembleLines(charsOf(pdfium, text, count, frame)) };
    });
  } finally {
    if (upright !== undefined && upright !== frame.turns) call('FPDFPage_SetRotation', page, frame.turns);
  }
}

function withText<T>({ call }: Pdfium, page: number, use: (text: number) => T): T | undefined {
  const text = call('FPDFText_LoadPage', page);
  if (text === 0) return undefined;
  try {
    return use(text);
  } finally {
    call('FPDFText_ClosePage', text);
  }
}

/** How the page would have to be turned for most of its first characters to stand upright. */
function uprightTurns({ call }: Pdfium, text: number): Turns | undefined {
  const count = Math.min(call('FPDFText_CountChars', text), SAMPLE);
  const votes = [0, 0, 0, 0];
  for (let at = 0; at < count; at++) {
    if (call('FPDFText_IsGenerated', text, at) === 1) continue;
    const turns = turnsOf(call('FPDFText_GetCharAngle', text, at) / (Math.PI / 2));
    votes[turns] = (votes[turns] ?? 0) + 1;
  }
  const most = Math.max(...votes);
  return most === 0 ? undefined : turnsOf(votes.indexOf(most));
}

function* charsOf(pdfium: Pdfium, text: number, count: number, frame: PageFrame): Generator<PdfChar> {
  for (let at = 0; at < count; at++) {
    const code = pdfium.call('FPDFText_GetUnicode', text, at) >>> 0;
    const isImplied = pdfium.call('FPDFText_IsGenerated', text, at) === 1;
    yield { code, isImplied, region: isImplied ? NOWHERE : placeOf(pdfium, text, at, frame) };
  }
}

const NOWHERE: Region = { x: 0, y: 0, w: 0, h: 0 };

/** Where its ink is, or, for fonts that have none, its place in the line. */
function placeOf(pdfium: Pdfium, text: number, at: number, frame: PageFrame): Region {
  const { call, view, lend } = pdfium;
  const ink = lend(32, (address) => {
    call('FPDFText_GetCharBox', text, at, address, address + 8, address + 16, address + 24);
    const [left, right, bottom, top] = [0, 8, 16, 24].map((offset) =>
      view().getFloat64(address + offset, true),
    );
    return { left: left ?? 0, right: right ?? 0, bottom: bottom ?? 0, top: top ?? 0 };
  });
  if (ink.right > ink.left && ink.top > ink.bottom) return regionOf(ink, frame);
  const loose = readBox(pdfium, (address) => call('FPDFText_GetLooseCharBox', text, at, address), 'left-top');
  return regionOf(loose, frame);
}
