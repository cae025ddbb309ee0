import type { Collection } from '../../core/collection.ts';
import type { PublicRecord } from '../../core/public-record.ts';
import type { LanguageMap } from './language-map.ts';
import { titleMap } from './write-manifest.ts';
import {
  homepageOf,
  PRESENTATION_CONTEXT,
  providerOf,
  rightsUri,
  type MetadataPair,
  type Neighbour,
  type Viewing,
} from './viewing.ts';

/** What stands in a collection: those within it, its stretches where it is long, and its documents with pages. */
export interface CollectionContents {
  readonly collections: readonly Neighbour[];
  readonly manifests: readonly Neighbour[];
  /** Of a stretch of a long collection: which. */
  readonly part?: number;
  readonly partOf: readonly Neighbour[];
  readonly statement?: MetadataPair;
  readonly metadata: readonly MetadataPair[];
  /** What it is, in a few words. */
  readonly summary?: LanguageMap;
}

/**
 * A collection as viewers walk through it. Documents without pages are nothing to view, and left out.
 *
 * Source: IIIF Presentation API 3.0, read on 2026-11-23.
 */
export function writeCollection(
  { id, record }: PublicRecord<Collection>,
  viewing: Viewing,
  { collections, manifests, part, partOf, statement, metadata, summary }: CollectionContents,
): object {
  const label = titleMap(record, id);
  const rights = rightsUri(record.rights.uri);
  const thumbnail = manifests.find((one) => one.thumbnail !== undefined)?.thumbnail;
  return {
    '@context': PRESENTATION_CONTEXT,
    id: part === undefined ? viewing.at('collection') : viewing.at('collection', String(part)),
    type: 'Collection',
    label,
    ...(summary ? { summary } : {}),
    ...(metadata.length > 0 ? { metadata } : {}),
    ...(statement ? { requiredStatement: statement } : {}),
    ...(rights ? { rights } : {}),
    provider: providerOf(viewing),
    ...(thumbnail ? { thumbnail } : {}),
    homepage: homepageOf(viewing, label),
    ...(partOf.length > 0 ? { partOf: partOf.map((one) => ({ ...item(one), type: 'Collection' })) } : {}),
    items: [
      ...collections.map((one) => ({ ...item(one), type: 'Collection' })),
      ...manifests.map((one) => ({ ...item(one), type: 'Manifest' })),
    ],
  };
}

const item = ({ address, label, thumbnail }: Neighbour): object => ({
  id: address,
  label,
  ...(thumbnail ? { thumbnail } : {}),
});
