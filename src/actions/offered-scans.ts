import type { Draft } from '../core/draft.ts';
import { filesOf } from '../core/files-of.ts';
import { decodeText } from '../formats/encoding/decode.ts';
import { readAlto } from '../formats/alto/read-alto.ts';
import type { TextSource } from '../formats/format.ts';
import { readHocr } from '../formats/hocr/read-hocr.ts';
import { readMets, type MetsDocument } from '../formats/mets/read-mets.ts';
import type { GivenPages } from '../formats/page-text/given-pages.ts';
import { readPageXml } from '../formats/page-xml/read-page-xml.ts';
import type { FileStore } from '../ports/file-store.ts';
import { Failure } from '../core/failure.ts';
import { problem } from '../core/problem.ts';

/** A picture, or a file of several: what pages can be. */
export interface OfferedScan {
  /** From the path that was named on. */
  readonly name: string;
  /** Absent in a dry run, which keeps nothing. */
  readonly digest?: string;
  readonly mediaType: string;
}

/** The words of pages, or what puts pages in order, as a file of its own. */
export interface OfferedText {
  readonly name: string;
  readonly digest?: string;
  readonly kind: 'alto' | 'page-xml' | 'hocr';
  /** What it calls its image itself. */
  readonly imageName?: string;
}

/** The image that the beginning of a file of words names; undefined where it names none. */
export function imageNamedIn(bytes: Uint8Array): string | undefined {
  const [first = 0, second = 0] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const head = new TextDecoder(isWide ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
  const [, alto, page, hocr] =
    /<(?:\w+:)?fileName>([^<]+)<|\simageFilename\s*=\s*["']([^"']+)|\bimage\s+(?:"|&quot;)([^"&]+)/.exec(
      head,
    ) ?? [];
  return (alto ?? page ?? hocr)?.trim();
}

const READERS = { alto: readAlto, 'page-xml': readPageXml, hocr: readHocr } as const satisfies Readonly<
  Record<OfferedText['kind'], (source: TextSource) => Promise<GivenPages>>
>;

/**
 * What a run brought of scans and of what belongs to them, until all has come: a page may be offered before
 * the table that describes it. Only names and digests are held; the bytes are in the file store.
 */
export class OfferedScans {
  readonly scans: OfferedScan[] = [];
  readonly texts: OfferedText[] = [];
  readonly structures: { readonly name: string; readonly digest?: string; readonly mets: MetsDocument }[] =
    [];
  /** Records of tables that name their files, each with the table and its digest. */
  readonly described: { readonly draft: Draft; readonly table: string; readonly digest?: string }[] = [];
  readonly #shown = new Set<string>();

  /** A record that was read: the files that it shows itself are no documents of their own. */
  showing(draft: Draft): void {
    for (const digest of filesOf(draft.record)) this.#shown.add(digest);
  }

  isShown(digest: string | undefined): boolean {
    return digest !== undefined && this.#shown.has(digest);
  }
}

/** The words of a kept file of words. */
export async function givenPagesOf(files: FileStore, text: OfferedText): Promise<GivenPages> {
  const bytes = text.digest === undefined ? undefined : await files.open(text.digest);
  if (!bytes)
    throw new Failure(problem('file-unreadable', { file: text.name }), {
      cause: new Error(`${text.digest ?? 'nothing'} is not kept`),
    });
  return readGivenPages(bytes, text);
}

/** The words of pages in these bytes, with what is to be said of them. */
export async function readGivenPages(
  bytes: AsyncIterable<Uint8Array>,
  { name, kind }: Pick<OfferedText, 'name' | 'kind'>,
): Promise<GivenPages> {
  const decoded = decodeText(bytes, { name });
  const read = await READERS[kind]({ name, chunks: decoded.chunks });
  return { pages: read.pages, problems: [...read.problems, ...decoded.problems()] };
}

/** What a METS file says, in these bytes. */
export async function readStructure(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
): Promise<Awaited<ReturnType<typeof readMets>>> {
  const decoded = decodeText(bytes, { name });
  const read = await readMets({ name, chunks: decoded.chunks });
  return { ...read, problems: [...read.problems, ...decoded.problems()] };
}
