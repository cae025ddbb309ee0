import type { FacetView, Listing } from '../../actions/pages.ts';
import type { Label } from '../../core/label.ts';
import { addressOfPage, addressWithin } from '../addresses.ts';
import { attributes, html, nothing, type Html } from '../html.ts';
import type { Site } from '../site.ts';

const WAYS = [
  'collections',
  'timeline',
  'map',
  'people',
  'organizations',
  'places',
  'subjects',
  'events',
  'types',
  'languages',
  'repositories',
  'terms',
  'new',
] as const;
type Way = (typeof WAYS)[number];

/** Every way into the archive, each with what one finds there. */
export function everyWay(site: Site): Html {
  const { words } = site;
  return html`<section class="section" aria-labelledby="ways"><div class="section-head"><h2 id="ways">${words.home.ways}</h2></div><ul class="rows every-way">${WAYS.map(
    (way) =>
      html`<li><a${attributes({ href: addressOfPage(site, `/${way}`) })}>${words.nav[way]}</a> <span class="quiet">${words.ways.leads[way]}</span></li>`,
  )}</ul></section>`;
}

/** The ways into one collection: those behind which there is something. */
export function waysIn(site: Site, label: Label, listing: Listing, hasEvents: boolean): Html {
  const { words } = site;
  if (listing.total === 0) return nothing;
  const open = WAYS.filter((way) => (way === 'events' ? hasEvents : leadsSomewhere(way, listing)));
  return html`<nav class="ways-in" aria-labelledby="ways-in"><h2 class="label" id="ways-in">${words.collection.ways}</h2><ul class="rows">${open.map(
    (way) => html`<li><a${attributes({ href: addressWithin(site, label, way) })}>${words.nav[way]}</a></li>`,
  )}</ul></nav>`;
}

const FIELD_OF: Readonly<Partial<Record<Way, FacetView['field']>>> = {
  map: 'place',
  places: 'place',
  people: 'person',
  organizations: 'person',
  subjects: 'subject',
  types: 'type',
  languages: 'language',
  repositories: 'archive',
};

function leadsSomewhere(way: Way, { facets, years }: Listing): boolean {
  if (way === 'collections' || way === 'terms') return false;
  if (way === 'timeline') return years.length > 0;
  const field = FIELD_OF[way];
  const facet = facets.find((one) => one.field === field);
  if (field === undefined) return true;
  if (facet === undefined || facet.values.length === 0) return false;
  if (field !== 'person' || facet.more > 0) return true;
  const isPeople = way === 'people';
  return facet.values.some(({ label }) => (label?.agentKind === 'person') === isPeople);
}
