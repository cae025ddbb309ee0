import { availableParallelism } from 'node:os';
import { rm } from 'node:fs/promises';
import type { ImageRequest } from '../../core/facsimile/image-request.ts';
import { Failure } from '../../core/failure.ts';
import { problem, type Problem } from '../../core/problem.ts';
import type { PageImage } from '../../core/rendition.ts';
import { accepted, refused, type Result } from '../../core/result.ts';
import type { FileStore } from '../../ports/file-store.ts';
import type { Imager, RenderedImage } from '../../ports/imager.ts';
import { cutPicture, storedTile } from './cut-picture.ts';
import { KeptPictures } from './kept-pictures.ts';
import { OpenPyramids } from './open-pyramids.ts';
import { isPdf, pdfPages, withOriginal, withSource, type Originals } from './originals.ts';
import type { PagePictures } from './page-pictures.ts';
import { DERIVE_MS, INSPECT_MS, MOST_EXACT_WAITING, MOST_PAGES, MOST_PIXELS } from './picture-limits.ts';
import { PictureProcess, type Outcome } from './picture-process.ts';
import { TILE_PX, type Pyramid } from './pyramid.ts';
import { PyramidShelf, regionsOf } from './pyramid-shelf.ts';
import { TiffBroken } from './tiff-directory.ts';
import { MEDIA_TYPE } from './transform.ts';
import { Turns } from './turns.ts';

export interface ImagerOptions {
  /** Where pyramids lie: `derived/images`. */
  readonly folder: string;
  readonly files: FileStore;
  /** Where an original lies on the disk, if it does. */
  readonly pathOf?: (digest: string) => string | undefined;
  readonly pdf?: PagePictures;
  /** How long a pyramid may take; a test is less patient. */
  readonly deriveMs?: number;
  /** What touches strangers' pictures; tests bring one that fails. */
  readonly process?: PictureProcess;
}

const MOST_OPEN = 128;
const KEPT_BYTES = 48 * 2 ** 20;
/** How many pictures of a tile's size wait to be cut, and fewer larger ones; more are told to come again. */
const MOST_CUTS_WAITING = 256;
/** What weighs as much as one of them, in pixels: a tile cut from four. */
const CUT_PX = 4 * TILE_PX * TILE_PX;
/** What could not be derived is not tried again for so long, however often it is asked for. */
const FAILED_FOR_MS = 60_000;
const MOST_FAILED = 1000;

/** Opens what makes pictures; nothing is loaded or started before the first is asked for. */
export const openImager = (options: ImagerOptions): Imager => new SharpImager(options);

class SharpImager implements Imager {
  readonly #originals: Originals;
  readonly #shelf: PyramidShelf;
  readonly #process: PictureProcess;
  /** Apart, so that nobody who wants the very pixels keeps a pyramid waiting. */
  readonly #exact = new PictureProcess({ mostWaiting: MOST_EXACT_WAITING });
  readonly #deriveMs: number;
  readonly #pyramids = new OpenPyramids(MOST_OPEN);
  readonly #kept = new KeptPictures(KEPT_BYTES);
  readonly #turns = new Turns(availableParallelism(), MOST_CUTS_WAITING);
  readonly #deriving = new Map<string, Promise<Result<undefined, Problem>>>();
  readonly #failed = new Map<string, { readonly problem: Problem; readonly untilMs: number }>();
  #library: Promise<typeof import('sharp').default> | undefined;

  constructor({ folder, files, pathOf, pdf, deriveMs = DERIVE_MS, process }: ImagerOptions) {
    this.#shelf = new PyramidShelf(folder);
    this.#originals = {
      files,
      shelf: this.#shelf,
      ...(pathOf ? { pathOf } : {}),
      ...(pdf ? { pdf } : {}),
    };
    this.#deriveMs = deriveMs;
    this.#process = process ?? new PictureProcess();
  }

  async inspect(file: {
    readonly digest: string;
    readonly mediaType: string;
  }): ReturnType<Imager['inspect']> {
    if (isPdf(file)) return pdfPages(this.#originals, file.digest);
    return withOriginal(this.#originals, file.digest, async (path) => {
      const outcome = await this.#process.ask({ kind: 'inspect', path }, INSPECT_MS);
      if (outcome.kind !== 'inspected') return refused(problemOf(outcome, file.digest));
      const { mediaType, pages } = outcome.inspected;
      const hasSeveral = pages.length > 1 || pages.some(({ index }) => index > 0);
      return accepted(
        pages.map(({ widthPx, heightPx, index, turned }) => ({
          digest: file.digest,
          mediaType,
          widthPx,
          heightPx,
          ...(hasSeveral ? { page: index + 1 } : {}),
          ...(turned ? { turned } : {}),
        })),
      );
    });
  }

  async derive(image: PageImage): Promise<Result<undefined, Problem>> {
    const path = this.#shelf.pathOf(image);
    if (path === undefined) return refused(problem('file-missing', { file: image.digest }));
    return (await this.#shelf.has(path)) ? accepted(undefined) : this.#deriveOnce(image, path);
  }

  async render(image: PageImage, request: ImageRequest): Promise<Result<RenderedImage, Problem>> {
    const path = this.#shelf.pathOf(image);
    if (path === undefined) return refused(problem('file-missing', { file: image.digest }));
    const key = `${path} ${image.widthPx} ${image.heightPx} ${JSON.stringify(request)}`;
    const kept = this.#kept.get(key);
    if (kept !== undefined) return accepted(kept);
    if (isExact(image, request)) return this.#cutExactly(image, request, key);
    try {
      return await this.#withPyramid(image, path, (pyramid) => this.#cut(pyramid, image, request, key));
    } catch (reason) {
      if (!(reason instanceof TiffBroken)) throw reason;
      return refused(problem('images-busy', { file: image.digest }));
    }
  }

  sweep(wantedOf: (digest: string) => Promise<readonly PageImage[]>): Promise<number> {
    return this.#shelf.sweep(wantedOf);
  }

  async close(): Promise<void> {
    this.#process.close();
    this.#exact.close();
    await this.#pyramids.close();
  }

  async #cut(
    pyramid: Pyramid,
    image: PageImage,
    request: ImageRequest,
    key: string,
  ): Promise<Result<RenderedImage, Problem>> {
    const stored = await storedTile(pyramid, request, image);
    if (stored !== undefined) return accepted(stored);
    this.#library ??= loadForOurOwn();
    const sharp = await this.#library;
    const made = await this.#turns.take(
      () => cutPicture(sharp, pyramid, request, image),
      Math.ceil((request.widthPx * request.heightPx) / CUT_PX),
    );
    if (made === undefined) return refused(problem('images-busy', {}));
    this.#kept.put(key, made);
    return accepted(made);
  }

  /** Works with the pyramid of a page, made now if there is none; who asks for the same meanwhile waits with us. */
  async #withPyramid<T>(
    image: PageImage,
    path: string,
    work: (pyramid: Pyramid) => Promise<Result<T, Problem>>,
  ): Promise<Result<T, Problem>> {
    for (let attempt = 0; attempt < 2; attempt++) {
      const worked = await this.#pyramids.with(path, work);
      if (worked !== undefined) return worked;
      const made = await this.#deriveOnce(image, path);
      if (!made.ok) return made;
    }
    return refused(problem('image-broken', { file: image.digest }));
  }

  #deriveOnce(image: PageImage, path: string): Promise<Result<undefined, Problem>> {
    const failed = this.#failed.get(path);
    if (failed !== undefined && Date.now() < failed.untilMs) return Promise.resolve(refused(failed.problem));
    const deriving =
      this.#deriving.get(path) ??
      this.#deriveNow(image, path).finally(() => {
        this.#deriving.delete(path);
      });
    this.#deriving.set(path, deriving);
    return deriving;
  }

  async #deriveNow(image: PageImage, path: string): Promise<Result<undefined, Problem>> {
    const aside = await this.#shelf.aside('tif');
    const blackened = regionsOf(image);
    const made = await withSource(this.#originals, image, async (source) => {
      const outcome = await this.#process.ask(
        { kind: 'derive', source, blackened, to: aside },
        this.#deriveMs,
      );
      return outcome.kind === 'derived' ? accepted(undefined) : refused(problemOf(outcome, image.digest));
    });
    if (made.ok) {
      await this.#shelf.takeIn(aside, path);
      return made;
    }
    await rm(aside, { force: true });
    if (made.problem.code === 'disk-full') throw new Failure(made.problem, { cause: made.problem.value });
    if (made.problem.code !== 'images-busy') this.#remember(path, made.problem);
    return made;
  }

  #remember(path: string, one: Problem): void {
    if (this.#failed.size >= MOST_FAILED) this.#failed.clear();
    this.#failed.set(path, { problem: one, untilMs: Date.now() + FAILED_FOR_MS });
  }

  async #cutExactly(
    image: PageImage,
    request: ImageRequest,
    key: string,
  ): Promise<Result<RenderedImage, Problem>> {
    return withSource(this.#originals, image, async (source) => {
      const outcome = await this.#exact.ask({ kind: 'cut', source, request }, this.#deriveMs);
      if (outcome.kind !== 'cut') return refused(problemOf(outcome, image.digest));
      const { bytes, widthPx, heightPx } = outcome;
      const made = { bytes, widthPx, heightPx, mediaType: MEDIA_TYPE.png };
      this.#kept.put(key, made);
      return accepted(made);
    });
  }
}

/** Our own pyramids only are read here; strangers' files never are. */
async function loadForOurOwn(): Promise<typeof import('sharp').default> {
  const { default: sharp } = await import('sharp');
  sharp.concurrency(1);
  sharp.cache(false);
  return sharp;
}

/** A PNG of what was kept without loss, in its own size, is cut from the original: not a pixel differs. */
const isExact = (image: PageImage, { format, region, widthPx, heightPx }: ImageRequest): boolean =>
  format === 'png' &&
  (image.mediaType === 'image/png' || image.mediaType === 'image/tiff') &&
  (image.blackened ?? []).length === 0 &&
  region.w === widthPx &&
  region.h === heightPx;

/** Why there is no picture, for people. */
function problemOf(outcome: Outcome, file: string): Problem {
  switch (outcome.kind) {
    case 'busy':
      return problem('images-busy', { file });
    case 'too-slow':
      return problem('image-too-slow', { file });
    case 'failed': {
      const { code, message: value } = outcome.fault;
      if (code === 'too-many-pixels')
        return problem('too-large', { file }, { facts: { limit: `${MOST_PIXELS / 1e6} million pixels` } });
      if (code === 'too-many-pages')
        return problem('too-large', { file }, { facts: { limit: `${MOST_PAGES} pages` } });
      if (code === 'not-an-image') return problem(code, { file }, { facts: { found: value || 'unknown' } });
      return problem(code, { file }, { value });
    }
    default:
      return problem('image-broken', { file });
  }
}
