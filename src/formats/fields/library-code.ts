import { primaryLanguage, type LanguageTag } from '../../core/language.ts';

/** ISO 639-1 and the bibliographic code of ISO 639-2 for it. Source: the Library of Congress, read 2026-11-23. */
const CODES =
  'aa:aar ab:abk af:afr ak:aka am:amh ar:ara as:asm av:ava ay:aym az:aze ba:bak be:bel bg:bul bm:bam bn:ben ' +
  'bo:tib br:bre bs:bos ca:cat ce:che co:cos cs:cze cv:chv cy:wel da:dan de:ger dv:div dz:dzo ee:ewe el:gre ' +
  'en:eng eo:epo es:spa et:est eu:baq fa:per ff:ful fi:fin fj:fij fo:fao fr:fre fy:fry ga:gle gd:gla gl:glg ' +
  'gn:grn gu:guj gv:glv ha:hau he:heb hi:hin hr:hrv ht:hat hu:hun hy:arm ia:ina id:ind ig:ibo is:ice it:ita ' +
  'iu:iku ja:jpn jv:jav ka:geo kg:kon ki:kik kk:kaz kl:kal km:khm kn:kan ko:kor kr:kau ks:kas ku:kur kv:kom ' +
  'kw:cor ky:kir la:lat lb:ltz lg:lug li:lim ln:lin lo:lao lt:lit lv:lav mg:mlg mh:mah mi:mao mk:mac ml:mal ' +
  'mn:mon mo:rum mr:mar ms:may mt:mlt my:bur nb:nob ne:nep nl:dut nn:nno no:nor nv:nav ny:nya oc:oci om:orm ' +
  'or:ori os:oss pa:pan pl:pol ps:pus pt:por qu:que rm:roh rn:run ro:rum ru:rus rw:kin sa:san sc:srd sd:snd ' +
  'se:sme sg:sag si:sin sk:slo sl:slv sm:smo sn:sna so:som sq:alb sr:srp ss:ssw st:sot su:sun sv:swe sw:swa ' +
  'ta:tam te:tel tg:tgk th:tha ti:tir tk:tuk tl:tgl tn:tsn to:ton tr:tur ts:tso tt:tat tw:twi ty:tah ug:uig ' +
  'uk:ukr ur:urd uz:uzb ve:ven vi:vie wa:wln wo:wol xh:xho yi:yid yo:yor za:zha zh:chi zu:zul yue:chi cmn:chi';

const BY_TAG: ReadonlyMap<string, string> = new Map(
  CODES.split(' ').map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]),
);

/**
 * The code that libraries have for a language (ISO 639-2/B); undefined where they have none.
 *
 *   "ru" -> "rus"      "zh-Hant" -> "chi"      "hsb" -> "hsb"      "und" -> "und"
 */
export function libraryCodeOf(language: LanguageTag): string | undefined {
  const primary = primaryLanguage(language);
  return BY_TAG.get(primary) ?? (/^[a-z]{3}$/.test(primary) ? primary : undefined);
}

/** The script that a tag names (ISO 15924): "Latn" of "ru-Latn". */
export const scriptOf = (language: LanguageTag): string | undefined =>
  /^[a-z]{2,3}-([A-Z][a-z]{3})(?:-|$)/.exec(language)?.[1];
