import { boundsOf } from '../../core/date/bounds.ts';
import { catalogueDate, type ArchiveDocument } from '../../core/document.ts';
import { facsimilesOf, type NumberedPage } from '../../core/facsimile/page-of.ts';
import { directionOf } from '../../core/language.ts';
import type { PublicRecord } from '../../core/public-record.ts';
import { canvas, canvasId, thumbnailOf } from './canvas.ts';
import { languageMap, plainText, type LanguageMap } from './language-map.ts';
import { rangesOf } from './ranges.ts';
import {
  homepageOf,
  PRESENTATION_CONTEXT,
  SEARCH_CONTEXT,
  providerOf,
  rightsUri,
  type MetadataPair,
  type Neighbour,
  type OtherForm,
  type Viewing,
} from './viewing.ts';

/** What a manifest says in words, and of others; all of it public. */
export interface ManifestWords {
  readonly metadata: readonly MetadataPair[];
  /** What must be shown wherever the pages are: rights in words, credit, that it is invented. */
  readonly statement?: MetadataPair;
  readonly collections: readonly Neighbour[];
  /** The document in forms for people, and in forms for programs. */
  readonly renderings: readonly OtherForm[];
  readonly data: readonly OtherForm[];
}

export const pagesOf = (document: ArchiveDocument): readonly NumberedPage[] =>
  facsimilesOf(document).flatMap((facsimile) =>
    facsimile.pages.map((page, at) => ({ facsimile, page, number: at + 1 })),
  );

/**
 * A document with pages as viewers open it: what it is, its pages in order with their images and words, its
 * contents by its headings. Undefined for a document without pages.
 *
 * Source: IIIF Presentation API 3.0, read on 2026-11-23.
 */
export function writeManifest(
  { id, record }: PublicRecord<ArchiveDocument>,
  viewing: Viewing,
  words: ManifestWords,
): object | undefined {
  const pages = pagesOf(record);
  const [first] = pages;
  if (first === undefined) return undefined;
  const label = titleMap(record, id);
  const structures = rangesOf(viewing, record);
  const rights = rightsUri(record.rights.uri);
  const navDate = dayOf(record);
  const [language] = record.languages;
  const isRightToLeft = language !== undefined && directionOf(language) === 'rtl';
  const hasWords = pages.some(({ page }) => page.textLayer !== undefined);
  return {
    // What is told in the terms of another standard than this one names that first.
    '@context': hasWords ? [SEARCH_CONTEXT, PRESENTATION_CONTEXT] : PRESENTATION_CONTEXT,
    id: viewing.at('manifest'),
    type: 'Manifest',
    label,
    ...(record.summaries.length > 0
      ? { summary: languageMap(record.summaries.map(({ text, lang }) => ({ text: plainText(text), lang }))) }
      : {}),
    metadata: words.metadata,
    ...(words.statement ? { requiredStatement: words.statement } : {}),
    ...(rights ? { rights } : {}),
    ...(navDate ? { navDate } : {}),
    provider: providerOf(viewing),
    thumbnail: thumbnailOf(viewing, first),
    homepage: homepageOf(viewing, label),
    behavior: [pages.length > 1 ? 'paged' : 'individuals'],
    ...(isRightToLeft ? { viewingDirection: 'right-to-left' } : {}),
    ...(words.renderings.length > 0
      ? { rendering: words.renderings.map((one) => otherForm(one, 'Text')) }
      : {}),
    ...(words.data.length > 0 ? { seeAlso: words.data.map((one) => otherForm(one, 'Dataset')) } : {}),
    ...(words.collections.length > 0
      ? {
          partOf: words.collections.map(({ address, label: of }) => ({
            id: address,
            type: 'Collection',
            label: of,
          })),
        }
      : {}),
    ...(hasWords ? { service: [{ id: viewing.at('search'), type: 'SearchService2' }] } : {}),
    start: { id: canvasId(viewing, first), type: 'Canvas' },
    items: pages.map((page) => canvas(viewing, page)),
    ...(structures.length > 0 ? { structures } : {}),
  };
}

const otherForm = ({ address, mediaType, label }: OtherForm, type: 'Text' | 'Dataset'): object => ({
  id: address,
  type,
  label: { none: [label] },
  format: mediaType.replace(/;.*$/, ''),
});

/** All its titles, by language; one without any is called by its id. */
export const titleMap = ({ titles }: Pick<ArchiveDocument, 'titles'>, otherwise: string): LanguageMap =>
  languageMap(titles.length > 0 ? titles : [{ text: otherwise }]);

/** The day that it is from, where that is one day. */
function dayOf(document: ArchiveDocument): string | undefined {
  const edtf = catalogueDate(document)?.edtf;
  if (edtf === undefined) return undefined;
  const { first, last } = boundsOf(edtf);
  if (first.kind !== 'day' || last.kind !== 'day' || first.day !== last.day) return undefined;
  return /^\d{4}-\d\d-\d\d$/.test(first.day) ? `${first.day}T00:00:00Z` : undefined;
}
