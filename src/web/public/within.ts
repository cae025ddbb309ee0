import type { RecordPage } from '../../actions/pages.ts';
import type { Collection } from '../../core/collection.ts';
import { addressOfPage } from '../addresses.ts';
import { html, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { inLanguage } from './entry.ts';
import { stepTo, type Step } from './trail.ts';

/** The steps down to a way into a collection: none for one into the whole archive. */
export function stepsInto(site: Site, within: RecordPage<Collection> | undefined): readonly Step[] {
  if (within === undefined) return [];
  return [
    { address: addressOfPage(site, '/collections'), says: site.words.nav.collections },
    ...(within.trail ?? []).map((one) => stepTo(site, one)),
    stepTo(site, within.label),
  ];
}

/** "People", or of a collection "Sino-Soviet Relations: people". */
export function headingInto(site: Site, within: RecordPage<Collection> | undefined, way: string): Html {
  if (within === undefined) return html`${way}`;
  const says = way.charAt(0).toLowerCase() + way.slice(1);
  return html`<span${inLanguage(site, within.label.lang)}>${within.label.title}</span>: ${says}`;
}
