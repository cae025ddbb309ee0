/** How Cyrillic letters are written in Latin ones, marks that nobody types (for ь and ъ) left out. */
export type CyrillicScheme = 'press' | 'bgn-pcgn' | 'ala-lc' | 'iso-9' | 'german';
export type CyrillicLanguage = 'ru' | 'uk';

const COMMON = 'а:a б:b в:v г:g д:d е:e з:z и:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f ъ: ь:';
const ENGLISH = `${COMMON} ж:zh х:kh ц:ts ч:ch ш:sh щ:shch ы:y э:e і:i ґ:g`;

const RUSSIAN: Readonly<Record<CyrillicScheme, string>> = {
  press: `${ENGLISH} ё:yo й:y ю:yu я:ya`,
  'bgn-pcgn': `${ENGLISH} ё:yë й:y ю:yu я:ya`,
  'ala-lc': `${ENGLISH} ё:ë й:ĭ ю:iu я:ia э:ė`,
  'iso-9': `${COMMON} ё:ë ж:ž й:j х:h ц:c ч:č ш:š щ:ŝ ы:y э:è ю:û я:â`,
  german: `${COMMON} в:w ё:jo ж:sch з:s й:i х:ch ц:z ч:tsch ш:sch щ:schtsch ы:y э:e ю:ju я:ja`,
};
const UKRAINIAN: Readonly<Record<CyrillicScheme, string>> = {
  press: 'г:h и:y й:y ї:yi є:ye ю:yu я:ya',
  'bgn-pcgn': 'г:h и:y й:y ї:yi є:ye ю:yu я:ya',
  'ala-lc': 'г:h и:y й:ĭ ї:ï є:ie ю:iu я:ia',
  'iso-9': 'г:g ґ:g̀ и:i і:ì ї:ï є:ê',
  german: 'г:h и:y і:i ї:ji є:je ґ:g',
};

const pairs = (text: string): readonly (readonly [string, string])[] =>
  text.split(' ').map((pair) => {
    const [one = '', other = ''] = pair.split(':');
    return [one, other];
  });

/** The letters of a scheme, small. Where a scheme looks at a letter's neighbours, `romanised` does. */
export const lettersOf = (scheme: CyrillicScheme, language: CyrillicLanguage): ReadonlyMap<string, string> =>
  new Map([...pairs(RUSSIAN[scheme]), ...(language === 'uk' ? pairs(UKRAINIAN[scheme]) : [])]);

export type Spellings = readonly (readonly [latin: string, cyrillic: string])[];

const PLAIN = 'a:а b:б d:д e:е f:ф g:г i:и k:к l:л m:м n:н o:о p:п r:р t:т u:у y:ы';
/** Latin spellings of each Cyrillic letter, the longest first, as three ways of writing have them. */
export const READ_ENGLISH: Spellings = pairs(
  `shch:щ zh:ж kh:х ts:ц tz:ц ch:ч sh:ш ya:я ia:я yu:ю iu:ю yo:ё ${PLAIN} s:с z:з v:в w:в h:г c:к j:й`,
);
export const READ_GERMAN: Spellings = pairs(
  `schtsch:щ tsch:ч sch:ш ch:х ja:я ju:ю jo:ё je:е ${PLAIN} s:с ss:с z:ц w:в v:в h:х j:й`,
);
/** ISO 9, and what libraries wrote before it, as Slavists and those who write with háčeks do: "Chruščev", "Hruščov". */
export const READ_ISO: Spellings = pairs(
  `šč:щ ch:х ju:ю ja:я jo:ё ě:е ${PLAIN} s:с z:з v:в h:х c:ц č:ч š:ш ŝ:щ ž:ж û:ю â:я ë:ё è:э j:й`,
);
/** As Ukrainian has them where it differs. */
export const READ_UKRAINIAN: Spellings = pairs(
  `shch:щ zh:ж kh:х ts:ц ch:ч sh:ш yi:ї ya:я ia:я yu:ю iu:ю ye:є ie:є h:г i:і y:и s:с z:з v:в ${PLAIN}`,
);
