import type { NumberedPage } from '../core/facsimile/page-of.ts';
import type { PageText } from '../core/facsimile/page-text.ts';
import { textShownOn } from '../core/facsimile/shown-text.ts';
import { readPageText } from '../formats/page-text/page-text-json.ts';
import type { Ports } from './archive.ts';

/** A file of words larger than this is none. */
const LARGEST_BYTES = 32 * 2 ** 20;
const KEPT_WORDS = 200_000;

/** The words of pages, read from their files and kept at hand by digest, within bounds. */
export class PageTexts {
  readonly #files: Ports['files'];
  readonly #kept = new Map<string, { readonly text: PageText; readonly words: number }>();
  #words = 0;

  constructor({ files }: Pick<Ports, 'files'>) {
    this.#files = files;
  }

  /** The words of a page as it may be shown; undefined where it has none that can be read. */
  async of({ page }: NumberedPage): Promise<PageText | undefined> {
    if (page.textLayer === undefined) return undefined;
    const text = await this.#read(page.textLayer.digest);
    return text && textShownOn(page.image, text);
  }

  async #read(digest: string): Promise<PageText | undefined> {
    const kept = this.#kept.get(digest);
    if (kept !== undefined) {
      this.#kept.delete(digest);
      this.#kept.set(digest, kept);
      return kept.text;
    }
    const bytes = await this.#files.open(digest);
    const json = bytes && (await textOf(bytes));
    if (json === undefined) return undefined;
    const text = readPageText(json, digest);
    if (!text.ok) return undefined;
    this.#keep(digest, text.value);
    return text.value;
  }

  #keep(digest: string, text: PageText): void {
    const words = text.lines.reduce((sum, line) => sum + line.words.length, 1);
    this.#kept.set(digest, { text, words });
    this.#words += words;
    for (const [oldest, one] of this.#kept) {
      if (this.#words <= KEPT_WORDS) break;
      this.#kept.delete(oldest);
      this.#words -= one.words;
    }
  }
}

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of bytes) {
    text += decoder.decode(part, { stream: true });
    if (text.length > LARGEST_BYTES) return undefined;
  }
  return text + decoder.decode();
}
