import { PDFiumModule } from '@hyzyla/pdfium';
import { z } from 'zod';

/** The functions of PDFium that are called. Source: the headers fpdfview.h, fpdf_text.h, fpdf_edit.h. */
const NAMES = [
  'FPDF_LoadMemDocument',
  'FPDF_CloseDocument',
  'FPDF_GetLastError',
  'FPDF_DocumentHasValidCrossReferenceTable',
  'FPDF_GetPageCount',
  'FPDF_LoadPage',
  'FPDF_ClosePage',
  'FPDF_GetPageWidthF',
  'FPDF_GetPageHeightF',
  'FPDF_GetPageBoundingBox',
  'FPDFPage_GetRotation',
  'FPDFPage_SetRotation',
  'FPDFPage_CountObjects',
  'FPDFPage_GetObject',
  'FPDFPage_GetAnnotCount',
  'FPDFPageObj_GetType',
  'FPDFPageObj_GetMatrix',
  'FPDFPageObj_GetBounds',
  'FPDFPageObj_HasTransparency',
  'FPDFPageObj_GetClipPath',
  'FPDFClipPath_CountPaths',
  'FPDFClipPath_CountPathSegments',
  'FPDFClipPath_GetPathSegment',
  'FPDFPathSegment_GetPoint',
  'FPDFTextObj_GetTextRenderMode',
  'FPDFImageObj_GetImageDataRaw',
  'FPDFImageObj_GetImageMetadata',
  'FPDFImageObj_GetImageFilterCount',
  'FPDFImageObj_GetImageFilter',
  'FPDFText_LoadPage',
  'FPDFText_ClosePage',
  'FPDFText_CountChars',
  'FPDFText_GetUnicode',
  'FPDFText_IsGenerated',
  'FPDFText_GetCharAngle',
  'FPDFText_GetCharBox',
  'FPDFText_GetLooseCharBox',
  'FPDFBitmap_CreateEx',
  'FPDFBitmap_FillRect',
  'FPDFBitmap_Destroy',
  'FPDF_RenderPageBitmap',
] as const;

export type PdfiumFunction = (typeof NAMES)[number];
type Numbers = (...numbers: readonly number[]) => number;

/** PDFium as numbers in and numbers out: handles, addresses in its memory, measures. */
export interface Pdfium {
  readonly call: (name: PdfiumFunction, ...numbers: readonly number[]) => number;
  /** A look into its memory, valid until the next call: the memory may grow and move. */
  readonly view: () => DataView;
  readonly bytes: () => Uint8Array;
  /** Runs with so many bytes of its memory set to zero, and gives them back. */
  readonly lend: <T>(sizeBytes: number, use: (address: number) => T) => T;
  /** Takes memory that is kept; 0 where there is no more. */
  readonly take: (sizeBytes: number) => number;
  readonly giveBack: (address: number) => void;
}

const isFunction = z.custom<Numbers>((value) => typeof value === 'function');

/**
 * Loads PDFium. Of the package its WebAssembly module alone is taken, whose types name only some of its
 * functions: the others are looked up by name, and a package that lacks one is refused at once.
 */
export async function loadPdfium(): Promise<Pdfium> {
  const module = await PDFiumModule({});
  module._FPDF_InitLibraryWithConfig({});
  const found: ReadonlyMap<string, unknown> = new Map(Object.entries(module));
  const functions = new Map(NAMES.map((name) => [name, isFunction.parse(found.get(`_${name}`))]));
  const { malloc, free } = module.wasmExports;
  return {
    call: (name, ...numbers) => functions.get(name)?.(...numbers) ?? 0,
    view: () => new DataView(module.HEAPU8.buffer),
    bytes: () => module.HEAPU8,
    take: malloc,
    giveBack: free,
    lend: (sizeBytes, use) => {
      const address = malloc(sizeBytes);
      if (address === 0) throw new RangeError('PDFium has no more memory');
      try {
        module.HEAPU8.fill(0, address, address + sizeBytes);
        return use(address);
      } finally {
        free(address);
      }
    },
  };
}
