import type { AlsoSearched, Ambiguous, SearchPage, SearchRequest } from '../../actions/search-page.ts';
import { attributes, html, nothing, type Child, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { inLanguage } from './entry.ts';

type Address = (change: Partial<SearchRequest>) => string;

/** Forms that are shown at once; the others open on request. */
const SHOWN = 7;

/**
 * What was searched beside the words as they stand, each with the way to leave it out; what was left out, with
 * the way to take it in again; and the way to search exactly as written, or no longer so. Nothing where none
 * of it is so.
 */
export function alsoSearchedHtml(site: Site, found: SearchPage, address: Address): Html {
  const { names, search } = site.words;
  const { isExact, without = [] } = found.request;
  if (isExact !== true && without.length === 0 && found.alsoSearched.length === 0) return nothing;
  const shown = found.alsoSearched.slice(0, SHOWN).map((one) => alsoChip(site, found.request, one, address));
  const more = found.alsoSearched.slice(SHOWN).map((one) => alsoChip(site, found.request, one, address));
  return html`<ul class="chips also-searched" aria-label="${names.also}">${
    isExact === true &&
    html`<li class="chip">${names.isExact}${cross(address({ isExact: false }), names.notExact)}</li>`
  }${shown.length > 0 && html`<li class="quiet small">${search.alsoSearched}</li>`}${shown}${
    more.length > 0 &&
    html`<li class="more-forms"><details><summary class="small">${names.more(more.length)}</summary><ul class="chips">${more}</ul></details></li>`
  }${without.length > 0 && html`<li class="quiet small">${names.leftOut}</li>`}${without.map((form) => leftOutChip(site, found, form, address))}${
    isExact !== true &&
    html`<li class="small"><a class="exactly"${attributes({ href: address({ isExact: true, without: [] }), rel: 'nofollow' })}>${names.exactly}</a></li>`
  }</ul>`;
}

const cross = (href: string, label: string, sign = '✕'): Html =>
  html`<a${attributes({ href, rel: 'nofollow', 'aria-label': label })}>${sign}</a>`;

function alsoChip(site: Site, request: SearchRequest, one: AlsoSearched, address: Address): Html {
  const without = [...(request.without ?? []), one.leaveOut];
  const label = site.words.names.leaveOut(one.words, one.insteadOf);
  return html`<li class="chip also"><span>${saidOf(site, one)}</span>${cross(address({ without }), label)}</li>`;
}

/** Names that stand for another's; whose they are is said. */
const HIDING: ReadonlySet<string> = new Set(['cover', 'pseudonym']);

function saidOf(site: Site, { words: form, by, lang, whose, name, insteadOf }: AlsoSearched): Child {
  const { words } = site;
  const isHiding = name !== undefined && HIDING.has(name.kind) && whose !== undefined;
  const borne =
    isHiding &&
    words.names.borneBy(
      words.nameKinds[name.kind].toLowerCase(),
      whose.title,
      name.years === undefined ? undefined : words.life(name.years),
    );
  if (by === 'date') return words.names.dated(form);
  if (by === 'link') return borne ? `${insteadOf}: ${borne}` : words.names.linked(form);
  const written = html`<span${inLanguage(site, lang)}>${form}</span>`;
  if (borne) return html`${written}: ${borne}`;
  return by === 'authority'
    ? written
    : html`${written} <span class="quiet">${by === 'inflection' ? words.names.inflection : words.names.rules[by]}</span>`;
}

/** A form that is left out: an id stands for the documents that are linked. */
function leftOutChip(site: Site, found: SearchPage, form: string, address: Address): Html {
  const says = found.labels.get(form)?.title ?? form;
  const without = (found.request.without ?? []).filter((one) => one !== form);
  return html`<li class="chip also"><span><s>${says}</s></span>${cross(address({ without }), site.words.names.takeIn(says), '↺')}</li>`;
}

/** Of a name that several bear: who they are, each a way to narrow the results. */
export function whichHtml(site: Site, found: SearchPage, address: Address): Html {
  if (found.which.length === 0) return nothing;
  return html`<div class="which">${found.which.map((one) => html`<p>${site.words.names.which(one.words)} ${one.bearers.map((bearer) => bearerLink(site, found.request, bearer, address))}</p>`)}</div>`;
}

function bearerLink(
  site: Site,
  request: SearchRequest,
  { label, field, name, documents }: Ambiguous['bearers'][number],
  address: Address,
): Html {
  const { words } = site;
  const isHiding = name !== undefined && HIDING.has(name.kind);
  const kind = isHiding ? words.nameKinds[name.kind].toLowerCase() : undefined;
  const years = isHiding && name.years !== undefined ? words.life(name.years) : undefined;
  const filters = [...request.filters, { field, condition: 'is', values: [label.id] } as const];
  return html`<a${attributes({ href: address({ filters }), rel: 'nofollow' })}${inLanguage(site, label.lang)}>${words.names.bearer(label.title, kind, years)} <span class="quiet">${words.number(documents)}</span></a> `;
}
