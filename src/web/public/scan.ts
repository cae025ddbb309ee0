import type { RecordId } from '../../core/id.ts';
import type { Facsimile, FacsimilePage } from '../../core/rendition.ts';
import { addressOfFile, addressOfImage, addressOfViewing, imageName } from '../addresses.ts';
import { attributes, html, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import type { Range } from './portions.ts';
import { scanTools } from './scan-tools.ts';

/** The fragment that leads to a page image: "s1-3". */
export const pageAnchor = (scan: Facsimile, page: number): string => `${scan.key}-${page + 1}`;

/** Half of them is the width at which thumbnails and pages stand: dense screens need twice as much. */
const THUMB_PX = 112;
const WIDTHS_PX = [600, 1200, 2000];

/**
 * Page images in order, one below the other in a window of their own, with a strip that leads to each.
 * A viewer makes more of them: it turns pages with the text, zooms, and marks words.
 */
export function scanHtml(site: Site, document: RecordId, scan: Facsimile, range: Range): Html {
  const { words } = site;
  const count = scan.pages.length;
  const pages = scan.pages
    .slice(...range)
    .map((page, at) => pageOf(site, document, scan, page, range[0] + at));
  return html`<section class="scan" aria-label="${words.document.scan}"><scan-viewer${attributes({ 'data-key': scan.key, 'data-viewer': site.assets.deepZoom, 'data-close-view': words.reading.closeView('%') })}>
${
  count > 1 &&
  html`<nav class="strip" aria-label="${words.document.pages}">${pages.map(
    ({ page, anchor, thumb }) =>
      html`<a${attributes({ href: `#${anchor}` })}><img${attributes({ src: thumb, alt: '', loading: 'lazy', width: 56, height: heightAt(56, page.image) })}>${page.label}</a>`,
  )}</nav>`
}
<div class="stage">${scanTools(site, count)}<div class="leaves" tabindex="0" role="group" aria-label="${words.document.scanPages(count)}">${pages.map(
    ({ page, at, anchor, whole, sources, source, spoken }) =>
      html`<figure${attributes({ id: anchor, 'data-label': page.label, 'data-source': source, 'data-words': spoken })}><img${attributes(
        {
          src: whole,
          srcset: sources,
          sizes: sources === undefined ? undefined : '(min-width: 75rem) 30vw, 96vw',
          alt: page.alt ?? words.document.pageImage(page.label),
          width: page.image.widthPx,
          height: page.image.heightPx,
          loading: at > 0 && 'lazy',
        },
      )}><figcaption><span>${words.document.leaf(page.label, at + 1, count)}</span> <a${attributes({ href: fullSize(site, document, scan, page, at), rel: 'nofollow' })}>${words.document.fullSize}</a></figcaption></figure>`,
  )}</div></div>
</scan-viewer></section>`;
}

interface ShownPage {
  readonly page: FacsimilePage;
  /** From 0, in the whole scan. */
  readonly at: number;
  readonly anchor: string;
  readonly thumb: string;
  readonly whole: string;
  readonly sources?: string;
  /** What a close view is made from: the description of its tiles, or the picture itself. */
  readonly source: string;
  /** Where its words are, with their places. */
  readonly spoken?: string;
}

function pageOf(site: Site, document: RecordId, scan: Facsimile, page: FacsimilePage, at: number): ShownPage {
  const anchor = pageAnchor(scan, at);
  const { image, textLayer } = page;
  if (!site.servesImages) {
    const file = addressOfFile(image.digest);
    return { page, at, anchor, thumb: file, whole: file, source: file };
  }
  const name = imageName(document, scan.key, at + 1);
  const sized = (widthPx: number): string =>
    addressOfImage(name, `full/${widthPx < image.widthPx ? `${widthPx},` : 'max'}/0/default.jpg`);
  const widths = WIDTHS_PX.filter((widthPx) => widthPx < image.widthPx);
  const sources = [...widths, Math.min(image.widthPx, 2000)].map(
    (widthPx) => `${sized(widthPx)} ${widthPx}w`,
  );
  return {
    page,
    at,
    anchor,
    thumb: sized(THUMB_PX),
    whole: sized(1200),
    sources: [...new Set(sources)].join(', '),
    source: addressOfImage(name, 'info.json'),
    ...(textLayer === undefined
      ? {}
      : { spoken: addressOfViewing(document, 'annotations', scan.key, String(at + 1)) }),
  };
}

const fullSize = (
  site: Site,
  document: RecordId,
  scan: Facsimile,
  page: FacsimilePage,
  at: number,
): string =>
  site.servesImages
    ? addressOfImage(imageName(document, scan.key, at + 1), 'full/max/0/default.jpg')
    : addressOfFile(page.image.digest);

const heightAt = (widthPx: number, image: { readonly widthPx: number; readonly heightPx: number }): number =>
  Math.max(1, Math.round((widthPx * image.heightPx) / Math.max(1, image.widthPx)));
