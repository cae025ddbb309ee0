/**
 * What page images cost, CPU each, from pyramids that are there: info.json, thumbnails, tiles that leave as they
 * lie on the disk, and the walk of a reader who zooms and moves. Beside it, in the same run and for the same
 * requests, what the library alone takes that cuts each from the original; and what a pyramid costs to make.
 *
 *   npm run bench:images
 *
 * The pages are drawn here, the same each time: typescript in noise, in gray and in color, of 22 million pixels.
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { memoryFileStore } from '../src/adapters/memory/file-store.ts';
import { openImager } from '../src/adapters/sharp/imager.ts';
import { MOST_PIXELS } from '../src/adapters/sharp/picture-limits.ts';
import { PyramidShelf } from '../src/adapters/sharp/pyramid-shelf.ts';
import { derivePyramid, loadLibrary } from '../src/adapters/sharp/picture-tasks.ts';
import type { ImageRequest } from '../src/core/facsimile/image-request.ts';
import type { PageImage } from '../src/core/rendition.ts';
import { imageInfo } from '../src/formats/iiif/image-info.ts';
import { IMAGE_LIMITS } from '../src/formats/iiif/image-limits.ts';
import { readImageRequest } from '../src/formats/iiif/read-image-request.ts';
import { drawPage, PAGE_SIZE } from './images/draw-page.ts';
import { mixedWalk } from './images/mixed-walk.ts';
import { machine, printTable } from './table.ts';

const BATCHES = 5;
/** What a tile may cost over the mixed walk. */
const MOST_MS = 4;

interface Asked {
  readonly image: PageImage;
  readonly request: ImageRequest;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'unsealed-bench-'));
  const files = memoryFileStore();
  const open = (): ReturnType<typeof openImager> => openImager({ folder, files });
  try {
    const imager = open();
    const originals = new Map<string, Buffer>();
    const images: PageImage[] = [];
    const making: string[][] = [];
    for (const channels of [1, 3] as const) {
      const bytes = await drawPage(channels);
      const { digest } = await files.put(piece(bytes));
      originals.set(digest, bytes);
      const pages = await imager.inspect({ digest, mediaType: 'image/jpeg' });
      const [image] = pages.ok ? pages.value : [];
      if (image === undefined) throw new Error('the drawn page is none');
      making.push(await costOfMaking(folder, channels === 1 ? 'gray' : 'color', bytes));
      await imager.derive(image);
      images.push(image);
    }
    printTable(
      `Making a pyramid of ${PAGE_SIZE.widthPx} by ${PAGE_SIZE.heightPx} pixels, ${machine()}`,
      ['page', 'JPEG MB', 'pyramid, of that', 'CPU s'],
      making,
    );
    await measure(images, originals, open);
    await imager.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function* piece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The same as the process does that makes them, here, where its CPU can be seen. */
async function costOfMaking(folder: string, name: string, bytes: Buffer): Promise<string[]> {
  const library = await loadLibrary();
  const shelf = new PyramidShelf(folder);
  const [from, to] = [await shelf.aside('jpg'), await shelf.aside('tif')];
  writeFileSync(from, bytes);
  const before = process.cpuUsage();
  await derivePyramid(library, { path: from, index: 0, told: PAGE_SIZE }, [], to);
  const { user, system } = process.cpuUsage(before);
  const share = statSync(to).size / bytes.byteLength;
  rmSync(from);
  rmSync(to);
  // What reads only strangers' formats from files must read from memory again below.
  library.unblock({ operation: ['VipsForeignLoad'] });
  return [name, (bytes.byteLength / 1e6).toFixed(1), share.toFixed(2), ((user + system) / 1e6).toFixed(2)];
}

async function measure(
  images: readonly PageImage[],
  originals: ReadonlyMap<string, Buffer>,
  open: () => ReturnType<typeof openImager>,
): Promise<void> {
  const asked = (parts: readonly string[]): readonly Asked[] =>
    images.flatMap((image) => parts.flatMap((part) => requestOf(image, part)));
  const walk = images.flatMap((image) => mixedWalk(image).flatMap((part) => requestOf(image, part)));
  const stored = walk.filter(
    ({ request: { region, widthPx, heightPx } }) =>
      widthPx === 512 && heightPx === 512 && region.w === region.h,
  );
  const edges = walk.filter(
    (one) => !stored.includes(one) && one.request.widthPx + one.request.heightPx > 512,
  );
  const rows: string[][] = [];
  rows.push(['info.json', '1000', ...(await info(images)), '']);
  const classes: readonly (readonly [string, readonly Asked[]])[] = [
    ['thumbnail, 200 px', asked(['full/!200,200/0/default.jpg'])],
    ['page, 1,200 px', asked(['full/!1200,1200/0/default.jpg'])],
    ['tile as it is stored', stored],
    ['tile at an edge', edges],
    ['mixed walk', walk],
  ];
  let mixedMs = 0;
  for (const [name, requests] of classes) {
    const batches: number[] = [];
    for (let batch = 0; batch < BATCHES; batch++) batches.push(await cpuOf(requests, open));
    batches.sort((a, b) => a - b);
    const alone = await cpuAlone(requests.slice(0, 12), originals);
    const median = batches[Math.floor(BATCHES / 2)] ?? Number.NaN;
    if (name === 'mixed walk') mixedMs = median;
    rows.push([name, String(requests.length), ms(batches[0]), ms(median), ms(alone)]);
  }
  printTable(
    'Page images, CPU ms each',
    ['asked for', 'requests', 'quietest', 'median', 'from the original'],
    rows,
  );
  if (mixedMs > MOST_MS) {
    console.error(`\nThe mixed walk takes ${ms(mixedMs)} ms a tile; ${MOST_MS} are allowed.`);
    process.exitCode = 1;
  }
}

function requestOf(image: PageImage, part: string): readonly Asked[] {
  const [region = '', size = '', rotation = '', qualityAndFormat = ''] = part.split('/');
  const request = readImageRequest({ region, size, rotation, qualityAndFormat }, image, IMAGE_LIMITS);
  if (!request.ok) throw new Error(`${part}: ${request.problem}`);
  return [{ image, request: request.value }];
}

/** Each asked once, of an imager that has kept nothing yet and found the library. */
async function cpuOf(requests: readonly Asked[], open: () => ReturnType<typeof openImager>): Promise<number> {
  const imager = open();
  const before = process.cpuUsage();
  for (const { image, request } of requests) {
    const made = await imager.render(image, request);
    if (!made.ok) throw new Error(made.problem.code);
  }
  const { user, system } = process.cpuUsage(before);
  await imager.close();
  return (user + system) / 1000 / requests.length;
}

async function cpuAlone(requests: readonly Asked[], originals: ReadonlyMap<string, Buffer>): Promise<number> {
  const before = process.cpuUsage();
  for (const { image, request } of requests) {
    const { x: left, y: top, w: width, h: height } = request.region;
    await sharp(originals.get(image.digest), { limitInputPixels: MOST_PIXELS })
      .extract({ left, top, width, height })
      .resize(request.widthPx, request.heightPx, { fit: 'fill' })
      .jpeg({ quality: 80 })
      .toBuffer();
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / Math.max(1, requests.length);
}

async function info(images: readonly PageImage[]): Promise<readonly string[]> {
  const batches: number[] = [];
  for (let batch = 0; batch < BATCHES; batch++) {
    const before = process.cpuUsage();
    for (let round = 0; round < 500; round++)
      for (const image of images)
        JSON.stringify(imageInfo('https://archive.example/iiif/image/x', image, IMAGE_LIMITS));
    const { user, system } = process.cpuUsage(before);
    batches.push((user + system) / 1000 / 1000);
  }
  batches.sort((a, b) => a - b);
  return [ms(batches[0]), ms(batches[Math.floor(BATCHES / 2)])];
}

const ms = (time: number | undefined): string =>
  (time ?? Number.NaN).toFixed(time !== undefined && time < 0.1 ? 3 : 2);

await main();
