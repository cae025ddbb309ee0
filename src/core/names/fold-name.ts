/** Letters that have no decomposition but are written without their stroke elsewhere. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ё: 'е',
};

/**
 * A name for comparing: small letters without diacritics, apostrophes and aspiration marks gone, every
 * other mark a space. й stays й.
 *
 *   "Ch’en Ch’eng" -> "chen cheng"
 *   "Perón, Juan"  -> "peron juan"
 *   "T.V. Soong"   -> "t v soong"
 *   "Chou En-lai"  -> "chou en lai"
 */
export function foldName(form: string): string {
  return form
    .toLowerCase()
    .normalize('NFKD')
    .replace(/(?<!и)\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[ßæœøłđðþıё]/gu, (letter) => PLAIN[letter] ?? letter)
    .replace(/['’‘ʻʼʿʾ`´]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
