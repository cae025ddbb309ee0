import type { RecordPage } from '../../actions/pages.ts';
import type { AgentRole, Counted, Profile } from '../../actions/way-pages.ts';
import { AGENT_ROLES } from '../../actions/way-pages.ts';
import type { Agent } from '../../core/agent.ts';
import { addressOf, addressOfPage, addressWithin } from '../addresses.ts';
import { attributes, html, nothing, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { choices } from './choices.ts';
import { inLanguage, linkTo, shortTitle } from './entry.ts';
import type { YearCount } from './histogram.ts';
import { mapDrawing, NARROW, SMALL, type DrawnPlace } from './map-drawing.ts';
import { boundsAround } from './map-regions.ts';
import { EVERYTHING, printFacetAddress, printSearchAddress } from './search-address.ts';

export const AGENT_ROLE_NAMES: readonly AgentRole[] = ['author', 'recipient', 'participant', 'mentioned'];

/** The address of the documents of someone in a role; of none, of all of them. */
export const roleAddress = (site: Site, page: RecordPage, role: AgentRole | undefined, at = 1): string => {
  const further = at === 1 ? [] : ['page', String(at)];
  if (role !== undefined) return addressWithin(site, page.label, 'as', role, ...further);
  return at === 1 ? addressOf(site, page.label) : addressWithin(site, page.label, ...further);
};

/** The documents of all roles, or of one: links. */
export function roleChoices(
  site: Site,
  page: RecordPage,
  profile: Profile,
  chosen: AgentRole | undefined,
): Html {
  const { profile: words } = site.words;
  const any = {
    says: words.anyRole,
    address: `${roleAddress(site, page, undefined)}#documents`,
    isChosen: chosen === undefined,
  };
  const roles = profile.roles.map(({ role, documents }) => ({
    says: words.roles[role],
    address: `${roleAddress(site, page, role)}#documents`,
    isChosen: role === chosen,
    count: documents,
  }));
  return choices(site, words.roleLabel, [any, ...roles]);
}

const ROW = { widthPx: 400, heightPx: 44 } as const;
/** Years so far before the last that they would flatten the picture are left out of it. */
const MOST_YEARS = 400;

/** A row of bars for each role, all over the same years and on one scale. */
export function rolesFigure(site: Site, page: RecordPage, profile: Profile): Html {
  const { words } = site;
  const all = profile.roles.flatMap(({ years }) => years);
  const last = Math.max(...all.map(({ year }) => year));
  const first = Math.max(last - MOST_YEARS, Math.min(...all.map(({ year }) => year)));
  if (!Number.isFinite(first)) return nothing;
  const most = Math.max(1, ...all.map(({ certain, possible }) => certain + possible));
  const row = ({ role, documents, years }: Profile['roles'][number]): Html => {
    const says = words.profile.roles[role];
    const fullest = years.reduce<YearCount | undefined>(
      (best, one) => (best === undefined || one.certain > best.certain ? one : best),
      undefined,
    );
    const described =
      fullest === undefined ? says : words.profile.byYear(says, fullest.certain, fullest.year);
    return html`<li><span class="role-name"><a${attributes({ href: `${roleAddress(site, page, role)}#documents` })}>${says}</a> <span class="nums quiet">${words.number(documents)}</span></span>${bars(years, first, last, most, described)}</li>`;
  };
  return html`<figure class="fig roles-figure"><figcaption><b>${words.profile.done}</b><span>${words.profile.doneSays(first, last)}</span></figcaption><ol>${profile.roles.map(row)}</ol>${last > first && html`<p class="role-axis small nums" aria-hidden="true"><span>${first}</span><span>${last}</span></p>`}</figure>`;
}

function bars(years: readonly YearCount[], first: number, last: number, most: number, says: string): Html {
  const slot = ROW.widthPx / (last - first + 1);
  const width = Math.min(24, Math.max(1, slot * 0.78));
  const scale = (ROW.heightPx - 2) / most;
  const base = ROW.heightPx - 1;
  const bar = (name: string, { year }: YearCount, below: number, count: number): Html | false => {
    const height = Math.max(1.5, count * scale);
    const x = (year - first) * slot + (slot - width) / 2;
    return (
      count > 0 &&
      html`<rect${attributes({ class: name, x: px(x), y: px(base - below * scale - height), width: px(width), height: px(height) })}/>`
    );
  };
  return html`<svg class="hist"${attributes({ viewBox: `0 0 ${ROW.widthPx} ${ROW.heightPx}`, role: 'img', 'aria-label': says })}>${years
    .filter(({ year }) => year >= first)
    .map(
      (one) => html`${bar('bar', one, 0, one.certain)}${bar('maybe', one, one.certain, one.possible)}`,
    )}<path class="base"${attributes({ d: `M0 ${base + 0.5}H${ROW.widthPx}` })}/></svg>`;
}

const px = (length: number): string => String(Math.round(length * 10) / 10);

/** Each line ends at the middle of its row: the rows are as high in the style. */
const FAN = { rowPx: 32, widthPx: 150, fromPx: 8, leastPx: 1.5, mostPx: 12 } as const;

/** Who stands in the same documents: a list, and beside it a line to each, the wider the more they share. */
export function togetherFigure(site: Site, page: RecordPage<Agent>, { others }: Profile): Html {
  const { words } = site;
  if (others.rows.length === 0) return nothing;
  const most = Math.max(...others.rows.map(({ documents }) => documents));
  const heightPx = others.rows.length * FAN.rowPx;
  const from = heightPx / 2;
  const arcs = others.rows.map(({ documents }, at) => {
    const to = at * FAN.rowPx + FAN.rowPx / 2;
    const width = Math.max(FAN.leastPx, (FAN.mostPx * documents) / most);
    const end = FAN.widthPx - 4;
    return html`<path class="arc"${attributes({ d: `M${FAN.fromPx} ${from}C${FAN.widthPx * 0.5} ${from} ${FAN.widthPx * 0.5} ${to} ${end} ${to}`, 'stroke-width': px(width) })}/><circle class="dot"${attributes({ cx: end, cy: to, r: 3 })}/>`;
  });
  return html`<figure class="fig together"><figcaption><b>${words.profile.together}</b><span>${words.profile.togetherSays}</span></figcaption><div class="fan"><svg${attributes({ width: FAN.widthPx, height: heightPx, viewBox: `0 0 ${FAN.widthPx} ${heightPx}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' })}>${arcs}<circle class="dot"${attributes({ cx: FAN.fromPx, cy: from, r: 7 })}/></svg>${countedList(site, page, others, 'person')}</div>${moreLink(site, page, others, 'person')}</figure>`;
}

/** Names with how many documents they share with someone: each count leads to those. */
function countedList(
  site: Site,
  page: RecordPage<Agent>,
  { rows }: Counted,
  field: 'person' | 'place',
): Html {
  const { words } = site;
  return html`<ol class="rows counted-names">${rows.map(({ label, documents }) => {
    const counted = words.number(documents);
    const shared = printSearchAddress({
      ...EVERYTHING,
      filters: [
        { field: 'person', condition: 'is', values: [page.label.id] },
        { field, condition: 'is', values: [label.id] },
      ],
      sort: 'earliest',
    });
    // Two of one field are alternatives: who stands in the same documents is asked for in the query.
    const href =
      field === 'place'
        ? shared
        : printSearchAddress({
            ...EVERYTHING,
            q: `person:${page.label.id} person:${label.id}`,
            sort: 'earliest',
          });
    return html`<li>${linkTo(site, label, shortTitle(label.title, 44))}${
      site.mode === 'live'
        ? html`<a class="nums"${attributes({ href: addressOfPage(site, href), rel: 'nofollow', 'aria-label': words.map.mark(label.title, documents) })}>${counted}</a>`
        : html`<span class="nums">${counted}</span>`
    }</li>`;
  })}</ol>`;
}

function moreLink(site: Site, page: RecordPage<Agent>, { more }: Counted, field: 'person' | 'place'): Html {
  if (more === 0 || site.mode !== 'live') return nothing;
  const all = printFacetAddress(
    { ...EVERYTHING, filters: [{ field: 'person', condition: 'is', values: [page.label.id] }] },
    field,
  );
  return html`<p class="small more"><a${attributes({ href: addressOfPage(site, all), rel: 'nofollow' })}>${site.words.profile.more(more)}</a></p>`;
}

const MAP_PX = { wide: 620, narrow: 328 } as const;

/** Where those documents were written and sent, and what they are about: drawn where it is known, and listed. */
export async function whereFigure(site: Site, page: RecordPage<Agent>, { places }: Profile): Promise<Html> {
  const { words, coasts } = site;
  if (places.rows.length === 0) return nothing;
  const drawn = places.mapped.flatMap(({ label, documents, coordinates }): readonly DrawnPlace[] =>
    coordinates === undefined
      ? []
      : [
          {
            name: label.title,
            lang: inLanguage(site, label.lang),
            says: words.map.mark(label.title, documents),
            address: addressOf(site, label),
            documents,
            ...coordinates,
          },
        ],
  );
  const bounds = boundsAround(drawn);
  const map =
    drawn.length > 0 &&
    html`<div class="map">${mapDrawing(await coasts.chart(bounds, MAP_PX.wide), drawn, SMALL)}${mapDrawing(await coasts.chart(bounds, MAP_PX.narrow), drawn, NARROW)}</div>`;
  return html`<figure class="fig where"><figcaption><b>${words.profile.where}</b><span>${words.profile.whereSays}</span></figcaption>${map}${countedList(site, page, places, 'place')}${moreLink(site, page, places, 'place')}</figure>`;
}

/** The facet of a role's documents. */
export const fieldOfRole = (role: AgentRole | undefined) =>
  role === undefined ? ('person' as const) : AGENT_ROLES[role];
