/** Words of everyday English that a rule could take for syllables or a name of another language. */
const TABLE = `
  a an and any are at ban bang be bin but can chance change china come dance die do fan fang game gang gun
  had hang has he her him his how human in is it its kin king lie line long made make man mane me men mine
  name nan no nose not note of on one open or our out page pan pen pie pin pine ran range rang role run sage
  same sang she shine shun so some son song sun sung tame tan tang the then tie time to ton tone too tune
  two wage was we who win wine woman ye yen you young zone
  does goes guest guests issued argued continued rescued valued queen quest poem poems poet shoes toes
  blues fuels duel cruel michael israel samuel
  geneva canova villanova nova casanova supernova cochin urchin elkin jenkin
  begin again within origin margin bulletin latin martin berlin dublin cabin basin coffin robin satin
  train plain explain certain captain britain maintain contain remain obtain main gain again admin
`;

const WORDS: ReadonlySet<string> = new Set(TABLE.trim().split(/\s+/u));

/** Whether a word, in small letters, is so common that it is no name by its shape alone. */
export const isCommonWord = (word: string): boolean => WORDS.has(word);

/** Family names that are pronouns or the like in English: in small letters they are no names. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  'an can chi do go he i in me no she so to use we you'.split(' '),
);
export const isSmallWord = (word: string): boolean => SMALL_WORDS.has(word);
