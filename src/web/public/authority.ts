import type { DocumentsOf } from '../../actions/archive.ts';
import type { Listing, RecordPage } from '../../actions/pages.ts';
import type { AgentRole, Profile } from '../../actions/way-pages.ts';
import type { Agent, AuthorityBase, Name } from '../../core/agent.ts';
import type { HistoricalEvent } from '../../core/event.ts';
import type { Place } from '../../core/place.ts';
import type { Repository } from '../../core/repository.ts';
import type { Subject } from '../../core/subject.ts';
import type { Term } from '../../core/term.ts';
import { impossible } from '../../core/result.ts';
import { addressOfPage, addressOfSource } from '../addresses.ts';
import { attributes, html, nothing, type Child, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { calendar } from './collection.ts';
import { accountsList } from './event-accounts.ts';
import { formsList } from './forms-list.ts';
import { inLanguage, kindWord, linkTo, passage } from './entry.ts';
import { facetHtml } from './facets.ts';
import { histogram } from './histogram.ts';
import { LISTS } from './authority-list.ts';
import { shorten, type Page } from './layout.ts';
import { crumbsOf, recordMetadata, type Metadata } from './metadata.ts';
import { lastPage, pager } from './pager.ts';
import { roleAddress, roleChoices, rolesFigure, togetherFigure, whereFigure } from './profile.ts';
import { sayings } from './sayings.ts';
import { EVERYTHING, printSearchAddress } from './search-address.ts';
import { treeHtml } from './tree.ts';
import { stepTo, trail } from './trail.ts';
import { dateWords } from './when.ts';
import { shownIdentifiers } from './known-as.ts';

export type Authority = Agent | Place | Subject | Term | HistoricalEvent | Repository;

/** The field under which a kind is searched, where it is. */
export function searchFieldOf(record: Authority): DocumentsOf['field'] | undefined {
  switch (record.kind) {
    case 'agent':
      return 'person';
    case 'place':
      return 'place';
    case 'subject':
      return 'subject';
    case 'repository':
      return 'archive';
    case 'term':
      return 'term';
    case 'event':
      return undefined;
    default:
      return impossible(record);
  }
}

/** What the page of a person or body has besides: what the documents say of them together. */
export interface AgentShown {
  readonly profile: Profile;
  readonly role?: AgentRole;
}

/** A person, body, place, subject, event, archive or term: its names, what is said of it, its documents by date. */
export async function authorityPage(
  site: Site,
  page: RecordPage<Authority>,
  listing: Listing | undefined,
  shown?: AgentShown,
): Promise<Page> {
  const { words } = site;
  const { label } = page;
  const { record } = page.view;
  const list = listOf(record);
  const number = listing?.page ?? 1;
  const numbered = (at: number): string => roleAddress(site, page, shown?.role, at);
  const agent = isOfAgent(page) && shown !== undefined ? { page, ...shown } : undefined;
  const life = lifeWords(site, record);
  const note = record.notes[0]?.text;
  return {
    title: [
      life === undefined ? label.title : `${label.title}, ${life}`,
      shown?.role === undefined ? undefined : words.profile.roles[shown.role],
      number > 1 ? words.list.pageNumber(number) : undefined,
    ]
      .filter(Boolean)
      .join(' · '),
    description: shorten(
      note ??
        (record.kind === 'term'
          ? record.expansion
          : words.authority.describe(label.title, site.settings.name)),
    ),
    canonical: numbered(number),
    ...(list?.section === undefined ? {} : { section: list.section }),
    cardKind: record.kind === 'agent' && record.agentKind === 'person' ? 'profile' : 'article',
    ...(number === 1 && shown?.role === undefined ? { metadata: metadataOf(site, page) } : {}),
    sequence: {
      ...(number > 1 ? { previous: numbered(number - 1) } : {}),
      ...(listing !== undefined && number < lastPage(listing) ? { next: numbered(number + 1) } : {}),
    },
    body: html`<div class="frame">
${trail(site, list === undefined ? [] : [{ address: addressOfPage(site, `/${list.path}`), says: words.nav[list.path] }, ...(page.trail ?? []).map((one) => stepTo(site, one))], label.title)}
<header class="person-head"><div><div>
<h1${inLanguage(site, label.lang)}>${label.title}</h1>
<p class="life">${[kindLine(site, record), life].filter(Boolean).join(', ')}</p>
${record.invented !== undefined && html`<p class="invented">${record.invented}</p>`}
${record.kind === 'term' && html`<p class="about">${record.expansion}</p>`}
${record.notes.map((one) => passage(site, one, 'about'))}
${actions(site, page, listing)}
${facts(site, page)}
${page.branches !== undefined && page.branches.length > 0 && html`<section class="tree-section" aria-labelledby="narrower"><h2 class="label" id="narrower">${record.kind === 'place' ? words.authority.inIt : words.authority.narrower}</h2>${treeHtml(site, page.branches)}</section>`}
</div>${agent === undefined ? listing && yearsFigure(site, listing) : html`${rolesFigure(site, page, agent.profile)}${await whereFigure(site, agent.page, agent.profile)}`}</div>
${await side(site, page, listing, agent)}
</header>
${listing && documents(site, page, listing, numbered, shown)}
${formsList(site, page)}
</div>`,
  };
}

/** The list that it stands in. */
const listOf = (record: Authority): (typeof LISTS)[number] | undefined =>
  LISTS.find(
    (one) =>
      one.kind === record.kind &&
      (record.kind !== 'agent' || (record.agentKind === 'person') === (one.agentKind === 'person')),
  );

function metadataOf(site: Site, page: RecordPage<Authority>): Metadata {
  const list = listOf(page.view.record);
  return recordMetadata(site, page, [
    ...(list === undefined
      ? []
      : [{ name: site.words.nav[list.path], path: addressOfPage(site, `/${list.path}`) }]),
    ...crumbsOf(site, [...(page.trail ?? []), page.label]),
  ]);
}

function lifeWords(site: Site, record: Authority): string | undefined {
  if (record.kind === 'agent') return record.years === undefined ? undefined : site.words.date(record.years);
  if (record.kind !== 'event') return undefined;
  const date = record.dates[0];
  return date === undefined ? undefined : dateWords(site, date);
}

function kindLine(site: Site, record: Authority): string {
  if (record.kind === 'agent' && record.agentKind === 'office') return site.words.authority.office;
  return site.words.kinds[
    kindWord({ kind: record.kind, ...(record.kind === 'agent' ? { agentKind: record.agentKind } : {}) })
  ];
}

function actions(site: Site, page: RecordPage<Authority>, listing: Listing | undefined): Html {
  const { words } = site;
  const { record } = page.view;
  const field = searchFieldOf(record);
  if (field === undefined || listing === undefined || listing.total === 0 || site.mode === 'static')
    return nothing;
  const search = printSearchAddress({
    ...EVERYTHING,
    filters: [{ field, condition: 'is', values: [page.label.id] }],
  });
  return html`<p class="doc-acts"><a class="button"${attributes({ href: addressOfPage(site, search), rel: 'nofollow' })}>${words.authority.searchIn(listing.total)}</a>${record.kind === 'repository' && html`<a class="button"${attributes({ href: addressOfSource(site, page.label.id, []) })}>${words.authority.tree}</a>`}</p>`;
}

/** What else is known: where it lies, what it belongs to, who took part, where it is explained, links elsewhere. */
function facts(site: Site, page: RecordPage<Authority>): Html {
  const { words } = site;
  const { record } = page.view;
  const lines: Child[] = [];
  const line = (says: string, content: Child): void => {
    lines.push(html`<dt>${says}</dt><dd>${content}</dd>`);
  };
  const links = (ids: readonly Parameters<typeof page.labels.get>[0][]): Child[] =>
    ids.flatMap((id) => page.labels.get(id) ?? []).map((label, at) => [at > 0 && ', ', linkTo(site, label)]);
  if (record.kind === 'place') {
    if (record.within !== undefined && page.labels.has(record.within))
      line(words.authority.within, links([record.within]));
    if (record.coordinates)
      line(words.authority.coordinates, `${record.coordinates.latitude}, ${record.coordinates.longitude}`);
  } else if (record.kind === 'subject') {
    if (links(record.broader).length > 0) line(words.authority.broader, links(record.broader));
  } else if (record.kind === 'repository') {
    if (record.country !== undefined) line(words.authority.country, words.regionName(record.country));
    if (record.place !== undefined && page.labels.has(record.place))
      line(words.authority.place, links([record.place]));
  } else if (record.kind === 'term') {
    if (links(record.explainedIn).length > 0) line(words.authority.explainedIn, links(record.explainedIn));
  } else if (record.kind === 'event') eventFacts(site, page, record, line, links);
  if (record.kind !== 'term' && record.links.length > 0)
    line(
      words.authority.elsewhere,
      record.links.map(({ scheme, url }, at) => [
        at > 0 && ', ',
        /^https?:\/\//.test(url)
          ? html`<a rel="noopener"${attributes({ href: url })}>${words.identifier(scheme)}</a>`
          : url,
      ]),
    );
  for (const { scheme, value } of shownIdentifiers(record.identifiers))
    line(words.identifier(scheme), html`<span class="nums">${value}</span>`);
  const says = sayings(site, record.attestations);
  if (says.length > 0)
    line(
      words.document.whoSaysSo,
      says.map((one, at) => [at > 0 && html`<br>`, one]),
    );
  return lines.length === 0 ? nothing : html`<dl class="facts-list wide-facts">${lines}</dl>`;
}

function eventFacts(
  site: Site,
  page: RecordPage<Authority>,
  record: HistoricalEvent,
  line: (says: string, content: Child) => void,
  links: (ids: HistoricalEvent['places']) => Child[],
): void {
  const { words } = site;
  for (const date of record.dates) line(words.dateKinds[date.kind], dateWords(site, date));
  if (links(record.places).length > 0) line(words.authority.place, links(record.places));
  const roles = new Set(record.participants.map((one) => one.role));
  for (const role of roles) {
    const names = record.participants
      .filter((one) => one.role === role)
      .map((one, at) => {
        const label = one.agent === undefined ? undefined : page.labels.get(one.agent);
        const name = label === undefined ? html`<bdi>${one.name}</bdi>` : linkTo(site, label);
        return html`${at > 0 && html`<br>`}${name}${one.station !== undefined && html` <span class="as">${one.station}</span>`}`;
      });
    line(words.roles[role], names);
  }
}

const isOfAgent = (page: RecordPage<Authority>): page is RecordPage<Agent> =>
  page.view.record.kind === 'agent';

async function side(
  site: Site,
  page: RecordPage<Authority>,
  listing: Listing | undefined,
  agent: (AgentShown & { readonly page: RecordPage<Agent> }) | undefined,
): Promise<Html> {
  const { record } = page.view;
  if (agent !== undefined)
    return html`<div>${namesTable(site, agent.page.view.record)}${togetherFigure(site, agent.page, agent.profile)}</div>`;
  const names = record.kind === 'term' ? nothing : namesTable(site, record);
  const accounts = record.kind === 'event' ? accountsList(site, page, record) : nothing;
  const field = searchFieldOf(record);
  const facets =
    listing === undefined || field === undefined || site.mode === 'static'
      ? []
      : listing.facets.map((facet) => {
          const values = facet.values.filter((one) => one.value !== page.label.id);
          if (values.length === 0) return nothing;
          return facetHtml(
            site,
            { ...facet, values },
            { ...EVERYTHING, filters: [{ field, condition: 'is', values: [page.label.id] }] },
          );
        });
  return html`<div>${accounts}${names}${facets.length > 0 && html`<div class="facets"><h2 class="label">${site.words.authority.together}</h2>${facets}</div>`}</div>`;
}

/** Every name, with its language, its kind, and when it was used. */
function namesTable(site: Site, record: AuthorityBase): Html {
  const { words } = site;
  if (record.names.length < 2) return nothing;
  const kind = (name: Name): string =>
    [words.nameKinds[name.kind], name.years === undefined ? undefined : words.date(name.years)]
      .filter(Boolean)
      .join(', ');
  const language = (name: Name): string =>
    [
      name.lang === undefined ? undefined : words.languageName(name.lang),
      name.romanisation === undefined ? undefined : words.romanisations[name.romanisation],
    ]
      .filter(Boolean)
      .join(', ');
  return html`<table class="names"><caption>${words.authority.names}</caption><thead class="visually-hidden"><tr><th scope="col">${words.authority.name}</th><th scope="col">${words.authority.language}</th><th scope="col">${words.authority.kindAndYears}</th></tr></thead><tbody>${record.names.map((name) => html`<tr><th scope="row"><bdi${attributes({ lang: name.lang })}>${name.form}</bdi></th><td>${language(name)}</td><td>${kind(name)}</td></tr>`)}</tbody></table>`;
}

function yearsFigure(site: Site, listing: Listing): Html {
  if (listing.years.length < 2) return nothing;
  return html`<figure class="fig"><figcaption><b>${site.words.authority.byYear}</b></figcaption>${histogram(site.words, listing.years, { widthPx: 560, heightPx: 116, className: 'only-wide' })}${histogram(site.words, listing.years, { widthPx: 328, heightPx: 96, className: 'only-narrow' })}</figure>`;
}

function documents(
  site: Site,
  page: RecordPage<Authority>,
  listing: Listing,
  numbered: (page: number) => string,
  shown: AgentShown | undefined,
): Html {
  const { words } = site;
  const roles = shown && roleChoices(site, page, shown.profile, shown.role);
  return html`<section class="section calendar" aria-labelledby="documents"><div class="section-head"><h2 id="documents">${words.collection.counted(listing.total)}</h2></div>${roles && html`<div class="narrow-by">${roles}</div>`}${listing.total === 0 ? html`<p class="quiet none">${words.authority.noDocuments(page.label.title)}</p>` : calendar(site, listing)}${pager(site, listing, numbered)}</section>`;
}
