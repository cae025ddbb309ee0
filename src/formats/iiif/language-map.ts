/** Texts by language; what is of no language, or of none that is known, stands under "none". */
export type LanguageMap = Readonly<Record<string, readonly string[]>>;

/** [{ text: "Brief", lang: "de" }, { text: "Letter", lang: "en" }] -> { de: ["Brief"], en: ["Letter"] } */
export function languageMap(
  texts: readonly { readonly text: string; readonly lang?: string | undefined }[],
): LanguageMap {
  const map = new Map<string, string[]>();
  for (const { text, lang } of texts) {
    const key = lang === undefined || lang === 'und' ? 'none' : lang;
    map.set(key, [...(map.get(key) ?? []), text]);
  }
  return Object.fromEntries(map);
}

/** The same words in one language. */
export const said = (lang: string, ...texts: readonly string[]): LanguageMap => ({ [lang]: texts });

/**
 * A value or summary that viewers show as the text it is: they take what begins and ends as an element does for markup.
 *
 * Source: IIIF Presentation API 3.0, section 4.4, read on 2026-11-23.
 */
export const plainText = (text: string): string =>
  /^\s*<[^]*>\s*$/.test(text)
    ? `<span>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</span>`
    : text;
