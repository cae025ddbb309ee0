import type { NumberedPage } from '../../core/facsimile/page-of.ts';
import type { PageImage } from '../../core/rendition.ts';
import { IMAGE_LIMITS, largestScale, scaled, type SizePx } from './image-limits.ts';
import type { Viewing } from './viewing.ts';

/** How long the longer side of a small picture is, at most. */
const THUMBNAIL_PX = 400;

const serviceOf = (id: string): readonly object[] => [{ id, type: 'ImageService3', profile: 'level2' }];

/** The page as large as it is given out whole. */
const wholeSize = (image: PageImage): SizePx =>
  scaled(image, Math.min(1, largestScale(image, IMAGE_LIMITS)), IMAGE_LIMITS);

/** A small picture of a page. */
export function thumbnailOf(viewing: Viewing, { page, facsimile, number }: NumberedPage): readonly object[] {
  const by = Math.min(1, THUMBNAIL_PX / Math.max(page.image.widthPx, page.image.heightPx));
  const { widthPx: width, heightPx: height } = scaled(page.image, by, IMAGE_LIMITS);
  const id = viewing.imageAt(facsimile.key, number);
  const size = by === 1 ? 'max' : `${width},${height}`;
  return [
    {
      id: `${id}/full/${size}/0/default.jpg`,
      type: 'Image',
      format: 'image/jpeg',
      width,
      height,
      service: serviceOf(id),
    },
  ];
}

/** Where a page stands among others: as many units wide and high as its image has pixels. */
export const canvasId = (viewing: Viewing, { facsimile, number }: NumberedPage): string =>
  viewing.at('canvas', facsimile.key, String(number));

/** A page: its image, and where its words are. */
export function canvas(viewing: Viewing, numbered: NumberedPage): object {
  const { page, facsimile, number } = numbered;
  const id = canvasId(viewing, numbered);
  const image = viewing.imageAt(facsimile.key, number);
  const { widthPx: width, heightPx: height } = wholeSize(page.image);
  return {
    id,
    type: 'Canvas',
    label: { none: [page.label] },
    width: page.image.widthPx,
    height: page.image.heightPx,
    thumbnail: thumbnailOf(viewing, numbered),
    items: [
      {
        id: `${id}/painting`,
        type: 'AnnotationPage',
        items: [
          {
            id: `${id}/painting/image`,
            type: 'Annotation',
            motivation: 'painting',
            target: id,
            body: {
              id: `${image}/full/max/0/default.jpg`,
              type: 'Image',
              format: 'image/jpeg',
              width,
              height,
              service: serviceOf(image),
            },
          },
        ],
      },
    ],
    ...(page.textLayer === undefined
      ? {}
      : {
          annotations: [
            { id: viewing.at('annotations', facsimile.key, String(number)), type: 'AnnotationPage' },
          ],
          seeAlso: [
            {
              id: viewing.at('alto', facsimile.key, String(number)),
              type: 'Dataset',
              format: 'application/xml',
              profile: 'http://www.loc.gov/standards/alto/ns-v4#',
            },
          ],
        }),
  };
}
