/** Numbers as they are written out, a line a number; small ones that are also articles are left out. */
const TABLE: readonly (readonly [value: number, words: string])[] = [
  [2, 'two zwei deux два две двух dos due اثنان اثنين'],
  [3, 'three drei trois три трех tres tre ثلاث ثلاثة ثلاثا'],
  [4, 'four vier quatre четыре четырех cuatro quattro اربع اربعة اربعا'],
  [5, 'five funf fuenf cinq пять пяти cinco cinque خمس خمسة خمسا'],
  [6, 'six sechs six шесть шести seis sei ست ستة ستا'],
  [7, 'seven sieben sept семь семи siete sette سبع سبعة سبعا'],
  [8, 'eight acht huit восемь восьми ocho otto ثماني ثمانية'],
  [9, 'nine neun neuf девять девяти nueve nove تسع تسعة تسعا'],
  [10, 'ten zehn dix десять десяти diez dieci عشر عشرة'],
  [11, 'eleven elf onze одиннадцать once undici'],
  [12, 'twelve zwolf zwoelf douze двенадцать двенадцати doce dodici'],
  [13, 'thirteen dreizehn treize тринадцать trece tredici'],
  [14, 'fourteen vierzehn quatorze четырнадцать catorce quattordici'],
  [15, 'fifteen funfzehn fuenfzehn quinze пятнадцать quince quindici'],
  [16, 'sixteen sechzehn seize шестнадцать dieciseis sedici'],
  [17, 'seventeen siebzehn семнадцать diecisiete diciassette'],
  [18, 'eighteen achtzehn восемнадцать dieciocho diciotto'],
  [19, 'nineteen neunzehn девятнадцать diecinueve diciannove'],
  [20, 'twenty zwanzig vingt двадцать двадцати veinte venti عشرون عشرين'],
  [30, 'thirty dreissig trente тридцать тридцати treinta trenta ثلاثون ثلاثين'],
  [40, 'forty vierzig quarante сорок cuarenta quaranta اربعون اربعين'],
  [50, 'fifty funfzig fuenfzig cinquante пятьдесят cincuenta cinquanta خمسون خمسين'],
  [60, 'sixty sechzig soixante шестьдесят sesenta sessanta ستون ستين'],
  [70, 'seventy siebzig семьдесят setenta settanta سبعون سبعين'],
  [80, 'eighty achtzig восемьдесят ochenta ottanta ثمانون ثمانين'],
  [90, 'ninety neunzig девяносто noventa novanta تسعون تسعين'],
  [100, 'hundred hundert cent сто ста cien cento مئة مائة'],
  [1000, 'thousand tausend mille тысяча тысячи тысяч mil الف'],
];

const VALUES: ReadonlyMap<string, number> = new Map(
  TABLE.flatMap(([value, words]) => words.split(' ').map((word) => [word, value] as const)),
);

/** The number that a folded word means ("sieben" -> 7), or undefined. */
export const numberOfWord = (word: string): number | undefined => VALUES.get(word);
