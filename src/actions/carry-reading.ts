import type { ArchiveDocument } from '../core/document.ts';
import type { PageText } from '../core/facsimile/page-text.ts';
import { isReadHere, transcriptionOf, withTextOfScan } from '../core/facsimile/text-of-scan.ts';
import type { Facsimile, Rendition } from '../core/rendition.ts';
import type { FileStore } from '../ports/file-store.ts';
import { readPagesOf } from './kept-page-texts.ts';

/**
 * A document whose scans are imported again, with what was read here of the pages that are still the same: only
 * what changed is to be read anew. A text that a person wrote in the meantime stays as it is.
 */
export async function carryReading(
  files: FileStore,
  before: ArchiveDocument,
  after: ArchiveDocument,
): Promise<ArchiveDocument> {
  const [old, now] = [scanOf(before), scanOf(after)];
  if (!old || !now || !old.pages.some(({ textLayer }) => textLayer && isReadHere(textLayer))) return after;
  const known = new Map(old.pages.map((page) => [imageOf(page), page.textLayer]));
  const pages = now.pages.map((page) => {
    const layer = page.textLayer ?? known.get(imageOf(page));
    return layer ? { ...page, textLayer: layer } : page;
  });
  const facsimile = { ...now, pages };
  const made = transcriptionOf(before);
  const own = transcriptionOf(after);
  const given = own && !isMadeOf(own) ? own : undefined;
  if (!made || given) return { ...after, renditions: replaced(after.renditions, facsimile) };
  const others = after.renditions.filter((one) => one !== own);
  const joined = { ...after, renditions: [...replaced(others, facsimile), made] };
  const texts = new Map<string, PageText>();
  return withTextOfScan(
    joined,
    facsimile,
    await readPagesOf(files, facsimile, texts),
    await readPagesOf(files, old, texts),
  );
}

const scanOf = (document: ArchiveDocument): Facsimile | undefined => {
  const found = document.renditions.find(({ kind }) => kind === 'facsimile');
  return found?.kind === 'facsimile' ? found : undefined;
};

const imageOf = ({ image }: Facsimile['pages'][number]): string => `${image.digest} ${image.page ?? 1}`;

/** Made of the words of pages, as an import of scans does: those pages make it again. */
const isMadeOf = ({
  text,
}: {
  readonly text: { readonly blocks: readonly { readonly kind: string }[] };
}): boolean => text.blocks[0]?.kind === 'page-break';

const replaced = (renditions: readonly Rendition[], facsimile: Facsimile): readonly Rendition[] =>
  renditions.map((one) => (one.key === facsimile.key ? facsimile : one));
