/** Numbers from two to twenty, the tens, a hundred and a thousand: a language's words in this order, `|` between numbers. */
const VALUES = [
  2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 30, 40, 50, 60, 70, 80, 90, 100, 1000,
];

/** Folded as tokens are; one is left out, since it is also an article. Each language apart: "once" is eleven in Spanish only. */
const WORDS: Readonly<Record<string, string>> = {
  en: 'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand',
  de: 'zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf|dreizehn|vierzehn|funfzehn|sechzehn|siebzehn|achtzehn|neunzehn|zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig|hundert|tausend',
  fr: 'deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize||||vingt|trente|quarante|cinquante|soixante||||cent|mille',
  ru: 'два две двух|три трех|четыре четырех|пять пяти|шесть шести|семь семи|восемь восьми|девять девяти|десять десяти|одиннадцать|двенадцать двенадцати|тринадцать|четырнадцать|пятнадцать|шестнадцать|семнадцать|восемнадцать|девятнадцать|двадцать двадцати|тридцать тридцати|сорок|пятьдесят|шестьдесят|семьдесят|восемьдесят|девяносто|сто ста|тысяча тысячи тысяч',
  es: 'dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciseis|diecisiete|dieciocho|diecinueve|veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien ciento|mil',
  it: 'due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|tredici|quattordici|quindici|sedici|diciassette|diciotto|diciannove|venti|trenta|quaranta|cinquanta|sessanta|settanta|ottanta|novanta|cento|mille',
  ar: 'اثنان اثنين|ثلاث ثلاثة ثلاثا|اربع اربعة اربعا|خمس خمسة خمسا|ست ستة ستا|سبع سبعة سبعا|ثماني ثمانية|تسع تسعة تسعا|عشر عشرة||||||||||عشرون عشرين|ثلاثون ثلاثين|اربعون اربعين|خمسون خمسين|ستون ستين|سبعون سبعين|ثمانون ثمانين|تسعون تسعين|مئة مائة|الف',
};

const TABLES: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map(
  Object.entries(WORDS).map(([language, line]) => [
    language,
    new Map(
      line
        .split('|')
        .flatMap((words, at) =>
          words === '' ? [] : words.split(' ').map((word) => [word, VALUES[at] ?? 0] as const),
        ),
    ),
  ]),
);

/** The number that a folded word means in a language ("sieben", "de" -> 7), or undefined. */
export const numberOfWord = (word: string, language: string): number | undefined =>
  TABLES.get(language)?.get(word);
