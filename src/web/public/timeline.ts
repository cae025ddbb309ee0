import type { CollectionRow, RecordPage, TimelinePage, TimePart } from '../../actions/pages.ts';
import type { Collection } from '../../core/collection.ts';
import type { Label } from '../../core/label.ts';
import { readDateRange } from '../../core/query/date-range.ts';
import { addressOfPage, addressWithin } from '../addresses.ts';
import { attributes, html, nothing, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { calendarEntry, inLanguage, shortLinkTo } from './entry.ts';
import type { Page } from './layout.ts';
import { EVERYTHING, printSearchAddress } from './search-address.ts';
import { rowBar, timeChart } from './time-chart.ts';
import { stepTo, trail, type Step } from './trail.ts';

/** A timeline of everything, or of one collection. */
interface Shown {
  readonly site: Site;
  readonly time: TimelinePage;
  readonly within?: RecordPage<Collection>;
}

/** Years, the months of one or the days of one: drawn, listed, and with what else is from then. */
export function timelinePage(shown: Shown): Page {
  const { site, time, within } = shown;
  const { words } = site;
  const { ways, nav } = words;
  const when = time.stretch === undefined ? undefined : words.date(time.stretch);
  const name = within?.label.title;
  return {
    title: [when ?? nav.timeline, when !== undefined && name === undefined ? nav.timeline : undefined, name]
      .filter(Boolean)
      .join(' · '),
    description:
      name === undefined && when === undefined
        ? ways.timeline.describe(site.settings.name)
        : ways.timeline.describeIn(name ?? site.settings.name, when),
    canonical: addressAt(shown, time.stretch),
    section: within === undefined ? 'timeline' : 'collections',
    sequence: {
      ...(time.before === undefined ? {} : { previous: addressAt(shown, time.before) }),
      ...(time.after === undefined ? {} : { next: addressAt(shown, time.after) }),
    },
    body: html`<div class="frame">
${trail(site, stepsTo(shown), when ?? nav.timeline)}
<header class="page-head"><h1>${heading(shown, when)}</h1><p class="lede">${when === undefined ? ways.timeline.whole : ways.timeline.from(time.total, when)}</p></header>
${time.parts.length === 0 ? html`<p class="quiet none">${ways.timeline.none}</p>` : partsHtml(shown)}
${besides(shown)}
${loose(shown)}
${collections(shown)}
${events(shown)}
</div>`,
  };
}

/** "/timeline/1945-07", "/collection/c…/timeline". */
const addressAt = ({ site, within }: Shown, stretch?: string): string =>
  within === undefined
    ? addressOfPage(site, ['/timeline', ...stretches(stretch)].join('/'))
    : addressIn(site, within.label, stretch);

const addressIn = (site: Site, collection: Label, stretch?: string): string =>
  addressWithin(site, collection, 'timeline', ...stretches(stretch));

const stretches = (stretch: string | undefined): readonly string[] =>
  stretch === undefined ? [] : [stretch];

/** The list of the documents of a stretch: a search, which needs a server. */
function searchAt({ site, within }: Shown, stretch: string): string | undefined {
  const between = readDateRange(stretch, false);
  if (site.mode !== 'live' || between === undefined || stretch.startsWith('-')) return undefined;
  const scope = within?.label.id ?? 'documents';
  return addressOfPage(
    site,
    printSearchAddress({ ...EVERYTHING, scope, filters: [between], sort: 'earliest' }),
  );
}

function stepsTo(shown: Shown): readonly Step[] {
  const { site, time, within } = shown;
  const { words } = site;
  const above: Step[] =
    within === undefined
      ? []
      : [
          { address: addressOfPage(site, '/collections'), says: words.nav.collections },
          ...(within.trail ?? []).map((one) => stepTo(site, one)),
          stepTo(site, within.label),
        ];
  if (time.stretch === undefined) return above;
  const year = /^(-?\d{4})-\d\d$/.exec(time.stretch)?.[1];
  above.push({ address: addressAt(shown), says: words.nav.timeline });
  return year === undefined ? above : [...above, { address: addressAt(shown, year), says: words.date(year) }];
}

function heading({ site, within }: Shown, when: string | undefined): Html {
  const { words } = site;
  if (within === undefined) return html`${when ?? words.nav.timeline}`;
  const title = html`<span${inLanguage(site, within.label.lang)}>${within.label.title}</span>`;
  return html`${title}: ${when ?? words.ways.timeline.inHeading}`;
}

function partsHtml(shown: Shown): Html {
  const { site, time } = shown;
  const { ways } = site.words;
  const says = time.stretch === undefined ? 'years' : /^-?\d{4}$/.test(time.stretch) ? 'months' : 'days';
  const leads = (part: TimePart): string | undefined =>
    says === 'days' ? searchAt(shown, part.stretch) : addressAt(shown, part.stretch);
  const pointed = (part: TimePart): string | undefined => (part.certain > 0 ? leads(part) : undefined);
  const most = Math.max(1, ...time.parts.map((one) => one.certain + one.possible));
  const rows = time.parts.filter((part) => part.certain > 0);
  return html`<section aria-labelledby="parts"><div class="section-head"><h2 id="parts">${ways.timeline.parts[says]}</h2></div>
${timeChart(site, time.parts, pointed, { widthPx: 1248, heightPx: 150, className: 'only-wide' })}${timeChart(site, time.parts, pointed, { widthPx: 328, heightPx: 110, className: 'only-narrow' })}
${notes(shown)}
<ol class="rows time-rows">${rows.map((part) => partRow(shown, part, most, says === 'days' ? undefined : leads(part)))}</ol></section>`;
}

/** A part by its name, as a bar, and the way to its documents. */
function partRow(shown: Shown, part: TimePart, most: number, leads: string | undefined): Html {
  const { words } = shown.site;
  const when = words.date(part.stretch);
  const counted = words.ways.timeline.counted(part.certain, part.possible);
  const list = searchAt(shown, part.stretch);
  return html`<li><span class="when">${leads === undefined ? when : html`<a${attributes({ href: leads })}>${when}</a>`}</span>${rowBar(part, most)}<span class="nums">${list === undefined ? counted : html`<a${attributes({ href: list, rel: 'nofollow' })}>${counted}</a>`}</span></li>`;
}

function notes({ site, time }: Shown): Html {
  const { ways } = site.words;
  return html`${time.loose.total > 0 && html`<p class="quiet small">${ways.timeline.possibly(time.loose.total)}</p>`}${time.undated > 0 && html`<p class="quiet small">${ways.timeline.undated(time.undated)}</p>`}`;
}

/** The nearest before and after, and all of this as one search. */
function besides(shown: Shown): Html {
  const { site, time } = shown;
  const { words } = site;
  if (time.stretch === undefined) return nothing;
  const list = searchAt(shown, time.stretch);
  const link = (stretch: string | undefined, says: string, rel: string): Html | false =>
    stretch !== undefined &&
    html`<a class="button"${attributes({ href: addressAt(shown, stretch), rel })}>${says}: ${words.date(stretch)}</a>`;
  return html`<nav class="list-head pager" aria-label="${words.list.pages}"><span>${list !== undefined && html`<a${attributes({ href: list, rel: 'nofollow' })}>${words.ways.timeline.searchAll(time.total)}</a>`}</span><span class="chips">${link(time.before, words.list.previous, 'prev')}${link(time.after, words.list.next, 'next')}</span></nav>`;
}

/** Documents that no part has for certain: each with its date as it is known. */
function loose({ site, time }: Shown): Html {
  const { ways } = site.words;
  const { rows, total } = time.loose;
  if (rows.length === 0) return nothing;
  return html`<section class="section calendar" aria-labelledby="loose"><div class="section-head"><h2 id="loose">${ways.timeline.loose}</h2></div><ol class="rows">${rows.map((row) => calendarEntry(site, row))}</ol>${total > rows.length && html`<p class="quiet small">${ways.timeline.moreLoose(total - rows.length)}</p>`}</section>`;
}

function collections(shown: Shown): Html {
  const { site, time } = shown;
  const { words } = site;
  if (time.collections.length === 0) return nothing;
  const years = time.collections.flatMap(({ from, to }) => [from, to].filter((year) => year !== undefined));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const row = (one: CollectionRow): Html => {
    const { label, documents = 0 } = one.row;
    const href = addressIn(site, label, time.stretch);
    const span = one.from === undefined || one.to === undefined ? undefined : words.years(one.from, one.to);
    return html`<li><span class="when">${shortLinkTo(site, label)}</span>${spanBar(one, first, last)}<span class="nums"><a${attributes({ href })}>${[span, words.count.documents(documents)].filter(Boolean).join(' · ')}</a></span></li>`;
  };
  return html`<section class="section" aria-labelledby="collections"><div class="section-head"><h2 id="collections">${words.ways.timeline.collections}</h2></div><ol class="rows time-rows of-collections">${time.collections.map(row)}</ol></section>`;
}

/** From when to when a collection is, on one line for all of them. */
function spanBar({ from, to }: CollectionRow, first: number, last: number): Html {
  const length = last - first + 1;
  if (from === undefined || to === undefined || !Number.isFinite(length)) return html`<span></span>`;
  const [start, width] = [((from - first) / length) * 100, Math.max(0.8, ((to - from + 1) / length) * 100)];
  return html`<svg class="hist row-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><path class="base" d="M0 4H100"/><rect class="bar"${attributes({ x: start.toFixed(1), y: 1, width: width.toFixed(1), height: 6 })}/></svg>`;
}

function events({ site, time }: Shown): Html {
  const { ways } = site.words;
  const { rows, total } = time.events;
  if (rows.length === 0) return nothing;
  return html`<section class="section calendar" aria-labelledby="events"><div class="section-head"><h2 id="events">${ways.timeline.events}</h2></div><ol class="rows">${rows.map((row) => calendarEntry(site, row))}</ol>${total > rows.length && html`<p class="quiet small">${ways.timeline.moreEvents(total - rows.length)}</p>`}</section>`;
}
