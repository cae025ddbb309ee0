import type { Name } from '../agent.ts';
import { boundsOf, overlaps, type Bounds } from '../date/bounds.ts';
import { dayOf } from '../date/day.ts';
import { parseEdtf } from '../date/edtf.ts';
import { primaryLanguage, type LanguageTag } from '../language.ts';

/**
 * The name that something had in whole years, both included, as those can read it who read a language: in
 * that language, in Latin letters, or in none that is stated. Of several the one that began last.
 *
 *   Dalian, "Dairen" 1905/1945, "Dalny" 1898/1905; 1940 to 1945 -> "Dairen"
 *   the same; 1950 to 1955                                      -> undefined: by its preferred name
 *
 * Names without years do not say when they were used: undefined where no other fits. Cover names are none
 * of a place or person's own, and never taken.
 */
export function nameInYears(
  names: readonly Name[],
  years: { readonly from: number; readonly to: number },
  language: LanguageTag,
): Name | undefined {
  const asked = boundsOfYears(years);
  if (asked === undefined) return undefined;
  let found: { readonly name: Name; readonly from: string } | undefined;
  for (const name of names) {
    const used = name.kind === 'cover' ? undefined : boundsOfName(name);
    if (used === undefined || !isReadable(name, language) || !overlaps(used, asked)) continue;
    const from = used.first.kind === 'day' ? used.first.day : '';
    if (found === undefined || from > found.from) found = { name, from };
  }
  return found?.name;
}

function boundsOfName({ years }: Name): Bounds | undefined {
  const edtf = years === undefined ? undefined : parseEdtf(years);
  return edtf && boundsOf(edtf);
}

function boundsOfYears({ from, to }: { readonly from: number; readonly to: number }): Bounds | undefined {
  const [first, last] = [dayOf(from, 1, 1), dayOf(to, 12, 31)];
  return first && last && { first: { kind: 'day', day: first }, last: { kind: 'day', day: last } };
}

const isReadable = ({ lang }: Name, language: LanguageTag): boolean =>
  lang === undefined || primaryLanguage(lang) === primaryLanguage(language) || lang.endsWith('-Latn');
