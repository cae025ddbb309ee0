/** A family of addresses of which each document, or each question, has many of one make. */
interface Family {
  readonly name: string;
  readonly matches: RegExp;
  /** So many are asked in any case; of the rest one in so many, by their address. */
  readonly first: number;
  readonly oneIn: number;
}

const FAMILIES: readonly Family[] = [
  { name: 'passages cited', matches: /\/cite\/./, first: 100, oneIn: 5000 },
  { name: 'documents cited', matches: /\/cite$/, first: 100, oneIn: 100 },
  { name: 'side by side', matches: /\/compare\//, first: 100, oneIn: 20 },
  { name: 'PDF', matches: /\.pdf$/, first: 25, oneIn: 500 },
  { name: 'other forms', matches: /\.(?!pdf$)[a-z.]+$/, first: 300, oneIn: 50 },
  { name: 'forms of a search', matches: /^\/search\.[a-z.]+(?:\?|$)/, first: 50, oneIn: 100 },
  { name: 'lists by years', matches: /\/\d{4}(?:-\d{2,4})?(?:-\d{2})?(?:\/|$)/, first: 500, oneIn: 20 },
  {
    name: 'lists by role and letter',
    matches: /\/(?:people|organizations|places)\/./,
    first: 500,
    oneIn: 10,
  },
  { name: 'keys', matches: /^\/ark:/, first: 100, oneIn: 50 },
  { name: 'viewing', matches: /^\/iiif\//, first: 200, oneIn: 50 },
];

/** Which addresses a walk asks of those that are of one make: the same of the same archive each time. */
export class Drawn {
  readonly #met = new Map<string, number>();
  readonly left = new Map<string, number>();

  isAsked(address: string): boolean {
    const family = FAMILIES.find(({ matches }) => matches.test(address));
    if (family === undefined) return true;
    const met = (this.#met.get(family.name) ?? 0) + 1;
    this.#met.set(family.name, met);
    if (met <= family.first || hashOf(address) % family.oneIn === 0) return true;
    this.left.set(family.name, (this.left.get(family.name) ?? 0) + 1);
    return false;
  }
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}
