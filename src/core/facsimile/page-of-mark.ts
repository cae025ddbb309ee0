import type { FacsimilePage } from '../rendition.ts';
import type { PageMark } from '../text.ts';

/** Finds the page image that a mark in a text means, from 0; undefined where none, or more than one, may be meant. */
export type FindPage = (mark: PageMark) => number | undefined;

/**
 * Which page image a mark in a text means: the one whose file it names, else the only one with the same
 * label. Never the one that merely stands in the same place of the order: counts differ too often.
 *
 *   { label: "l. 67", image: "f558/0123.jpg" }, pages named "0122.tif", "0123.tif"  -> 1
 *   { label: "67" },  pages labelled "l. 66", "l. 67"                               -> 1
 *   { label: "67" },  two pages labelled "67"                                       -> undefined
 */
export function pageFinder(pages: readonly Pick<FacsimilePage, 'label' | 'name'>[]): FindPage {
  const names = onlyOnes(pages.map(({ name }) => nameKey(name)));
  const labels = onlyOnes(pages.map(({ label }) => labelKey(label)));
  return ({ image, label }) => {
    const named = image === undefined ? undefined : names.get(nameKey(image) ?? '');
    return named ?? labels.get(labelKey(label) ?? '');
  };
}

/** Where each key stands that stands once. */
function onlyOnes(keys: readonly (string | undefined)[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  keys.forEach((key, at) => {
    if (key === undefined) return;
    if (places.has(key)) repeated.add(key);
    else places.set(key, at);
  });
  for (const key of repeated) places.delete(key);
  return places;
}

/** A file's name without its folder and its ending, with its page where it has several: a text may name the TIFF of which we hold a JPEG. */
function nameKey(name: string | undefined): string | undefined {
  const last = name
    ?.replace(/[?#](?!page=\d+$).*$/, '')
    .split(/[/\\]/)
    .at(-1);
  const key = last
    ?.replace(/\.[a-z0-9]{1,5}$/i, '')
    .normalize('NFC')
    .toLowerCase();
  return key === '' ? undefined : key;
}

/** Words that only say that a number is a page's or a leaf's. */
const PAGE_WORD = /^(?:pp?|pages?|l|ll|leaf|ff?|fols?|folio|s|seite|bl|blatt|л|лл|с|стр)\.?\s+(?=[\divxlc])/i;

function labelKey(label: string): string | undefined {
  const key = label.normalize('NFC').trim().replace(/\s+/g, ' ').replace(PAGE_WORD, '').toLowerCase();
  return key === '' ? undefined : key;
}
