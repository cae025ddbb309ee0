declare const brand: unique symbol;
/** A BCP 47 tag in its usual casing: "en", "ru", "zh-Hant", "sr-Latn", "und" for not known. */
export type LanguageTag = string & { readonly [brand]: 'LanguageTag' };

const SHAPE =
  /^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(-[a-z0-9]{5,8}|-\d[a-z0-9]{3})*(-[a-wyz0-9](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?$|^x(-[a-z0-9]{1,8})+$/i;

/** A tag in its usual casing, or undefined if the text is no BCP 47 tag. Names ("Russian") are read by the formats. */
export function parseLanguage(text: string): LanguageTag | undefined {
  if (!SHAPE.test(text)) return undefined;
  const parts = text.split('-').map((part, at) => {
    if (at === 0) return part.toLowerCase();
    if (part.length === 4 && at === 1 && /^[a-z]+$/i.test(part))
      return part[0]?.toUpperCase() + part.slice(1).toLowerCase();
    if (part.length === 2 && at <= 2) return part.toUpperCase();
    return part.toLowerCase();
  });
  return parts.join('-') as LanguageTag;
}

export const UNDETERMINED: LanguageTag = 'und' as LanguageTag;

const RIGHT_TO_LEFT = new Set([
  'ar',
  'he',
  'fa',
  'ur',
  'yi',
  'ps',
  'dv',
  'ku-arab',
  'arc',
  'syr',
  'ug',
  'sd',
]);
const RTL_SCRIPTS = /-(arab|hebr|syrc|thaa|nkoo)\b/i;

/** The direction in which a language is written, from its script subtag or else its usual script. */
export function directionOf(language: LanguageTag): 'ltr' | 'rtl' {
  if (RTL_SCRIPTS.test(language)) return 'rtl';
  if (/-[A-Z][a-z]{3}\b/.test(language)) return 'ltr';
  return RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/** The primary language subtag: "zh" of "zh-Hant". */
export const primaryLanguage = (language: LanguageTag): string => language.split('-')[0] ?? 'und';
