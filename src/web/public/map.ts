import type { RecordPage } from '../../actions/pages.ts';
import { PLACE_ROLES, type MapPage, type MappedPlace, type PlaceRole } from '../../actions/way-pages.ts';
import type { Collection } from '../../core/collection.ts';
import { parseLanguage, UNDETERMINED } from '../../core/language.ts';
import { nameInYears } from '../../core/names/name-in-years.ts';
import type { Filter } from '../../core/query.ts';
import { addressOf, addressOfPage, addressWithin } from '../addresses.ts';
import { attributes, html, nothing, type Html } from '../html.ts';
import { narrowingSegments } from '../narrowing.ts';
import type { Site } from '../site.ts';
import { choices, yearsChoice } from './choices.ts';
import { inLanguage, linkTo } from './entry.ts';
import type { Page } from './layout.ts';
import { mapDrawing, NARROW, WIDE, type DrawnPlace } from './map-drawing.ts';
import { boundsAround, boundsOfRegion, isInside, REGION_NAMES, type Region } from './map-regions.ts';
import { EVERYTHING, printSearchAddress } from './search-address.ts';
import { trail } from './trail.ts';
import { stepsInto } from './within.ts';

/** A map of everything, or of one collection; of a part of the world, or of where its places are. */
export interface ShownMap {
  readonly site: Site;
  readonly map: MapPage;
  readonly region?: Region;
  readonly within?: RecordPage<Collection>;
}

export const MAP_ROLES: readonly PlaceRole[] = ['written-at', 'sent-to', 'about'];
const SIZE = { wide: 1248, narrow: 328 } as const;
const MOST_LISTED = 240;

export const mapAddress = (
  { site, within }: Pick<ShownMap, 'site' | 'within'>,
  narrowing: Parameters<typeof narrowingSegments>[0],
): string =>
  within === undefined
    ? addressOfPage(site, ['/map', ...narrowingSegments(narrowing)].join('/'))
    : addressWithin(site, within.label, 'map', ...narrowingSegments(narrowing));

const chosenOf = ({ map, region }: ShownMap) => ({
  ...(map.asked.role === undefined ? {} : { role: map.asked.role }),
  ...(map.asked.years === undefined ? {} : { years: map.asked.years }),
  ...(region === undefined ? {} : { region }),
});

/** Places of documents on land without borders, and the same as a list. */
export async function mapPage(shown: ShownMap): Promise<Page> {
  const { site, map, within } = shown;
  const { words } = site;
  const { role, years } = map.asked;
  const name = within?.label.title;
  const when = years === undefined ? undefined : words.span.range(years.from, years.to);
  const as = role === undefined ? undefined : words.map.roles[role];
  const heading =
    within === undefined
      ? html`${words.nav.map}`
      : html`<span${inLanguage(site, within.label.lang)}>${name}</span>: ${words.map.inHeading}`;
  return {
    title: [words.nav.map, as, when, name].filter(Boolean).join(' · '),
    description: words.map.describe(name ?? site.settings.name),
    ...(role === undefined && years === undefined ? { canonical: mapAddress(shown, chosenOf(shown)) } : {}),
    section: within === undefined ? 'map' : 'collections',
    body: html`<div class="frame">
${trail(site, stepsInto(site, within), words.nav.map)}
<header class="page-head"><h1>${heading}</h1><p class="lede">${words.map.lede[role ?? 'any']} ${words.map.coasts}</p></header>
${controls(shown)}
${map.places.length === 0 ? html`<p class="quiet none">${words.map.none}</p>` : html`${await figure(shown)}${list(shown)}`}
</div>`,
  };
}

function controls(shown: ShownMap): Html {
  const { site, map, region } = shown;
  const { words } = site;
  const chosen = chosenOf(shown);
  const { role: _role, ...noRole } = chosen;
  const { region: _region, ...noRegion } = chosen;
  const { years: _years, ...noYears } = chosen;
  const any = { says: words.map.roles.any, address: mapAddress(shown, noRole) };
  const roles = map.roles.map(({ role, documents }) => ({
    says: words.map.roles[role],
    address: mapAddress(shown, { ...noRole, role }),
    isChosen: role === map.asked.role,
    count: documents,
  }));
  const regions = [undefined, ...regionsWith(map.places, region)].map((one) => ({
    says: words.map.regions[one ?? 'fit'],
    address: mapAddress(shown, one === undefined ? noRegion : { ...noRegion, region: one }),
    isChosen: one === region,
  }));
  return html`<div class="narrow-by">${choices(site, words.map.roleLabel, [{ ...any, isChosen: map.asked.role === undefined }, ...roles])}${yearsChoice(
    site,
    map.years,
    map.asked.years,
    (years) => mapAddress(shown, years === undefined ? noYears : { ...noYears, years }),
  )}${choices(site, words.map.regionLabel, regions.length > 2 ? regions : [])}</div>`;
}

/** Parts of the world that have something, and the one that is shown. */
const regionsWith = (places: readonly MappedPlace[], shown: Region | undefined): readonly Region[] =>
  REGION_NAMES.filter(
    (region) =>
      region === shown ||
      places.some(
        ({ coordinates }) => coordinates !== undefined && isInside(boundsOfRegion(region), coordinates),
      ),
  );

async function figure({ site, map, region }: ShownMap): Promise<Html> {
  const { words, coasts } = site;
  const points = map.places.flatMap(({ coordinates }) => coordinates ?? []);
  if (points.length === 0) return html`<p class="quiet">${words.map.noneDrawn}</p>`;
  const bounds = region === undefined ? boundsAround(points) : boundsOfRegion(region);
  const drawn = map.places.flatMap((place): readonly DrawnPlace[] => {
    if (place.coordinates === undefined) return [];
    const called = nameOf(site, place, map);
    return [
      {
        name: called.form,
        lang: inLanguage(site, called.lang),
        says: words.map.mark(called.form, place.documents),
        address: addressOf(site, place.label),
        documents: place.documents,
        ...place.coordinates,
      },
    ];
  });
  const [wide, narrow] = await Promise.all([
    coasts.chart(bounds, SIZE.wide),
    coasts.chart(bounds, SIZE.narrow),
  ]);
  return html`<figure class="map">${mapDrawing(wide, drawn, WIDE)}${mapDrawing(narrow, drawn, NARROW)}<figcaption class="quiet small">${words.map.drawn(drawn.filter(({ longitude, latitude }) => wide.at(longitude, latitude) !== undefined).length, map.total)}</figcaption></figure>`;
}

/** What it was called in the years that are asked for, else what it is listed by. */
function nameOf(
  { words }: Site,
  { label, names }: MappedPlace,
  { asked }: MapPage,
): { readonly form: string; readonly lang?: MappedPlace['label']['lang'] } {
  const name =
    asked.years && nameInYears(names, asked.years, parseLanguage(words.language.tag) ?? UNDETERMINED);
  return name === undefined
    ? { form: label.title, ...(label.lang ? { lang: label.lang } : {}) }
    : { form: name.form, ...(name.lang ? { lang: name.lang } : {}) };
}

function list(shown: ShownMap): Html {
  const { site, map, within } = shown;
  const { words } = site;
  const placed = map.places.filter(({ coordinates }) => coordinates !== undefined);
  const unplaced = map.places.filter(({ coordinates }) => coordinates === undefined);
  const all =
    within === undefined ? addressOfPage(site, '/places') : addressWithin(site, within.label, 'places');
  const section = (id: string, heading: string, rows: readonly MappedPlace[], says?: string): Html =>
    rows.length === 0
      ? nothing
      : html`<section class="section" aria-labelledby="${id}"><div class="section-head"><h2 id="${id}">${heading}</h2>${id === 'places' && html`<a${attributes({ href: all })}>${words.map.all}</a>`}</div>${says !== undefined && html`<p class="quiet small">${says}</p>`}<ol class="rows place-list">${rows.slice(0, MOST_LISTED).map((place) => placeRow(shown, place))}</ol>${rows.length > MOST_LISTED && html`<p class="quiet small">${words.map.more(rows.length - MOST_LISTED)}</p>`}</section>`;
  return html`${section('places', words.map.list, placed)}${section('unplaced', words.map.unplaced, unplaced, words.map.unplacedSays)}`;
}

/** A place by the name of those years, with its other names and their years, and the way to its documents. */
function placeRow(shown: ShownMap, place: MappedPlace): Html {
  const { site, map } = shown;
  const { words } = site;
  const called = nameOf(site, place, map);
  const dated = place.names.filter(
    ({ form, years, kind }) => years !== undefined && form !== called.form && kind !== 'cover',
  );
  const others = [
    ...(called.form === place.label.title ? [] : [html`<bdi>${place.label.title}</bdi>`]),
    ...dated.map(
      ({ form, lang, years = '' }) =>
        html`<bdi${attributes({ lang })}>${form}</bdi> <span class="nums">${words.life(years)}</span>`,
    ),
  ];
  const href = documentsAt(shown, place);
  const counted = words.number(place.documents);
  const count =
    href === undefined
      ? html`<span class="nums">${counted}</span>`
      : html`<a class="nums"${attributes({ href, rel: 'nofollow', 'aria-label': words.map.mark(called.form, place.documents) })}>${counted}</a>`;
  return html`<li><span>${linkTo(site, { ...place.label, ...(called.lang ? { lang: called.lang } : {}) }, called.form)}${others.length > 0 && html` <span class="quiet small">${others.map((one, at) => [at > 0 && ', ', one])}</span>`}</span>${count}</li>`;
}

/** The documents of a place, in the role and years asked for: a search, which needs a server. */
function documentsAt({ site, map, within }: ShownMap, place: MappedPlace): string | undefined {
  if (site.mode !== 'live') return undefined;
  const { role, years } = map.asked;
  const filters: Filter[] = [
    {
      field: role === undefined ? 'place' : PLACE_ROLES[role],
      condition: 'is',
      values: [place.label.id],
    },
  ];
  if (years !== undefined) filters.push(betweenYears(years));
  return addressOfPage(
    site,
    printSearchAddress({
      ...EVERYTHING,
      scope: within?.label.id ?? 'documents',
      filters,
      sort: 'earliest',
    }),
  );
}

const betweenYears = ({ from, to }: { readonly from: number; readonly to: number }): Filter => ({
  field: 'date',
  condition: 'between',
  from: `${String(from).padStart(4, '0')}-01-01`,
  to: `${String(to).padStart(4, '0')}-12-31`,
});
