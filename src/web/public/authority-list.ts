import type { AuthorityList, RecordPage, Row } from '../../actions/pages.ts';
import { AGENT_ROLES, PLACE_ROLES } from '../../actions/way-pages.ts';
import type { Collection } from '../../core/collection.ts';
import { addressOfPage, addressWithin } from '../addresses.ts';
import { attributes, html, type Child, type Html } from '../html.ts';
import { narrowingSegments, type Narrowing } from '../narrowing.ts';
import type { Site } from '../site.ts';
import { choices, yearsChoice } from './choices.ts';
import { inLanguage, linkTo } from './entry.ts';
import type { Page, Section } from './layout.ts';
import { lastPage, pager } from './pager.ts';
import { treeHtml } from './tree.ts';
import { trail } from './trail.ts';
import { dateWords } from './when.ts';
import { headingInto, stepsInto } from './within.ts';

/** A list of names that has a page of its own. */
export interface ListOf {
  readonly path: 'people' | 'organizations' | 'places' | 'subjects' | 'terms' | 'events' | 'repositories';
  readonly section?: Section;
  readonly kind: 'agent' | 'place' | 'subject' | 'term' | 'event' | 'repository';
  readonly agentKind?: 'person' | 'body';
}

export const LISTS: readonly ListOf[] = [
  { path: 'people', section: 'people', kind: 'agent', agentKind: 'person' },
  { path: 'organizations', kind: 'agent', agentKind: 'body' },
  { path: 'places', section: 'places', kind: 'place' },
  { path: 'subjects', section: 'subjects', kind: 'subject' },
  { path: 'terms', kind: 'term' },
  { path: 'events', kind: 'event' },
  { path: 'repositories', section: 'sources', kind: 'repository' },
];

/** Names, of everything or of one collection, narrowed by role, years and letter. */
export interface ShownNames {
  readonly site: Site;
  readonly of: ListOf;
  readonly list: AuthorityList;
  readonly narrowing: Narrowing;
  readonly within?: RecordPage<Collection>;
}

export const rolesOfList = ({ kind }: ListOf): readonly string[] =>
  kind === 'agent' ? Object.keys(AGENT_ROLES) : kind === 'place' ? Object.keys(PLACE_ROLES) : [];

export const namesAddress = (
  { site, of, within }: Pick<ShownNames, 'site' | 'of' | 'within'>,
  narrowing: Partial<Narrowing>,
): string =>
  within === undefined
    ? addressOfPage(
        site,
        ['', of.path, ...narrowingSegments(narrowing).map((one) => encodeURIComponent(one))].join('/'),
      )
    : addressWithin(site, within.label, of.path, ...narrowingSegments(narrowing));

/** Names of a kind, by their first letter. */
export function authorityListPage(shown: ShownNames): Page {
  const { site, of, list, narrowing, within } = shown;
  const { words } = site;
  const { listing } = list;
  const { letter, role, years } = narrowing;
  const numbered = (page: number): string => namesAddress(shown, { ...narrowing, page });
  const name = words.nav[of.path];
  const title = [
    name,
    role === undefined ? undefined : roleWords(site, of, role),
    years === undefined ? undefined : words.span.range(years.from, years.to),
    letter,
    within?.label.title,
    listing.page > 1 ? words.list.pageNumber(listing.page) : undefined,
  ];
  const whole = { address: namesAddress(shown, {}), says: name };
  const isWhole = letter === undefined && role === undefined && years === undefined;
  return {
    title: title.filter(Boolean).join(' · '),
    description: words.lists.describe(name, within?.label.title ?? site.settings.name),
    // What is narrowed is a question; the whole list and its letters are what is kept.
    ...(role === undefined && years === undefined ? { canonical: numbered(listing.page) } : {}),
    ...(within !== undefined ? { section: 'collections' as const } : of.section && { section: of.section }),
    sequence: {
      ...(listing.page > 1 ? { previous: numbered(listing.page - 1) } : {}),
      ...(listing.page < lastPage(listing) ? { next: numbered(listing.page + 1) } : {}),
    },
    body: html`<div class="frame">
${trail(site, [...stepsInto(site, within), ...(isWhole ? [] : [whole])], isWhole ? name : (letter ?? title[1] ?? title[2] ?? name))}
<header class="page-head"><h1>${headingInto(site, within, name)}</h1><p class="lede">${words.lists.says[of.path]}</p></header>
${narrowBy(shown)}
${list.tree !== undefined && html`<section class="section tree-section" aria-labelledby="tree"><div class="section-head"><h2 id="tree">${words.lists.tree}</h2></div>${treeHtml(site, list.tree)}</section><h2 class="label by-name">${words.lists.byName}</h2>`}
${letters(shown)}
${listing.rows.length === 0 ? html`<p class="quiet none">${isWhole ? words.lists.none : words.lists.noneSo}</p>` : html`<ul class="rows names-list">${listing.rows.map((row) => nameRow(site, row))}</ul>`}
${pager(site, listing, numbered)}
</div>`,
  };
}

const roleWords = ({ words }: Site, of: ListOf, role: string): string => {
  const roles: Readonly<Record<string, string>> = of.kind === 'place' ? words.map.roles : words.profile.roles;
  return roles[role] ?? role;
};

/** In which role documents name them, and in which years. */
function narrowBy(shown: ShownNames): Html {
  const { site, of, list, narrowing } = shown;
  const { words } = site;
  const { role: chosen, years } = narrowing;
  const inYears = years === undefined ? {} : { years };
  const inRole = chosen === undefined ? {} : { role: chosen };
  const roles = list.roles.map((role) => ({
    says: roleWords(site, of, role),
    address: namesAddress(shown, { ...inYears, role }),
    isChosen: role === chosen,
  }));
  const any = {
    says: words.profile.roles.any,
    address: namesAddress(shown, inYears),
    isChosen: chosen === undefined,
  };
  const byRole = choices(site, words.profile.roleLabel, roles.length === 0 ? [] : [any, ...roles]);
  const byYears = yearsChoice(
    site,
    list.years,
    years,
    (one) => namesAddress(shown, one === undefined ? inRole : { ...inRole, years: one }),
    of.kind === 'agent' ? words.profile.yearsLabel : words.span.label,
  );
  return html`<div class="narrow-by">${byRole}${byYears}</div>`;
}

function letters(shown: ShownNames): Html {
  const { words } = shown.site;
  const { letters: all } = shown.list;
  if (all.length < 2) return html``;
  const { letter: _letter, page: _page, ...rest } = shown.narrowing;
  const isAny = all.every((one) => !one.isChosen);
  return html`<nav class="letters" aria-label="${words.lists.byLetter}"><ul><li><a${attributes({ href: namesAddress(shown, rest), 'aria-current': isAny && 'true' })}>${words.lists.all}</a></li>${all.map(
    ({ letter, isChosen }) =>
      html`<li><a${attributes({ href: namesAddress(shown, { ...rest, letter }), 'aria-current': isChosen && 'true' })}>${letter}</a></li>`,
  )}</ul></nav>`;
}

function nameRow(site: Site, row: Row): Html {
  const { words } = site;
  const when: Child = row.years === undefined ? row.date && dateWords(site, row.date) : words.life(row.years);
  return html`<li><span class="name-of">${linkTo(site, row.label)}${row.otherTitle && html` <span class="other"${inLanguage(site, row.otherTitle.lang)}>${row.otherTitle.text}</span>`}</span><span class="quiet">${when}${row.summary && html`${when !== undefined && ' · '}<span${inLanguage(site, row.summary.lang)}>${row.summary.text}</span>`}</span><span class="quiet nums">${row.documents !== undefined && row.documents > 0 && words.count.documents(row.documents)}</span></li>`;
}
