import sharp, { type Sharp, type SharpOptions } from 'sharp';
import { evenPaper, measureGrain, stretchContrast, type GreyPixels } from './grey-pixels.ts';
import { ALL_STEPS, type CleanSteps, type Laid, type PagePicture } from './laid-page.ts';
import { inverted, isNegative } from './negative.ts';
import { measureSkew } from './skew.ts';

export interface CleanPage {
  readonly page: GreyPixels;
  readonly laid: Laid;
}

/** No page is read in more pixels: an A3 sheet at 300 to the inch. */
const MOST_PIXELS = 18_000_000;
/** More than this is not even opened. */
const MOST_OPENED_PIXELS = 400_000_000;
/** The longer side of an A4 sheet at 300 pixels to the inch. */
const USUAL_SIDE_PX = 3500;
const MOST_ENLARGED = 3;
/** A page that is smaller by less than this is read as it is. */
const LEAST_ENLARGED = 1.8;
/** Turning costs sharpness: what is tilted less is left. */
const LEAST_SKEW = 0.4;

/** Makes of a photographed or yellowed page one that can be read: grey, even, tilted no more, large enough. */
export async function cleanUp(picture: PagePicture, steps: CleanSteps = ALL_STEPS): Promise<CleanPage> {
  const { page: found, from } = await openGrey(picture);
  const opened = steps.paper && isNegative(found) ? inverted(found) : found;
  const even = steps.paper ? evenPaper(opened) : opened;
  const calm = steps.grain ? await withoutGrain(even) : even;
  const stretched = steps.contrast ? stretchContrast(calm) : calm;
  const skew = steps.skew ? measureSkew(stretched) : 0;
  const turned = Math.abs(skew) < LEAST_SKEW ? 0 : -skew;
  const longer = Math.max(stretched.widthPx, stretched.heightPx);
  const wanted = steps.size ? Math.min(USUAL_SIDE_PX / longer, MOST_ENLARGED) : 1;
  const enlarged = wanted < LEAST_ENLARGED ? 1 : wanted;
  const page = await reshaped(stretched, enlarged, turned);
  const scale = (stretched.widthPx * enlarged) / from.widthPx;
  return { page, laid: { from, to: { widthPx: page.widthPx, heightPx: page.heightPx }, scale, turned } };
}

async function openGrey(
  picture: PagePicture,
): Promise<{ readonly page: GreyPixels; readonly from: Laid['from'] }> {
  const { image, from } = await opened(picture);
  const shrink = Math.min(1, Math.sqrt(MOST_PIXELS / (from.widthPx * from.heightPx)));
  const sized =
    shrink < 1
      ? image.resize(Math.round(from.widthPx * shrink), Math.round(from.heightPx * shrink), { fit: 'fill' })
      : image;
  return { page: await greyOf(sized.flatten({ background: '#fff' })), from };
}

/** The picture turned as it should be seen, and its size then. */
async function opened(picture: PagePicture): Promise<{ readonly image: Sharp; readonly from: Laid['from'] }> {
  if (picture.kind === 'pixels') {
    const { bytes, widthPx, heightPx, channels } = picture;
    return { image: sharp(bytes, rawOf({ widthPx, heightPx, channels })), from: { widthPx, heightPx } };
  }
  const options: SharpOptions = {
    limitInputPixels: MOST_OPENED_PIXELS,
    page: (picture.page ?? 1) - 1,
    pages: 1,
  };
  const { autoOrient } = await sharp(picture.bytes, options).metadata();
  return {
    image: sharp(picture.bytes, options).autoOrient(),
    from: { widthPx: autoOrient.width, heightPx: autoOrient.height },
  };
}

const rawOf = ({
  widthPx,
  heightPx,
  channels = 1,
}: {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly channels?: 1 | 3;
}): SharpOptions => ({
  raw: { width: widthPx, height: heightPx, channels },
  limitInputPixels: MOST_OPENED_PIXELS,
});

async function greyOf(image: Sharp): Promise<GreyPixels> {
  const { data, info } = await image
    .toColourspace('b-w')
    .extractChannel(0)
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, widthPx: info.width, heightPx: info.height };
}

/** Grain above each of these is smoothed over so many pixels. */
const GRAIN: readonly (readonly [above: number, blurPx: number])[] = [
  [24, 1.6],
  [12, 1.2],
  [6, 0.8],
];

async function withoutGrain(page: GreyPixels): Promise<GreyPixels> {
  const grain = measureGrain(page);
  const [, blurPx] = GRAIN.find(([above]) => grain > above) ?? [];
  return blurPx === undefined ? page : greyOf(sharp(page.bytes, rawOf(page)).blur(blurPx));
}

async function reshaped(page: GreyPixels, scale: number, turned: number): Promise<GreyPixels> {
  if (scale === 1 && turned === 0) return page;
  const sized = sharp(page.bytes, rawOf(page)).resize(
    Math.round(page.widthPx * scale),
    Math.round(page.heightPx * scale),
    { fit: 'fill', kernel: 'cubic' },
  );
  if (turned === 0) return greyOf(sized);
  const large = scale === 1 ? page : await greyOf(sized);
  return greyOf(sharp(large.bytes, rawOf(large)).rotate(turned, { background: '#fff' }));
}
