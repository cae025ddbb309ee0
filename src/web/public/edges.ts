import type { ReadAnswer } from '../../actions/pages.ts';
import type { Answer } from '../answer.ts';
import { addressOf, addressOfPage } from '../addresses.ts';
import { attributes, html, nothing, type Html } from '../html.ts';
import type { Words } from '../../words/words.ts';
import type { Site } from '../site.ts';
import { inLanguage, linkTo } from './entry.ts';
import type { Page } from './layout.ts';
import { searchBox } from './search-box.ts';

type Away = Extract<ReadAnswer, { kind: 'gone' } | { kind: 'withdrawn' }>;

/** Nothing stands at this address: the words of it, to be searched for, and where to go on. */
export function notFoundPage(site: Site, path: string): Page {
  const { words } = site;
  return {
    title: words.edges.notFound,
    hasSearch: true,
    body: html`<div class="frame"><section class="edge"><p class="code">404</p><h1>${words.edges.nothingHere}</h1><p class="say">${words.edges.nothingHereSays}</p>${searchBox(site, { q: wordsOf(path), isPlain: true })}<p class="forms">${ways(site)}</p></section></div>`,
  };
}

/** The address could not be read at all. */
export function unreadablePage(site: Site): Page {
  const { words } = site;
  return {
    title: words.edges.unreadable,
    hasSearch: true,
    body: html`<div class="frame"><section class="edge"><p class="code">400</p><h1>${words.edges.unreadable}</h1><p class="say">${words.edges.unreadableSays}</p>${searchBox(site, { isPlain: true })}<p class="forms">${ways(site)}</p></section></div>`,
  };
}

/** Once public, now not: a page for people; for programs the reason, the day, and what takes its place. */
export function away(site: Site, told: Away): Answer {
  const { edges, reasons } = site.words;
  const isWithdrawn = told.kind === 'withdrawn';
  const more = isWithdrawn
    ? {
        reason: told.reason,
        withdrawn: told.at,
        ...(told.replacement === undefined
          ? {}
          : { replacedBy: site.settings.address + addressOf({ prefix: '' }, told.replacement) }),
      }
    : {
        reason: told.reason === undefined ? edges.embargoed : reasons[told.reason],
        ...(told.until === undefined ? {} : { until: told.until }),
      };
  const detail = isWithdrawn ? edges.withdrawnSays : edges.closedSays;
  return {
    kind: 'page',
    status: 410,
    page: awayPage(site, told),
    told: { detail, more: { id: told.id, ...more } },
  };
}

/** What may be said of when and why. */
function awayPage(site: Site, away: Away): Page {
  const { words } = site;
  const line = (says: string, content: string | Html | undefined): Html =>
    content === undefined ? nothing : html`<dt>${says}</dt><dd>${content}</dd>`;
  const isWithdrawn = away.kind === 'withdrawn';
  const heading = isWithdrawn ? words.edges.withdrawn : words.edges.closed;
  const facts = isWithdrawn
    ? html`${line(words.edges.withdrawnOn, words.instant(away.at))}${line(words.edges.reason, away.reason)}${line(words.edges.inItsPlace, away.replacement && linkTo(site, away.replacement))}`
    : html`${line(words.edges.reason, away.reason === undefined ? words.edges.embargoed : words.reasons[away.reason])}${line(words.edges.openAgain, away.until === undefined ? undefined : words.day(away.until))}`;
  return {
    title: heading,
    hasSearch: true,
    body: html`<div class="frame"><section class="edge"><p class="code">410 · ${away.id}</p><h1>${heading}</h1><p class="say">${isWithdrawn ? words.edges.withdrawnSays : words.edges.closedSays}</p><div class="tomb"><dl class="facts-list">${facts}</dl></div>${
      isWithdrawn && away.replacement !== undefined
        ? html`<p class="doc-acts"><a class="button primary"${attributes({ href: addressOf(site, away.replacement) })}${inLanguage(site, undefined)}>${words.edges.readReplacement}</a></p>`
        : searchBox(site, { isPlain: true })
    }</section></div>`,
  };
}

/** The world failed. Says nothing of what went wrong: that is for the log. */
export function failurePage(site: Site, status: 500 | 503): Page {
  const { words } = site;
  return {
    title: words.edges.failure,
    hasSearch: true,
    body: html`<div class="frame"><section class="edge"><p class="code">${status}</p><h1>${words.edges.failure}</h1><p class="say">${words.edges.failureSays}</p></section></div>`,
  };
}

/** More searches at once than are answered: the same again, a little later. */
export function busyPage(site: Site, busy: Words['busy'], address: string): Page {
  return {
    title: busy.title,
    hasSearch: true,
    body: html`<div class="frame"><section class="edge"><p class="code">503</p><h1>${busy.title}</h1><p class="say">${busy.says}</p><p><a class="button primary"${attributes({ href: address, rel: 'nofollow' })}>${busy.again}</a></p></section></div>`,
  };
}

const WHOLES = [
  ['data', '/data'],
  ['oai', '/oai?verb=Identify'],
  ['api', '/api'],
] as const;

/** One client had too much at once: the same again a little later, and where everything is had in one piece. */
export function tooManyPage(site: Site, address: string): Page {
  const { tooMany } = site.words;
  const whole = WHOLES.map(([key, href]) => html`<li><a${attributes({ href })}>${tooMany[key]}</a></li>`);
  return {
    title: tooMany.title,
    hasSearch: true,
    body: html`<div class="frame"><section class="edge"><p class="code">429</p><h1>${tooMany.title}</h1><p class="say">${tooMany.says}</p><p><a class="button primary"${attributes({ href: address, rel: 'nofollow' })}>${tooMany.again}</a></p><p class="say whole">${tooMany.whole}</p><ul class="ways">${whole}</ul></section></div>`,
  };
}

const ways = (site: Site): Html =>
  html`${(['collections', 'people', 'places', 'sources'] as const).map(
    (key) =>
      html`<a${attributes({ href: addressOfPage(site, key === 'sources' ? '/repositories' : `/${key}`) })}>${site.words.nav[key]}</a> `,
  )}`;

/** What an address says in words, to be searched for. */
function wordsOf(path: string): string {
  const segments = path.split('/').filter(Boolean);
  const last = segments.at(-1) ?? '';
  return last
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 80);
}
