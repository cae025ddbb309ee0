import type { Settings } from '../actions/archive.ts';

/**
 * Where the site is, for who asks under an address: what the settings say. Only an archive that has not been
 * told a place on the web yet (its address is this machine) goes by the host that was asked for, and only
 * where that is this machine or one of the house: by a name from outside anybody could make it say anything.
 *
 *   http://127.0.0.1:4848, asked http://localhost:5000/…    -> http://localhost:5000
 *   http://127.0.0.1:4848, asked http://192.168.1.7:4848/…  -> http://192.168.1.7:4848
 *   http://127.0.0.1:4848, asked http://papers.example/…    -> http://127.0.0.1:4848
 *   https://papers.example, asked http://127.0.0.1:4848/…   -> https://papers.example
 */
export function addressFor({ address }: Pick<Settings, 'address'>, asked: URL): string {
  const own = new URL(address);
  if (own.host === asked.host || !isThisMachine(own.hostname) || !isOfTheHouse(asked.hostname))
    return address;
  return asked.origin + own.pathname.replace(/\/$/, '');
}

const isThisMachine = (host: string): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(host);

/** Addresses that lead to no machine outside the house. Source: RFC 1918 and RFC 4193, read on 2026-11-23. */
export const isOfTheHouse = (host: string): boolean =>
  isThisMachine(host) ||
  /^(?:10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2})$/.test(host) ||
  /^\[f[cd][0-9a-f]{2}:[0-9a-f:]*\]$/.test(host);
