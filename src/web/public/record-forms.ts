import type { RecordPage } from '../../actions/pages.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import type { SignForm } from '../../formats/signposting/sign-links.ts';
import { addressOfRecordForm, addressOfScans, addressOfViewing } from '../addresses.ts';
import { isContent } from '../record-forms.ts';
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
  const { label } = page;
  const written = [...(site.forms.get(label.kind)?.values() ?? [])].map((form) => ({
    url: address + addressOfRecordForm(FIRST, label, form.suffix),
    mediaType: form.mediaType,
    isContent: label.kind === 'document' && isContent(form),
  }));
  return [...scansOf(site, page), ...written, ...viewingOf(site, page)];
}

function scansOf({ settings }: Site, page: RecordPage): readonly SignForm[] {
  if (!isOfKind(page, 'document') || !hasPages(page)) return [];
  const url = settings.address + addressOfScans(FIRST, page.label.id);
  return [{ url, mediaType: 'application/pdf', isContent: true }];
}

/** What viewers read: a document with pages, or a collection. */
function viewingOf({ settings, mode }: Site, page: RecordPage): readonly SignForm[] {
  const part = isOfKind(page, 'document')
    ? hasPages(page) && 'manifest'
    : page.label.kind === 'collection' && 'collection';
  if (part === false || mode !== 'live') return [];
  return [{ url: settings.address + addressOfViewing(page.label.id, part), ...VIEWING, isContent: false }];
}

const hasPages = ({ view }: RecordPage<ArchiveDocument>): boolean =>
  view.record.renditions.some((one) => one.kind === 'facsimile' && one.pages.length > 0);

/** The PDF that stands for a document: its pages, else its text set in type; none of what is not held. */
export const pdfOf = (page: RecordPage<ArchiveDocument>, forms: readonly SignForm[]): string | undefined =>
  page.view.record.renditions.length === 0
    ? undefined
    : forms.find(({ mediaType }) => mediaType === 'application/pdf')?.url;
