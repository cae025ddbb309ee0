import { open, rm, writeFile } from 'node:fs/promises';
import { problem, type Problem } from '../../core/problem.ts';
import type { PageImage } from '../../core/rendition.ts';
import { accepted, refused, type Result } from '../../core/result.ts';
import type { FileStore } from '../../ports/file-store.ts';
import { failureOf } from '../disk/failures.ts';
import type { PagePictures } from './page-pictures.ts';
import type { Source } from './picture-calls.ts';
import type { PyramidShelf } from './pyramid-shelf.ts';

export interface Originals {
  readonly files: FileStore;
  readonly shelf: PyramidShelf;
  /** Where a file lies on this machine's disk, if it does: else it is copied for as long as it is looked at. */
  readonly pathOf?: (digest: string) => string | undefined;
  readonly pdf?: PagePictures;
}

const PDF = 'application/pdf';
export const isPdf = ({ mediaType }: { readonly mediaType: string }): boolean => mediaType === PDF;

/** Does work on an original that lies under a path meanwhile; a problem where it is not held. */
export async function withOriginal<T>(
  { files, shelf, pathOf }: Originals,
  digest: string,
  work: (path: string) => Promise<Result<T, Problem>>,
): Promise<Result<T, Problem>> {
  const path = pathOf?.(digest);
  if (path !== undefined)
    return (await files.has(digest)) ? work(path) : refused(problem('file-missing', { file: digest }));
  const bytes = await files.open(digest);
  if (bytes === undefined) return refused(problem('file-missing', { file: digest }));
  const copy = await shelf.aside('original');
  try {
    await writeTo(copy, bytes);
    return await work(copy);
  } finally {
    await rm(copy, { force: true });
  }
}

async function writeTo(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx');
  try {
    for await (const part of bytes) await file.writeFile(part);
  } catch (reason) {
    throw failureOf(reason, 'derived/images');
  } finally {
    await file.close();
  }
}

/** Does work on the picture of a page: the file itself, one of its pages, or what another takes from it (PDF). */
export function withSource<T>(
  originals: Originals,
  image: PageImage,
  work: (source: Source) => Promise<Result<T, Problem>>,
): Promise<Result<T, Problem>> {
  const told = { widthPx: image.widthPx, heightPx: image.heightPx };
  if (isPdf(image)) return withPagePicture(originals, image, (source) => work({ ...source, told }));
  const index = (image.page ?? 1) - 1;
  return withOriginal(originals, image.digest, (path) => work({ path, index, told }));
}

async function withPagePicture<T>(
  { pdf, shelf }: Originals,
  { digest, page = 1 }: PageImage,
  work: (source: Omit<Source, 'told'>) => Promise<Result<T, Problem>>,
): Promise<Result<T, Problem>> {
  if (pdf === undefined) return notRead(digest);
  const taken = await pdf.picture(digest, page);
  if (!taken.ok) return taken;
  const picture = taken.value;
  const aside = await shelf.aside('page');
  try {
    await writeFile(aside, picture.bytes);
    if (picture.kind === 'jpeg') return await work({ path: aside, index: 0, degrees: picture.degrees });
    const { widthPx, heightPx, channels } = picture;
    return await work({ path: aside, index: 0, raw: { widthPx, heightPx, channels } });
  } catch (reason) {
    throw failureOf(reason, 'derived/images');
  } finally {
    await rm(aside, { force: true });
  }
}

const notRead = (digest: string): Result<never, Problem> =>
  refused(problem('not-an-image', { file: digest }, { facts: { found: PDF } }));

/** The pages of a PDF, as they will be shown. */
export async function pdfPages(
  { pdf }: Originals,
  digest: string,
): Promise<Result<readonly PageImage[], Problem>> {
  if (pdf === undefined) return notRead(digest);
  const pages = await pdf.inspect(digest);
  if (!pages.ok) return pages;
  return accepted(
    pages.value.map(({ widthPx, heightPx }, at) => ({
      digest,
      mediaType: PDF,
      page: at + 1,
      widthPx,
      heightPx,
    })),
  );
}
