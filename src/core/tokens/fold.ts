import { HAN_FOLD } from './han-fold.ts';

/**
 * What each UTF-16 code unit is searched as. A unit is one of:
 *
 *   BREAK    stands between words
 *   SKIP     stands within a word and is not searched: accents, Arabic vowel signs, soft hyphens
 *   MANY     is searched as several letters: see `spelledOut` ("ß" as "ss")
 *   else     the code unit that it is searched as: "É" as "e", "ё" as "е", "國" as "国"
 */
export const BREAK = 0;
export const SKIP = 0xffff;
export const MANY = 0xfffe;

/** By code unit: see above. Surrogates are BREAK here; `foldAstral` reads them. */
export const FOLD = new Uint16Array(0x10000);
/** 1 for scripts written without spaces (and Korean, whose spaces are not to be relied on): cut in bigrams. */
export const UNSPACED = new Uint8Array(0x10000);
const SPELLED_OUT = new Map<number, string>();

/** The letters that a MANY unit is searched as. */
export const spelledOut = (unit: number): string => SPELLED_OUT.get(unit) ?? '';

const WORD = /[\p{L}\p{Nd}\p{Nl}]/u;
const MARK = /\p{M}/u;
/** Marks that only colour a letter. Those of Indic scripts and Thai are vowels, and stay. */
const COLOURING =
  /[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Cyrillic}]/u;
const NO_SPACES =
  /[\p{Script=Han}\p{scx=Hira}\p{scx=Kana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Letters that Unicode does not decompose but readers type without. Arabic letters as Persian writes them are one. */
const BY_HAND: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
  й: 'й',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
};

/** Invisible, or an apostrophe that a romanisation puts within a word ("Ilʹichev", "Chʻen"). */
const UNSEEN = [0xad, 0x640, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2060, 0xfeff];
const ROMANISING = [0x2b9, 0x2ba, 0x2bb, 0x2bc, 0x2bd, 0x2be, 0x2bf];

const SIMPLIFIED = new Map<number, number>();
for (let at = 0; at < HAN_FOLD.length; at += 2)
  SIMPLIFIED.set(HAN_FOLD.charCodeAt(at), HAN_FOLD.charCodeAt(at + 1));
const foldHan = (text: string): string =>
  text.length === 1 ? String.fromCharCode(SIMPLIFIED.get(text.charCodeAt(0)) ?? text.charCodeAt(0)) : text;

/** One character, as searched; empty when it is not. */
function foldCharacter(character: string): string {
  if (MARK.test(character) && COLOURING.test(character)) return '';
  const lower = character.toLowerCase();
  const known = BY_HAND[lower];
  if (known !== undefined) return known;
  if (NO_SPACES.test(character)) return foldHan(character.normalize('NFKC'));
  let out = '';
  for (const part of lower.normalize('NFKD').toLowerCase()) {
    if (MARK.test(part) && COLOURING.test(part)) continue;
    if (WORD.test(part) || MARK.test(part)) out += BY_HAND[part] ?? part;
  }
  return out;
}

function setUnit(unit: number, folded: string): void {
  if (folded.length === 1) FOLD[unit] = folded.charCodeAt(0);
  else if (folded.length > 1) {
    FOLD[unit] = MANY;
    SPELLED_OUT.set(unit, folded);
  } else FOLD[unit] = SKIP;
}

/** Digits of any script stand ten in a row, and are searched as 0 to 9. */
function setDigits(): void {
  for (let unit = 0x80; unit < 0x10000; unit++) {
    if (!/\p{Nd}/u.test(String.fromCharCode(unit))) continue;
    for (let digit = 0; digit < 10; digit++) FOLD[unit + digit] = 48 + digit;
    unit += 9;
  }
}

const inRange = (unit: number, from: number, to: number): boolean => unit >= from && unit <= to;

function fillTables(): void {
  for (let unit = 48; unit < 58; unit++) FOLD[unit] = unit;
  for (let unit = 97; unit < 123; unit++) {
    FOLD[unit] = unit;
    FOLD[unit - 32] = unit;
  }
  for (let unit = 0x80; unit < 0x10000; unit++) {
    if (inRange(unit, 0xd800, 0xf8ff)) continue;
    if (inRange(unit, 0x3400, 0x9fff) || inRange(unit, 0xac00, 0xd7a3)) {
      FOLD[unit] = SIMPLIFIED.get(unit) ?? unit;
      UNSPACED[unit] = 1;
      continue;
    }
    const character = String.fromCharCode(unit);
    if (!WORD.test(character) && !MARK.test(character)) continue;
    setUnit(unit, foldCharacter(character));
    if (NO_SPACES.test(character)) UNSPACED[unit] = 1;
  }
  setDigits();
  for (const unit of [...UNSEEN, ...ROMANISING]) FOLD[unit] = SKIP;
}
fillTables();

/** A character outside the basic plane: rare Han, historic scripts, mathematical letters. */
export function foldAstral(codePoint: number): { readonly folded: string; readonly isUnspaced: boolean } {
  const character = String.fromCodePoint(codePoint);
  if (inRange(codePoint, 0x20000, 0x3ffff))
    return { folded: foldHan(character.normalize('NFKC')), isUnspaced: true };
  return { folded: WORD.test(character) ? foldCharacter(character) : '', isUnspaced: false };
}
