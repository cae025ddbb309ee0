/** What asks a site: the app itself, or a server by `fetch`. */
export type Ask = (address: string) => Response | Promise<Response>;

/** An address that was asked, and what it answered. */
export interface Answered {
  readonly address: string;
  readonly status: number;
  readonly mediaType: string;
  /** Empty for what is no text. */
  readonly text: string;
  /** The first page that linked here. */
  readonly from: string;
}

const TEXT = /^text\/|[/+](?:json|xml)\b/;
const LINK = /\s(href|src|srcset|action|poster|content)="([^"]*)"/g;

/** What an attribute leads to: one address, or of pictures in several sizes one each ("/a 600w, /b 1200w"). */
const writtenIn = (name: string, value: string): readonly string[] =>
  name === 'srcset' ? value.split(/\s+[\d.]+[wx](?:,\s*|$)/).filter(Boolean) : [value];

/** A place within the site that a page links: an address, and the id there that it names. */
export interface Target {
  readonly address: string;
  readonly fragment: string;
}

/** Every place within the site that a page links, as often as it does. */
export function* targetsOf(page: string, address: string, origin: string): Generator<Target> {
  const links = [...page.matchAll(LINK)].flatMap(([, name = '', value = '']) => writtenIn(name, value));
  for (const written of links) {
    const link = unescaped(written);
    if (!/^(?:[/?#.]|https?:)/.test(link) || !URL.canParse(link, origin + address)) continue;
    const url = new URL(link, origin + address);
    if (url.origin !== origin) continue;
    yield { address: url.pathname + url.search, fragment: decodeURIComponent(url.hash.slice(1)) };
  }
}

/** The addresses within the site that a page links, without their fragments, each once. */
export const linksOf = (page: string, address: string, origin: string): readonly string[] => [
  ...new Set([...targetsOf(page, address, origin)].map((target) => target.address)),
];

/** The fragments of a page's links to itself, and the ids that it has. */
export function anchorsOf(page: string): {
  readonly wanted: readonly string[];
  readonly there: ReadonlySet<string>;
} {
  const wanted = [...page.matchAll(/\shref="#([^"]+)"/g)].map(([, name = '']) => unescaped(name));
  return { wanted, there: idsOf(page) };
}

/** The ids that a page has: what a fragment may name. */
export const idsOf = (page: string): ReadonlySet<string> =>
  new Set([...page.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => unescaped(id)));

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/**
 * Asks everything that can be reached by links, nearest first. Searches lead to searches without end: of
 * their links only those to other pages are followed.
 */
export async function* crawl(
  ask: Ask,
  origin: string,
  starts: readonly string[] = ['/'],
): AsyncGenerator<Answered> {
  const from = new Map(starts.map((start) => [start, 'the start']));
  for (const [address, referrer] of from) {
    const answer = await ask(address);
    const mediaType = answer.headers.get('content-type') ?? '';
    const bytes = await answer.arrayBuffer();
    const text = TEXT.test(mediaType) ? new TextDecoder().decode(bytes) : '';
    yield { address, status: answer.status, mediaType, text, from: referrer };
    const location = answer.headers.get('location');
    const links = location === null ? [] : [location];
    if (mediaType.startsWith('text/html')) links.push(...linksOf(text, address, origin));
    for (const link of links) {
      const isFromSearchToSearch = address.startsWith('/search') && link.startsWith('/search');
      if (!from.has(link) && !isFromSearchToSearch) from.set(link, address);
    }
  }
}
