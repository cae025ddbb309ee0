import { baseOf, folderOf } from '../formats/page-names/match-files.ts';
import type { OfferedText } from './offered-scans.ts';

/** Folders that hold nothing but the words of the pages in the folder beside them. */
const TEXT_FOLDERS = /^(alto|page|pages?-?xml|ocr|hocr|xml|text|txt|fulltext)$/i;

/**
 * Which file of words belongs to which image: that of the same name beside it, or in a folder of such files
 * ("alto/p1.xml" to "p1.jpg"), or that which names it.
 *
 *   "b/p1.jpg" -> "b/p1.xml", "b/p1.alto.xml", "b/p1_alto.xml", "b/p1.jpg.xml", "b/alto/p1.xml", "alto/p1.xml"
 */
export class Companions {
  readonly #byPath = new Map<string, OfferedText>();
  readonly #byFolderless = new Map<string, OfferedText[]>();
  readonly #byImage = new Map<string, OfferedText[]>();
  /** How many images bear a name: a text that lies apart belongs to the only one. */
  readonly #images = new Map<string, number>();
  readonly #left: Set<OfferedText>;

  constructor(texts: readonly OfferedText[], images: readonly string[]) {
    this.#left = new Set(texts);
    for (const image of images) this.#images.set(stemOf(image), (this.#images.get(stemOf(image)) ?? 0) + 1);
    for (const text of texts) {
      const folder = folderOf(text.name).toLowerCase();
      for (const stem of stemsOf(text.name)) {
        this.#byPath.set(`${folder}/${stem}`, text);
        if (!TEXT_FOLDERS.test(baseOf(folder))) continue;
        const held = this.#byFolderless.get(stem) ?? [];
        this.#byFolderless.set(stem, [...held, text]);
      }
      const named = text.imageName && baseOf(text.imageName.replaceAll('\\', '/')).toLowerCase();
      if (named) this.#byImage.set(named, [...(this.#byImage.get(named) ?? []), text]);
    }
  }

  /** The words for an image, which then are no longer alone. */
  of(image: string): OfferedText | undefined {
    const folder = folderOf(image).toLowerCase();
    const name = baseOf(image).toLowerCase();
    const stem = stemOf(image);
    const beside = [name, stem].map((one) => this.#byPath.get(`${folder}/${one}`)).find(Boolean);
    const found = beside ?? this.#near(folder, stem) ?? this.#naming(folder, name);
    if (found) this.#left.delete(found);
    return found;
  }

  /** Claims a file of words that something else names. */
  take(text: OfferedText): void {
    this.#left.delete(text);
  }

  get left(): readonly OfferedText[] {
    return [...this.#left];
  }

  /** The one that calls the image by its name, in its own folder if several do. */
  #naming(folder: string, name: string): OfferedText | undefined {
    const held = this.#byImage.get(name) ?? [];
    const [only, another] = held;
    if (only && !another) return this.#left.has(only) ? only : undefined;
    return held.find((text) => folderOf(text.name).toLowerCase() === folder);
  }

  /** In a folder of texts within the image's own or beside it; else anywhere, where there is but one of each and no other image has it. */
  #near(folder: string, stem: string): OfferedText | undefined {
    const held = this.#byFolderless.get(stem) ?? [];
    const parent = folderOf(folder);
    const near = held.find(({ name }) => {
      const above = folderOf(folderOf(name).toLowerCase());
      return above === folder || above === parent;
    });
    const [only, another] = held;
    const isTheirs = only && !another && this.#images.get(stem) === 1 && this.#left.has(only);
    return near ?? (isTheirs ? only : undefined);
  }
}

/** "b/P1.jpg" -> "p1" */
const stemOf = (image: string): string =>
  baseOf(image)
    .toLowerCase()
    .replace(/\.\w{2,5}$/u, '');

/** The names that a file of words may mean: "p1.alto.xml" -> "p1.alto", "p1". */
function stemsOf(file: string): readonly string[] {
  const whole = baseOf(file)
    .toLowerCase()
    .replace(/\.(xml|html?|hocr|xhtml)$/u, '');
  const bare = whole.replace(/[._-](alto|page|hocr|ocr)$/u, '');
  return whole === bare ? [whole] : [whole, bare];
}
