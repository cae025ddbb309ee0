import { isIP } from 'node:net';
import { isOfTheHouse } from './address-for.ts';

/** Whoever asks, as far as they can be told apart: a household is one, and so is a whole network of IPv6 (/64). */
export interface Client {
  readonly key: string;
  /** Asks from this machine or from within the house, or through a web server there of which nothing was said. */
  readonly isNear: boolean;
}

/** So much of a header is read, from its end: what stands before was written by whoever asks. */
const MOST_READ = 1000;

/**
 * Who asks, by the address of the connection; behind so many proxies, by what the outermost of them wrote.
 *
 *   203.0.113.7                                             -> 203.0.113.7
 *   127.0.0.1, "198.51.100.4, 203.0.113.7", one proxy       -> 203.0.113.7
 *   127.0.0.1, "198.51.100.4, 203.0.113.7", none            -> 127.0.0.1
 *   2001:db8:1:2:3::9                                       -> 2001:db8:1:2::/64
 */
export function clientOf(remote: string, headers: Headers, proxies = 0): Client {
  const forwarded = proxies > 0 ? headers.get('x-forwarded-for') : null;
  const address = (forwarded === null ? undefined : forwardedFor(forwarded, proxies)) ?? remote;
  const plain = address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address;
  if (!plain.includes(':')) return { key: plain, isNear: isOfTheHouse(plain) };
  return { key: networkOf(plain), isNear: isOfTheHouse(`[${plain}]`) || plain.startsWith('fe80:') };
}

/** What the outermost of our proxies wrote; undefined where that is no address. */
function forwardedFor(forwarded: string, proxies: number): string | undefined {
  const written = forwarded.slice(-MOST_READ).split(',');
  const named = (written.at(-Math.min(proxies, written.length)) ?? '').trim();
  const bare = /^\[([^\]]+)\](?::\d+)?$|^([\d.]+):\d+$/.exec(named);
  const address = bare?.[1] ?? bare?.[2] ?? named;
  return isIP(address) === 0 ? undefined : address.toLowerCase();
}

const GROUPS = 8;
const OF_NETWORK = 4;

/** The first half of an address of IPv6: what a household is given has the other half for its machines. */
function networkOf(address: string): string {
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : Math.max(0, GROUPS - before.length - after.length);
  const groups = [...before, ...Array.from({ length: missing }, () => '0'), ...after].slice(0, OF_NETWORK);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
