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
  readonly #left: Set<OfferedText>;

  constructor(texts: readonly OfferedText[]) {
    this.#left = new Set(texts);
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
    const stem = name.replace(/\.\w{2,5}$/u, '');
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
    return held.length === 1 ? held[0] : held.find((text) => folderOf(text.name).toLowerCase() === folder);
  }

  /** In a folder of texts within the image's own or beside it; else, where there is but one, anywhere. */
  #near(folder: string, stem: string): OfferedText | undefined {
    const held = this.#byFolderless.get(stem) ?? [];
    const parent = folderOf(folder);
    const near = held.find(({ name }) => {
      const above = folderOf(folderOf(name).toLowerCase());
      return above === folder || above === parent;
    });
    return near ?? (held.length === 1 ? held[0] : undefined);
  }
}

/** The names that a file of words may mean: "p1.alto.xml" -> "p1.alto", "p1". */
function stemsOf(file: string): readonly string[] {
  const whole = baseOf(file)
    .toLowerCase()
    .replace(/\.(xml|html?|hocr|xhtml)$/u, '');
  const bare = whole.replace(/[._-](alto|page|hocr|ocr)$/u, '');
  return whole === bare ? [whole] : [whole, bare];
}
