import { childrenOf, descendantsOf, type XmlElement } from '../xml/xml-node.ts';
import type { MetsFile } from './mets-files.ts';

export interface MetsPage {
  /** As printed: `ORDERLABEL`, else `LABEL`, else its place; "[2]" of a page that is said to bear no number. */
  readonly label: string;
  /** Paths of its images, the best first. */
  readonly images: readonly string[];
  /** Paths of its text, as ALTO and the like. */
  readonly texts: readonly string[];
}

/** A part of the structure that files show. */
interface Leaf {
  readonly labels: readonly string[];
  readonly isPage: boolean;
  readonly files: readonly MetsFile[];
}

type Files = ReadonlyMap<string, MetsFile>;

/** What producers call a page; "physSequence", "volume", "issue" are what pages lie in. */
const PAGE_TYPE = /page|leaf|folio|seite|side\b|image|cover|recto|verso/i;
const isPageType = (type = ''): boolean => PAGE_TYPE.test(type) && !/sequence/i.test(type);

/**
 * The pages that a structure holds, in order, and the files that show them. Parts of a page that point into its
 * text belong to it; one image that stands for several parts is one page, with the labels of all; a part that
 * points to several images of one set is as many pages.
 *
 * `numberOf`: what the description of a part says its number is.
 */
export function pagesOf(
  map: XmlElement,
  files: Files,
  numberOf: (div: XmlElement) => string | undefined,
): { readonly pages: readonly MetsPage[]; readonly used: ReadonlySet<string> } {
  const leaves = inOrder(childrenOf(map, 'div')).flatMap((div) => leavesIn(div, files, numberOf));
  const used = new Set(leaves.flatMap((leaf) => leaf.files.map(({ id }) => id)));
  const pages: MetsPage[] = [];
  for (const leaf of joined(leaves)) for (const page of pagesIn(leaf, pages.length)) pages.push(page);
  return { pages, used };
}

const isImage = ({ isText }: MetsFile): boolean => !isText;

function leavesIn(
  div: XmlElement,
  files: Files,
  numberOf: (div: XmlElement) => string | undefined,
): readonly Leaf[] {
  const ids = childrenOf(div, 'fptr').flatMap(fileIdsOf);
  const own = [...new Set(ids)].flatMap((id) => files.get(id) ?? []);
  const inner = inOrder(childrenOf(div, 'div')).flatMap((one) => leavesIn(one, files, numberOf));
  const isPage = isPageType(div.attributes['TYPE']);
  const isShownWithin = inner.some((leaf) => leaf.files.some(isImage));
  if (isShownWithin && !(isPage && own.some(isImage))) return inner;
  if (ids.length === 0 || (inner.length > 0 && !own.some(isImage))) return inner;
  const label = labelIn(div) ?? numberOf(div);
  const all = new Map([...own, ...inner.flatMap((leaf) => leaf.files)].map((file) => [file.id, file]));
  return [{ labels: label === undefined ? [] : [label], isPage, files: [...all.values()] }];
}

const fileIdsOf = (pointer: XmlElement): readonly string[] => [
  ...(pointer.attributes['FILEID'] ? [pointer.attributes['FILEID']] : []),
  ...descendantsOf(pointer, 'area').flatMap(({ attributes }) => attributes['FILEID'] ?? []),
];

/** By `ORDER`, where all beside each other have one: it may begin anew in each part of the whole. */
function inOrder(divs: readonly XmlElement[]): readonly XmlElement[] {
  const orderOf = ({ attributes }: XmlElement): number => Number(attributes['ORDER']?.trim() || 'none');
  return divs.every((div) => Number.isFinite(orderOf(div)))
    ? divs.toSorted((a, b) => orderOf(a) - orderOf(b))
    : divs;
}

/** "Page 3", "Seite 3" -> "3": what it is need not be said. */
const PAGE_WORD = /^(?:page|seite|pagina|página|blatt|folio)\s+(?=[[(]?(?:\d|[ivxlcdm]+\b))/iu;
const FILE_NAME = /\.(?:tiff?|jpe?g|jp2|png|gif|webp|pdf)$/i;

function labelIn({ attributes }: XmlElement): string | undefined {
  const { ORDERLABEL, LABEL } = attributes;
  if (ORDERLABEL !== undefined && ORDERLABEL.trim() !== '') return ORDERLABEL.trim();
  const label = LABEL?.trim().replace(PAGE_WORD, '');
  return label === undefined || label === '' || FILE_NAME.test(label) ? undefined : label;
}

/** What shows the same images is one page: a sheet that was scanned once may be described as two pages. */
function joined(leaves: readonly Leaf[]): readonly Leaf[] {
  const byImages = new Map<string, Leaf>();
  for (const [at, leaf] of leaves.entries()) {
    const images = leaf.files.filter(isImage).map(({ id }) => id);
    const key = images.length === 0 ? `none ${at}` : images.toSorted().join(' ');
    const met = byImages.get(key);
    byImages.set(
      key,
      met
        ? {
            ...met,
            labels: [...new Set([...met.labels, ...leaf.labels])],
            files: [...new Set([...met.files, ...leaf.files])],
          }
        : leaf,
    );
  }
  return [...byImages.values()];
}

/** One page; but as many as there are images of one set, which can't all be forms of one. */
function pagesIn({ labels, isPage, files }: Leaf, before: number): readonly MetsPage[] {
  const ranked = files.toSorted((a, b) => a.rank - b.rank);
  const sets = Map.groupBy(ranked, ({ set, isText }) => `${isText} ${set}`);
  const best = ranked.find(isImage);
  const count = best ? (sets.get(`false ${best.set}`)?.length ?? 1) : 1;
  const label = labels.length === 0 ? undefined : labels.join(', ');
  return Array.from({ length: count }, (_, nth) => {
    const these = [...sets.values()].flatMap((set) => shareOf(set, nth, count));
    const own = count === 1 || label === undefined ? label : isPage ? `${label} (${nth + 1})` : undefined;
    return {
      label: labelOf(own, before + nth + 1),
      images: these.filter(isImage).flatMap(({ paths }) => paths),
      texts: these.filter(({ isText }) => isText).flatMap(({ paths }) => paths),
    };
  });
}

/** What of a set shows the n-th of so many pages; what can't be parted goes to the first. */
function shareOf(set: readonly MetsFile[], nth: number, count: number): readonly MetsFile[] {
  if (count === 1) return set;
  if (set.length === count) return set.slice(nth, nth + 1);
  return nth === 0 ? set : [];
}

/** " - ", "uncounted": what those who number pages write for a page without a number. */
const UNNUMBERED = /^(?:[\s\p{Pd}.?]+|un(?:counted|numbered|paginated|paged))$/iu;

const labelOf = (label: string | undefined, place: number): string =>
  label === undefined ? String(place) : UNNUMBERED.test(label) ? `[${place}]` : label.slice(0, 100);
