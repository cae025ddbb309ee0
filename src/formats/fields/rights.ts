import type { Rights } from '../../core/rights.ts';
import type { RowReading } from './row.ts';

const PLACES =
  /^https?:\/\/(www\.)?(rightsstatements\.org\/(vocab|page)\/|creativecommons\.org\/(licenses|publicdomain)\/)/;

const LICENCES: readonly (readonly [words: RegExp, uri: string])[] = [
  [/^cc[ -]?0\b/i, 'https://creativecommons.org/publicdomain/zero/1.0/'],
  [
    /^(?:cc|creative commons)[ -]by[ -]nc[ -]nd[ -]4\.0/i,
    'https://creativecommons.org/licenses/by-nc-nd/4.0/',
  ],
  [
    /^(?:cc|creative commons)[ -]by[ -]nc[ -]sa[ -]4\.0/i,
    'https://creativecommons.org/licenses/by-nc-sa/4.0/',
  ],
  [/^(?:cc|creative commons)[ -]by[ -]nc[ -]4\.0/i, 'https://creativecommons.org/licenses/by-nc/4.0/'],
  [/^(?:cc|creative commons)[ -]by[ -]nd[ -]4\.0/i, 'https://creativecommons.org/licenses/by-nd/4.0/'],
  [/^(?:cc|creative commons)[ -]by[ -]sa[ -]4\.0/i, 'https://creativecommons.org/licenses/by-sa/4.0/'],
  [/^(?:cc|creative commons)[ -]by[ -]4\.0/i, 'https://creativecommons.org/licenses/by/4.0/'],
  [/^public domain mark\b/i, 'https://creativecommons.org/publicdomain/mark/1.0/'],
  [/^in copyright$/i, 'http://rightsstatements.org/vocab/InC/1.0/'],
  [/^no known copyright$/i, 'http://rightsstatements.org/vocab/NKC/1.0/'],
  [/^copyright not evaluated$/i, 'http://rightsstatements.org/vocab/CNE/1.0/'],
];

/** The rights of a row: the address where one is given or the words name a licence, and the words. */
export function readRights(reading: RowReading): Rights {
  const words = reading.one('rights');
  const given = reading.one('rights_uri');
  const holder = reading.one('rights_holder');
  if (given !== undefined && !PLACES.test(given)) reading.say('rights-not-read', 'rights_uri', given);
  const isAddress = words !== undefined && PLACES.test(words);
  const uri = given ?? (isAddress ? words : LICENCES.find(([pattern]) => pattern.test(words ?? ''))?.[1]);
  return {
    ...(uri ? { uri } : {}),
    ...(words && !(isAddress && given === undefined) ? { words } : {}),
    ...(holder ? { holder } : {}),
  };
}
