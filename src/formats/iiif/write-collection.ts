import type { Collection } from '../../core/collection.ts';
import type { PublicRecord } from '../../core/public-record.ts';
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
}

/**
 * A collection as viewers walk through it. Documents without pages are nothing to view, and left out.
 *
 * Source: IIIF Presentation API 3.0, read on 2026-11-23.
 */
export function writeCollection(
  { id, record }: PublicRecord<Collection>,
  viewing: Viewing,
  { collections, manifests, part, partOf, statement }: CollectionContents,
): object {
  const label = titleMap(record, id);
  const rights = rightsUri(record.rights.uri);
  return {
    '@context': PRESENTATION_CONTEXT,
    id: part === undefined ? viewing.at('collection') : viewing.at('collection', String(part)),
    type: 'Collection',
    label,
    ...(statement ? { requiredStatement: statement } : {}),
    ...(rights ? { rights } : {}),
    provider: providerOf(viewing),
    homepage: homepageOf(viewing, label),
    ...(partOf.length > 0 ? { partOf: partOf.map((one) => ({ ...item(one), type: 'Collection' })) } : {}),
    items: [
      ...collections.map((one) => ({ ...item(one), type: 'Collection' })),
      ...manifests.map((one) => ({ ...item(one), type: 'Manifest' })),
    ],
  };
}

const item = ({ address, label }: Neighbour): object => ({ id: address, label });
