import { describedBy } from '../../actions/describe.ts';
import type { RecordPage } from '../../actions/pages.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import type { Label } from '../../core/label.ts';
import { citedVolume } from '../../core/citation/cited-volume.ts';
import { dcTags } from '../../formats/dublin-core/dc-tags.ts';
import type { Described } from '../../formats/fields/described.ts';
import { citationTags, type HeadTag } from '../../formats/highwire/citation-tags.ts';
import { nodeOf } from '../../formats/json-ld/json-ld.ts';
import { inContext, type LdNode } from '../../formats/json-ld/ld-node.ts';
import { breadcrumbLd } from '../../formats/json-ld/site-ld.ts';
import { citeAs, signLinks, type SignForm, type SignLink } from '../../formats/signposting/sign-links.ts';
import { addressOf, addressOfForm, addressOfImage, addressOfPage, imageName } from '../addresses.ts';
import { attributes, dataBlock, html, nothing, type Html } from '../html.ts';
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

/** The head of a record's page: linked data, tags for managers of references, links to all its forms. */
export function recordMetadata(site: Site, page: RecordPage, crumbs: readonly Crumb[]): Metadata {
  const described = describedPage(site, page);
  const forms = formsOf(site, page);
  const image = imageOf(site, page);
  const isDocument = isOfKind(page, 'document');
  const ld = nodeOf(described, {
    forms,
    ...(image === undefined ? {} : { image: site.settings.address + image }),
  });
  const signs = signLinks(described, forms);
  return {
    head: html`${links(described, forms, signs)}${isDocument && documentTags(site, page, forms)}${linked(site, [ld], crumbs)}`,
    signs: isDocument ? [...signs, linkset(site, page)] : signs,
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
  const described = describedBy(settings, page.view, page.labels, page.view.edition.at);
  const volume = isOfKind(page, 'document')
    ? citedVolume(page.view.record.identifiers, page.volume)
    : undefined;
  return volume === undefined ? described : { ...described, volume };
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

function links(described: Described, forms: readonly SignForm[], signs: readonly SignLink[]): Html {
  const licence = signs.find(({ rel }) => rel === 'license')?.href;
  return html`<link rel="cite-as"${attributes({ href: citeAs(described) })}>
${
  licence !== undefined &&
  html`<link rel="license"${attributes({ href: licence })}>
`
}${forms.map(
    ({ url, mediaType, profile }) =>
      html`<link rel="alternate"${attributes({ type: profile === undefined ? mediaType : `${mediaType};profile="${profile}"`, href: url })}>
`,
  )}`;
}

function documentTags(site: Site, page: RecordPage<ArchiveDocument>, forms: readonly SignForm[]): Html {
  const described = { ...describedPage(site, page), view: page.view };
  const tags: readonly HeadTag[] = [...dcTags(described), ...citationTags(described, pdfOf(page, forms))];
  return html`<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">
<link rel="schema.DCTERMS" href="http://purl.org/dc/terms/">
${tags.map(
  ([name, content]) => html`<meta name="${name}" content="${content}">
`,
)}`;
}

const linkset = ({ settings }: Site, { label }: RecordPage): SignLink => ({
  rel: 'linkset',
  href: settings.address + addressOfForm({ prefix: '' }, label.id, 'linkset.json'),
  type: 'application/linkset+json',
});
