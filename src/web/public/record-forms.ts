import type { RecordPage } from '../../actions/pages.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import type { SignForm } from '../../formats/signposting/sign-links.ts';
import { addressOfRecordForm, addressOfScans, addressOfViewing } from '../addresses.ts';
import type { Site } from '../site.ts';
import { isOfKind } from './of-kind.ts';

/** Addresses for programs stand in the archive's first language. */
const FIRST = { prefix: '' };

/** What viewers of images read: told from other JSON by its profile. */
const VIEWING = {
  mediaType: 'application/ld+json',
  profile: 'http://iiif.io/api/presentation/3/context.json',
} as const;

/** All that a record can be had as, besides its page: whole addresses. */
export function formsOf(site: Site, page: RecordPage): readonly SignForm[] {
  const { address } = site.settings;
  const { id } = page.label;
  if (isOfKind(page, 'document')) return documentFormsOf(site, page);
  const written = writtenForms(site, page);
  if (page.view.record.kind !== 'collection' || site.mode !== 'live') return written;
  return [...written, { url: address + addressOfViewing(id, 'collection'), ...VIEWING, isContent: false }];
}

/** Those of the table, of this kind of record. */
const writtenForms = (site: Site, { label, view }: RecordPage): readonly SignForm[] =>
  [...(site.forms.get(view.record.kind)?.values() ?? [])].map(
    ({ suffix, mediaType, profile, isContent }) => ({
      url: site.settings.address + addressOfRecordForm(FIRST, label, suffix),
      mediaType,
      ...(profile === undefined ? {} : { profile, title: site.words.forms(suffix) }),
      isContent: isContent === true && view.record.kind === 'document',
    }),
  );

function documentFormsOf(site: Site, page: RecordPage<ArchiveDocument>): readonly SignForm[] {
  const { address } = site.settings;
  const { id } = page.label;
  const written = writtenForms(site, page);
  if (!hasPages(page)) return written;
  const scans = {
    url: address + addressOfScans(FIRST, id),
    mediaType: 'application/pdf',
    title: site.words.handout.scansForm,
    isContent: true,
  };
  const manifest = { url: address + addressOfViewing(id, 'manifest'), ...VIEWING, isContent: false };
  return site.mode === 'live' ? [scans, ...written, manifest] : [scans, ...written];
}

const hasPages = ({ view }: RecordPage<ArchiveDocument>): boolean =>
  view.record.renditions.some((one) => one.kind === 'facsimile' && one.pages.length > 0);

/** The PDF that stands for a document: its pages, else its text set in type; none of what is not held. */
export const pdfOf = (page: RecordPage<ArchiveDocument>, forms: readonly SignForm[]): string | undefined =>
  page.view.record.renditions.length === 0
    ? undefined
    : forms.find(({ mediaType }) => mediaType === 'application/pdf')?.url;
