import type { RecordPage } from '../../actions/pages.ts';
import { CONTRIBUTION_ROLES, type Contribution, type ContributionRole } from '../../core/contribution.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import type { ReferencePath, ReferenceStep } from '../../core/source.ts';
import { addressOfComparison, addressOfSource, addressWithin, stepAddresses } from '../addresses.ts';
import { attributes, html, nothing, type Child, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { linkTo, shortLinkTo } from './entry.ts';
import { releasesHtml } from './releases.ts';
import { rightsHtml } from './rights.ts';
import { sayings } from './sayings.ts';
import { dateWords } from './when.ts';
import { shownIdentifiers } from './known-as.ts';

type DocumentPage = RecordPage<ArchiveDocument>;

/** Every field of the description, in three columns: where it comes from, who did what, how it came to be open. */
export function descriptionHtml(site: Site, page: DocumentPage): Html {
  const { words } = site;
  return html`<section class="section" id="description" aria-labelledby="description-heading"><div class="section-head"><h2 id="description-heading">${words.document.description}</h2></div>
<div class="panel"><div>${sourceHtml(site, page)}${datesHtml(site, page)}</div><div>${peopleHtml(site, page)}</div><div>${releasesHtml(site, page)}${recordHtml(site, page)}</div></div></section>`;
}

/** One step as it stood: "f. 558", "Central Files 1955-60". */
const stepWords = ({ label, code }: ReferenceStep): string => [label, code].filter(Boolean).join(' ');

export const referenceWords = (path: ReferencePath): string =>
  [path.repositoryName, ...path.steps.map(stepWords)].join(', ');

/** A reference with each step leading to its level of the tree of sources. */
export function referenceHtml(site: Site, path: ReferencePath): Html {
  const first =
    path.repository === undefined
      ? html`${path.repositoryName}`
      : html`<a${attributes({ href: addressOfSource(site, path.repository, []) })}>${path.repositoryName}</a>`;
  return html`${first}${stepAddresses(site, path).map(({ step, address }) => html`, ${address === undefined ? stepWords(step) : html`<a${attributes({ href: address })}>${stepWords(step)}</a>`}`)}`;
}

function sourceHtml(site: Site, page: DocumentPage): Html {
  const { words } = site;
  const { source, collections, creditLine, funders } = page.view.record;
  const { edition } = page.view;
  const layer = (says: string, content: Child): Html => html`<li><div><b>${says}</b>${content}</div></li>`;
  const inEdition =
    source.edition &&
    html`${source.edition.url !== undefined && /^https?:\/\//.test(source.edition.url) ? html`<a rel="noopener"${attributes({ href: source.edition.url })}>${source.edition.words}</a>` : source.edition.words}. `;
  return html`<h3>${words.document.whereFrom}</h3><ol class="layers">${layer(
    words.document.layers.original,
    source.original === undefined
      ? words.document.unknownSource
      : html`<span class="refcode">${referenceHtml(site, source.original)}</span>`,
  )}${source.copy && layer(words.document.layers.copy, html`<span class="refcode">${referenceHtml(site, source.copy)}</span>`)}${layer(
    words.document.layers.edition,
    html`${inEdition}${words.document.editionLine(edition.number, words.instant(edition.at))}`,
  )}</ol>${source.verbatim !== undefined && html`<p class="small quiet as-catalogued">${words.document.asCatalogued} “${source.verbatim}”</p>`}${source.unparsed !== undefined && source.unparsed !== '' && html`<p class="small quiet as-catalogued">${words.document.unparsed} “${source.unparsed}”</p>`}<dl class="facts-list">${fact(
    words.document.inCollections,
    listed(
      collections.flatMap(({ collection }) => {
        const label = page.labels.get(collection);
        return label === undefined ? [] : [shortLinkTo(site, label)];
      }),
    ),
  )}${fact(words.document.credit, creditLine)}${fact(words.document.funders, funders.join(', ') || undefined)}</dl>`;
}

const fact = (says: string, content: Child): Child =>
  content === undefined || content === '' ? undefined : html`<dt>${says}</dt><dd>${content}</dd>`;

const listed = (items: readonly Child[]): Child =>
  items.length === 0 ? undefined : items.map((item, at) => [at > 0 && html`<br>`, item]);

function datesHtml(site: Site, page: DocumentPage): Html {
  const { words } = site;
  const { dates } = page.view.record;
  if (dates.length === 0) return nothing;
  return html`<h3>${words.document.dates}</h3><dl class="facts-list">${dates.map((date) => {
    const shown = dateWords(site, date, true);
    return html`<dt>${words.dateKinds[date.kind]}</dt><dd>${shown}${date.words !== shown && html`<br><span class="as">${words.document.asCatalogued} “${date.words}”</span>`}${date.edtf !== undefined && html`<br><span class="as">EDTF ${date.edtf}</span>`}${date.inferredFrom !== undefined && html`<br><span class="as">${words.document.inferred(date.inferredFrom)}</span>`}${date.doubt && html`<br><span class="doubt">${words.document.doubt(date.doubt.words)}</span>`}</dd>`;
  })}</dl>`;
}

/** A name leading to whom it means, and how it stands in the document where that is another. */
function contributionHtml(site: Site, page: DocumentPage, one: Contribution): Html {
  const { words } = site;
  const label = one.agent === undefined ? undefined : page.labels.get(one.agent);
  const name = label === undefined ? html`<bdi>${one.name}</bdi>` : linkTo(site, label);
  return html`${name}${label !== undefined && label.title !== one.name && one.name !== '' && html` <span class="as">${words.document.as} “<bdi>${one.name}</bdi>”</span>`}${one.station !== undefined && html` <span class="as">${one.station}</span>`}${one.rendition !== undefined && html` <span class="as">(${one.rendition})</span>`}`;
}

/** Those who did one of these things, each with how the document names them. */
export const contributionsIn = (
  site: Site,
  page: DocumentPage,
  roles: readonly ContributionRole[],
): readonly Html[] =>
  page.view.record.contributions
    .filter((one) => roles.includes(one.role))
    .map((one) => {
      const label = one.agent === undefined ? undefined : page.labels.get(one.agent);
      return label === undefined ? html`<bdi>${one.name}</bdi>` : linkTo(site, label);
    });

function peopleHtml(site: Site, page: DocumentPage): Html {
  const { words } = site;
  const { record } = page.view;
  const roles = CONTRIBUTION_ROLES.map((role) =>
    fact(
      words.roles[role],
      listed(
        record.contributions
          .filter((one) => one.role === role)
          .map((one) => contributionHtml(site, page, one)),
      ),
    ),
  );
  const placeRoles = [...new Set(record.places.map((one) => one.role))].map((role) =>
    fact(
      words.placeRoles[role],
      listed(
        record.places
          .filter((one) => one.role === role)
          .map((one) => {
            const label = page.labels.get(one.place);
            return label === undefined
              ? (one.name ?? '')
              : html`${linkTo(site, label)}${one.name !== undefined && one.name !== label.title && html` <span class="as">${words.document.as} “<bdi>${one.name}</bdi>”</span>`}`;
          }),
      ),
    ),
  );
  const subjects = record.subjects
    .flatMap((id) => page.labels.get(id) ?? [])
    .map((label) => linkTo(site, label));
  const { classification, handling } = record.marking;
  const marking = [classification, ...handling].filter(Boolean).join(' · ');
  const numbers = record.numbers.map(
    (one) =>
      `${words.numberKinds[one.numberKind]} ${one.value}${one.from === undefined ? '' : ` ${words.document.numberFrom(one.from)}`}${one.to === undefined ? '' : ` ${words.document.numberTo(one.to)}`}`,
  );
  return html`<h3>${words.document.whoDidWhat}</h3><dl class="facts-list">${roles}${placeRoles}${fact(words.document.genre, record.genre)}${fact(words.document.subjects, listed(subjects))}${fact(words.document.languages, record.languages.map(words.languageName).join(', ') || undefined)}${fact(words.document.marked, marking || undefined)}${fact(words.document.numbers, listed(numbers))}${(record.otherFields ?? []).map(({ name, value }) => fact(name, value))}</dl>`;
}

/** What concerns the record itself: rights, its names elsewhere, its editions, and who says what. */
function recordHtml(site: Site, page: DocumentPage): Html {
  const { words } = site;
  const { record, editions, withheld } = page.view;
  const rights = record.rights.words ?? record.rights.uri ?? record.rights.holder;
  const madeBy = record.renditions.flatMap((one) => [
    ...(one.madeBy === undefined
      ? []
      : [
          html`${words.document.renditionOf(one)}: ${[one.madeBy.engine, one.madeBy.model].filter(Boolean).join(', ')}`,
        ]),
    ...(one.rightsWords === undefined ? [] : [html`${words.document.renditionOf(one)}: ${one.rightsWords}`]),
  ]);
  const says = sayings(site, record.attestations);
  const olderEditions =
    editions.length < 2
      ? []
      : editions.map(
          (one) =>
            html`<a${attributes({ href: addressWithin(site, page.label, 'v', String(one.number)) })}>${words.document.editionLine(one.number, words.instant(one.at))}</a>${one.why !== undefined && html` <span class="as">${one.why}</span>`}${one !== editions[0] && html` <a${attributes({ href: addressOfComparison(site, page.label.id, [`v${one.number - 1}`, `v${one.number}`]), 'aria-label': `${words.compare.whatChanged}: ${words.compare.edition(one.number)}` })}>${words.compare.whatChanged}</a>`}`,
        );
  const own = [
    html`<span class="nums">${page.label.id}</span>`,
    ...shownIdentifiers(record.identifiers).map(
      ({ scheme, value }) =>
        html`<span class="as">${words.identifier(scheme)}</span> <span class="nums">${value}</span>`,
    ),
  ];
  return html`<h3>${words.document.thisRecord}</h3><dl class="facts-list">${fact(words.document.rights, rights === undefined ? undefined : rightsHtml(site, record.rights))}${fact(words.document.heldBackHere, listed(withheld.map((one) => one.words)))}${fact(words.document.identifiers, listed(own))}${fact(words.document.editions, listed(olderEditions))}${fact(words.document.textsMade, listed(madeBy))}${fact(words.document.whoSaysSo, listed(says))}</dl>`;
}
