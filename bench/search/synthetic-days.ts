import type { Chance } from './chance.ts';

interface Days {
  readonly earliest?: string;
  readonly latest?: string;
  /** Sorts by date. */
  readonly key: string;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** When it was: most to the day, a tenth to the month, the rest to the year or decade, open or unknown. */
export function syntheticDay(chance: Chance): Days {
  const year = 1917 + Math.floor((chance.next() + chance.next()) * 37.5);
  const month = 1 + chance.below(12);
  const fate = chance.next();
  if (fate < 0.02) return { key: '~' };
  if (fate < 0.12) return span(`${year}-${two(month)}-01`, `${year}-${two(month)}-28`);
  if (fate < 0.19) return span(`${year}-01-01`, `${year}-12-31`);
  if (fate < 0.21) return span(`${year - (year % 10)}-01-01`, `${year - (year % 10) + 9}-12-31`);
  if (fate < 0.22) return { latest: `${year}-12-31`, key: '0' };
  const day = `${year}-${two(month)}-${two(1 + chance.below(28))}`;
  return span(day, day);
}

const span = (earliest: string, latest: string): Days => ({ earliest, latest, key: `${earliest} ${latest}` });
