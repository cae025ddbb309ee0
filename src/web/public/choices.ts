import type { Years } from '../../actions/way-pages.ts';
import { attributes, html, nothing, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import type { YearCount } from './histogram.ts';

export interface Choice {
  readonly says: string;
  readonly address: string;
  readonly isChosen: boolean;
  readonly count?: number;
}

/** Ways to see the same, of which one is chosen: links, so that each has an address. */
export function choices(site: Site, label: string, all: readonly Choice[]): Html {
  if (all.length < 2) return nothing;
  return html`<nav class="choices" aria-label="${label}"><span class="label" aria-hidden="true">${label}</span><ul>${all.map(
    ({ says, address, isChosen, count }) =>
      html`<li><a${attributes({ href: address, rel: 'nofollow', 'aria-current': isChosen && 'true' })}>${isChosen && '✓ '}${says}${count !== undefined && html` <span class="nums">${site.words.number(count)}</span>`}</a></li>`,
  )}</ul></nav>`;
}

/** More decades than these are left to the two fields. */
const MOST_DECADES = 14;

/** Decades to choose from, and two fields for any other years, which need a server. */
export function yearsChoice(
  site: Site,
  counted: readonly YearCount[],
  chosen: Years | undefined,
  addressOf: (years: Years | undefined) => string,
  label = site.words.span.label,
): Html {
  const { span } = site.words;
  if (counted.length < 2) return nothing;
  const decades = [...new Set(counted.map(({ year }) => Math.floor(year / 10) * 10))].filter(
    (year) => year >= 0 && year < 9990,
  );
  const isDecade = chosen !== undefined && chosen.from % 10 === 0 && chosen.to === chosen.from + 9;
  const list = decades.slice(-MOST_DECADES).map((year) => ({
    says: span.decade(year),
    address: addressOf({ from: year, to: year + 9 }),
    isChosen: isDecade && chosen.from === year,
  }));
  const other =
    chosen === undefined || isDecade
      ? []
      : [{ says: span.range(chosen.from, chosen.to), address: addressOf(chosen), isChosen: true }];
  const all = { says: span.all, address: addressOf(undefined), isChosen: chosen === undefined };
  return html`<div class="choose-years">${choices(site, label, [all, ...list, ...other])}${site.mode === 'live' && fields(site, counted, chosen, addressOf(undefined))}</div>`;
}

function fields(site: Site, counted: readonly YearCount[], chosen: Years | undefined, action: string): Html {
  const { span } = site.words;
  const field = (name: string, says: string, value: number | undefined): Html =>
    html`<input inputmode="numeric" maxlength="4"${attributes({ name, 'aria-label': says, value })}>`;
  return html`<form class="years"${attributes({ action, 'aria-label': span.label })}>${field('from', span.from, chosen?.from ?? counted[0]?.year)}<span>${span.between}</span>${field('to', span.to, chosen?.to ?? counted.at(-1)?.year)}<button>${span.set}</button></form>`;
}
