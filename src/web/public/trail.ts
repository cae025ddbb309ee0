import type { Label } from '../../core/label.ts';
import { addressOf, addressOfPage } from '../addresses.ts';
import { attributes, html, type Child, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { inLanguage, shortTitle } from './entry.ts';

const STEP_LENGTH = 60;

export interface Step {
  readonly address: string;
  readonly says: Child;
  readonly lang?: Html;
}

export const stepTo = (site: Site, label: Label): Step => ({
  address: addressOf(site, label),
  says: shortTitle(label.title, STEP_LENGTH),
  lang: inLanguage(site, label.lang),
});

/** The way from home to here. */
export function trail(site: Site, steps: readonly Step[], here: string): Html {
  const { words } = site;
  return html`<nav aria-label="${words.site.trail}"><ol class="trail"><li><a${attributes({ href: addressOfPage(site, '/') })}>${words.nav.home}</a></li>${steps.map(
    ({ address, says, lang }) =>
      html`<li><a${attributes({ href: address })}${lang ?? attributes({})}>${says}</a></li>`,
  )}<li aria-current="page">${shortTitle(here, STEP_LENGTH)}</li></ol></nav>`;
}
