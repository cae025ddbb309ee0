import { foldDateWords, meaningOf } from '../date/vocabulary.ts';
import { printDateRange, readDateRange, type DateFilter } from './date-range.ts';
import { readDays } from './read-days.ts';

/** Words of a query that may be meant as a date, and the query that asks for documents of that date instead. */
export interface DateOffer {
  readonly words: string;
  readonly filter: DateFilter;
  readonly instead: string;
}

/** What has a number of its own: "box 1031" is no year. */
const NUMBERED = /^(?:box|folder|reel|lot|cf|nos?|nr|№|vol|pp?|op|d|ll?|doc|document|telegram)\.?$/iu;
const MOST_WORDS = 5;
const LONGEST = 400;

/**
 * A date that stands in a query as words: what could be asked of it. Undefined where there is none, where
 * it is in no calendar, or where signs of the language stand, so that whoever wrote them knows what they want.
 *
 *   "July 1945 Soong" -> "July 1945", instead: date:1945-07 Soong
 *   "Yalta 1945"      -> "1945", instead: Yalta date:1945
 *   "may 1945 be so"  -> "may 1945"        (it is only offered)
 *   "date:1945 tea"   -> undefined
 *   "NSC Files, Box 1031" -> undefined
 */
export function dateOffer(query: string): DateOffer | undefined {
  if (query.length > LONGEST || /["“”„«»()\\:*|]/u.test(query)) return undefined;
  const words = query.trim().split(/\s+/u);
  for (let count = Math.min(MOST_WORDS, words.length); count > 0; count--)
    for (let at = 0; at + count <= words.length; at++) {
      const tried = words.slice(at, at + count);
      const isDate = isOfDate(tried) && !(count === 1 && NUMBERED.test(words[at - 1] ?? ''));
      if (isDate && readDays(tried.join(' '))?.kind === 'impossible') return undefined;
      const filter = isDate ? readDateRange(tried.join(' '), false) : undefined;
      if (filter?.from === undefined || filter.to === undefined) continue;
      const date = `date:${printDateRange(filter)}`;
      const instead = [...words.slice(0, at), date, ...words.slice(at + count)].join(' ');
      return { words: tried.join(' '), filter, instead };
    }
  return undefined;
}

/** Each word is a number, month, season or part, and one is a year. */
function isOfDate(words: readonly string[]): boolean {
  if (!words.some((word) => /(?<!\d)1[0-9]\d\d(?!\d)|(?<!\d)20\d\d(?!\d)/.test(word))) return false;
  const isWord = (word: string): boolean => {
    const kind = meaningOf(foldDateWords(word.replace(/[.,]+$/u, '')))?.kind;
    return kind === 'month' || kind === 'season' || kind === 'part';
  };
  const isNumber = (word: string): boolean => /^\d{1,4}s?[.,]?$|^\d{4}-\d\d(?:-\d\d)?$/.test(word);
  return words.every((word) => isWord(word) || isNumber(word));
}
