import type { CollectionImage } from '../../src/core/collection.ts';
import type { Facsimile } from '../../src/core/rendition.ts';
import scans from './scans.json' with { type: 'json' };

/** What scripts/make-sample-scans.ts made and wrote down in scans.json, in the order of the pages. */
interface Scan {
  readonly document: string;
  readonly label: string;
  readonly digest: string;
  readonly name: string;
  readonly mediaType: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly alt: string;
  /** Its words and where they were drawn, as a file beside it; the map has none. */
  readonly words?: { readonly name: string; readonly digest: string; readonly count: number };
}
const all: readonly Scan[] = scans;

/** The page images made for a document of the dossier, as its facsimile; none if it has none. */
export function facsimileOf(document: string): readonly Facsimile[] {
  const pages = all.filter((scan) => scan.document === document);
  if (pages.length === 0) return [];
  return [
    {
      kind: 'facsimile',
      key: 's1',
      rightsWords: 'Drawn for the sample archive; given to the public domain.',
      pages: pages.map(({ label, digest, mediaType, widthPx, heightPx, alt, words }) => ({
        label,
        image: { digest, mediaType, widthPx, heightPx },
        alt,
        ...(words ? { textLayer: { digest: words.digest, words: words.count } } : {}),
      })),
    },
  ];
}

const map = all.find((scan) => scan.document === 'map');
/** The drawn map of the strait, for the collection's page. */
export const MAP: CollectionImage | undefined = map && {
  digest: map.digest,
  mediaType: map.mediaType,
  widthPx: map.widthPx,
  heightPx: map.heightPx,
  caption: 'The Lantern Strait, with Skarn Rock and the Skarn Bank. An invented map.',
  credit: 'Drawn for the Unsealed sample archive',
  alt: map.alt,
};
