import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium';
import { z } from 'zod';

/** A word as it stands on a page, in points from the top left corner. */
export interface SeenWord {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A page of a PDF as a reader's program has it. */
export interface SeenPage {
  readonly text: string;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly words: readonly SeenWord[];
}

/** What a PDF says, page by page. */
export const textOfPdf = async (bytes: Uint8Array): Promise<readonly string[]> =>
  (await pagesOfPdf(bytes)).map(({ text }) => text);

let engineAtHand: Promise<PDFiumLibrary> | undefined;

export async function pagesOfPdf(bytes: Uint8Array): Promise<readonly SeenPage[]> {
  const library = await (engineAtHand ??= PDFiumLibrary.init());
  const document = await library.loadDocument(bytes);
  try {
    return [...document.pages()].map((page) => {
      const { originalWidth, originalHeight } = page.getOriginalSize();
      return {
        text: page.getText(),
        widthPt: originalWidth,
        heightPt: originalHeight,
        words: wordsOn(library, page, originalHeight),
      };
    });
  } finally {
    document.destroy();
  }
}

const call = z.custom<(...given: number[]) => number>((value) => typeof value === 'function');
const engine = z.object({
  _FPDFText_LoadPage: call,
  _FPDFText_CountChars: call,
  _FPDFText_GetUnicode: call,
  _FPDFText_GetCharBox: call,
  _FPDFText_ClosePage: call,
  wasmExports: z.object({ malloc: call, free: call }),
  HEAPU8: z.instanceof(Uint8Array),
});

/** Characters are asked for one by one: the library has no word for where they stand. */
function wordsOn(library: PDFiumLibrary, page: PDFiumPage, heightPt: number): readonly SeenWord[] {
  const pdfium = engine.parse(Reflect.get(library, 'module'));
  const text = pdfium._FPDFText_LoadPage(z.number().parse(Reflect.get(page, 'pageIdx')));
  const box = pdfium.wasmExports.malloc(32);
  const words: { text: string; left: number; right: number; bottom: number; top: number }[] = [];
  let isOpen = false;
  for (let at = 0; at < pdfium._FPDFText_CountChars(text); at++) {
    const unit = String.fromCodePoint(pdfium._FPDFText_GetUnicode(text, at));
    if (/\s|\0/.test(unit)) {
      isOpen = false;
      continue;
    }
    pdfium._FPDFText_GetCharBox(text, at, box, box + 8, box + 16, box + 24);
    const [left = 0, right = 0, bottom = 0, top = 0] = new Float64Array(pdfium.HEAPU8.buffer, box, 4);
    const last = words.at(-1);
    if (!isOpen || last === undefined) words.push({ text: unit, left, right, bottom, top });
    else {
      last.text += unit;
      last.left = Math.min(last.left, left);
      last.right = Math.max(last.right, right);
      last.bottom = Math.min(last.bottom, bottom);
      last.top = Math.max(last.top, top);
    }
    isOpen = true;
  }
  pdfium.wasmExports.free(box);
  pdfium._FPDFText_ClosePage(text);
  return words.map((word) => ({
    text: word.text,
    x: word.left,
    y: heightPt - word.top,
    w: word.right - word.left,
    h: word.top - word.bottom,
  }));
}
