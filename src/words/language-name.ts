const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

/** Spellings of one language that a tag tells apart, by the year from which they held. */
const SPELLINGS: Readonly<Record<string, string>> = {
  '1901': 'spelling of 1901',
  '1990': 'spelling of 1990',
  '1996': 'spelling of 1996',
  luna1918: 'spelling of 1918',
  petr1708: 'spelling of 1708',
};

/**
 * A language in English, as one would say it; a tag that says nothing is told as it is.
 *
 *   ru -> Russian    zh-Hant -> Traditional Chinese    de-1996 -> German (spelling of 1996)
 */
export function languageName(tag: string): string {
  if (tag === 'und') return 'Language not known';
  const [language = '', ...subtags] = tag.split('-');
  const spelling = subtags.flatMap((subtag) => SPELLINGS[subtag.toLowerCase()] ?? []);
  const others = subtags.filter((subtag) => !Object.hasOwn(SPELLINGS, subtag.toLowerCase()));
  const name = nameOf([language, ...others].join('-'));
  return spelling.length === 0 ? name : `${name} (${spelling.join(', ')})`;
}

function nameOf(tag: string): string {
  try {
    return languages.of(tag) ?? tag;
  } catch (error) {
    if (error instanceof RangeError) return tag;
    throw error;
  }
}
