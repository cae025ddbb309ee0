import type { ArchiveDocument } from '../document.ts';
import type { Facsimile, FacsimilePage } from '../rendition.ts';

/** A page of a facsimile and its number, from 1. */
export interface NumberedPage {
  readonly facsimile: Facsimile;
  readonly page: FacsimilePage;
  readonly number: number;
}

/** The facsimiles of a document, in their order. */
export const facsimilesOf = ({ renditions }: ArchiveDocument): readonly Facsimile[] =>
  renditions.filter((one) => one.kind === 'facsimile');

/** The page with this number of the facsimile with this key; undefined where the document has none. */
export function pageOf(document: ArchiveDocument, key: string, number: number): NumberedPage | undefined {
  const facsimile = facsimilesOf(document).find((one) => one.key === key);
  const page = facsimile?.pages[number - 1];
  return facsimile && page && { facsimile, page, number };
}
