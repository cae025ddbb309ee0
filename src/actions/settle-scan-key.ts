import { nthKey, type SourceKey } from '../core/draft.ts';
import type { Facsimile } from '../core/rendition.ts';
import { baseOf } from '../formats/page-names/match-files.ts';
import type { Ports } from './archive.ts';
import type { OfferedScan } from './offered-scans.ts';
import { SCAN } from './scan-document.ts';

/** What an import of scans is to what is here. */
export type SettledKey =
  /** Every image is shown by a record already, under whatever key. */
  | { readonly kind: 'shown'; readonly by: string }
  /** Goes in under this key: a new document, or a new version. `replaced`: files that came with other bytes. */
  | { readonly kind: 'key'; readonly key: SourceKey; readonly replaced: readonly string[] };

/** How many documents of one name are told apart. */
const MOST_OF_A_NAME = 1000;

/**
 * Finds the document that these scans are, by their key. Two folders may bear one name: what shares no image
 * with the document of that name, and has other pages, is another, and gets a key of its own.
 */
export async function settledKey(
  records: Ports['records'],
  key: SourceKey,
  scans: readonly OfferedScan[],
  isShownInRun: (digest: string | undefined) => boolean,
): Promise<SettledKey> {
  if (scans.some(({ digest }) => digest === undefined)) return { kind: 'key', key, replaced: [] };
  const shownBy = await showing(records, scans, isShownInRun);
  for (let nth = 1; nth <= MOST_OF_A_NAME; nth++) {
    const tried = nth === 1 ? key : nthKey(key, nth);
    const found = (await records.find([tried])).get(tried);
    if (found === undefined)
      return shownBy === undefined
        ? { kind: 'key', key: tried, replaced: [] }
        : { kind: 'shown', by: shownBy };
    const standing = (await records.standings([found])).get(found);
    const head = standing && (await records.version(found, standing.head, 'description'))?.record;
    const facsimile = head?.kind === 'document' ? head.renditions.find((one) => one.key === SCAN) : undefined;
    if (facsimile?.kind !== 'facsimile') continue;
    const replaced = replacedIn(facsimile, scans);
    if (replaced !== undefined) return { kind: 'key', key: tried, replaced };
  }
  return { kind: 'key', key: nthKey(key, MOST_OF_A_NAME), replaced: [] };
}

/** A record that shows all of these already. */
async function showing(
  records: Ports['records'],
  scans: readonly OfferedScan[],
  isShownInRun: (digest: string | undefined) => boolean,
): Promise<string | undefined> {
  let by: string | undefined;
  for (const { digest } of scans) {
    const [found] = digest === undefined ? [] : await records.showingFile(digest);
    if (found === undefined && !isShownInRun(digest)) return undefined;
    by ??= found;
  }
  return by ?? 'that came with it';
}

/** The files that differ from those of the document; undefined where these scans are another document's. */
function replacedIn({ pages }: Facsimile, scans: readonly OfferedScan[]): readonly string[] | undefined {
  const digests = new Set(pages.map(({ image }) => image.digest));
  const before = new Map(pages.map(({ name, image }) => [name?.replace(/#page=\d+$/, ''), image.digest]));
  const isShared = scans.some(({ digest }) => digest !== undefined && digests.has(digest));
  const isSameSet = before.size === scans.length && scans.every(({ name }) => before.has(baseOf(name)));
  if (!isShared && !isSameSet) return undefined;
  return scans
    .filter(({ name, digest }) => before.has(baseOf(name)) && before.get(baseOf(name)) !== digest)
    .map(({ name }) => baseOf(name));
}
