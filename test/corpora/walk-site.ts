import { Drawn } from './drawn-addresses.ts';
import { idsOf, targetsOf, type Ask } from '../support/crawl.ts';

/** A page on the way, given to whoever wants to look at it; nothing keeps its text. */
export interface Walked {
  readonly address: string;
  readonly mediaType: string;
  readonly text: string;
}

export interface WalkReport {
  /** How many addresses of each kind were asked: "/document", "/document .tei", "/search". */
  readonly asked: ReadonlyMap<string, number>;
  readonly faults: readonly string[];
  readonly bytes: number;
  /** Searches that were linked, and not asked because so many had been. */
  readonly searchesLeft: number;
  /** Of addresses of one make, such as citations of each paragraph: how many were linked and not asked. */
  readonly left: ReadonlyMap<string, number>;
  readonly anchors: number;
}

interface WalkOptions {
  readonly origin: string;
  /** Searches lead to searches without end: so many are asked. */
  readonly mostSearches: number;
  readonly visit: (page: Walked) => void;
  readonly progress?: (asked: number, known: number) => void;
}

const TEXT = /^text\/|[/+](?:json|xml)\b/;
const isSearch = (address: string): boolean => /^\/search(?:\.json)?(?:\?|$)/.test(address);

/** The kind of an address, for counting. */
export function kindOfAddress(address: string): string {
  const path = address.replace(/\?.*$/, '');
  const first = /^\/[^/]*/.exec(path)?.[0] ?? path;
  const suffix = /^\/document\/[^/]+\.(\w+)$/.exec(path)?.[1];
  if (suffix) return `${first} .${suffix}`;
  return path.includes('/matter/') ? `${first} matter` : first;
}

/**
 * Asks everything that links lead to, from the home page on (of what is of one make, a part), and finds every
 * link that does not answer 200, or whose #fragment its page has not. Keeps addresses, never pages.
 */
export async function walkSite(ask: Ask, options: WalkOptions): Promise<WalkReport> {
  const from = new Map([['/', 'the start']]);
  const drawn = new Drawn();
  const wanted = new Map<string, Map<string, string>>();
  const asked = new Map<string, number>();
  const faults: string[] = [];
  let [bytes, searches, searchesLeft, at] = [0, 0, 0, 0];
  for (const [address, referrer] of from) {
    if (!drawn.isAsked(address)) continue;
    if (isSearch(address) && ++searches > options.mostSearches) {
      searchesLeft += 1;
      continue;
    }
    const answer = await ask(address);
    const mediaType = answer.headers.get('content-type') ?? '';
    const body = await answer.arrayBuffer();
    bytes += body.byteLength;
    const kind = kindOfAddress(address);
    asked.set(kind, (asked.get(kind) ?? 0) + 1);
    const named = namedBy(address, answer);
    if (named !== undefined && !from.has(named)) from.set(named, address);
    if (answer.status !== 200 && named === undefined)
      faults.push(`${answer.status} ${address} (from ${referrer})`);
    at += 1;
    if (at % 1000 === 0) options.progress?.(at, from.size);
    if (!TEXT.test(mediaType)) continue;
    const text = new TextDecoder().decode(body);
    options.visit({ address, mediaType, text });
    if (!mediaType.startsWith('text/html')) continue;
    for (const target of targetsOf(text, address, options.origin)) {
      if (!from.has(target.address)) from.set(target.address, address);
      if (target.fragment === '') continue;
      const names = wanted.get(target.address) ?? new Map<string, string>();
      if (!names.has(target.fragment)) wanted.set(target.address, names.set(target.fragment, address));
    }
    settle(address, text, wanted, faults);
  }
  const anchors = await settleRest(ask, wanted, faults);
  return { asked, faults, bytes, searchesLeft, left: drawn.left, anchors };
}

/** Where an archival resource key leads: it is a name, and answers by no page of its own. */
const namedBy = (address: string, { status, headers }: Response): string | undefined =>
  status === 301 && address.startsWith('/ark:') ? (headers.get('location') ?? undefined) : undefined;

/** Looks for what is wanted of a page by now, so that it need not be remembered. */
function settle(
  address: string,
  text: string,
  wanted: Map<string, Map<string, string>>,
  faults: string[],
): void {
  const names = wanted.get(address);
  if (names === undefined) return;
  const there = idsOf(text);
  for (const [name, from] of names)
    if (!there.has(name)) faults.push(`no #${name} in ${address} (from ${from})`);
  wanted.delete(address);
}

/** What pages wanted of others that had been asked before is asked for again. */
async function settleRest(
  ask: Ask,
  wanted: Map<string, Map<string, string>>,
  faults: string[],
): Promise<number> {
  let anchors = 0;
  for (const [address, names] of [...wanted]) {
    anchors += names.size;
    const answer = await ask(address);
    settle(address, await answer.text(), wanted, faults);
  }
  return anchors;
}
