import { accepted } from '../../core/result.ts';
import type { PagePictures } from '../sharp/page-pictures.ts';
import type { PdfReader } from './pdf-reader.ts';

/** The pages of PDFs as pictures: what is taken as it is stands upright, a turned page is drawn. */
export const picturesIn = (pdf: Pick<PdfReader, 'inspect' | 'picture'>): PagePictures => ({
  inspect: (digest) => pdf.inspect(digest),
  picture: async (digest, page) => {
    const picture = await pdf.picture(digest, page);
    if (!picture.ok) return picture;
    const { value } = picture;
    return accepted(value.kind === 'jpeg' ? { kind: 'jpeg', bytes: value.bytes, degrees: 0 } : value);
  },
});
