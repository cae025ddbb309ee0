import { createReadStream } from 'node:fs';
import { accepted } from '../../core/result.ts';
import type { PagePictures } from '../sharp/page-pictures.ts';
import { openPdfReader, type PdfLimits } from './pdf-reader.ts';

/** The pages of PDFs as pictures, for files that lie under a path. */
export function openPagePictures(limits: Partial<PdfLimits> = {}): PagePictures & { close(): Promise<void> } {
  const reader = openPdfReader({ open: async (path) => createReadStream(path) }, limits);
  return {
    pages: (path) => reader.inspect(path),
    picture: async (path, page) => {
      const picture = await reader.picture(path, page);
      if (!picture.ok) return picture;
      const drawn = picture.value;
      return accepted(drawn.kind === 'pixels' ? drawn : { kind: 'encoded', bytes: drawn.bytes });
    },
    close: () => reader.close(),
  };
}
