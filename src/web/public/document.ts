import type { RecordPage } from '../../actions/pages.ts';
import type { RelatedDocuments } from '../../actions/related-documents.ts';
import { accessOf } from '../../actions/rows.ts';
import { catalogueDate, type ArchiveDocument } from '../../core/document.ts';
import type { Label } from '../../core/label.ts';
import { addressOf, addressOfComparison } from '../addresses.ts';
import { attributes, html, nothing, type Child, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { citeHtml } from './cite.ts';
import { compareActs, readBeside } from './compare-ways.ts';
import { contributionsIn, descriptionHtml, referenceHtml } from './description.ts';
import { searchThisDocument } from './document-search.ts';
import { inLanguage, linkTo, passage, shortLinkTo } from './entry.ts';
import { documentMarks } from './entry-marks.ts';
import type { Page } from './layout.ts';
import { stamp } from './marks.ts';
import { citedPage, crumbsOf, documentMetadata, imageOf, type CitedPage } from './metadata.ts';
import type { Plan } from './document-plan.ts';
import { isBeside, readingHtml, readingModules } from './document-reader.ts';
import type { Column } from './reader.ts';
import { relatedHtml, sameTextLink } from './related.ts';
import { stepTo, trail } from './trail.ts';
import { vanishedHtml } from './vanished.ts';
import { dateWords, timeHtml } from './when.ts';

type DocumentPage = RecordPage<ArchiveDocument>;

export interface DocumentOptions {
  /** An edition was asked for by number: its page says so and leads to the newest. */
  readonly edition?: number;
  /** What stands beside it. */
  readonly related?: RelatedDocuments;
}

type Shown = DocumentOptions & { readonly cited: CitedPage };

export function documentPage(site: Site, page: DocumentPage, options: DocumentOptions = {}): Page {
  const { words } = site;
  const { record } = page.view;
  const date = catalogueDate(record);
  const when = date === undefined ? undefined : dateWords(site, date);
  const summary = record.summaries.find((one) => one.lang === words.language.tag) ?? record.summaries[0];
  const canonical = addressOf(site, page.label);
  const image = imageOf(site, page);
  const cited = citedPage(site, page);
  const plan = options.edition === undefined ? site.plans.of(page) : site.plans.wholeOf(page);
  return {
    title: [page.label.title, when].filter(Boolean).join(', '),
    description: summary?.text ?? words.document.describe(record.genre, when, site.settings.name),
    ...(options.edition === undefined ? { canonical } : {}),
    section: 'collections',
    cardKind: 'article',
    isWide: record.renditions.length > 1 || plan.scans.length > 0,
    ...(options.edition === undefined
      ? { metadata: documentMetadata(site, page, cited, crumbsOf(site, [...aboveOf(page), page.label])) }
      : {}),
    ...(image === undefined ? {} : { image }),
    sequence: {
      ...(page.neighbours?.before ? { previous: addressOf(site, page.neighbours.before) } : {}),
      ...(page.neighbours?.after ? { next: addressOf(site, page.neighbours.after) } : {}),
    },
    modules: ['cite', ...readingModules(plan)],
    body: body(site, page, plan, when, { ...options, cited }),
  };
}

/** The collections above it, outermost first. */
const aboveOf = ({ trail: above, view, labels }: DocumentPage): readonly Label[] =>
  above ?? view.record.collections.slice(0, 1).flatMap(({ collection }) => labels.get(collection) ?? []);

function body(site: Site, page: DocumentPage, plan: Plan, when: string | undefined, options: Shown): Html {
  const { record } = page.view;
  const { columns, scans } = plan;
  return html`<div class="frame">
${trail(
  site,
  aboveOf(page).map((one) => stepTo(site, one)),
  when ?? site.words.list.undated,
)}
<div class="doc-top">${head(site, page, options, columns.length > 0)}${glance(site, page, columns, options.related)}</div>
</div>
${columns.length > 0 || scans.length > 0 ? readingHtml(site, page, plan, 0) : notHeld(site, record)}
<div class="frame">
${isBeside(plan) ? nothing : descriptionHtml(site, page)}
${vanishedHtml(site, page)}
${citeHtml(site, page)}
${accounts(site, page)}
${options.related === undefined ? nothing : relatedHtml(site, options.related)}
${neighbours(site, page)}
</div>`;
}

function head(site: Site, page: DocumentPage, options: Shown, hasText: boolean): Html {
  const { words } = site;
  const { record, edition, editions } = page.view;
  const [title, ...others] = record.titles;
  const isOld = options.edition !== undefined && edition.number !== editions.at(-1)?.number;
  return html`<header class="doc-head">
${whenLine(site, page)}
<h1${inLanguage(site, title?.lang)}>${page.label.title}</h1>
${otherTitles(site, others)}
${record.summaries.map((one) => html`${passage(site, one, 'abstract')}${one.by !== undefined && html`<p class="small quiet">${words.document.summaryBy(one.by)}</p>`}`)}
${record.invented !== undefined && html`<p class="invented">${record.invented}</p>`}
${isOld && html`<p class="invented">${words.document.oldEdition(edition.number, words.instant(edition.at))} <a${attributes({ href: addressOfComparison(site, page.label.id, [`v${edition.number}`]), rel: 'nofollow' })}>${words.compare.sinceCited}</a> · <a${attributes({ href: addressOf(site, page.label) })}>${words.document.newest}</a></p>`}
${!isOld && documentMarks(site, page, options.cited.cited)}${hasText && !isOld && searchThisDocument(site, page.label)}
${!isOld && compareActs(site, page)}
</header>`;
}

/** So many titles stand below the first; a document in many languages has its others folded away. */
const TITLES_SHOWN = 3;

function otherTitles(site: Site, titles: ArchiveDocument['titles']): Html {
  const said = titles.map((one) => html`<p class="orig"${inLanguage(site, one.lang)}>${one.text}</p>`);
  if (said.length <= TITLES_SHOWN + 1) return html`${said}`;
  return html`${said.slice(0, TITLES_SHOWN)}<details class="more-titles"><summary>${site.words.document.moreTitles(said.length - TITLES_SHOWN)}</summary>${said.slice(TITLES_SHOWN)}</details>`;
}

function whenLine(site: Site, page: DocumentPage): Html {
  const { words } = site;
  const { record } = page.view;
  const date = catalogueDate(record);
  const place = record.places.find((one) => one.role === 'written-at' || one.role === 'sent-from');
  const at = place && page.labels.get(place.place);
  const parts: Child[] = [];
  if (record.genre !== undefined) parts.push(record.genre);
  parts.push(date === undefined ? words.list.undated : timeHtml(site, date, true));
  if (at !== undefined) parts.push(linkTo(site, at));
  return html`<p class="when">${parts.map((part, n) => [n > 0 && ' · ', part])}</p>`;
}

/** The short list beside the title: between whom, from which file, how much of it is open, in what languages. */
function glance(
  site: Site,
  page: DocumentPage,
  columns: readonly Column[],
  beside: RelatedDocuments | undefined,
): Html {
  const { words } = site;
  const { record, withheld } = page.view;
  const facts: Html[] = [];
  const people = (roles: Parameters<typeof contributionsIn>[2], says: string): void => {
    const names = contributionsIn(site, page, roles);
    if (names.length > 0)
      facts.push(
        html`<dt>${says}</dt><dd>${names.slice(0, 4).map((one, at) => [at > 0 && '; ', one])}${names.length > 4 && `; ${words.document.andOthers(names.length - 4)}`}</dd>`,
      );
  };
  people(['author', 'sender', 'creator'], words.document.from);
  people(['recipient'], words.document.to);
  people(['participant'], words.document.between);
  const { original } = record.source;
  if (original !== undefined)
    facts.push(
      html`<dt>${words.document.source}</dt><dd class="refcode">${referenceHtml(site, original)}</dd>`,
    );
  const access = accessOf(page.view, record);
  if (access !== undefined || withheld.length > 0)
    facts.push(
      html`<dt>${words.document.access}</dt><dd>${access !== undefined && stamp(words, access)} ${withheld.map((one) => html`<span class="quiet">${one.words}${one.until !== undefined && ` (${words.document.until(words.day(one.until))})`}</span> `)}</dd>`,
    );
  const readIn = columns.filter(
    ({ rendition }, at) => columns.findIndex((one) => one.rendition.language === rendition.language) === at,
  );
  if (columns.length > 0)
    facts.push(
      html`<dt>${words.document.readIn}</dt><dd>${readIn.slice(0, 5).map(({ rendition }, at) => html`${at > 0 && ', '}${words.languageName(rendition.language)} <span class="as">${rendition.kind === 'transcription' ? words.document.original : words.document.translated}</span>`)}${readIn.length > 5 && ` ${words.document.andOthers(readIn.length - 5)}`}</dd>`,
    );
  const others = otherAccounts(page).reduce((sum, one) => sum + one.accounts.length, 0);
  const elsewhere = beside && sameTextLink(site, beside);
  if (others > 0 || elsewhere !== undefined)
    facts.push(
      html`<dt>${words.document.seeAlso}</dt><dd>${others > 0 && html`<a href="#accounts">${words.document.otherAccounts(others)}</a>`}${others > 0 && elsewhere && ', '}${elsewhere}</dd>`,
    );
  return facts.length === 0 ? nothing : html`<dl class="facts-list glance">${facts}</dl>`;
}

/** Known, but not held here: the reason, and how far one may get all the same. */
function notHeld(site: Site, record: ArchiveDocument): Html {
  const { words } = site;
  const { holding } = record;
  const [heading, says] =
    holding.kind === 'not-held'
      ? [words.notHeld[holding.reason], holding.words]
      : [words.document.noText, words.document.noTextSays];
  const isWithheld =
    holding.kind === 'not-held' && (holding.reason === 'withheld-in-full' || holding.reason === 'closed');
  return html`<div class="frame"><section class="not-held" aria-labelledby="not-held">${isWithheld && html`<span class="withheld block" aria-hidden="true"></span>`}<h2 id="not-held">${heading}</h2><p class="say">${says}</p></section></div>`;
}

/** The events it is an account of, each with the accounts that are not this one. */
function otherAccounts(page: DocumentPage): NonNullable<DocumentPage['events']> {
  return (page.events ?? [])
    .map(({ event, accounts: all }) => ({
      event,
      accounts: all.filter(({ row }) => row.label.id !== page.label.id),
    }))
    .filter((one) => one.accounts.length > 0);
}

function accounts(site: Site, page: DocumentPage): Html {
  const { words } = site;
  const events = otherAccounts(page);
  return html`${events.map(
    ({ event, accounts: others }, at) =>
      html`<section class="section"${attributes({ id: at === 0 ? 'accounts' : undefined })} aria-labelledby="event-${at}"><div class="section-head"><h2 id="event-${at}">${words.document.accountsOf}</h2>${linkTo(site, event)}</div><ol class="accounts">${others.map(({ row, side }) => html`<li><p class="entry-date">${row.date && timeHtml(site, row.date)}${row.genre !== undefined && ` · ${row.genre}`} · ${side}</p><h3>${linkTo(site, row.label)}</h3>${readBeside(site, page.label, row.label)}</li>`)}</ol></section>`,
  )}`;
}

function neighbours(site: Site, page: DocumentPage): Html {
  const { words } = site;
  if (page.neighbours === undefined) return nothing;
  const { collection, before, after } = page.neighbours;
  return html`<nav class="neighbours" aria-label="${words.document.neighbours(collection.title)}"><div>${before && html`<span class="quiet">${words.document.before}</span> ${shortLinkTo(site, before)}`}</div><div><span class="quiet">${words.document.within}</span> ${shortLinkTo(site, collection)}</div><div>${after && html`<span class="quiet">${words.document.after}</span> ${shortLinkTo(site, after)}`}</div></nav>`;
}
