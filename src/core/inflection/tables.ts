import type { Endings } from './endings.ts';

const list = (endings: string): readonly string[] =>
  endings.split(' ').map((one) => (one === '-' ? '' : one));

/*
 * Endings as search folds them: ё is е, ї is і, no marks on Latin letters.
 */

/** Nouns and adjectives, by the declensions of the school grammar; -ия and its like apart, since they are most of all. */
export const RUSSIAN: readonly Endings[] = [
  { forms: list('ия ие ий ии ию ией ием иям иями иях') },
  { forms: list('- а я у ю ы и е о ой ей ом ем ов ев ам ям ами ями ах ях ью ь й') },
  { forms: list('ый ий ой ого его ому ему ым им ом ем ая яя ую юю ое ее ые ие ых их ыми ими') },
];

export const UKRAINIAN: readonly Endings[] = [
  { forms: list('ія іі ію ією ій іям іями іях') },
  { forms: list('ння нню нням нні нь ннями ннях') },
  { forms: list('- а я у ю и і е є о ою єю ом ем ям ам ами ями ах ях ів ові еві ь й') },
  { forms: list('ий ій ого ому им ім а оі у ою е є і их ими') },
];

export const GERMAN: readonly Endings[] = [
  { forms: list('- e en es s n em') },
  { forms: list('- e en er ern es s') },
];
/** Nouns that tell their language by how they end. */
export const GERMAN_NOUNS: readonly Endings[] = [
  { forms: list('ung ungen'), only: /.{3}ung(?:en)?$/ },
  { forms: list('heit heiten keit keiten'), only: /.{3}[hk]eit(?:en)?$/ },
  { forms: list('schaft schaften'), only: /.{3}schaft(?:en)?$/ },
];

/** Number alone: gender would bring "trait" to "traité". */
export const FRENCH: readonly Endings[] = [
  { forms: list('- s x') },
  { forms: list('al aux ale ales'), only: /(?:al|aux|ales?)$/ },
];
export const SPANISH: readonly Endings[] = [{ forms: list('- s') }, { forms: list('- es') }];

/** The article, also behind "and", "in", "for". */
export const ARABIC_BEGINNINGS = ['ال', 'وال', 'بال', 'لل', 'و'] as const;
