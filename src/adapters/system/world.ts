import { hash, randomBytes } from 'node:crypto';
import { ALPHABET, makeId } from '../../core/id.ts';
import type { World } from '../../ports/world.ts';

export interface SystemWorldOptions {
  /** IANA name of the archive's time zone: "Europe/Berlin". A {@link RangeError} if it is none. */
  readonly timeZone: string;
  readonly clock?: () => Date;
  readonly chance?: (count: number) => Uint8Array;
}

/** Time and chance as the machine has them. */
export function systemWorld(options: SystemWorldOptions): World {
  const { timeZone, clock = () => new Date(), chance = randomBytes } = options;
  const day = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  let last = { minute: Number.NaN, today: '' };
  return {
    now: () => clock().toISOString(),
    today: () => {
      // A day begins with a minute in every time zone: within one it is asked for but once.
      const now = clock();
      const minute = Math.floor(now.getTime() / MINUTE_MS);
      if (minute !== last.minute) last = { minute, today: printDay(day.formatToParts(now)) };
      return last.today;
    },
    newId: (kind) => makeId(kind, eightOf(chance(8))),
    digestOf: (text) => `sha256:${hash('sha256', text)}`,
  };
}

const MINUTE_MS = 60_000;

function printDay(parts: readonly Intl.DateTimeFormatPart[]): string {
  const of = (type: 'year' | 'month' | 'day') => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}`;
}

/** Five bits of each byte: 256 is a multiple of 32, so that every character is as likely. */
const eightOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => ALPHABET.charAt(byte & 31)).join('');
