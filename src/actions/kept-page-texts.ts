import type { PageText } from '../core/facsimile/page-text.ts';
import type { ReadPage } from '../core/facsimile/text-of-pages.ts';
import type { Facsimile, FacsimilePage, TextLayer } from '../core/rendition.ts';
import { Impossible } from '../core/result.ts';
import { readPageText, writePageText } from '../formats/page-text/page-text-json.ts';
import type { FileStore } from '../ports/file-store.ts';

/** Keeps the words of a page as a file; answers what its page says of it. */
export async function keepPageText(files: FileStore, text: PageText): Promise<TextLayer> {
  const { digest } = await files.put(once(new TextEncoder().encode(writePageText(text))));
  const words = text.lines.flatMap((line) => line.words);
  const said = words.flatMap(({ confidence }) => confidence ?? []);
  const mean = said.reduce((sum, one) => sum + one, 0) / said.length;
  return {
    digest,
    words: words.length,
    ...(said.length > 0 ? { confidence: Math.round(mean * 1000) / 1000 } : {}),
    ...(text.madeBy ? { madeBy: text.madeBy } : {}),
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The words of a page that has some; undefined where their file is gone. */
export async function pageTextOf(files: FileStore, layer: TextLayer): Promise<PageText | undefined> {
  const bytes = await files.open(layer.digest);
  if (!bytes) return undefined;
  const decoder = new TextDecoder();
  let json = '';
  for await (const part of bytes) json += decoder.decode(part, { stream: true });
  const read = readPageText(json + decoder.decode(), layer.digest);
  if (!read.ok) throw new Impossible(`${layer.digest} is no text of a page: ${read.problem.code}`);
  return read.value;
}

/** The pages of a facsimile with the words that are known of each. `known`: texts at hand, by digest; those read join them. */
export async function readPagesOf(
  files: FileStore,
  facsimile: Pick<Facsimile, 'pages'>,
  known = new Map<string, PageText>(),
): Promise<readonly ReadPage[]> {
  const pages: ReadPage[] = [];
  for (const page of facsimile.pages) {
    const layer = page.textLayer;
    const text = layer && (known.get(layer.digest) ?? (await pageTextOf(files, layer)));
    if (layer && text) known.set(layer.digest, text);
    pages.push({ ...namedPage(page), ...(text ? { text } : {}) });
  }
  return pages;
}

const namedPage = ({ label, name }: FacsimilePage): ReadPage => ({
  label,
  ...(name === undefined ? {} : { name }),
});
