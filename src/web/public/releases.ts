import type { RecordPage } from '../../actions/pages.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import { readExemptions, type Exemption } from '../../core/exemption.ts';
import type { FacetField } from '../../core/query.ts';
import type { Release } from '../../core/redaction.ts';
import { countRedactions, redactionsOf } from '../../core/redactions-of.ts';
import { addressOfComparison, addressOfPage } from '../addresses.ts';
import { attributes, html, nothing, type Child, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { linkTo } from './entry.ts';
import { stamp } from './marks.ts';
import { isText } from './reader.ts';
import { EVERYTHING, printSearchAddress } from './search-address.ts';

type DocumentPage = RecordPage<ArchiveDocument>;

/** The decisions that opened a document, in order, with the grounds claimed; then what is held back still, counted. */
export function releasesHtml(site: Site, page: DocumentPage): Html {
  const { words } = site;
  const { releases } = page.view.record;
  const held = heldBackHtml(site, page);
  if (releases.length === 0) return held;
  return html`<h3 id="releases">${words.document.releases}</h3><ol class="releases">${releases.map((one, at) => releaseHtml(site, page, one, releases[at - 1]))}</ol>${firstAndLast(site, page)}${held}`;
}

function releaseHtml(site: Site, page: DocumentPage, one: Release, before: Release | undefined): Html {
  const { words } = site;
  const authority = one.authorityAgent === undefined ? undefined : page.labels.get(one.authorityAgent);
  const parts: Child[] = [
    authority === undefined ? one.authority : linkTo(site, authority, one.authority),
    one.caseNumber === undefined ? undefined : words.document.caseNumber(one.caseNumber),
    one.exemptions.length === 0 ? undefined : words.document.exemptions(one.exemptions),
  ].filter((part) => part !== undefined);
  const way =
    before === undefined || !hasText(page, one) || !hasText(page, before)
      ? nothing
      : html`<a class="way"${attributes({ href: addressOfComparison(site, page.label.id, [before.key, one.key]), rel: 'nofollow' })}>${words.compare.theTwo}</a>`;
  return html`<li>${stamp(words, one.outcome === 'full' ? 'open' : one.outcome === 'part' ? 'part' : 'closed')}<b>${one.date === undefined ? words.list.undated : words.date(one.date)}</b><span>${parts.map((part, n) => [n > 0 && '. ', part])}${one.words !== undefined && `. ${one.words}`}</span>${way}</li>`;
}

const hasText = ({ view }: DocumentPage, { rendition }: Release): boolean =>
  view.record.renditions.some((one) => isText(one) && one.key === rendition);

function firstAndLast(site: Site, page: DocumentPage): Html {
  const shown = page.view.record.releases.filter((one) => hasText(page, one));
  const [first, last] = [shown[0], shown.at(-1)];
  if (shown.length < 3 || first === undefined || last === undefined) return nothing;
  return html`<p class="release-ways"><a${attributes({ href: addressOfComparison(site, page.label.id, [first.key, last.key]), rel: 'nofollow' })}>${site.words.compare.firstAndLast}</a></p>`;
}

/** What an agency holds back of the document as it is known best, by kind and by ground, each with its meaning. */
function heldBackHtml(site: Site, page: DocumentPage): Html {
  const { exemption: said } = site.words;
  const { record } = page.view;
  const texts = record.renditions.filter(isText);
  const last = record.releases.findLast((one) => hasText(page, one));
  const text =
    texts.find(({ key }) => key === last?.rendition) ??
    texts.find(({ kind }) => kind === 'transcription') ??
    texts[0];
  const counts = countRedactions(text === undefined ? [] : redactionsOf(text.text));
  const grounds = groundsOf(record, counts.exemptions);
  if (counts.total === 0 && grounds.length === 0) return nothing;
  const { words } = site;
  const kinds = counts.kinds.map(
    ([kind, count]) =>
      html`<dt>${search(site, 'redaction', kind, words.facetValue('redaction', kind))}</dt><dd>${said.passages(count)}</dd>`,
  );
  const claimed = grounds.map(({ exemption, count }) => {
    const means = said.means(exemption);
    const law = exemption.law === 'other' ? undefined : said.law[exemption.law];
    return html`<dt>${search(site, 'exemption', exemption.words, exemption.words)}</dt><dd>${count > 0 && said.passages(count)}${means !== undefined && html`${count > 0 && html`<br>`}<span class="as">${law}: ${means}.</span>`}${means === undefined && count === 0 && html`<span class="as">${said.inDecision}</span>`}</dd>`;
  });
  return html`<h3 id="held-back">${said.heldBack}</h3>${kinds.length > 0 && html`<h4 class="label held-head">${said.kinds}</h4><dl class="facts-list">${kinds}</dl>`}${claimed.length > 0 && html`<h4 class="label held-head">${said.grounds}</h4><dl class="facts-list as-written">${claimed}</dl>`}`;
}

interface Ground {
  readonly exemption: Exemption;
  readonly count: number;
}

/** The grounds named in the text, then those that only decisions name. */
function groundsOf(
  record: ArchiveDocument,
  counted: readonly (readonly [string, number])[],
): readonly Ground[] {
  const found = new Map<string, Ground>();
  for (const [words, count] of counted)
    for (const exemption of readExemptions(words)) found.set(exemption.words, { exemption, count });
  for (const exemption of record.releases.flatMap(({ exemptions }) => exemptions.flatMap(readExemptions)))
    if (!found.has(exemption.words)) found.set(exemption.words, { exemption, count: 0 });
  return [...found.values()];
}

/** Where there is a server, a value leads to all documents that have it. */
function search(site: Site, field: FacetField, value: string, says: string): Child {
  if (site.mode === 'static') return says;
  const address = printSearchAddress({
    ...EVERYTHING,
    filters: [{ field, condition: 'is', values: [value] }],
  });
  return html`<a${attributes({ href: addressOfPage(site, address), rel: 'nofollow' })}>${says}</a>`;
}
