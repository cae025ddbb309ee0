import { turnedText, type QuarterTurn } from '../core/facsimile/turned-text.ts';
import { problem, type Problem } from '../core/problem.ts';
import type { FacsimilePage, PageImage } from '../core/rendition.ts';
import { baseOf } from '../formats/page-names/match-files.ts';
import { hasShapeOf, onImage, type GivenPage } from '../formats/page-text/given-pages.ts';
import type { InspectedPage } from '../ports/imager.ts';
import type { FileStore } from '../ports/file-store.ts';
import { givenPagesOf } from './offered-scans.ts';
import { keepPageText } from './kept-page-texts.ts';
import type { ScanFile } from './scan-document.ts';

/** Makes the pages of one file, with the words that were given for them; gathers what is to be said. */
export class LayerMaker {
  readonly problems: Problem[] = [];
  readonly #files: FileStore;
  readonly #file: ScanFile;

  constructor(files: FileStore, file: ScanFile) {
    this.#files = files;
    this.#file = file;
  }

  /** `before`: how many pages the document has already. */
  async pagesOf(images: readonly InspectedPage[], before: number): Promise<readonly FacsimilePage[]> {
    const { scan, label } = this.#file;
    const given = await this.#given(images.length);
    const pages: FacsimilePage[] = [];
    for (const [at, { turned, ...image }] of images.entries()) {
      const isOne = images.length === 1;
      const text = given[at];
      const layer = text && (await keepPageText(this.#files, this.#fitted(text, image, turned)));
      pages.push({
        label: isOne && label !== undefined ? label : String(before + at + 1),
        image,
        name: isOne ? baseOf(scan.name) : `${baseOf(scan.name)}#page=${at + 1}`,
        ...(layer ? { textLayer: layer } : {}),
      });
    }
    return pages;
  }

  async #given(images: number): Promise<readonly GivenPage[]> {
    const { scan, text } = this.#file;
    if (!text || text.digest === undefined) return [];
    const { pages, problems } = await givenPagesOf(this.#files, text);
    this.problems.push(...problems);
    if (pages.length === images) return pages;
    const own = images === 1 ? pages.find(({ imageName }) => isNamed(imageName, scan.name)) : undefined;
    if (own) return [own];
    const facts = { given: pages.length, actual: images };
    this.problems.push(problem('pages-unequal', { file: text.name }, { facts }));
    return pages.slice(0, images);
  }

  #fitted(
    { text: given, isInPixels }: GivenPage,
    { widthPx, heightPx }: PageImage,
    turned: QuarterTurn | undefined,
  ): GivenPage['text'] {
    const isAsItLies = turned !== undefined && given.widthPx === heightPx && given.heightPx === widthPx;
    const text = isAsItLies && widthPx !== heightPx ? turnedText(given, turned) : given;
    const isOther = text.widthPx !== widthPx || text.heightPx !== heightPx;
    if (isOther && isInPixels) {
      const isOdd = !hasShapeOf(text, { widthPx, heightPx });
      this.problems.push(
        problem(
          'page-text-scaled',
          { file: this.#file.text?.name ?? this.#file.scan.name },
          {
            facts: { given: `${text.widthPx} × ${text.heightPx}`, actual: `${widthPx} × ${heightPx}` },
            ...(isOdd ? { severity: 'warning' as const } : {}),
          },
        ),
      );
    }
    return onImage(text, widthPx, heightPx);
  }
}

const isNamed = (imageName: string | undefined, file: string): boolean =>
  imageName !== undefined &&
  baseOf(imageName.replaceAll('\\', '/')).toLowerCase() === baseOf(file).toLowerCase();
