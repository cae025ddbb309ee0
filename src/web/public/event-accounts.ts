import type { RecordPage } from '../../actions/pages.ts';
import type { HistoricalEvent } from '../../core/event.ts';
import type { Label } from '../../core/label.ts';
import { addressOfComparison } from '../addresses.ts';
import { attributes, html, nothing, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { linkTo } from './entry.ts';

/** As many as stand side by side. */
const MOST_BESIDE = 4;

/** The accounts of an event by side, each side's together, and the way to read them side by side. */
export function accountsList(site: Site, page: RecordPage, event: HistoricalEvent): Html {
  const { words } = site;
  const sides = new Map<string, Label[]>();
  for (const { document, side } of event.accounts) {
    const label = page.labels.get(document);
    if (label !== undefined) sides.set(side, [...(sides.get(side) ?? []), label]);
  }
  const all = [...sides.values()].flat();
  if (all.length === 0) return nothing;
  const lists = [...sides].map(
    ([side, labels]) =>
      html`<li><p class="entry-date">${side}</p>${labels.map((label) => html`<h3>${linkTo(site, label)}</h3>`)}</li>`,
  );
  return html`<section aria-labelledby="accounts"><h2 class="label" id="accounts">${words.authority.accounts(all.length)}</h2>${compareLink(site, [...sides.values()])}<ol class="accounts stacked">${lists}</ol></section>`;
}

/** The first of each side, and then the others, as many as there is room for. */
function compareLink(site: Site, sides: readonly (readonly Label[])[]): Html {
  const chosen = [
    ...sides.flatMap((labels) => labels.slice(0, 1)),
    ...sides.flatMap((labels) => labels.slice(1)),
  ].slice(0, MOST_BESIDE);
  const [first, ...others] = chosen;
  if (first === undefined || others.length === 0) return nothing;
  const ids = others.map(({ id }) => id);
  return html`<p class="doc-acts"><a class="button"${attributes({ href: addressOfComparison(site, first.id, ids), rel: 'nofollow' })}>${site.words.compare.all(chosen.length)}</a></p>`;
}
