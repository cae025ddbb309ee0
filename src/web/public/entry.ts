import type { Row } from '../../actions/pages.ts';
import type { LangText } from '../../core/document.ts';
import { directionOf, type LanguageTag } from '../../core/language.ts';
import { addressOf } from '../addresses.ts';
import { attributes, html, type Child, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { entryMarks } from './entry-marks.ts';
import { stamp } from './marks.ts';
import { timeHtml } from './when.ts';

/** Language and direction of a passage, where they are not those of the page around it. */
export function inLanguage(site: Pick<Site, 'words'>, lang: LanguageTag | undefined): Html {
  const { language } = site.words;
  if (lang === undefined || lang === language.tag) return attributes({});
  const direction = directionOf(lang);
  return attributes({
    lang: lang === 'und' ? '' : lang,
    dir: direction === language.direction ? undefined : direction,
  });
}

/** A link to a record by its title. */
export const linkTo = (site: Site, label: Row['label'], says: Child = label.title): Html =>
  html`<a${attributes({ href: addressOf(site, label) })}${inLanguage(site, label.lang)}>${says}</a>`;

/** As many letters of a title as a line that only leads to it has room for. */
const SHORT_TITLE = 80;

/** A title cut at a word, where it is only a way to the page that has it whole. */
export function shortTitle(title: string, length = SHORT_TITLE): string {
  if (title.length <= length) return title;
  const cut = title.slice(0, length).replace(/[\ud800-\udbff]$/, '');
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space < length / 2 ? length : space).replace(/[\s,;:.–—-]+$/, '')}…`;
}

/** The same as {@link linkTo}, for titles of any length in a line of many. */
export const shortLinkTo = (site: Site, label: Row['label'], length = SHORT_TITLE): Html =>
  linkTo(site, label, shortTitle(label.title, length));

export const passage = (site: Site, text: LangText, name: string): Html =>
  html`<p class="${name}"${inLanguage(site, text.lang)}>${text.text}</p>`;

/** An entry of a calendar: date and genre hanging in the margin. */
export function calendarEntry(site: Site, row: Row, more: Child = undefined): Html {
  return html`<li class="entry"><p class="entry-date">${row.date && timeHtml(site, row.date)}${row.date === undefined && html`<span>${site.words.list.undated}</span>`}${row.genre !== undefined && html` <span class="kind">${row.genre}</span>`}</p><div>${titleHtml(site, row)}${bodyHtml(site, row)}${more}${entryMarks(site, row)}</div></li>`;
}

/** An entry with its date above: results, what is new. */
export function plainEntry(site: Site, row: Row, more: Child = undefined, title: Child = undefined): Html {
  const before: Child[] = [];
  if (row.label.kind !== 'document') before.push(site.words.kinds[kindWord(row.label)]);
  if (row.date) before.push(timeHtml(site, row.date));
  if (row.genre !== undefined) before.push(row.genre);
  if (row.years !== undefined && row.date === undefined) before.push(site.words.life(row.years));
  const line = before.map((one, at) => [at > 0 && ' · ', one]);
  return html`<li class="entry">${before.length > 0 && html`<p class="entry-date">${line}</p>`}${titleHtml(site, row, title)}${more === undefined ? bodyHtml(site, row) : [stampsHtml(site, row), more]}${entryMarks(site, row)}</li>`;
}

export const kindWord = (
  label: Pick<Row['label'], 'kind' | 'agentKind'>,
): Exclude<Row['label']['kind'], 'agent'> | 'person' | 'organization' =>
  label.kind === 'agent'
    ? label.agentKind === undefined || label.agentKind === 'person'
      ? 'person'
      : 'organization'
    : label.kind;

function titleHtml(site: Site, row: Row, title?: Child): Html {
  const other = row.otherTitle;
  return html`<h3>${linkTo(site, row.label, title)}</h3>${other && html`<p class="orig"${inLanguage(site, other.lang)}>${other.text}</p>`}`;
}

const bodyHtml = (site: Site, row: Row): Html =>
  html`${row.summary && passage(site, row.summary, 'summary')}${stampsHtml(site, row)}`;

/** What is not whole says so: held back in part, closed, not held, invented. */
function stampsHtml(site: Site, row: Row): Html | undefined {
  const { words } = site;
  const facts: Child[] = [];
  if (row.access === 'part' || row.access === 'closed') facts.push(stamp(words, row.access));
  if (row.holding?.kind === 'not-held') facts.push(html`<span>${words.notHeld[row.holding.reason]}</span>`);
  for (const { role, name } of row.stands ?? [])
    facts.push(html`<span>${words.profile.as(words.profile.stands[role], name)}</span>`);
  if (row.invented !== undefined) facts.push(html`<span>${words.document.inventedShort}</span>`);
  if (row.label.kind !== 'document' && row.documents !== undefined)
    facts.push(html`<span>${words.count.documents(row.documents)}</span>`);
  return facts.length === 0 ? undefined : html`<p class="facts">${facts}</p>`;
}
