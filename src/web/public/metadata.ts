import { describedBy } from '../../actions/describe.ts';
import type { RecordPage } from '../../actions/pages.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import type { Label } from '../../core/label.ts';
import type { Citation } from '../../core/citation/citation.ts';
import { citedVolume } from '../../core/citation/cited-volume.ts';
import { dcTags } from '../../formats/dublin-core/dc-tags.ts';
import { citedDocument } from '../../formats/fields/cited-document.ts';
import type { Described } from '../../formats/fields/described.ts';
import { citationTags, type HeadTag } from '../../formats/highwire/citation-tags.ts';
import type { LdForms } from '../../formats/json-ld/document-ld.ts';
import { nodeOf } from '../../formats/json-ld/json-ld.ts';
import { inContext, type LdNode } from '../../formats/json-ld/ld-node.ts';
import { breadcrumbLd } from '../../formats/json-ld/site-ld.ts';
import { citeAs, signLinks, type SignForm, type SignLink } from '../../formats/signposting/sign-links.ts';
import { addressOf, addressOfForm, addressOfImage, addressOfPage, imageName } from '../addresses.ts';
import { dataBlock, escapeHtml, nothing, trusted, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { isOfKind } from './of-kind.ts';
import { formsOf, pdfOf } from './record-forms.ts';

/** What a page tells programs in its head and its headers. */
export interface Metadata {
  readonly head: Html;
  readonly signs: readonly SignLink[];
}

/** A step of the way to a page: its name and its path. */
export interface Crumb {
  readonly name: string;
  readonly path: string;
}

/** Steps to records by their titles. */
export const crumbsOf = (site: Site, labels: readonly Label[]): readonly Crumb[] =>
  labels.map((label) => ({ name: label.title, path: addressOf(site, label) }));

/** The head of a record's page: linked data, and links to all its forms. */
export const recordMetadata = (site: Site, page: RecordPage, crumbs: readonly Crumb[]): Metadata =>
  metadataOf(site, page, describedPage(site, page), crumbs);

/** The same of a document, with tags for managers of references and search engines. */
export function documentMetadata(
  site: Site,
  page: RecordPage<ArchiveDocument>,
  { described, cited }: CitedPage,
  crumbs: readonly Crumb[],
): Metadata {
  const { head, signs } = metadataOf(site, page, described, crumbs);
  const pdf = pdfOf(page, formsOf(site, page));
  const tags = [...dcTags(described, cited), ...citationTags(described, cited, pdf)];
  return { head: trusted(tagsMarkup(tags) + head.text), signs: [...signs, linkset(site, page)] };
}

function metadataOf(site: Site, page: RecordPage, described: Described, crumbs: readonly Crumb[]): Metadata {
  const forms = formsOf(site, page);
  const signs = signLinks(described, forms);
  const data = linked(site, [nodeOf(described, ldForms(site, page, forms))], crumbs);
  return { head: trusted(links(described, forms, signs).text + data.text), signs };
}

/** What a document's page is cited by, for its head and its marks. */
export interface CitedPage {
  readonly described: Described<ArchiveDocument>;
  readonly cited: Citation;
}

export function citedPage(site: Site, page: RecordPage<ArchiveDocument>): CitedPage {
  const described = { ...describedPage(site, page), view: page.view };
  return { described, cited: citedDocument(described) };
}

function ldForms(site: Site, page: RecordPage, forms: readonly SignForm[]): LdForms {
  const image = imageOf(site, page);
  return {
    forms: forms.filter(({ isContent }) => isContent),
    ...(image === undefined ? {} : { image: site.settings.address + image }),
  };
}

/** The signposts of a document as an answer of their own. */
export const signsOf = (site: Site, page: RecordPage): readonly SignLink[] =>
  signLinks(describedPage(site, page), formsOf(site, page));

/**
 * A record as its forms for programs tell of it, from what its page is made of anyway. When it last changed is not
 * read for a page: nothing in a head says so.
 */
export function describedPage({ settings }: Site, page: RecordPage): Described {
  const described = describedBy(settings, page.view, page.labels, page.view.edition.at, page.label);
  const volume = isOfKind(page, 'document')
    ? citedVolume(page.view.record.identifiers, page.volume)
    : undefined;
  return {
    ...described,
    ...(volume === undefined ? {} : { volume }),
    ...(page.repositoryPlace === undefined ? {} : { repositoryPlace: page.repositoryPlace }),
  };
}

/** Its first page image, for cards: what is held back of it is black. */
export function imageOf(site: Site, page: RecordPage): string | undefined {
  if (!isOfKind(page, 'document') || !site.servesImages) return undefined;
  for (const one of page.view.record.renditions) {
    const first = one.kind === 'facsimile' ? one.pages[0] : undefined;
    if (first === undefined) continue;
    const size = first.image.widthPx > CARD_PX ? `${CARD_PX},` : 'max';
    return addressOfImage(imageName(page.label.id, one.key, 1), `full/${size}/0/default.jpg`);
  }
  return undefined;
}
const CARD_PX = 1200;

/** Linked data of a page that is of no record, or of several. */
export const linked = (site: Site, nodes: readonly LdNode[], crumbs: readonly Crumb[]): Html => {
  const { address } = site.settings;
  const home = { name: site.settings.name, url: address + addressOfPage(site, '/') };
  const steps = [home, ...crumbs.map(({ name, path }) => ({ name, url: address + path }))];
  const all = crumbs.length === 0 ? nodes : [...nodes, breadcrumbLd(steps)];
  return all.length === 0 ? nothing : dataBlock('application/ld+json', inContext(...all));
};

/** Tens of tags in the head of every page: they are written as they are, each value escaped. */
function links(described: Described, forms: readonly SignForm[], signs: readonly SignLink[]): Html {
  const link = (rel: string, href: string, type?: string, title?: string): string =>
    `<link rel="${rel}"${type === undefined ? '' : ` type="${escapeHtml(type)}"`}${title === undefined ? '' : ` title="${escapeHtml(title)}"`} href="${escapeHtml(href)}">\n`;
  const licence = signs.find(({ rel }) => rel === 'license')?.href;
  return trusted(
    link('cite-as', citeAs(described)) +
      (licence === undefined ? '' : link('license', licence)) +
      forms
        .map(({ url, mediaType, profile, title }) =>
          link(
            'alternate',
            url,
            profile === undefined ? mediaType : `${mediaType};profile="${profile}"`,
            title,
          ),
        )
        .join(''),
  );
}

const SCHEMAS = `<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">
<link rel="schema.DCTERMS" href="http://purl.org/dc/terms/">
`;

function tagsMarkup(tags: readonly HeadTag[]): string {
  let out = SCHEMAS;
  for (const [name, content] of tags) out += `<meta name="${name}" content="${escapeHtml(content)}">\n`;
  return out;
}

const linkset = ({ settings }: Site, { label }: RecordPage): SignLink => ({
  rel: 'linkset',
  href: settings.address + addressOfForm({ prefix: '' }, label.id, 'linkset.json'),
  type: 'application/linkset+json',
});
