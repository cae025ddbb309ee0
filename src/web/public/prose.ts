import { addressOfPage } from '../addresses.ts';
import { attributes, html, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import type { Page } from './layout.ts';
import { trail, type Step } from './trail.ts';

/** What a page of the house says of itself: headings with paragraphs under them. */
export interface Prose {
  readonly title: string;
  readonly lede: string;
  readonly parts: readonly ProsePart[];
}

export interface ProsePart {
  readonly heading: string;
  /** By which links lead to it. */
  readonly id?: string;
  readonly paragraphs?: readonly string[];
  /** A thing, and what it is or does. */
  readonly terms?: readonly (readonly [term: string, says: string])[];
  readonly links?: readonly (readonly [says: string, address: string])[];
}

export function prosePage(site: Site, path: string, prose: Prose, above: readonly Step[] = []): Page {
  return {
    title: prose.title,
    description: prose.lede,
    canonical: addressOfPage(site, path),
    cardKind: 'article',
    body: html`<div class="frame">
${trail(site, above, prose.title)}
<article class="prose"><header class="page-head"><h1>${prose.title}</h1><p class="lede">${prose.lede}</p></header>${prose.parts.map((part) => partHtml(site, part))}</article>
</div>`,
  };
}

const LIVE_ONLY: ReadonlySet<string> = new Set(['/api', '/quote']);

function partHtml(site: Site, part: ProsePart): Html {
  // Where there is no server, there is nobody to ask.
  const links = part.links?.filter(([, to]) => site.mode === 'live' || !LIVE_ONLY.has(to));
  const address = (to: string): string => (to.startsWith('/') ? addressOfPage(site, to) : to);
  return html`<section><h2${attributes({ id: part.id })}>${part.heading}</h2>${part.paragraphs?.map((one) => html`<p>${one}</p>`)}${part.terms && html`<dl>${part.terms.map(([term, says]) => html`<dt>${term}</dt><dd>${says}</dd>`)}</dl>`}${links && links.length > 0 && html`<ul>${links.map(([says, to]) => html`<li><a${attributes({ href: address(to) })}>${says}</a></li>`)}</ul>`}</section>`;
}
