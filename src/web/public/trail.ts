import type { Label } from '../../core/label.ts';
import { addressOf, addressOfPage } from '../addresses.ts';
import { attributes, html, type Child, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { inLanguage } from './entry.ts';

export interface Step {
  readonly address: string;
  readonly says: Child;
  readonly lang?: Html;
}

export const stepTo = (site: Site, label: Label): Step => ({
  address: addressOf(site, label),
  says: label.title,
  lang: inLanguage(site, label.lang),
});

/** The way from home to here. */
export function trail(site: Site, steps: readonly Step[], here: Child): Html {
  const { words } = site;
  return html`<nav aria-label="${words.site.trail}"><ol class="trail"><li><a${attributes({ href: addressOfPage(site, '/') })}>${words.nav.home}</a></li>${steps.map(
    ({ address, says, lang }) =>
      html`<li><a${attributes({ href: address })}${lang ?? attributes({})}>${says}</a></li>`,
  )}<li aria-current="page">${here}</li></ol></nav>`;
}
