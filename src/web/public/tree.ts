import type { Branch } from '../../actions/way-pages.ts';
import { html, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { linkTo } from './entry.ts';

/** A page that showed more would be slow to read and to send: the rest stands under its own broader one. */
const MOST_SHOWN = 400;

/** Subjects from broad to narrow, or places with those in them: lists in lists. */
export function treeHtml(site: Site, forest: readonly Branch[]): Html {
  let shown = 0;
  const level = (branches: readonly Branch[]): Html =>
    html`<ul class="rows tree">${branches.map((branch) => {
      if (++shown > MOST_SHOWN) return undefined;
      const { label, documents, children } = branch;
      return html`<li>${linkTo(site, label)}${documents > 0 && html` <span class="quiet nums">${site.words.number(documents)}</span>`}${children.length > 0 && level(children)}</li>`;
    })}</ul>`;
  return level(forest);
}
