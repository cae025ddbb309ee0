import type { LanguageTag } from '../../core/language.ts';

/**
 * Languages of two letters with their three of ISO 639-2/B (bibliographic).
 * Source: ISO 639-2 code list, Library of Congress, read 2026-11-23.
 */
const THREE_OF_TWO =
  'aa aar ab abk ae ave af afr ak aka am amh an arg ar ara as asm av ava ay aym az aze ba bak be bel bg bul ' +
  'bi bis bm bam bn ben bo tib br bre bs bos ca cat ce che ch cha co cos cr cre cs cze cu chu cv chv cy wel ' +
  'da dan de ger dv div dz dzo ee ewe el gre en eng eo epo es spa et est eu baq fa per ff ful fi fin fj fij ' +
  'fo fao fr fre fy fry ga gle gd gla gl glg gn grn gu guj gv glv ha hau he heb hi hin ho hmo hr hrv ht hat ' +
  'hu hun hy arm hz her ia ina id ind ie ile ig ibo ii iii ik ipk io ido is ice it ita iu iku ja jpn jv jav ' +
  'ka geo kg kon ki kik kj kua kk kaz kl kal km khm kn kan ko kor kr kau ks kas ku kur kv kom kw cor ky kir ' +
  'la lat lb ltz lg lug li lim ln lin lo lao lt lit lu lub lv lav mg mlg mh mah mi mao mk mac ml mal mn mon ' +
  'mr mar ms may mt mlt my bur na nau nb nob nd nde ne nep ng ndo nl dut nn nno no nor nr nbl nv nav ny nya ' +
  'oc oci oj oji om orm or ori os oss pa pan pi pli pl pol ps pus pt por qu que rm roh rn run ro rum ru rus ' +
  'rw kin sa san sc srd sd snd se sme sg sag si sin sk slo sl slv sm smo sn sna so som sq alb sr srp ss ssw ' +
  'st sot su sun sv swe sw swa ta tam te tel tg tgk th tha ti tir tk tuk tl tgl tn tsn to ton tr tur ts tso ' +
  'tt tat tw twi ty tah ug uig uk ukr ur urd uz uzb ve ven vi vie vo vol wa wln wo wol xh xho yi yid yo yor ' +
  'za zha zh chi zu zul';

/** The other, terminological code of those that have two. */
const BIBLIOGRAPHIC =
  'bod tib ces cze cym wel deu ger ell gre eus baq fas per fra fre hye arm isl ice ' +
  'kat geo mkd mac mri mao msa may mya bur nld dut ron rum slk slo sqi alb zho chi';
/** Names that were given up, and languages that libraries do not part from another. */
const MORE = 'mo rum yue chi cmn chi';

const pairsOf = (list: string): (readonly [string, string])[] => {
  const codes = list.split(' ');
  return codes.flatMap((code, at) => (at % 2 === 0 ? [[code, codes[at + 1] ?? ''] as const] : []));
};
const BY_TAG: ReadonlyMap<string, string> = new Map([THREE_OF_TWO, BIBLIOGRAPHIC, MORE].flatMap(pairsOf));

/**
 * The code that libraries have for a language (ISO 639-2/B); undefined where they have none. Any case, any script and region.
 *
 *   "ru" -> "rus"      "zh-Hant" -> "chi"      "hsb" -> "hsb"      "und" -> "und"
 */
export function libraryCodeOf(language: LanguageTag | string): string | undefined {
  const primary = (language.split('-')[0] ?? '').toLowerCase();
  return BY_TAG.get(primary) ?? (/^[a-z]{3}$/.test(primary) ? primary : undefined);
}

/** The script that a tag names (ISO 15924): "Latn" of "ru-Latn". */
export const scriptOf = (language: LanguageTag): string | undefined =>
  /^[a-z]{2,3}-([A-Z][a-z]{3})(?:-|$)/.exec(language)?.[1];
