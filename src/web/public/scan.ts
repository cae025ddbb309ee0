import type { Facsimile } from '../../core/rendition.ts';
import { addressOfFile } from '../addresses.ts';
import { attributes, html, type Html } from '../html.ts';
import type { Site } from '../site.ts';

/** Page images in order, one below the other in a window of their own, with a strip that leads to each. */
export function scanHtml(site: Site, scan: Facsimile): Html {
  const { words } = site;
  const count = scan.pages.length;
  const anchor = (at: number): string => `${scan.key}-${at + 1}`;
  return html`<section class="scan" aria-label="${words.document.scan}">
${
  count > 1 &&
  html`<nav class="strip" aria-label="${words.document.pages}">${scan.pages.map(
    (page, at) =>
      html`<a${attributes({ href: `#${anchor(at)}` })}><img${attributes({ src: addressOfFile(page.image.digest), alt: '', loading: 'lazy', width: 56, height: heightAt(56, page.image) })}>${page.label}</a>`,
  )}</nav>`
}
<div class="leaves" tabindex="0" role="group" aria-label="${words.document.scanPages(count)}">${scan.pages.map(
    (page, at) =>
      html`<figure${attributes({ id: anchor(at) })}><img${attributes({
        src: addressOfFile(page.image.digest),
        alt: page.alt ?? words.document.pageImage(page.label),
        width: page.image.widthPx,
        height: page.image.heightPx,
        loading: at > 0 && 'lazy',
      })}><figcaption><span>${words.document.leaf(page.label, at + 1, count)}</span> <a${attributes({ href: addressOfFile(page.image.digest) })}>${words.document.fullSize}</a></figcaption></figure>`,
  )}</div>
</section>`;
}

const heightAt = (widthPx: number, image: { readonly widthPx: number; readonly heightPx: number }): number =>
  Math.max(1, Math.round((widthPx * image.heightPx) / Math.max(1, image.widthPx)));
