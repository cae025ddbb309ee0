import type { SpellingRule } from '../core/names/romanise/rule-forms.ts';

/** What is said of other forms of names and words that were searched besides. */
export const enNames = {
  rules: {
    press: 'as newspapers spell it',
    'bgn-pcgn': 'BGN/PCGN',
    'ala-lc': 'ALA-LC',
    'iso-9': 'ISO 9',
    german: 'as German books spell it',
    cyrillic: 'in Cyrillic',
    pinyin: 'pinyin',
    'wade-giles': 'Wade-Giles',
    postal: 'on older maps',
    hangul: 'in Hangul',
    'mccune-reischauer': 'McCune-Reischauer',
    revised: 'Revised romanisation',
    diacritics: 'with and without umlaut',
    initials: 'initials turned round',
  } satisfies Readonly<Record<SpellingRule, string>>,
  inflection: 'another form',
  also: 'Other forms of names and words that were searched',
  borneBy: (kind: string, whose: string, years: string | undefined) =>
    [`${kind} of ${whose}`, years].filter(Boolean).join(', '),
  linked: (title: string) => `documents that name ${title} otherwise`,
  dated: (date: string) => `records dated ${date}`,
  leaveOut: (form: string, typed: string) => `Do not search for ${form} beside ${typed}`,
  more: (count: number) => `and ${count} more`,
  exactly: 'Search exactly as written',
  isExact: 'exactly as written',
  notExact: 'Search other forms of names and words again',
  leftOut: 'left out:',
  takeIn: (form: string) => `Search for ${form} again`,
  which: (words: string) => `Which ${words}?`,
  bearer: (title: string, kind: string | undefined, years: string | undefined) => {
    const about = [kind, years].filter(Boolean).join(', ');
    return about === '' ? title : `${title} (${about})`;
  },
};
