/** Second segments of addresses that a slug may never equal. */
export const RESERVED = new Set(
  'at v compare matter map timeline people organizations places subjects types languages repositories events new page cite check'.split(
    ' ',
  ),
);

/**
 * The decoration of an address: letters and digits of any script, lower case, hyphens between, at most 80
 * characters, cut at a word. Empty when the title has none.
 *
 *   "Record of a Meeting between T.V. Soong and Stalin" -> "record-of-a-meeting-between-t-v-soong-and-stalin"
 *   "Map"                                               -> "map-"   (reserved: told apart)
 */
export function slugOf(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .normalize('NFC')
    .toLowerCase();
  const words = plain.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
  let slug = '';
  for (const word of words) {
    if (slug.length + word.length > 80) break;
    slug += slug ? `-${word}` : word;
  }
  slug ||= (words[0] ?? '').slice(0, 80);
  return RESERVED.has(slug) || /^v\d+$/.test(slug) ? `${slug}-` : slug;
}
